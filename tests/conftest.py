"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the golden fixtures really give as expected")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the tests remember is not mixed with what the user's own runs do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Are new results to be written into the golden fixtures? Read the difference before you commit it."""
    return bool(request.config.getoption("--accept"))
