"""What day a cell means, where only one can be meant."""

from __future__ import annotations

import re
from datetime import date

from annotator.importing.clutter.dates import printed_date

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:.*)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:,? \d{1,2}:.*)?")
_AROUND = re.compile(r"[\s,.]*(?:\w+day,?|[A-Z][a-z]{1,2},?)?[\s,.]*|[\s,]*(?:at )?\d{1,2}[:.]\d\d.*", re.IGNORECASE)


def day_of(written: str) -> str:
    """Return a day as YYYY-MM-DD; an empty string where none is meant, or it could be one of two."""
    cell = " ".join(written.split())
    if match := _YEAR_FIRST.fullmatch(cell):
        return _day(match[1], match[3], match[4])
    if match := _COMPACT.fullmatch(cell):
        return _day(*match.groups())
    if match := _YEAR_LAST.fullmatch(cell):
        return _told_apart(match[1], match[3], match[4])
    printed = printed_date(cell)
    if printed is None or not all(map(_AROUND.fullmatch, (cell[: printed[1]], cell[printed[2] :]))):
        return ""
    return printed[0]


def _told_apart(one: str, two: str, year: str) -> str:
    """Tell day and month apart: one of them is above 12, or both are the same."""
    if int(one) > 12 or one == two:
        return _day(year, two, one)
    return _day(year, one, two) if int(two) > 12 else ""


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
