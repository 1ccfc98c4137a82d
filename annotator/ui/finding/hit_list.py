"""How hits look in a list: a tick, the article, and the words found in one column with what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.finding.hit_rows import HitRole, HitRow
from annotator.ui.icons import paint_icon
from annotator.ui.popup_rows import begin_row
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.shortcuts.pane_keys import meaning_in
from annotator.ui.theme import control_font, reading_font, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QFont, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from annotator.ui.scheme.scheme_model import Index

ROW_HEIGHT, TICK_X, TICK, WORDS_X = 34, 14, 16, 42
ARTICLE_SHARE, ARTICLE_MOST, HIT_SHARE, GAP = 0.24, 240, 0.4, 16
READING = 14


class HitDelegate(QStyledItemDelegate):
    """Paints a hit. Nothing is told by colour alone: the words found are bold and underlined."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: HitRow = index.data(HitRole.ROW)
        rect = begin_row(painter, option)
        paint_tick(painter, rect, ticked=row.ticked)
        width = min(ARTICLE_MOST, rect.width() * ARTICLE_SHARE)
        _paint_article(painter, QRectF(rect.left() + WORDS_X, rect.top(), width, rect.height()), row)
        left = rect.left() + WORDS_X + width + GAP
        _paint_words(painter, QRectF(left, rect.top(), rect.right() - 12 - left, rect.height()), row)
        painter.restore()


def paint_tick(painter: QPainter, rect: QRectF, *, ticked: bool) -> None:
    """Paint the box at the left of a row, with a tick or empty."""
    box = QRectF(rect.left() + TICK_X, rect.center().y() - TICK / 2, TICK, TICK)
    painter.setPen(QPen(theme().colour("accent" if ticked else "ink3"), 1))
    painter.setBrush(theme().colour("accent" if ticked else "field"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if ticked:
        paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), "on_accent")


def _paint_article(painter: QPainter, rect: QRectF, row: HitRow) -> None:
    painter.setFont(control_font(12))
    painter.setPen(theme().colour("ink3"))
    where = f"  ¶ {row.paragraph:,}"
    metrics = QFontMetricsF(painter.font())
    title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, rect.width() - metrics.horizontalAdvance(where))
    painter.drawText(QPointF(rect.left(), baseline(rect.center().y(), painter.font())), title + where)


def _paint_words(painter: QPainter, rect: QRectF, row: HitRow) -> None:
    plain, bold = reading_font(READING), reading_font(READING, 600)
    line = baseline(rect.center().y(), control_font(13))
    before_width = rect.width() * HIT_SHARE
    before = _elided(plain, row.before, Qt.TextElideMode.ElideLeft, before_width)
    advance = QFontMetricsF(plain).horizontalAdvance(before)
    _draw(painter, plain, QPointF(rect.left() + before_width - advance, line), before, "ink2")
    left = rect.left() + before_width
    words = _elided(bold, row.words, Qt.TextElideMode.ElideRight, rect.width() - before_width)
    _draw(painter, bold, QPointF(left, line), words, "ink")
    width = QFontMetricsF(bold).horizontalAdvance(words)
    painter.fillRect(QRectF(left, line + 3, width, 2), theme().colour("accent"))
    after = _elided(plain, row.after, Qt.TextElideMode.ElideRight, max(0.0, rect.right() - left - width))
    _draw(painter, plain, QPointF(left + width, line), after, "ink2")


def _elided(font: QFont, text: str, mode: Qt.TextElideMode, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, mode, width)


def _draw(painter: QPainter, font: QFont, at: QPointF, text: str, token: str) -> None:
    painter.setFont(font)
    painter.setPen(theme().colour(token))
    painter.drawText(at, text)


class HitList(QListView):
    """A click opens a hit, a click on the box ticks it; so do the keys for it."""

    opened = Signal(int, bool)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(HitDelegate(self))
        self.setAccessibleName("Hits")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, meant = self.currentIndex().row(), meaning_in("hits", event)
        if row < 0 or not meant:
            super().keyPressEvent(event)
        elif meant == "open_hit":
            self.opened.emit(row, True)
        elif not event.isAutoRepeat():
            self.turned.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index: QModelIndex = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if event.position().x() < WORDS_X:
            self.turned.emit(index.row())
        else:
            self.opened.emit(index.row(), False)
