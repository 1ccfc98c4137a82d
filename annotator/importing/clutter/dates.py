"""Dates as articles print them at their head. Nothing is made up: day, month and year must stand there."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + r"|sept)\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = (
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
)


def printed_date(line: str) -> tuple[str, int, int] | None:
    """Return the first date of a line as YYYY-MM-DD and where it stands, or nothing."""
    found = [match for pattern in _PATTERNS if (match := pattern.search(line))]
    for match in sorted(found, key=re.Match.start):
        named = match["month"].lower()[:3]
        months = [name[:3] for name in _MONTHS]
        month = int(match["month"]) if match["month"].isdigit() else months.index(named) + 1
        try:
            return date(int(match["year"]), month, int(match["day"])).isoformat(), *match.span()
        except ValueError:
            continue
    return None
