"""What one row of a codings file says, its values checked for kind but not yet against a project."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.canonical import canonical
from annotator.model.records import STANCES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.records import Stance

NEEDED = ("article", "code", "start", "end")
COLUMNS = (*NEEDED, "coder", "quote", "memo", "stance", "unsure")
_WHOLE = re.compile(r"\d{1,15}(\.0+)?")
_TRUE = frozenset({"true", "1", "yes", "y", "x"})
_FALSE = frozenset({"", "false", "0", "no", "n"})
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingRow:
    """A coding as a file gives it: `article` an id, title or file name, `code` a path or label."""

    row: int
    article: str
    code: str
    start: int
    end: int
    coder: str = ""
    quote: str = ""
    memo: str = ""
    stance: Stance = ""
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedRow:
    """A row that says no coding, and why in one sentence."""

    row: int
    why: str


class _WrongValue(Exception):
    """A value of the wrong kind; the message is the sentence."""


def coding_row(row: int, values: Mapping[str, object]) -> CodingRow | FailedRow:
    """Check the values of one row; column names are in lower case."""
    try:
        return _checked(row, values)
    except _WrongValue as error:
        return FailedRow(row=row, why=f"Row {row}: {error}")


def _checked(row: int, values: Mapping[str, object]) -> CodingRow:
    start, end = _offset(values, "start"), _offset(values, "end")
    if end <= start:
        raise _WrongValue(f"end ({end}) must be greater than start ({start}).")
    stance = _text(values, "stance").strip().casefold()
    if stance not in STANCES:
        raise _WrongValue(f"stance must be supports, opposes, mixed or empty, not {_shown(stance)}.")
    return CodingRow(
        row=row,
        article=_filled(values, "article"),
        code=_filled(values, "code"),
        start=start,
        end=end,
        coder=_text(values, "coder").strip(),
        quote=_text(values, "quote"),
        memo=_text(values, "memo"),
        stance=stance,
        unsure=_yes_or_no(values, "unsure"),
    )


def _text(values: Mapping[str, object], column: str) -> str:
    value = values.get(column)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _WrongValue(f"{column} must be text, not {_shown(value)}.")
    return canonical(value)


def _filled(values: Mapping[str, object], column: str) -> str:
    text = _text(values, column).strip()
    if not text:
        raise _WrongValue(f"{column} is empty.")
    return text


def _offset(values: Mapping[str, object], column: str) -> int:
    """Return an offset in code points: a whole number from 0, in digits; a spreadsheet's `12.0` is one too."""
    value = values.get(column)
    if isinstance(value, float) and math.isfinite(value):
        value = f"{value:f}"
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if abs(value) < 10**15 else "too large"
    written = value.strip() if isinstance(value, str) else ""
    if not (written.isascii() and _WHOLE.fullmatch(written)):
        raise _WrongValue(f"{column} must be a whole number from 0, not {_shown(values.get(column))}.")
    return int(written.split(".")[0])


def _yes_or_no(values: Mapping[str, object], column: str) -> bool:
    value = values.get(column)
    word = str(value).strip().casefold() if isinstance(value, (str, bool, int)) else "" if value is None else "?"
    if word not in _TRUE | _FALSE:
        raise _WrongValue(f"{column} must be true, false or empty, not {_shown(value)}.")
    return word in _TRUE


def _shown(value: object) -> str:
    """Return a value as it may stand in a sentence: on one line and short."""
    if value is None or value == "":
        return "empty"
    if isinstance(value, int) and abs(value) >= 10**15:
        return "a number as large as that"
    written = " ".join((value if isinstance(value, str) else repr(value)).split())
    return f"“{written[:_SHOWN]}...”" if len(written) > _SHOWN else f"“{written}”"
