"""A popup of the Review page: a title, a list of facts, closed by Esc or a click beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QVBoxLayout, QWidget

from annotator.ui.review.fact_list import WIDTH, FactList
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.review.fact_list import Fact

EDGE, BELOW_BUTTON = 1, 4
TALLEST = 480


class ReviewPopup(QFrame):
    """Below a button, as wide as its list, as high as its rows up to a limit."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(title)
        self.title, self.list = QLabel(title), FactList(title, self)
        self.title.setFont(control_font(13, 600))
        self.title.setContentsMargins(12, 8, 12, 4)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(EDGE, EDGE, EDGE, EDGE + 6)
        self.rows.setSpacing(0)
        self.rows.addWidget(self.title)
        self.rows.addWidget(self.list, 1)
        self.rows.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self.list.setFixedWidth(WIDTH)
        theme().changed.connect(self.update)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """List these."""
        self.list.show_facts(facts)
        self.list.setFixedHeight(min(TALLEST, self.list.wanted_height()))

    def open_below(self, button: QWidget) -> None:
        """Open below a button, its right end at the button's where there is no room at the right."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + BELOW_BUTTON))
        room = button.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() + 1 - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() + 1 - self.height())))
        self.setGeometry(QRect(corner, self.size()))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("field"))
        painter.setPen(QPen(theme().colour("line2"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
