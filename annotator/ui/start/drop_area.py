"""Where articles can be dropped to begin with them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.icons import paint_icon
from annotator.ui.theme import control_font, theme

HEIGHT, RADIUS = 88, 10
WHAT = "Drop articles here to begin a project with them"
KINDS = "Word, HTML, text, or a folder of them"


class DropArea(QWidget):
    """88 high, dashed. The start page takes the drop wherever it falls; this shows that it would."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held_over = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{WHAT}: {KINDS}")
        theme().changed.connect(self.update)

    def invite(self, held_over: bool) -> None:
        """Show that a drop would be taken, or go back to rest."""
        self.held_over = held_over
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme().colour("accent" if self.held_over else "line2"), 1.5 if self.held_over else 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(theme().colour("sel" if self.held_over else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS, RADIUS)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        head, kinds = control_font(13, 500), control_font(12)
        width = min(QFontMetricsF(head).horizontalAdvance(WHAT) + 1, self.width() - 60)
        left = (self.width() - width - 30) / 2
        paint_icon(painter, "download", QRectF(round(left), 34, 20, 20), "ink2")
        for font, token, text, top in ((head, "ink2", WHAT, 26), (kinds, "ink3", KINDS, 46)):
            painter.setFont(font)
            painter.setPen(theme().colour(token))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(round(left) + 30, top, width, 18), Qt.AlignmentFlag.AlignVCenter, shown)
