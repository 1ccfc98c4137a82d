"""How key points stand on the page: set in, close together, with room before and behind; no letter is moved for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF, QTextCursor, QTextFormat

from annotator.ui.article.lines import RIGHT_TO_LEFT
from annotator.ui.article.marks import KEY_POINTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextDocument

    from annotator.ui.article.marks import AsideMark
    from annotator.ui.article.text_positions import TextPositions
    from annotator.ui.article.typesetting import Type

INDENT, BETWEEN, AROUND = 20, 4, 16
_GAP_BEFORE = QTextFormat.Property.UserProperty.value + 1  # what a paragraph had below it
_BULLET = re.compile(r"[^\S\n]*(?:[^\w\s“”‘’\"'(]|\d{1,2}[.)])[^\S\n]+")


def set_in(
    document: QTextDocument, text: str, positions: TextPositions, marks: Iterable[AsideMark], style: Type
) -> None:
    """Set the key points among the marks in; the bullet hangs, so that all their lines begin at one edge."""
    points = {block.blockNumber(): block for block in _blocks(document, positions, marks)}
    if not points:
        return
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, block in points.items():
        following = _beside(block, 1)
        last = not following.isValid() or following.blockNumber() not in points
        _set(
            cursor,
            block,
            _indented(block, positions.to_text(block.position()), text, style),
            (AROUND if last else BETWEEN) * style.scale,
        )
        before = _beside(block, -1)
        if before.isValid() and before.blockNumber() != number and before.blockNumber() not in points:
            gap = before.blockFormat()
            if gap.bottomMargin() < AROUND * style.scale:  # below a headline there is more room already
                _set(cursor, before, gap, AROUND * style.scale)
    cursor.endEditBlock()


def set_out(document: QTextDocument, positions: TextPositions, marks: Iterable[AsideMark]) -> None:
    """Set the key points among the marks as other paragraphs again, and what stands before them."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in _blocks(document, positions, marks):
        for one in (block, _beside(block, -1)):
            made = one.blockFormat()
            if one.isValid() and made.hasProperty(_GAP_BEFORE):
                made.setBottomMargin(made.doubleProperty(_GAP_BEFORE))
                made.clearProperty(_GAP_BEFORE)
                for side in (made.setLeftMargin, made.setRightMargin, made.setTextIndent):
                    side(0)
                cursor.setPosition(one.position())
                cursor.setBlockFormat(made)
    cursor.endEditBlock()


def _indented(block: QTextBlock, start: int, text: str, style: Type) -> QTextBlockFormat:
    made, indent = block.blockFormat(), INDENT * style.scale
    if RIGHT_TO_LEFT.search(text, start, start + block.length()):
        made.setRightMargin(indent)
        return made
    bullet = _BULLET.match(text, start)
    hanging = QFontMetricsF(style.font).horizontalAdvance(bullet[0]) if bullet else 0.0
    made.setLeftMargin(indent)
    made.setTextIndent(-min(indent, hanging))
    return made


def _set(cursor: QTextCursor, block: QTextBlock, made: QTextBlockFormat, below: float) -> None:
    if not made.hasProperty(_GAP_BEFORE):
        made.setProperty(_GAP_BEFORE, made.bottomMargin())
    made.setBottomMargin(below)
    cursor.setPosition(block.position())
    cursor.setBlockFormat(made)


def _blocks(document: QTextDocument, positions: TextPositions, marks: Iterable[AsideMark]) -> Iterator[QTextBlock]:
    """Yield the paragraphs of key points that have letters."""
    for mark in marks:
        if mark.kind == KEY_POINTS:
            block, end = document.findBlock(positions.to_qt(mark.start)), positions.to_qt(mark.end)
            while block.isValid() and block.position() < end:
                if _has_height(block):
                    yield block
                block = block.next()


def _beside(block: QTextBlock, step: int) -> QTextBlock:
    """Return the next (1) or previous (-1) paragraph that has letters; an invalid one where there is none."""
    other = block.next() if step > 0 else block.previous()
    while other.isValid() and not _has_height(other):
        other = other.next() if step > 0 else other.previous()
    return other


def _has_height(block: QTextBlock) -> bool:
    return block.blockFormat().lineHeight() > 0
