"""Shows a course while it is written: build in memory, watch, and tell the open page to reload.

The server is for the author's own machine. It answers `GET` and `HEAD` of the files of the site that it holds in
memory, so no request reaches the disk; it listens on the loopback address only, and answers only requests that
name it (another site's page could otherwise read the course through a name that it points at this machine).
"""

from __future__ import annotations

import mimetypes
import queue
import re
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from minicourse.build import Result, rendered
from minicourse.problems.text import format_text
from minicourse.project import Project
from minicourse.render.site import SiteSettings

EVENTS = "/.minicourse/events"
SCRIPT = "/.minicourse/reload.js"
STYLE = "/.minicourse/problems.css"
_RELOAD = b"""\
// Reloads the page when the course has been built anew; `minicourse serve` alone puts this on a page.
new EventSource("/.minicourse/events").onmessage = () => location.reload();
"""
_PROBLEMS_STYLE = b"""\
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 3rem auto; padding: 0 1.5rem; font: 1rem/1.6 system-ui, sans-serif; }
h1 { font: 700 1.9rem/1.2 Charter, Cambria, Georgia, serif; }
pre { padding: 1.2rem 1.4rem; overflow-x: auto; border: 1px solid; border-radius: 0.5rem; }
pre { font: 0.875rem/1.5 ui-monospace, monospace; }
"""
HERE = "http://127.0.0.1/"
"""What the preview takes for the course's address: the root of its server, whatever course.yml says."""

_HOSTS = ("localhost", "127.0.0.1", "[::1]")
_HEARTBEAT_SECONDS = 15
_MAX_LISTENERS = 32


