"""What a file marks in its text: headings, list items, cells of tables, pages, and the signs of its mark-up.

Blocks belong to the text, which lies once by its hash, not to the history. Offsets are code points of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.model.passages import Span

PARAGRAPH, HEADING, LIST_ITEM = "paragraph", "heading", "list item"
TABLE_CELL, PAGE, MARK = "table cell", "page", "mark"
_LISTS = ("ul", "ol")
_TELLING = ("front matter", "code", "blockquote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a text as its file marks it: `start` and `end` in code points of the text.

    `kind`: paragraph, heading, list item, table cell, caption, footnote, navigation, page head, page foot, time; page,
    where a paragraph goes on on another one; mark, for characters that only mark up. `level` of a heading or a list in
    lists from 1, else 0; `page` from 1 as the file counts, 0 where there are none; `path` the tags around it, joined by
    /, or whose mark.
    """

    start: int
    end: int
    kind: str = PARAGRAPH
    level: int = 0
    page: int = 0
    path: str = ""


class OnPages(NamedTuple):
    """The first and the last page of a passage, the file's first being 1; 0 where they are not known."""

    first: int = 0
    last: int = 0

    @property
    def end(self) -> int:
        """The last page where it is another one than the first, else 0."""
        return self.last if self.last != self.first else 0

    @property
    def cited(self) -> str:
        """As a citation has it, `p. 4` or `pp. 4–5`; empty where nothing is known."""
        if not self.first:
            return ""
        return f"pp. {self.first}–{self.end}" if self.end > self.first else f"p. {self.first}"


class Pages:
    """The pages of one text, asked about its passages."""

    def __init__(self, begins: Iterable[tuple[int, int]]) -> None:
        """Take where something on a page begins, and the page."""
        there = sorted(begins)
        self._starts, self._pages = [start for start, _ in there], [page for _, page in there]

    def at(self, position: int) -> int:
        """Return the page at a position, 0 where it is not known."""
        place = bisect_right(self._starts, position) - 1
        return self._pages[place] if place >= 0 else 0

    def of(self, start: int, end: int) -> OnPages:
        """Return the pages of a passage."""
        return OnPages(self.at(start), self.at(max(start, end - 1)))


NO_PAGES = Pages(())


def kept_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks that say more than the text itself, in its order, an outer one before those inside.

    A paragraph that is only that goes, and so do the tags round a block, but for the few that change how it reads.
    """
    kept = (_cut(block) for block in blocks if block.start < block.end)
    return in_order(block for block in kept if block.kind != PARAGRAPH or block.page or block.path)


def in_order(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks in the order of the text, none twice, an outer one before those inside and marks last."""
    there = {(block.start, -block.end, block.kind == MARK, block.kind, block.path): block for block in blocks}
    return tuple(there[key] for key in sorted(there))


def moved_blocks(
    blocks: Iterable[Block], moved: Callable[[Span], Span], old_text: str, new_text: str
) -> tuple[Block, ...]:
    """Return the blocks of a text in its corrected form; `moved` maps passages. What is gone or changed marks nothing.

    A block whose words were corrected stays; a mark whose characters were is one no more.
    """
    kept = []
    for block in blocks:
        start, end = moved((block.start, block.end))
        same = new_text[start:end] == old_text[block.start : block.end]
        if start < end and (same or (block.kind != MARK and new_text[start:end].strip())):
            kept.append(replace(block, start=start, end=end))
    return in_order(kept)


def _cut(block: Block) -> Block:
    if block.kind == MARK or not block.path:
        return block
    names = [tag.partition(".")[0] for tag in block.path.split("/")]  # `div.share` is a `div`
    told = next((name for name in _TELLING if name in names), "")
    if block.kind != LIST_ITEM:
        return replace(block, path=told)
    lists = [name for name in names if name in _LISTS]
    return replace(block, path=lists[-1] if lists[-1:] == ["ol"] else told, level=block.level or len(lists))
