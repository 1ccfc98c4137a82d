"""What stands after the text of a printed article: the memos by number, and what had no room in the margin."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.ui.article.marks import CodingMark
    from annotator.ui.printing.printout import Printout

Kind = Literal["title", "facts", "head", "name", "quote", "words", "signs"]
QUOTED = 160  # characters of a passage that stand before its memo
LISTED = 60
SIGNS = {"supports": "+ supports", "opposes": "\N{MINUS SIGN} opposes", "mixed": "\N{PLUS-MINUS SIGN} mixed"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of what we add to the text, with how it is set."""

    kind: Kind
    text: str


def head(printout: Printout, *, title: bool) -> list[Paragraph]:
    """Return what stands above the text: the headline unless it is the text's first line, then what is known."""
    above = [Paragraph("title", printout.title)] if title and printout.title else []
    return [*above, *(Paragraph("facts", line) for line in (printout.facts, printout.coded) if line)]


def numbers(printout: Printout) -> dict[str, int]:
    """Return the number of each memo, from 1, by the id of its coding, in the order of the text."""
    with_memo = [mark.id for mark in printout.marks if printout.memos.get(mark.id, "").strip()]
    return {coding: number for number, coding in enumerate(with_memo, 1)}


def notes(printout: Printout, pages: Mapping[str, int], nameless: Sequence[CodingMark]) -> list[Paragraph]:
    """Return the notes; `pages` tells on which page a coding begins, `nameless` which are only counted there."""
    return [*_memos(printout, pages), *_listed(printout, pages, nameless), *_signs(printout.marks)]


def _memos(printout: Printout, pages: Mapping[str, int]) -> Iterator[Paragraph]:
    numbered = numbers(printout)
    if not numbered and not printout.remark.strip():
        return
    yield Paragraph("head", "Memos")
    if printout.remark.strip():
        yield Paragraph("name", "On the article")
        yield from _words(printout.remark)
    for mark in printout.marks:
        if mark.id in numbered:
            yield Paragraph("name", f"[{numbered[mark.id]}]  {_where(mark, pages)}")
            yield Paragraph("quote", _quoted(printout, mark, QUOTED))
            yield from _words(printout.memos[mark.id])


def _listed(printout: Printout, pages: Mapping[str, int], nameless: Sequence[CodingMark]) -> Iterator[Paragraph]:
    if nameless:
        yield Paragraph("head", "Codings that are only counted in the margin")
    for mark in nameless:
        yield Paragraph("words", f"{_where(mark, pages)}: {_quoted(printout, mark, LISTED)}")


def _signs(marks: Sequence[CodingMark]) -> Iterator[Paragraph]:
    stances = {mark.stance for mark in marks}
    used = [sign for stance, sign in SIGNS.items() if stance in stances]
    if any(mark.unsure for mark in marks):
        used.append("? unsure, to discuss")
    if used:
        yield Paragraph("signs", f"Signs beside a name: {', '.join(used)}")


def _where(mark: CodingMark, pages: Mapping[str, int]) -> str:
    return f"{mark.title}, page {pages.get(mark.id, 1)}"


def _quoted(printout: Printout, mark: CodingMark, length: int) -> str:
    return f"“{textwrap.shorten(printout.text[mark.start : mark.end], length, placeholder='…')}”"


def _words(memo: str) -> Iterator[Paragraph]:
    for line in memo.split("\n"):
        if line.strip():
            yield Paragraph("words", line.strip())
