"""How the pieces of a page become lines of text.

White space is collapsed as a browser does, except no-break spaces and what is preformatted. Each block begins a
line of its own, `<br>` is a line feed, the cells of a table row stand on one line with a tab between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACE = re.compile("[ \t\n\r\f]+")


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
        self._feeds = 0
        self._tabs = 0
        self._space = False
        self._line_has_text = False
        self._rows: list[_Row] = []

    def text(self) -> str:
        """Return all lines, joined."""
        return "".join(self._parts)

    def add(self, text: str) -> None:
        """Add running text, its white space collapsed."""
        collapsed = _SPACE.sub(" ", text)
        words = collapsed.strip(" ")
        if words:
            space = " " if (self._space or collapsed.startswith(" ")) and self._continues() else ""
            self._write(space + words)
        self._space = collapsed.endswith(" ") if words else self._space or bool(collapsed)

    def add_verbatim(self, text: str) -> None:
        """Add preformatted text, its white space kept."""
        if text:
            space = " " if self._space and self._continues() else ""
            self._space = False
            self._write(space + text)

    def feed(self) -> None:
        """Put a line feed, as `<br>` does."""
        self._feeds += 1
        self._tabs = 0
        self._space = False

    def end_block(self) -> None:
        """Let what follows begin a line, as the start and end of a block do."""
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

    def _write(self, text: str) -> None:
        if self._parts and self._feeds:
            self._parts.append("\n" * (self._feeds - (not self._line_has_text)))
        self._mark_rows(fed=bool(self._feeds), several="\n" in text)
        self._parts.append("\t" * self._tabs)
        self._feeds = self._tabs = 0
        self._parts.append(text)
        self._line_has_text = not text.endswith("\n")

    def _mark_rows(self, *, fed: bool, several: bool) -> None:
        for row in self._rows:
            row.broken = row.broken or several or (fed and row.text)
            row.text = True
