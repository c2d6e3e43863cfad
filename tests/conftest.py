"""What all tests share."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the golden fixtures really give as expected")


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Are new results to be written into the golden fixtures? Read the difference before you commit it."""
    return bool(request.config.getoption("--accept"))
