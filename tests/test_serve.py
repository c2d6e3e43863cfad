"""The preview: shows, watches, reloads, and answers nobody but this machine."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from minicourse.authoring.starter import start_course
from minicourse.build import Result
from minicourse.serve import EVENTS, SCRIPT, Preview, _of_the_course, server, watch

Served = tuple[Preview, int]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A preview of a fresh course, and the port where it answers."""
    start_course(tmp_path / "course")
    preview = Preview(tmp_path / "course")
    preview.build()
    httpd = server(preview, 0)
    thread = threading.Thread(target=httpd.serve_forever)
    thread.start()
    yield preview, httpd.server_port
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def get(port: int, path: str, method: str = "GET", host: str | None = None) -> tuple[http.client.HTTPResponse, bytes]:
    """One request, the path sent as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host if host is not None else f"127.0.0.1:{port}")
        connection.endheaders()
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def test_pages_and_files(served: Served) -> None:
    preview, port = served
    for path in ("/", "/index.html", "/first-lesson/", "/first-lesson/index.html"):
        response, body = get(port, path)
        assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert SCRIPT.encode() in body
    style = next(path for path in preview.files if path.endswith(".css"))
    response, body = get(port, f"/{style}")
    assert (response.status, response.headers["Content-Type"]) == (200, "text/css; charset=utf-8")
    assert body == preview.files[style]


def test_a_page_without_its_slash_is_found(served: Served) -> None:
    response, _ = get(served[1], "/first-lesson")
    assert (response.status, response.headers["Location"]) == (307, "/first-lesson/")


def test_a_redirect_never_leaves_this_server(served: Served) -> None:
    response, _ = get(served[1], "//example.org/first-lesson")
    assert response.headers.get("Location", "/").startswith("/")
    assert not response.headers.get("Location", "/").startswith("//")


def test_what_is_not_there_is_the_courses_own_page(served: Served) -> None:
    response, body = get(served[1], "/nowhere/")
    assert response.status == 404
    assert b"<main" in body


@pytest.mark.parametrize(
    "path",
    [
        "/../course.yml",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/content/course.yml",
        "/\\..\\x",
    ],
)
def test_nothing_outside_the_site(served: Served, path: str) -> None:
    response, body = get(served[1], path)
    assert response.status == 404
    assert b"root:" not in body


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", "example.org:80", "", "localhost:1"])
def test_other_names_are_refused(served: Served, host: str) -> None:
    """Another site's page could reach us through a name of its own that it points at this machine."""
    response, body = get(served[1], "/", host=host)
    assert response.status == 421
    assert b"<main" not in body


def test_our_names_are_answered(served: Served) -> None:
    for name in ("localhost", "127.0.0.1", "[::1]"):
        assert get(served[1], "/", host=f"{name}:{served[1]}")[0].status == 200


def test_only_reading(served: Served) -> None:
    assert get(served[1], "/", method="HEAD")[0].status == 200
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        response, _ = get(served[1], "/", method=method)
        assert response.status == 501
        assert "Access-Control-Allow-Origin" not in response.headers


def test_problems_are_shown_where_the_author_looks(served: Served) -> None:
    preview, port = served
    lesson = preview.source / "content/01-first-lesson.md"
    good = lesson.read_text()
    lesson.write_text(good + "\n[dead](%3Cscript%3E.md)\n")
    preview.build()
    response, body = get(port, "/")
    assert response.status == 200
    assert b"broken-link" in body
    assert b"&lt;script&gt;" in body
    lesson.write_text(good)
    preview.build()
    assert b"broken-link" not in get(port, "/")[1]


def test_an_open_page_hears_of_a_change(served: Served) -> None:
    """From a saved file to the message that makes the page reload, with the real watcher."""
    preview, port = served
    stop, results = threading.Event(), []
    ready = threading.Event()

    def built(result: Result | Exception) -> None:
        results.append(result)
        ready.set()

    watcher = threading.Thread(target=watch, args=(preview, stop, built))
    watcher.start()
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as page:
            page.sendall(f"GET {EVENTS} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
            stream = page.makefile("rb")
            assert b"200" in stream.readline()
            while stream.readline() != b"\r\n":
                pass
            lesson = preview.source / "content/01-first-lesson.md"
            for _ in range(20):
                # The watcher may not be looking yet when the file is first saved.
                lesson.write_text(lesson.read_text().replace("title: The", "title: Thee"))
                if ready.wait(timeout=1):
                    break
            assert stream.readline() == b"data: built\n"
        assert b"Thee" in get(port, "/first-lesson/")[1]
    finally:
        stop.set()
        watcher.join(timeout=30)


def test_content_that_is_away_for_a_moment(served: Served, tmp_path: Path) -> None:
    preview, port = served
    (preview.source / "content").rename(tmp_path / "away")
    with pytest.raises(Exception, match="there is no `content/`"):
        preview.build()
    assert get(port, "/")[0].status == 200
    (tmp_path / "away").rename(preview.source / "content")
    preview.build()
    assert json.dumps(sorted(preview.files))


def test_a_fragment_is_watched_like_any_text(served: Served) -> None:
    preview, port = served
    content = preview.source / "content"
    (content / "_shared").mkdir()
    (content / "_shared/note.md").write_text("As it was.\n")
    lesson = content / "01-first-lesson.md"
    lesson.write_text(lesson.read_text() + "\n::: include _shared/note.md\n:::\n")
    preview.build()
    assert b"As it was." in get(port, "/first-lesson/")[1]
    assert _of_the_course(preview.source)(None, str(content / "_shared/note.md"))
    (content / "_shared/note.md").write_text("As it is.\n")
    preview.build()
    assert b"As it is." in get(port, "/first-lesson/")[1]


@pytest.mark.parametrize(
    ("wanted", "status", "part", "body"),
    [
        ("bytes=0-1", 206, "bytes 0-1/10", b"01"),
        ("bytes=4-", 206, "bytes 4-9/10", b"456789"),
        ("bytes=-3", 206, "bytes 7-9/10", b"789"),
        ("bytes=-30", 206, "bytes 0-9/10", b"0123456789"),
        ("bytes=8-99", 206, "bytes 8-9/10", b"89"),
        ("bytes=10-", 416, "bytes */10", b""),
        ("bytes=5-2", 416, "bytes */10", b""),
        ("bytes=-", 200, None, b"0123456789"),
        ("bytes=0-1,4-5", 200, None, b"0123456789"),
        ("lines=0-1", 200, None, b"0123456789"),
        (f"bytes={'9' * 5000}-", 200, None, b"0123456789"),
    ],
)
def test_a_part_of_a_recording(served: Served, wanted: str, status: int, part: str | None, body: bytes) -> None:
    preview, port = served
    preview.files = {**preview.files, "talk.mp4": b"0123456789"}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/talk.mp4", headers={"Range": wanted})
    response = connection.getresponse()
    assert (response.status, response.headers["Content-Range"], response.read()) == (status, part, body)
    connection.close()
