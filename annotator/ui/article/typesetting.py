"""How an article's text becomes a laid-out document, without a character gained or lost.

The document holds the text and its reading type, never a coding. Empty lines take no height: the gap between
paragraphs is half a line whether or not an empty line stands between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from annotator.ui.article.measures import BOTTOM, TOP, Measures
from annotator.ui.article.signs import UNSEEN
from annotator.ui.theme import reading_font

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT_PIXELS = 16
HEADLINE_PIXELS = 26
FACTS_ROW = 20
FACTS_GAP = 8
TEXT_GAP = 16
LONG_LINE = 10_000
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_BREAK = "\u2029"
_DROPPED = re.compile("^[\ufeff\ufffe]", re.MULTILINE)
_SEEN = re.compile(rf"[^\s{UNSEEN}]")


@dataclass(frozen=True, slots=True)
class Type:
    """The reading type at a scale (1 is 12 points): sizes and line heights in device-independent pixels."""

    scale: float

    @property
    def font(self) -> QFont:
        """The face of the text."""
        return reading_font(TEXT_PIXELS * self.scale)

    @property
    def headline_font(self) -> QFont:
        """The face of the headline."""
        return reading_font(HEADLINE_PIXELS * self.scale, 600)

    @property
    def line(self) -> int:
        """The line height of the text: one and a half sizes, even."""
        return 2 * round(TEXT_PIXELS * self.scale * 0.75)

    @property
    def headline_line(self) -> int:
        """The line height of the headline."""
        return 2 * round(16 * self.scale)

    @property
    def gap(self) -> int:
        """The gap between paragraphs."""
        return self.line // 2


@dataclass(frozen=True, slots=True)
class Page:
    """What is round the text: the columns, room `above` for a painted headline, or a headline as its first line."""

    measures: Measures
    headline: bool
    above: int
    below_headline: int


def view_copy(text: str) -> str:
    """Return what is shown for a text: breaks in lines over 10,000 characters, no BOM where one begins.

    A break takes the place of a space, so that positions hold; where there is none it is added, at `hard_breaks`.
    Qt drops U+FEFF and U+FFFE where they come first in what is inserted, and slows down with the length of a line.
    """
    if "\ufeff" in text or "\ufffe" in text:
        text = _DROPPED.sub("\u200b", text)
    if len(text) <= LONG_LINE:
        return text
    return "\n".join(_broken(line) if len(line) > LONG_LINE else line for line in text.split("\n"))


def hard_breaks(text: str) -> list[int]:
    """Return the positions, in code points, before which the shown copy has a break that the text has not."""
    if len(text) <= LONG_LINE:
        return []
    found, at = [], 0
    for line in text.split("\n"):
        if len(line) > LONG_LINE:
            found += [at + place for place, on_space in _breaks(line) if not on_space]
        at += len(line) + 1
    return found


def _broken(line: str) -> str:
    pieces, start = [], 0
    for place, on_space in _breaks(line):
        pieces.append(line[start:place])
        start = place + on_space
    return _BREAK.join([*pieces, line[start:]])


def _breaks(line: str) -> Iterator[tuple[int, bool]]:
    """Yield where a long line is broken, and whether a space stands there."""
    start = 0
    while len(line) - start > LONG_LINE:
        space = line.rfind(" ", start + 1, start + LONG_LINE)
        place = space if space > 0 else start + LONG_LINE
        yield place, space > 0
        start = place + (space > 0)


def first_line(text: str) -> str:
    """Return the first line that is not blank, without spaces around it."""
    found = re.search(r"\S[^\n]*", text)
    return found[0].strip() if found else ""


def typeset(text: str, style: Type, page: Page) -> QTextDocument:
    """Return a document that holds the text in the reading type; it is laid out when it is first shown."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(style.font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    plain = QTextCharFormat()
    for number, (run, kind) in enumerate(_runs(view_copy(text), headline=page.headline)):
        block, characters = _formats(kind, style, page, plain)
        if number:
            cursor.insertBlock(block, characters)
        else:
            cursor.setBlockFormat(block)
        cursor.insertText(run, characters)
    cursor.endEditBlock()
    _set_page(document, page)
    return document


def _runs(shown: str, *, headline: bool) -> Iterator[tuple[str, str]]:
    """Yield runs of neighbouring lines of one kind, each with its kind: headline, text or blank."""
    for blank, lines in groupby(shown.split("\n"), lambda line: _SEEN.search(line) is None):
        run = list(lines)
        if headline and not blank:
            headline = False
            yield run.pop(0), "headline"
        if run:
            yield "\n".join(run), "blank" if blank else "text"


def _formats(kind: str, style: Type, page: Page, plain: QTextCharFormat) -> tuple[QTextBlockFormat, QTextCharFormat]:
    if kind == "blank":
        return _block_format(0, below=0), plain
    if kind == "text":
        return _block_format(style.line, below=style.gap), plain
    characters = QTextCharFormat()
    characters.setFont(style.headline_font)
    headline = _block_format(style.headline_line, below=page.below_headline)
    headline.setHeadingLevel(1)
    return headline, characters


def _block_format(line: int, below: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(line, _FIXED)
    made.setBottomMargin(below)
    return made


def _set_page(document: QTextDocument, page: Page) -> None:
    frame = document.rootFrame()
    margins = frame.frameFormat()
    margins.setLeftMargin(page.measures.gutter)
    margins.setRightMargin(page.measures.gap - page.measures.margin_lead)
    margins.setTopMargin(TOP + page.above)
    margins.setBottomMargin(BOTTOM)
    frame.setFrameFormat(margins)
