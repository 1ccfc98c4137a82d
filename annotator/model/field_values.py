"""Which values fit a field of one's own: a number is a number, a date a day, a choice one of the choices."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.records import Field

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
LONGEST_VALUE = 2000


def choices_of(text: str) -> tuple[str, ...]:
    """Return the choices that stand in a text, one a line, each once."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return tuple({line.casefold(): line for line in reversed([line for line in lines if line])}.values())[::-1]


def in_good_order(field: Field, value: str) -> str:
    """Return a value as it is kept: white space of a text collapsed, a choice as the field spells it."""
    value = " ".join(value.split())
    if field.kind == "choice":
        return next((one for one in field.choice_list if one.casefold() == value.casefold()), value)
    return value


def misfit(field: Field, value: str) -> str:
    """Return why a value does not fit a field, empty when it does. No value fits every field."""
    if not value:
        return ""
    if field.kind == "number" and not _NUMBER.fullmatch(value):
        return f"“{_short(value)}” is no number, so “{field.name}” was not changed. Write it as 1250 or -3.5."
    if field.kind == "date" and not is_day(value):
        return f"“{_short(value)}” is no date, so “{field.name}” was not changed. Write it as 2016-05-19."
    if field.kind == "choice" and value not in field.choice_list:
        choices = ", ".join(field.choice_list[:8]) + (" …" if len(field.choice_list) > 8 else "")
        return f"“{_short(value)}” is no choice of “{field.name}”, so it was not changed. Take one of: {choices}."
    if len(value) > LONGEST_VALUE:
        return f"“{field.name}” holds {LONGEST_VALUE:,} characters at most, so it was not changed. Shorten it."
    return ""


def is_day(value: str) -> bool:
    """Tell whether a text is a day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def renamed_choices(before: tuple[str, ...], after: tuple[str, ...]) -> dict[str, str]:
    """Return old -> new name of the choices that changed at their place while the number stayed."""
    if len(before) != len(after):
        return {}
    return {
        old: new
        for old, new in zip(before, after, strict=True)
        if old != new and old not in after and new not in before
    }


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"
