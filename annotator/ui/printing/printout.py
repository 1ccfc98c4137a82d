"""What is printed of an article, as plain values: the paper never sees the project."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.model.counting import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.blocks import Block
    from annotator.ui.article.marks import AsideMark, CodingMark


@dataclass(frozen=True, slots=True, kw_only=True)
class Printout:
    """One article with one coder's codings, in the order of the text. Positions are code points.

    `blocks` are what the file marks, `aside` is what was set aside or is set more quietly, with its reason. `memos` are
    those of the codings by their ids, `remark` is the memo on the article, `day` the day of printing.
    """

    title: str
    facts: str
    text: str
    blocks: tuple[Block, ...] = ()
    marks: tuple[CodingMark, ...] = ()
    aside: tuple[AsideMark, ...] = ()
    memos: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""
    coder: str = ""
    project: str = ""
    day: str = ""
    only: str = ""

    @property
    def coded(self) -> str:
        """Who coded how much: the line below the facts."""
        codings = counted(len(self.marks), "coding")
        memos = f", {counted(len(self.memos), 'memo')}" if self.memos else ""
        only = f", only {self.only} and the codes below it" if self.only else ""
        return f"{codings} by {self.coder}{memos}{only}"

    @property
    def foot(self) -> str:
        """What stands at the foot of each page, before its number."""
        return " · ".join(part for part in (self.project, self.coder, self.day) if part)
