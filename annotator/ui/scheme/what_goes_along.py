"""What goes with a code that is merged or deleted, in words, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.counting import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.records import Code


def by_coder(numbers: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Return `14 codings by 2 coders (Ann 9, Ben 5)`, by the number of each coder; whose work it is stands in brackets.

    `names` are those of the coders by their ids.
    """
    if not numbers:
        return "no codings"
    counts = {names.get(coder, "unknown"): number for coder, number in numbers.items()}
    each = ", ".join(f"{name} {counts[name]:,}" for name in sorted(counts, key=lambda name: (-counts[name], name)))
    return f"{counted(sum(counts.values()), 'coding')} by {counted(len(counts), 'coder')} ({each})"


def merge_question(code: Code, into: Code, along: str, sub_codes: int) -> str:
    """Return what is asked before two codes become one."""
    moved = f"{counted(sub_codes, 'sub-code')} and " if sub_codes else ""
    return (
        f"Merge {code.title} into {into.title}: {moved}{along} move to {into.title}, and {code.title} goes. "
        "Undo brings it back."
    )


def delete_question(code: Code, along: str, sub_codes: int, memos: int) -> str:
    """Return what is asked before a code goes."""
    others = [counted(number, thing) for number, thing in ((sub_codes, "sub-code"), (memos, "memo")) if number]
    return f"Delete code {code.title}: {', '.join([along, *others])} go with it. Undo brings everything back."
