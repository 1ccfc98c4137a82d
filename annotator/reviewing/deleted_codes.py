"""What becomes of work on a code that was deleted here: it comes back, another takes its place, or it stays out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotator.model.pointing import pointing_fields
from annotator.model.records import Code, Coding
from annotator.reviewing.choices import BRING_BACK, LEAVE_OUT
from annotator.reviewing.copies import Version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.records import Record
    from annotator.model.revisions import RowKey

LEFT_OUT = "its code was deleted here, and you chose to leave out what is on it"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that does not come in, and why."""

    record: Record
    why: str


def settle_deleted(rows: dict[RowKey, Version], ours: dict[RowKey, Version], gone: Mapping[str, str]) -> list[Refusal]:
    """Carry out what was decided on codes that were deleted here; return what does not come in.

    What is left out is not written down as removed: in the colleague's copy it stays.
    """
    refused: list[Refusal] = []
    for row, answer in gone.items():
        if answer == LEAVE_OUT:
            refused += _leave_out(rows, ours, row)
        elif answer != BRING_BACK:
            _use_instead(rows, row, answer)
    return refused


def _leave_out(rows: dict[RowKey, Version], ours: dict[RowKey, Version], code: str) -> list[Refusal]:
    refused, left = [], [code]
    while left:
        out = left.pop()
        for key, one in [*rows.items()]:
            if one.record is None or one.number <= one.gone or out not in _codes_of(one.record):
                continue
            refused.append(Refusal(one.record, LEFT_OUT))
            if isinstance(one.record, Code):
                left.append(one.record.id)
            if key in ours:
                rows[key] = ours[key]
            else:
                del rows[key]
    return refused


def _use_instead(rows: dict[RowKey, Version], code: str, other: str) -> None:
    """Let what points at a code point at another, as a later version; a coding that is there already goes."""
    there = {
        _place(one.record) for one in rows.values()
        if isinstance(one.record, Coding) and one.record.code == other and one.number > one.gone
    }  # fmt: skip
    for key, one in [*rows.items()]:
        if one.record is None or one.number <= one.gone or code not in _codes_of(one.record):
            continue
        new: dict[str, Any] = {
            field: other for kind, field in pointing_fields(one.record)
            if kind is Code and getattr(one.record, field) == code
        }  # fmt: skip
        moved = replace(one.record, **new)
        double = isinstance(moved, Coding) and _place(moved) in there
        rows[key] = Version(one.number + 1, one.number + 1 if double else one.gone, moved)


def _place(one: Coding) -> tuple[str, str, int, int]:
    return one.article, one.coder, one.start, one.end


def _codes_of(record: Record) -> list[str]:
    """Return the ids of the codes that a record points at."""
    return [getattr(record, field) for kind, field in pointing_fields(record) if kind is Code]
