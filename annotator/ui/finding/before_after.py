"""How a passage stands in a list with its words before and after a correction: what changed in them is marked."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.article.text_positions import TextPositions
from annotator.ui.popup_rows import begin_row
from annotator.ui.theme import control_font, reading_font, theme

if TYPE_CHECKING:
    from collections.abc import Iterator

Index = QModelIndex | QPersistentModelIndex
Span = tuple[int, int]
LABELS = ("before", "after", "now", "was")
LEFT, RIGHT, ABOVE, LABEL, HEAD, LINE, GAP = 14, 12, 8, 52, 22, 20, 4  # device-independent pixels
READING, SMALL = 14, 12


class Words(NamedTuple):
    """A line of a row: its label, the words, and which of them are not in the other line, in code points."""

    label: str
    words: str
    changed: tuple[Span, ...] = ()


def parts(text: str) -> tuple[str, tuple[Words, ...]]:
    """Return a row's head, and its lines with what changed between them; the row as `correction_words` writes it."""
    head, *lines = text.split("\n")
    told = [line.partition(": ") for line in lines]
    found = [Words(label, words) if label in LABELS and sep else Words("", label + sep + words)
             for label, sep, words in told]  # fmt: skip
    if [one.label for one in found] in (["before", "after"], ["before", "now"]):
        gone, come = changed(found[0].words, found[1].words)
        found = [found[0]._replace(changed=gone), found[1]._replace(changed=come)]
    return head, tuple(found)


def changed(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return which words are only before and which are only after."""
    old, new = ([found.span() for found in re.finditer(r"\S+", words)] for words in (before, after))
    matcher = SequenceMatcher(None, [before[slice(*one)] for one in old], [after[slice(*one)] for one in new], False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    return (
        tuple((old[first][0], old[last - 1][1]) for _, first, last, _, _ in steps if last > first),
        tuple((new[first][0], new[last - 1][1]) for _, _, _, first, last in steps if last > first),
    )


def show_before_and_after(view: QListView) -> None:
    """Let a list of rows of text show them so."""
    view.setItemDelegate(BeforeAfterDelegate(view))
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setMouseTracking(True)


class BeforeAfterDelegate(QStyledItemDelegate):
    """A head, and the words below it, wrapped. What is gone is struck through, what has come is underlined."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() - 2 * view.spacing() if isinstance(view, QListView) else option.rect.width()
        lines = parts(index.data())[1]
        height = sum(_laid_out(line, _room(line, width)).lineCount() for line in lines) * LINE
        return QSize(width, HEAD + height + GAP * max(0, len(lines) - 1) + 2 * ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = begin_row(painter, option)
        head, lines = parts(index.data())
        top = rect.top() + ABOVE
        _paint_head(painter, head, QRectF(rect.left() + LEFT, top, rect.width() - LEFT - RIGHT, HEAD))
        top += HEAD
        for line in lines:
            layout = _laid_out(line, _room(line, round(rect.width())))
            label = QRectF(rect.left() + LEFT, top, LABEL, LINE)
            _paint_label(painter, line.label, label)
            painter.setPen(theme().colour("ink" if line.label in ("after", "now") else "ink2"))
            layout.draw(painter, QPointF(rect.left() + LEFT + (LABEL if line.label else 0), top))
            top += layout.lineCount() * LINE + GAP
        painter.restore()


def _paint_head(painter: QPainter, head: str, rect: QRectF) -> None:
    """Paint what it is, and more quietly how it stands."""
    name, dot, state = head.partition(" · ")
    for words, font, token in ((name, control_font(13, 500), "ink"), (dot + state, control_font(SMALL), "ink3")):
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme().colour(token))
        painter.drawText(rect, _MIDDLE, metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width()))
        rect = rect.adjusted(min(rect.width(), metrics.horizontalAdvance(words)), 0, 0, 0)


def _paint_label(painter: QPainter, label: str, rect: QRectF) -> None:
    painter.setFont(control_font(SMALL))
    painter.setPen(theme().colour("ink3"))
    painter.drawText(rect, _MIDDLE, label)


def _room(line: Words, width: int) -> int:
    return width - LEFT - RIGHT - (LABEL if line.label else 0)


def _laid_out(line: Words, width: int) -> QTextLayout:
    font = reading_font(READING) if line.label else control_font(SMALL)
    layout = QTextLayout(line.words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_marks(line)))
    layout.beginLayout()
    baseline = LINE / 2 + QFontMetricsF(control_font(13)).capHeight() / 2  # one for letters and labels
    while (row := layout.createLine()).isValid():
        row.setLineWidth(max(1, width))
        row.setPosition(QPointF(0, (layout.lineCount() - 1) * LINE + baseline - row.ascent()))
    layout.endLayout()
    return layout


def _marks(line: Words) -> Iterator[QTextLayout.FormatRange]:
    places, made = TextPositions(line.words), QTextCharFormat()
    if line.label == "before":
        made.setFontStrikeOut(True)
        made.setForeground(theme().colour("ink3"))
    else:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(theme().colour("accent"))
    for start, end in line.changed:
        found = QTextLayout.FormatRange()
        first, last = places.to_qt(start), places.to_qt(end)
        found.start, found.length, found.format = first, last - first, made
        yield found


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
