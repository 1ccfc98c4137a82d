"""Dates as articles print them at their head. Nothing is made up: day, month and year must stand there."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_OTHER_MONTHS = {
    "janvier": 1, "janv": 1, "januar": 1, "jänner": 1, "février": 2, "févr": 2, "februar": 2, "mars": 3, "märz": 3,
    "avril": 4, "mai": 5, "juin": 6, "juni": 6, "juillet": 7, "juil": 7, "juli": 7, "août": 8, "septembre": 9,
    "octobre": 10, "oktober": 10, "okt": 10, "novembre": 11, "décembre": 12, "déc": 12, "dezember": 12, "dez": 12,
}  # fmt: skip
_ENGLISH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_MONTH = rf"(?P<month>{_ENGLISH}|sept|{'|'.join(sorted(_OTHER_MONTHS, key=len, reverse=True))})\b\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?", r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = (
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
)


def printed_date(line: str) -> tuple[str, int, int] | None:
    """Return the first date of a line as YYYY-MM-DD and where it stands, or nothing."""
    found = [match for pattern in _PATTERNS if (match := pattern.search(line))]
    for match in sorted(found, key=re.Match.start):
        month = _month(match["month"].lower().rstrip("."))
        try:
            return date(int(match["year"]), month, int(match["day"])).isoformat(), *match.span()
        except ValueError:
            continue
    return None


def _month(named: str) -> int:
    if named.isdigit():
        return int(named)
    return _OTHER_MONTHS.get(named) or [name[:3] for name in _MONTHS].index(named[:3]) + 1