@dataclass
class Preview:
    """The site as it was last built, and the pages that wait for the next one."""

    source: Path
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The last site that could be built."""
    report: str = ""
    """The problems that keep the newest one from being built."""
    _listeners: list[queue.SimpleQueue[bool]] = field(default_factory=list)

    def build(self) -> Result:
        """Build anew and tell every open page. Raises `UnreadableProject`."""
        result, files = rendered(self.source, SiteSettings(HERE, preview=True), drafts=True)
        self.report = "" if files else format_text(result.problems, result.project.source_line)
        self.files = files or self.files
        for listener in list(self._listeners):
            listener.put(True)
        return result

    def listen(self) -> queue.SimpleQueue[bool] | None:
        """A queue that gets an item after each build; none when too many pages listen."""
        if len(self._listeners) >= _MAX_LISTENERS:
            return None
        listener: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._listeners.append(listener)
        return listener

    def leave(self, listener: queue.SimpleQueue[bool]) -> None:
        """Stop listening."""
        self._listeners.remove(listener)


def server(preview: Preview, port: int) -> ThreadingHTTPServer:
    """A server for the preview on the loopback address; port 0 takes a free one. Raises `OSError` when it is taken."""
    handler = type("Handler", (_Handler,), {"preview": preview})
    made = _Server(("127.0.0.1", port), handler)
    handler.port = made.server_port  # type: ignore[attr-defined]
    return made


def watch(preview: Preview, stop: threading.Event, built: Callable[[Result | Exception], None]) -> None:
    """Build after each change below `content/` and `templates/` until `stop` is set; tell `built` what came of it."""
    from watchfiles import watch as changes

    root = Project.at(preview.source).root
    for _ in changes(root, watch_filter=_of_the_course(root), stop_event=stop, debounce=150, raise_interrupt=False):
        try:
            built(preview.build())
        except Exception as error:
            # Content that is away for a moment, say while a branch is switched, must not end the preview.
            built(error)


def _of_the_course(root: Path) -> Callable[[Any, str], bool]:
    folders = tuple(str(root / name) for name in ("content", "templates"))
    return lambda change, path: path.startswith(folders)


class _Server(ThreadingHTTPServer):
    """Doesn't print a traceback when a browser has gone away."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        error = sys.exception()
        if not isinstance(error, OSError):
            sys.stderr.write(f"the preview could not answer a request: {error!r}\n")


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    preview: Preview
    port: int
    protocol_version = "HTTP/1.1"
    server_version = "minicourse"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """A file of the site, the reload script, or the stream of reloads."""
        if not self._named_us():
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, b"this server answers to localhost only\n", "text/plain")
            return
        try:
            path = urlsplit(self.path).path
        except ValueError:
            self._answer(HTTPStatus.BAD_REQUEST, b"this is not an address\n", "text/plain")
            return
        if path == EVENTS:
            self._stream()
        elif path == SCRIPT:
            self._answer(HTTPStatus.OK, _RELOAD, "text/javascript")
        elif path == STYLE:
            self._answer(HTTPStatus.OK, _PROBLEMS_STYLE, "text/css")
        else:
            self._file(unquote(path))

    do_HEAD = do_GET  # noqa: N815

    def _named_us(self) -> bool:
        """Is the request meant for this server, by a name that can't be another site's?"""
        host = self.headers.get("Host", "")
        name, _, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
        if not name:
            name, port = port, ""
        return name in _HOSTS and port in ("", str(self.port))

    def _file(self, path: str) -> None:
        preview = self.preview
        if preview.report:
            self._page(HTTPStatus.OK, _report_page(preview.report))
            return
        name = path.lstrip("/")
        if name == "" or name.endswith("/"):
            name += "index.html"
        data = preview.files.get(name)
        if data is None and f"{name}/index.html" in preview.files:
            # Not for good: the next course may stand at this address.
            self.send_response(HTTPStatus.TEMPORARY_REDIRECT)
            self.send_header("Location", f"/{quote(name)}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif data is None:
            self._page(HTTPStatus.NOT_FOUND, preview.files.get("404.html", b"not found"))
        elif name.endswith(".html"):
            self._page(HTTPStatus.OK, data)
        else:
            self._part(data, mimetypes.guess_type(name)[0] or "application/octet-stream")

    def _part(self, data: bytes, kind: str) -> None:
        """A file, or the part of it that is asked for: without this some browsers play no recording."""
        wanted = re.fullmatch(r"bytes=(\d{0,15})-(\d{0,15})", self.headers.get("Range", ""), re.ASCII)
        if wanted is None or not (wanted[1] or wanted[2]):
            self._answer(HTTPStatus.OK, data, kind)
            return
        size = len(data)
        start = int(wanted[1]) if wanted[1] else max(size - int(wanted[2]), 0)
        end = min(int(wanted[2]) + 1, size) if wanted[1] and wanted[2] else size
        if start >= end:
            self._answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"", kind, f"bytes */{size}")
        else:
            self._answer(HTTPStatus.PARTIAL_CONTENT, data[start:end], kind, f"bytes {start}-{end - 1}/{size}")

    def _page(self, status: HTTPStatus, html: bytes) -> None:
        """A page with the reload script on it."""
        script = f'<script src="{SCRIPT}" defer></script></head>'.encode()
        self._answer(status, html.replace(b"</head>", script, 1), "text/html")

    def _answer(self, status: HTTPStatus, data: bytes, kind: str, part: str = "") -> None:
        text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Accept-Ranges", "bytes")
        if part:
            self.send_header("Content-Range", part)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if kind == "image/svg+xml":
            self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _stream(self) -> None:
        # Another site's page may ask, though it can't read the answer: it must not use up what there is for ours.
        stranger = self.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
        listener = None if stranger or self.command == "HEAD" else self.preview.listen()
        if listener is None:
            self._answer(HTTPStatus.SERVICE_UNAVAILABLE, b"too many pages are open\n", "text/plain")
            return
        try:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.send_header("Cross-Origin-Resource-Policy", "same-origin")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            while True:
                try:
                    listener.get(timeout=_HEARTBEAT_SECONDS)
                    self.wfile.write(b"data: built\n\n")
                except queue.Empty:
                    self.wfile.write(b": still here\n\n")
        except OSError:
            pass  # the page is gone
        finally:
            self.preview.leave(listener)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for problems."""


def _report_page(report: str) -> bytes:
    """The problems as a page, so that an author sees them where she looks."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>Problems</title><link rel="stylesheet" href="{STYLE}"></head>'
        "<body><h1>This course can\u2019t be built yet</h1>"
        "<p>The page comes back by itself as soon as the files below are saved without errors.</p>"
        f'<pre tabindex="0">{escape(report)}</pre></body></html>\n'
    ).encode()
