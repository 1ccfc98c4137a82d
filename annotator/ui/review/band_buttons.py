"""The buttons of the band: a coder under A or B, the unit of comparison, a quiet link.

All lengths in device-independent pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QActionGroup, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from annotator.ui.article.tips import tip
from annotator.ui.icons import paint_icon
from annotator.ui.keycap import keycap_width, paint_keycap
from annotator.ui.review.drawn_words import draw_words, width_of
from annotator.ui.scheme.scheme_model import on_one_line
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from PySide6.QtGui import QAction, QFont

    Choice = TypeVar("Choice", bound=Hashable)

HEIGHT, RADIUS = 28, 6
SIDE, AFTER_KEYCAP, LONGEST_NAME = 6, 8, 140
FIELD_SIDE, CHEVRON, BEFORE_CHEVRON = 9, 14, 8
CROWD_SIDE = 11
NOBODY = "nobody yet"


class BandButton(QAbstractButton):
    """Painted by itself, so that it can be lower than other buttons; a menu opens below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu, self._one_of = QMenu(self), QActionGroup(self)
        self._choices: dict[Hashable, QAction] = {}
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the text
        self.setFixedHeight(HEIGHT)
        theme().changed.connect(self.update)

    def offer(self, choices: Mapping[Choice, str], take: Callable[[Choice], None]) -> None:
        """Offer these in the menu, by their words; one of them is ticked."""
        self.menu.clear()
        self._choices = {}
        for choice, words in choices.items():
            action = self.menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, chosen=choice: take(chosen))
            self._one_of.addAction(action)
            self._choices[choice] = action

    def tick(self, choice: Hashable) -> None:
        """Tick what is chosen now."""
        if choice in self._choices:
            self._choices[choice].setChecked(True)

    def open_menu(self) -> None:
        """Open the menu below the button, the chosen row current; without anything to choose it stays shut."""
        if not self.menu.actions():
            return
        chosen = next((action for action in self.menu.actions() if action.isChecked()), None)
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.menu.setActiveAction(chosen or self.menu.actions()[0])

    def face(self) -> QFont:
        """Return the font of the words."""
        return control_font(13, 500)

    def words_width(self) -> float:
        """Return the width of the words."""
        return width_of(self.text(), self.face())

    def paint_inside(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what stands on the button."""
        raise NotImplementedError

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ground: nothing until the mouse is over it."""
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("trough" if self.isDown() else "hover"))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def draw_words(self, painter: QPainter, words: str, token: str, left: float) -> None:
        """Draw words at the height of the button's middle."""
        draw_words(painter, words, self.face(), token, left, self.width(), self.height() / 2)

    # Qt

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, rect)
        self.paint_inside(painter, rect)
        if self.hasFocus():
            wide = 3 if theme().palette.high else 2
            painter.setPen(QPen(theme().colour("accent"), wide))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), RADIUS - 1, RADIUS - 1)
        painter.end()


class CoderButton(BandButton):
    """The keycap A or B with the name of the coder who is compared under it."""

    def __init__(self, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter = letter
        self.clicked.connect(self.open_menu)

    def say(self, name: str) -> None:
        """Show a coder's name."""
        self.setText(on_one_line(name) or NOBODY)
        self.setAccessibleName(f"Coder {self.letter}: {self.text()}")
        self.setToolTip(tip((), [f"{self.letter} is {self.text()}. Click to compare somebody else."]) if name else "")
        self.updateGeometry()
        self.update()

    def shown_name(self) -> str:
        """Return as much of the name as is shown."""
        return QFontMetricsF(self.face()).elidedText(self.text(), Qt.TextElideMode.ElideRight, LONGEST_NAME)

    def face(self) -> QFont:
        return control_font(13, 600)

    def paint_inside(self, painter: QPainter, rect: QRectF) -> None:
        right = SIDE + keycap_width(self.letter)
        paint_keycap(painter, right, rect.center().y(), self.letter)
        self.draw_words(painter, self.shown_name(), "ink", right + AFTER_KEYCAP)

    def sizeHint(self) -> QSize:
        name = width_of(self.shown_name(), self.face())
        return QSize(round(2 * SIDE + keycap_width(self.letter) + AFTER_KEYCAP + name), HEIGHT)


class FieldButton(BandButton):
    """A choice on the ground of a field, with an arrow down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self.open_menu)

    def say(self, words: str, name: str) -> None:
        """Show what is chosen; `name` says what is chosen here."""
        self.setText(words)
        self.setAccessibleName(f"{name}: {words}")
        self.updateGeometry()
        self.update()

    def face(self) -> QFont:
        return control_font(12, 500)

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(theme().colour("line2"), 1))
        painter.setBrush(theme().colour("hover" if self.underMouse() or self.isDown() else "field"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def paint_inside(self, painter: QPainter, rect: QRectF) -> None:
        self.draw_words(painter, self.text(), "ink", FIELD_SIDE + 1)
        left = rect.right() - FIELD_SIDE + 1 - CHEVRON
        paint_icon(painter, "chevron-down", QRectF(left, rect.center().y() - CHEVRON / 2, CHEVRON, CHEVRON), "ink")

    def sizeHint(self) -> QSize:
        return QSize(round(2 * FIELD_SIDE + self.words_width() + BEFORE_CHEVRON + CHEVRON), HEIGHT)


class CrowdButton(BandButton):
    """Pressed, the figures are those of all coders; absent where there are only two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.toggled.connect(lambda _on: self.update())

    def say(self, number: int) -> None:
        """Show of how many coders the figures could be."""
        self.setText(f"All {number:,} coders")
        self.setAccessibleName(f"Figures of all {number:,} coders")
        said = f"The figures of all {number:,} coders together. The differences stay those of A and B."
        self.setToolTip(tip((), [said]))
        self.setVisible(number > 2)
        self.updateGeometry()
        self.update()

    def face(self) -> QFont:
        return control_font(12, 500)

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        on = self.isChecked()
        painter.setPen(QPen(theme().colour("accent" if on else "line2"), 1.5 if on else 1))
        painter.setBrush(theme().colour("sel" if on else "hover" if self.underMouse() or self.isDown() else "field"))
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), rect.height() / 2, rect.height() / 2)

    def paint_inside(self, painter: QPainter, rect: QRectF) -> None:
        self.draw_words(painter, self.text(), "ink", CROWD_SIDE)

    def sizeHint(self) -> QSize:
        return QSize(round(2 * CROWD_SIDE + self.words_width()), HEIGHT)


class LinkButton(BandButton):
    """Words that lead to a list, underlined."""

    def say(self, words: str) -> None:
        """Show other words; without any it is absent."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def face(self) -> QFont:
        font = control_font(12)
        font.setUnderline(True)
        return font

    def paint_inside(self, painter: QPainter, rect: QRectF) -> None:
        self.draw_words(painter, self.text(), "ink2", SIDE)

    def sizeHint(self) -> QSize:
        return QSize(round(2 * SIDE + self.words_width()), HEIGHT)
