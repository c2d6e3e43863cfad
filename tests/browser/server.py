"""A static server like the one a course will meet: it knows nothing but files, and the site is not at its root."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO

SUB_PATH = "/some/where/"


class _Handler(SimpleHTTPRequestHandler):
    """Serves its folder under `SUB_PATH`, without a word."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(SUB_PATH):
            return super().translate_path("/no/such/place")
        return super().translate_path("/" + path.removeprefix(SUB_PATH))

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        del self.headers["If-Modified-Since"]  # counts whole seconds, and a test may publish twice in one
        return super().send_head()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests' output is for what went wrong."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves before an answer is sent is no error; anything else is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which `folder` is served, ending in `/`."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        finally:
            server.shutdown()
            thread.join()
