"""What time it is, for the few things that depend on it. The environment may state it, and then it stays the same."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

_LAST = 253_402_300_799
"""The last second of the year 9999, the last that a `datetime` can hold."""


def stated_time() -> int | None:
    """The time in seconds since 1970 that the environment states, in `SOURCE_DATE_EPOCH`, as for other tools that make
    the same out of the same; none where it states none."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(stated) if stated.isdecimal() else None


def today() -> date:
    """The stated day, or else today, in UTC."""
    stated = stated_time()
    return (datetime.now(UTC) if stated is None else datetime.fromtimestamp(min(stated, _LAST), UTC)).date()
