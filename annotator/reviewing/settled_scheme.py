"""How the scheme stands when both copies have changed it: no code below itself, no key for two codes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.records import Code, Record

if TYPE_CHECKING:
    from annotator.model.revisions import RowKey


def settled_scheme(rows: dict[RowKey, Record]) -> dict[RowKey, Record]:
    """Return the rows with the scheme in order, whichever copy each code came from.

    Of codes that would hang below each other the one with the smallest id goes to the top; of codes with one key the
    one with the smallest id keeps it.
    """
    codes = {one.id: one for _, one in sorted(rows.items(), key=lambda item: item[0][1]) if isinstance(one, Code)}
    for row in sorted(codes):
        if row == min(_ring(row, codes), default=""):
            codes[row] = replace(codes[row], parent=None)
    taken: set[int] = set()
    for row, code in sorted(codes.items()):
        if code.key is not None and code.key in taken:
            codes[row] = replace(code, key=None)
        elif code.key is not None:
            taken.add(code.key)
    return {**rows, **{(Code, row): code for row, code in codes.items()}}


def _ring(row: str, codes: dict[str, Code]) -> list[str]:
    """Return the codes of the ring that a code hangs in, none where it leads to the top."""
    passed: list[str] = []
    at: str | None = row
    while at is not None and at not in passed:
        passed.append(at)
        at = codes[at].parent
    return passed if at == row else []
