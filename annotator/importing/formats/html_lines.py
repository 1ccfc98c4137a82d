"""How the pieces of a page become lines of text, and which part of the page each stretch of it came from.

White space is collapsed as a browser does, except no-break spaces and what is preformatted. Each block begins a
line of its own, `<br>` is a line feed, the cells of a table row stand on one line with a tab between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.importing.read_records import Block
from annotator.model.canonical import canonical

if TYPE_CHECKING:
    from annotator.importing.formats.html_parts import Part

_SPACE = re.compile("[ \t\n\r\f]+")
_BLANK = " \t\n\r\f\v"


@dataclass(slots=True)
class _Row:
    """What the current table row has so far: any cell at all, any text, more lines than one."""

    cells: bool = False
    text: bool = False
    broken: bool = False


class Lines:
    """Collects text; breaks and spaces are held back until text follows, so none are left at the ends."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._feeds = 0
        self._tabs = 0
        self._space = False
        self._line_has_text = False
        self._rows: list[_Row] = []
        self._blocks: list[Block] = []
        self._begun: tuple[int, Part] | None = None
        self.page = 0

    def text(self) -> str:
        """Return all lines, joined; the text is canonical."""
        return "".join(self._parts)

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks that have text, in the order of the text."""
        self._end_part()
        return tuple(self._blocks)

    def add(self, text: str, part: Part) -> None:
        """Add running text, its white space collapsed."""
        collapsed = _SPACE.sub(" ", text)
        words = collapsed.strip(" ")
        if words:
            space = " " if (self._space or collapsed.startswith(" ")) and self._continues() else ""
            self._write(space + words, part)
        self._space = collapsed.endswith(" ") if words else self._space or bool(collapsed)

    def add_verbatim(self, text: str, part: Part) -> None:
        """Add preformatted text, its white space kept."""
        if text:
            space = " " if self._space and self._continues() else ""
            self._space = False
            self._write(space + text, part)

    def feed(self) -> None:
        """Put a line feed, as `<br>` does."""
        self._feeds += 1
        self._tabs = 0
        self._space = False

    def end_block(self) -> None:
        """Let what follows begin a line, as the start and end of a block do."""
        self._end_part()
        if not self._tabs:
            self._feeds = max(self._feeds, 1)
        self._space = False

    def start_row(self) -> None:
        """Begin a table row."""
        self._tabs = 0
        self.end_block()
        self._rows.append(_Row())

    def end_row(self) -> None:
        """End a table row; tabs before empty cells at its end are dropped."""
        if self._rows:
            self._rows.pop()
        self._tabs = 0
        self.end_block()

    def start_cell(self) -> None:
        """Begin a cell: a tab after the one before, or a line of its own where a cell has several lines."""
        self._end_part()
        self._space = False
        row = self._rows[-1] if self._rows else None
        if row is None or row.broken:
            self.end_block()
            return
        if row.cells:
            self._feeds = 0 if row.text else self._feeds
            self._tabs += 1
        row.cells = True

    def _continues(self) -> bool:
        return self._line_has_text and not self._feeds and not self._tabs

    def _write(self, text: str, part: Part) -> None:
        text = _cleaned(text, first=not self._length)
        if not text:
            return
        if self._length and self._feeds:
            self._put("\n" * (self._feeds - (not self._line_has_text)))
        self._mark_rows(fed=bool(self._feeds), several="\n" in text)
        self._put("\t" * self._tabs)
        self._feeds = self._tabs = 0
        self._mark_part(text, part)
        self._put(text)
        self._line_has_text = not text.endswith("\n")

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _mark_part(self, text: str, part: Part) -> None:
        """Begin a block with its first letter, or let it be the part that all its text is in."""
        if self._begun is not None:
            begun, common = self._begun
            self._begun = (begun, common if common is part or not text.strip() else common.shared(part))
        elif text.strip(_BLANK):
            self._begun = (self._length + len(text) - len(text.lstrip(_BLANK)), part)

    def _end_part(self) -> None:
        if self._begun is None:
            return
        (start, part), self._begun = self._begun, None
        end = self._length
        for piece in reversed(self._parts):
            kept = piece.rstrip(_BLANK)
            end -= len(piece) - len(kept)
            if kept:
                break
        kind, level = part.kind()
        self._blocks.append(Block(start=start, end=end, kind=kind, level=level, page=self.page, path=part.path()))

    def _mark_rows(self, *, fed: bool, several: bool) -> None:
        for row in self._rows:
            row.broken = row.broken or several or (fed and row.text)
            row.text = True


def _cleaned(text: str, *, first: bool) -> str:
    """Return a piece in canonical form; a byte-order mark is one only at the very start."""
    return canonical(text.lstrip("\ufeff\x00")) if first else canonical("x" + text)[1:]
