"""Files that are not what they say, or lead where nobody should look."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from minicourse.build import build, check, rendered
from minicourse.images import BadImage, svg_size
from minicourse.publish.folder import Staging
from minicourse.serve import EVENTS, Preview, server
from tests.check.test_messages import SOUND

LESSON = "---\ntitle: A lesson\nobjectives:\n  do-it: Do it\n---\n\n"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" viewBox="0 0 1 1">'
    '<path d="M0 0h1"/>{}</svg>'
)
ACTIVE = (
    "<script>alert(1)</script>",
    "<h:script>alert(1)</h:script>",
    "<foreignObject/>",
    '<g onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"/>',
    '<use href="https://evil.example/x.svg#a"/>',
    '<h:frame src="javascript:parent.alert(1)"/>',
    '<h:form action="javascript:alert(1)"><h:button>x</h:button></h:form>',
    '<h:meta http-equiv="refresh" content="0;url=https://evil.example"/>',
    '<h:img src="https://evil.example/x.png"/>',
    '<style>@import "https://evil.example/x.css";</style>',
    '<style>@&#105;mport "https://evil.example/x.css";</style>',
    '<style>@im<![CDATA[port "https://evil.example/x.css"]]></style>',
    '<style>@\\69mport "https://evil.example/x.css";</style>',
    "<style>svg{fill:u\\72l(https://evil.example/x)}</style>",
    '<style>svg{background:image-set("https://evil.example/x.png" 1x)}</style>',
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    for path, text in SOUND.items():
        (root / path).write_text(text)
    (root / "content/01-lesson.md").write_text(LESSON)
    return root


def test_a_plain_drawing() -> None:
    assert svg_size(SVG.format("<g/>").encode()) == (1, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("inside", ACTIVE)
def test_an_active_drawing(inside: str, encoding: str) -> None:
    with pytest.raises(BadImage):
        svg_size(SVG.format(inside).encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        f'<?xml version="1.0" encoding="{name}"?><svg xmlns="http://www.w3.org/2000/svg"/>'
        for name in ("foo", "utf-7", "big5", "rot13", "idna", "undefined")
    ]
    + ["<svg xmlns='http://www.w3.org/2000/svg' width='" + "9" * 400 + "' height='1'/>"],
)
def test_a_drawing_that_makes_no_sense_is_refused_or_has_no_size(text: str) -> None:
    with contextlib.suppress(BadImage):
        assert svg_size(text.encode()) is None


@pytest.mark.parametrize("hidden", [".git/config", ".env"])
def test_links_do_not_publish_hidden_files(project: Path, hidden: str) -> None:
    """A checkout's `.git/config` may hold a token; it is inside the project, but nobody's lesson."""
    (project / hidden).parent.mkdir(exist_ok=True)
    (project / hidden).write_text("SECRET")
    (project / "content/notes.txt").symlink_to(f"../{hidden}")
    (project / "content/01-lesson.md").write_text(LESSON + "[notes](notes.txt)\n")
    assert b"SECRET" not in rendered(project)[1].get("notes.txt", b"")


def test_the_old_site_stays_when_an_authors_file_has_the_name_of_one_of_ours(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "content/01-lesson.md").write_text(LESSON + "[x](llms.txt)\n")
    (project / "content/llms.txt").write_text("x")
    build(project)
    published = project / "site/llms.txt"
    if not published.exists():
        return  # refused: just as well
    before = published.read_bytes()
    (project / "content/llms.txt").write_bytes(before)
    (project / "content/course.yml").write_text("title: Another title\n")
    monkeypatch.setattr(Staging, "publish", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(project)
    assert published.read_bytes() == before


def test_a_folder_with_the_name_of_one_of_our_files(project: Path) -> None:
    """A problem, or a page; not an error of the disk."""
    (project / "content/llms.txt").mkdir()
    (project / "content/llms.txt/a.svg").write_text(SVG.format(""))
    (project / "content/01-lesson.md").write_text(LESSON + "![x](llms.txt/a.svg)\n")
    build(project)


def test_text_on_the_print_page_is_the_authors(project: Path) -> None:
    (project / "content/01-lesson.md").write_text(LESSON + 'Write `<p id="x">` here.\n')
    assert b'&lt;p id="x"&gt;' in rendered(project)[1]["print/index.html"]


def test_control_characters_do_not_reach_a_page(project: Path) -> None:
    (project / "content/01-lesson.md").write_text(LESSON.replace("A lesson", '"a\\0b\\e[31m"'))
    assert not any(character in data for data in rendered(project)[1].values() for character in (b"\0", b"\x1b"))


def test_many_levels_of_settings(project: Path) -> None:
    """Deeper than the C parser's stack."""
    (project / "content/course.yml").write_text("title: x\ntags:\n  " + "- " * 50_000 + "a\n")
    assert "yaml-syntax" in {problem.code for problem in check(project).problems}


@pytest.fixture
def served(project: Path) -> Iterator[tuple[Preview, int]]:
    preview = Preview(project)
    preview.build()
    httpd = server(preview, 0)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield preview, httpd.server_port
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def send(port: int, head: str) -> bytes:
    """The answer to a request, sent as it is."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as page:
        page.sendall(f"{head}\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n".encode())
        with page.makefile("rb") as answer:
            return answer.read()


def test_asking_for_the_head_of_the_stream_does_not_use_it_up(served: tuple[Preview, int]) -> None:
    preview, port = served
    for _ in range(3):
        send(port, f"HEAD {EVENTS} HTTP/1.1")
    assert preview._listeners == []


def test_an_address_that_is_none(served: tuple[Preview, int], capsys: pytest.CaptureFixture[str]) -> None:
    assert send(served[1], "GET http://[x/ HTTP/1.1").startswith(b"HTTP/1.1 4")
    assert "Traceback" not in capsys.readouterr().err


def test_a_page_that_goes_away(served: tuple[Preview, int], capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        page = socket.create_connection(("127.0.0.1", served[1]), timeout=10)
        page.sendall(b"GET / HTT")
        page.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        page.close()
    assert send(served[1], "GET / HTTP/1.1").startswith(b"HTTP/1.1 200")
    assert "Traceback" not in capsys.readouterr().err
