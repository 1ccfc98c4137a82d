"""Which colour a code gets: the eight that are told apart best, twelve livelier ones, or one's own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QPushButton, QWidget

from annotator.model.scheme_tree import FAMILY_HUES
from annotator.ui import messages
from annotator.ui.theme import theme

LIVELIER = (
    "#b5d519", "#b8348c", "#25855b", "#eeb3ae", "#7c7bff", "#d2731b", "#c92f36", "#ae7e9a", "#6dc66e", "#8b4bc9",
    "#fd76cb",
)  # fmt: skip
NAMES = {
    "#f4e300": "yellow", "#5635b6": "indigo", "#6bd4f9": "sky blue", "#824200": "brown", "#fe838d": "salmon",
    "#206254": "pine green", "#53a70b": "grass green", "#8287d1": "lavender", "#b5d519": "lime", "#b8348c": "plum",
    "#25855b": "green", "#eeb3ae": "pale rose", "#7c7bff": "violet blue", "#d2731b": "orange", "#c92f36": "red",
    "#ae7e9a": "mauve", "#6dc66e": "light green", "#8b4bc9": "violet", "#fd76cb": "pink",
}  # fmt: skip
ACROSS = 11
SIDE, FACE = 26, 18


class Swatch(QAbstractButton):
    """One colour to take. The one taken has a ring and is checked."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)
        self.setFixedSize(SIDE, SIDE)
        self.setAccessibleName(f"Colour {NAMES.get(colour, colour)}")
        self.setToolTip(NAMES.get(colour, colour))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = (SIDE - FACE) / 2
        painter.setPen(QPen(QColor(theme().code_colours(self.colour).edge), 1))
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 4, 4)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(theme().colour("accent" if self.hasFocus() else "ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        painter.end()


class ColourChoice(QWidget):
    """Swatches in two rows, arrows go from one to the next; the last one is the analyst's own."""

    colour_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Colour")
        self._group = QButtonGroup(self)
        self.swatches = [Swatch(colour, self) for colour in (*FAMILY_HUES, *LIVELIER)]
        self.own = Swatch("#000000", self)
        self.own_button = QPushButton("Own colour…", self)
        self.own_button.clicked.connect(self._choose_own)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for place, swatch in enumerate(self.swatches):
            eight = place < len(FAMILY_HUES)
            grid.addWidget(swatch, int(not eight), place if eight else place - len(FAMILY_HUES))
        grid.addWidget(self.own, 0, len(FAMILY_HUES))
        grid.addWidget(self.own_button, 0, ACROSS, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(ACROSS + 1, 1)
        for swatch in (*self.swatches, self.own):
            self._group.addButton(swatch)
            swatch.clicked.connect(partial(self._take, swatch))
        self.show_colour(FAMILY_HUES[0])

    def show_colour(self, colour: str) -> None:
        """Show which colour is taken; one that is not on offer gets a swatch of its own."""
        self.colour = colour
        offered = next((swatch for swatch in self.swatches if swatch.colour == colour), None)
        if offered is None:
            self.own.colour = colour
            self.own.setAccessibleName(f"Own colour {colour}")
            self.own.setToolTip(colour)
        self.own.setVisible(offered is None)
        (offered or self.own).setChecked(True)

    def take_focus(self) -> None:
        """Put the focus on the colour that is taken."""
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take(self, swatch: Swatch) -> None:
        self.show_colour(swatch.colour)
        self.colour_chosen.emit(swatch.colour)

    def _choose_own(self) -> None:
        colour = messages.choose_colour(self, "Own colour", self.colour)
        if colour is not None:
            self.show_colour(colour)
            self.colour_chosen.emit(colour)
