"""How the parts that a file marks look: headings, list items, rows of tables, quoted paragraphs, emphasis.

Only formats are set, on the view's own document; no letter is moved for them. Positions are code points of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption

from annotator.model.blocks import HEADING, LIST_ITEM, MARK, TABLE_CELL
from annotator.ui.article.lines import BASELINE, RIGHT_TO_LEFT
from annotator.ui.article.signs import BULLET, Signs
from annotator.ui.article.typesetting import TEXT_PIXELS
from annotator.ui.theme import reading_font, theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

    from annotator.model.blocks import Block
    from annotator.ui.article.lines import Line as ShownLine
    from annotator.ui.article.text_positions import TextPositions
    from annotator.ui.article.typesetting import Page, Type

    Span = tuple[int, int]
    Line = tuple[QTextBlock, list[Block]]

INDENT, BETWEEN = 20, 4
STRONG = 2  # characters of a sign that makes letters heavy, not italic
MOST_NESTED = 6
QUOTED, NUMBERED = "blockquote", "ol"
_CLOSE = frozenset([LIST_ITEM, TABLE_CELL])  # stand close to their like
_PRINTED = re.compile(r"[^\S\n]*(?:[^\w\s“”‘’\"'(]|\d{1,3}[.)]|\w[.)])[^\S\n]+")


def is_seen(block: Block) -> bool:
    """Tell whether a block changes how its text looks."""
    return block.kind in (HEADING, LIST_ITEM, TABLE_CELL, MARK) or block.path == QUOTED


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one text, the signs that mark them, and where items of lists begin that have no sign at all."""

    blocks: tuple[Block, ...]
    signs: Signs
    bare_items: frozenset[int]

    @classmethod
    def of(cls, text: str, blocks: Iterable[Block] = ()) -> Parts:
        """Return what of the blocks of a text can be seen."""
        seen = tuple(block for block in blocks if is_seen(block) and block.end <= len(text))
        signs = Signs(text, seen)
        items = (block.start for block in seen if block.kind == LIST_ITEM and block.path != NUMBERED)
        return cls(seen, signs, frozenset(start for start in items if not _PRINTED.match(signs.shown, start)))

    def set_in(
        self,
        document: QTextDocument,
        positions: TextPositions,
        style: Type,
        page: Page,
        within: Sequence[Span] | None = None,
    ) -> None:
        """Set the parts, or those that touch one of some stretches, but not what is set as the headline."""
        if not self.blocks:
            return
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        behind = _behind_headline(document)
        for span, characters in self._faces(style):
            first = positions.to_qt(span[0])
            if first >= behind and _touches(span, within):
                cursor.setPosition(first)
                cursor.setPosition(positions.to_qt(span[1]), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(characters)
        blocks = [block for block in self.blocks if _touches((block.start, block.end), within)]
        for line, made in self._paragraphs(_by_line(document, positions, blocks), style, page.measures.text):
            cursor.setPosition(line.position())
            cursor.mergeBlockFormat(made)
        cursor.endEditBlock()

    def _faces(self, style: Type) -> Iterator[tuple[Span, QTextCharFormat]]:
        """Yield headings and what is emphasised, outer before inner, each with the face that all of them give it."""
        headings = [(block.start, block.end, "#") for block in self.blocks if block.kind == HEADING]
        around: list[tuple[int, str]] = []
        formats: dict[str, QTextCharFormat] = {}
        for start, end, sign in sorted((*headings, *self.signs.emphasised), key=lambda one: (one[0], -one[1])):
            while around and around[-1][0] <= start:
                around.pop()
            signs = (around[-1][1] if around else "") + f" {sign}"
            around.append((end, signs))
            if signs not in formats:
                formats[signs] = _characters(signs.split(), style)
            yield (start, end), formats[signs]

    def _paragraphs(
        self, lines: Sequence[Line], style: Type, width: float
    ) -> Iterator[tuple[QTextBlock, QTextBlockFormat]]:
        """Yield the paragraphs of list items, quotations and rows, each with how it is set."""
        kinds = [{block.kind for block in there} & _CLOSE for _, there in lines] + [set()]
        for number, (line, there) in enumerate(lines):
            made = QTextBlockFormat()
            if TABLE_CELL in kinds[number]:
                made.setTabPositions(_stops(len(there), width))
            if depth := max(_depth(block) for block in there):
                before = not RIGHT_TO_LEFT.search(line.text())
                (made.setLeftMargin if before else made.setRightMargin)(depth * INDENT * style.scale)
            if LIST_ITEM in kinds[number]:
                made.setTextIndent(-min(INDENT * style.scale, self._hanging(there[0].start, style)))
            if kinds[number] & kinds[number + 1] and line.next() == lines[number + 1][0]:
                made.setBottomMargin(BETWEEN * style.scale)
            yield line, made

    def _hanging(self, start: int, style: Type) -> float:
        """Return how wide the bullet or number is that an item begins with, so that its lines begin at one edge."""
        printed = _PRINTED.match(self.signs.shown, start)
        return QFontMetricsF(style.font).horizontalAdvance(printed[0]) if printed else 0.0


def _behind_headline(document: QTextDocument) -> int:
    """Return where in the document its headline ends, 0 where it has none."""
    block = document.begin()
    while block.isValid() and block.blockFormat().lineHeight() == 0:
        block = block.next()
    return block.position() + block.length() if block.blockFormat().headingLevel() else 0


def _touches(span: Span, within: Sequence[Span] | None) -> bool:
    return within is None or any(span[0] < end and span[1] > start for start, end in within)


def _depth(block: Block) -> int:
    """Return how many steps a paragraph is set in."""
    return min(MOST_NESTED, max(1, block.level)) if block.kind == LIST_ITEM else int(block.path == QUOTED)


def _by_line(document: QTextDocument, positions: TextPositions, blocks: Iterable[Block]) -> list[Line]:
    """Return the paragraphs in which such parts begin, in the order of the text, each with its parts."""
    set_in = (block for block in blocks if block.kind in _CLOSE or (block.path == QUOTED and block.kind != MARK))
    placed = ((document.findBlock(positions.to_qt(block.start)), block) for block in set_in)
    grouped = [list(there) for _, there in groupby(placed, lambda one: one[0].blockNumber())]
    return [(there[0][0], [block for _, block in there]) for there in grouped]


def _stops(columns: int, width: float) -> list[QTextOption.Tab]:
    """Return the tab stops that part a row into columns of one width."""
    return [QTextOption.Tab(width * number / columns, QTextOption.TabType.LeftTab) for number in range(1, columns)]


def _characters(signs: Sequence[str], style: Type) -> QTextCharFormat:
    """Return how a stretch is set that stands between these signs, `#` for a heading."""
    heavy = any(sign == "#" or (sign[0] in "*_" and len(sign) > 1) for sign in signs)
    italic = any(sign[0] in "*_" and len(sign) != STRONG for sign in signs)
    font = reading_font(TEXT_PIXELS * style.scale, 600 if heavy else 400, italic=italic)
    font.setStrikeOut(any(sign[0] == "~" for sign in signs))
    made = QTextCharFormat()
    made.setFont(font)
    return made


def paint_bullets(painter: QPainter, lines: Iterable[ShownLine], items: AbstractSet[int], style: Type) -> None:
    """Paint a bullet before each item of a list that has no sign in the text."""
    painter.setFont(style.font)
    painter.setPen(theme().colour("ink2"))
    for line in lines:
        if line.start in items:
            painter.drawText(bullet_place(line, style), BULLET)


def bullet_place(line: ShownLine, style: Type) -> QPointF:
    """Return where the bullet before a line begins, on its base line."""
    room = QFontMetricsF(style.font).horizontalAdvance(f"{BULLET} ")
    return QPointF(line.left - room, line.top + BASELINE * (line.bottom - line.top))
