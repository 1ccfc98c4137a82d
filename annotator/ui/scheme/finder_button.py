"""What looks like a field above the tree and opens the finder."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.icons import paint_icon
from annotator.ui.keycap import keycap_text, paint_keycap
from annotator.ui.scheme.scheme_delegate import baseline
from annotator.ui.theme import control_font, theme

RING = 4  # room around the field for the focus ring and its gap
FIELD_HEIGHT = 32


class FinderButton(QAbstractButton):
    """A button with the face of a field: icon, words, keycap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = keycap_text("Return")
        self.setText("Find or make a code")
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        theme().changed.connect(self.update)

    def show_key(self, shortcut: str) -> None:
        """Show the keycap of this shortcut, in portable form; empty for none."""
        self._key = keycap_text(shortcut) if shortcut else ""
        self.update()

    def _ground(self, painter: QPainter, field: QRectF) -> None:
        painter.setPen(QPen(theme().colour("line2"), 1))
        painter.setBrush(theme().colour("hover" if self.isDown() else "field"))
        painter.drawRoundedRect(field.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(field.adjusted(-3, -3, 3, 3), 8, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(200, FIELD_HEIGHT + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        self._ground(painter, field)
        middle = field.center().y()
        paint_icon(painter, "search", QRectF(field.left() + 9, middle - 8, 16, 16), "ink3")
        painter.setFont(control_font(13))
        painter.setPen(theme().colour("ink3"))
        painter.drawText(QPointF(field.left() + 33, baseline(middle, painter.font())), self.text())
        if self._key:
            paint_keycap(painter, field.right() - 9, middle, self._key)
        painter.end()
