"""The head of a box below the tree: what it is about, and the chevron that folds it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.icons import paint_icon
from annotator.ui.keycap import paint_keycap
from annotator.ui.scheme.scheme_delegate import BAR_SIZE, baseline, paint_bar
from annotator.ui.scheme.scheme_model import on_one_line
from annotator.ui.theme import control_font, theme

HEIGHT, FOLDED_HEIGHT = 35, 40
INSET = 16
FIRST_MIDDLE = 21.5


class BoxHead(QAbstractButton):
    """Bar, label and title at the left; a side note, a keycap or the chevron at the right."""

    fold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hue, self.label, self.title, self.preview, self.side_note, self.key = "", "", "", "", "", ""
        self.foldable, self.folded = True, False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._clicked)
        theme().changed.connect(self.update)

    def set_foldable(self, foldable: bool) -> None:
        """Let a click or Space fold the box, or not."""
        self.foldable = foldable
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if foldable else Qt.FocusPolicy.NoFocus)
        self.update()

    def fold(self, folded: bool) -> None:
        """Turn the chevron; a folded head stands in the middle of its row."""
        self.folded = folded
        self.setFixedHeight(FOLDED_HEIGHT if folded else HEIGHT)
        self.setAccessibleDescription("folded" if folded else "unfolded")
        self.update()

    def _clicked(self) -> None:
        if self.foldable:
            self.fold_wanted.emit()

    def _right_side(self, painter: QPainter, middle: float) -> float:
        right = float(self.width() - INSET)
        if self.foldable:
            paint_icon(
                painter, "chevron-right" if self.folded else "chevron-down",
                QRectF(right - 14, middle - 7, 14, 14), "ink3",
            )  # fmt: skip
            return right - 22
        if self.key:
            right = paint_keycap(painter, right, middle, self.key).left() - 8
        if self.side_note:
            painter.setFont(control_font(12))
            painter.setPen(theme().colour("ink3"))
            width = QFontMetricsF(painter.font()).horizontalAdvance(self.side_note)
            painter.drawText(QPointF(right - width, baseline(middle, painter.font())), self.side_note)
            right -= width + 8
        return right

    def _words(self, painter: QPainter, left: float, right: float, middle: float) -> None:
        parts = [(self.label, control_font(12, 600), "ink"), (self.title, control_font(13, 600), "ink")]
        if self.folded:
            parts.append((self.preview, control_font(13), "ink3"))
        line = baseline(middle, control_font(13, 600))
        for text, font, token in parts:
            if text and right > left:
                metrics = QFontMetricsF(font)
                shown = metrics.elidedText(on_one_line(text), Qt.TextElideMode.ElideRight, right - left)
                painter.setFont(font)
                painter.setPen(theme().colour(token))
                painter.drawText(QPointF(left, line), shown)
                left += metrics.horizontalAdvance(shown) + 8

    def sizeHint(self) -> QSize:
        return QSize(100, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left = FIRST_MIDDLE, float(INSET)
        right = self._right_side(painter, middle)
        if self.hue:
            paint_bar(painter, QRectF(left, round(middle - 7), *BAR_SIZE), self.hue)
            left += 12
        self._words(painter, left, right, middle)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(6, 7, -6, -1), 4, 4)
        painter.end()
