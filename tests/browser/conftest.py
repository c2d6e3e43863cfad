"""A browser, four courses built and served, and pages that must not complain."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from minicourse.build import build

from .guard import Guard
from .question import HANDS, Hand, Keyboard, Pointer
from .server import served

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser, and comes last: fast tests first."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


# ---- the browser --------------------------------------------------------------------------------------------------


def chromium() -> str | None:
    """The Chromium of this machine; none leaves it to the one that Playwright has downloaded.

    The headless shell is the same browser without its windows: it opens a fresh profile three times as fast.
    """
    names = ("chromium-headless-shell", "chromium", "google-chrome", "chromium-browser")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    expect.set_options(timeout=15_000)
    browser = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
    yield browser
    browser.close()


# ---- the courses --------------------------------------------------------------------------------------------------


def built(project: Path, output: Path) -> Path:
    """The site of a project, in a folder of its own."""
    result = build(project, output=output)
    assert result.published is not None, result.problems
    return output


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course in `content/`, built."""
    return built(ROOT, tmp_path_factory.mktemp("shipped") / "site")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course in `tests/browser/course`, built: a question for each path that a question can take."""
    return built(HERE / "course", tmp_path_factory.mktemp("small") / "site")


@pytest.fixture(scope="session")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course in `tests/browser/arabic_course`, built."""
    return built(HERE / "arabic_course", tmp_path_factory.mktemp("arabic") / "site")


@pytest.fixture(scope="session")
def kinds_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course in `tests/browser/kinds_course`, built: a question of each kind, variants of them, and quizzes."""
    return built(HERE / "kinds_course", tmp_path_factory.mktemp("kinds") / "site")


@pytest.fixture(scope="session")
def blocks_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course in `tests/browser/blocks_course`, built: tabs, columns, figures, recordings, a fragment."""
    return built(HERE / "blocks_course", tmp_path_factory.mktemp("blocks") / "site")


@pytest.fixture(scope="session")
def blocks(blocks_site: Path) -> Iterator[str]:
    """Address of the course with a block of each kind."""
    with served(blocks_site) as address:
        yield address


@pytest.fixture(scope="session")
def shipped(shipped_site: Path) -> Iterator[str]:
    """Address of the course in `content/`."""
    with served(shipped_site) as address:
        yield address


@pytest.fixture(scope="session")
def small(small_site: Path) -> Iterator[str]:
    """Address of the small course."""
    with served(small_site) as address:
        yield address


@pytest.fixture(scope="session")
def arabic(arabic_site: Path) -> Iterator[str]:
    """Address of the Arabic course."""
    with served(arabic_site) as address:
        yield address


@pytest.fixture(scope="session")
def kinds(kinds_site: Path) -> Iterator[str]:
    """Address of the course with a question of each kind."""
    with served(kinds_site) as address:
        yield address


# ---- pages --------------------------------------------------------------------------------------------------------


class Contexts(Protocol):
    """Opens a fresh browser profile for the site at an address; options are Playwright's `new_context`."""

    def __call__(self, site: str, **options: Any) -> BrowserContext: ...


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Contexts]:
    """Profiles in which any complaint, and any request that leaves the site, fails the test."""
    opened: list[tuple[BrowserContext, Guard]] = []

    def open(site: str, **options: Any) -> BrowserContext:
        context = browser.new_context(**options)
        context.set_default_timeout(20_000)
        opened.append((context, Guard(context, site)))
        return context

    yield open
    for context, _ in opened:
        context.close()
    assert [complaint for _, guard in opened for complaint in guard.complaints] == []


def close_all(browser: Browser) -> None:
    """Close every profile: done before a test's own server stops, which an open page would complain of."""
    for context in browser.contexts:
        context.close()


@pytest.fixture
def context(new_context: Contexts, small: str) -> BrowserContext:
    """A fresh profile for the small course."""
    return new_context(small)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab for the small course."""
    return context.new_page()


@pytest.fixture(params=HANDS)
def hand(request: pytest.FixtureRequest, page: Page) -> Hand:
    """How the learner works the page: once by keyboard alone, once by pointer alone."""
    return Keyboard(page) if request.param == "keyboard" else Pointer(page)
