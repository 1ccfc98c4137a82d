"""What is said of all codings at a place when the mouse rests there."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.article.marks import CodingMark

ROWS = 12
LONGEST = 90


def tip(marks: Sequence[CodingMark], sayings: Sequence[str] = ()) -> str:
    """Return the tip for some codings: one row each, its memo's first line below; empty without any.

    `sayings` are further sentences about the place; they come last, and may break.

    It is rich text made of escaped plain text, so that a code named `<b>` is read as it is written.
    """
    rows = [row for mark in marks[:ROWS] for row in _rows(mark)]
    if len(marks) > ROWS:
        rows.append(f"+{len(marks) - ROWS:,}")
    told = f'<div align="left" style="white-space: pre">{"<br>".join(rows)}</div>' if rows else ""
    return told + "".join(f'<div align="left">{escape(saying)}</div>' for saying in sayings)


def _rows(mark: CodingMark) -> list[str]:
    label = f"<b>{escape(_cut(mark.label))}</b> " if mark.label else ""
    facts = [mark.name, f"by {mark.coder}" if mark.coder else "", mark.stance, "to discuss" if mark.unsure else "",
             "suggested" if mark.suggested else ""]  # fmt: skip
    rows = [label + escape(", ".join(_cut(fact) for fact in facts if fact))]
    if mark.memo_line:
        rows.append("    " + escape(_cut(mark.memo_line)))
    if mark.judged_words:
        rows.append("    " + escape(_cut(mark.judged_words)))
    return rows


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
