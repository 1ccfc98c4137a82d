"""What the panel lists: the codes used, all codes, or the article's codings; and the heads of the columns of counts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from annotator.ui.scheme.scheme_delegate import COLUMN, baseline
from annotator.ui.theme import control_font, theme

HEIGHT = 26
SIDES = 22  # left and right of a segment's words, together


class FilterSwitch(QWidget):
    """Segments with their numbers. The list changes by a pick or by `begin`, never under the hand."""

    only_used_picked = Signal(bool)
    codings_picked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked, self._with_all, self._columns_right = False, True, 0
        self.setFixedHeight(HEIGHT)
        trough = QFrame(self)
        trough.setProperty("switch", "small")
        self._used, self._all = self._segment("Used", trough), self._segment("All", trough)
        self.codings = self._segment("Codings", trough)
        inside = QHBoxLayout(trough)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        self._group = QButtonGroup(self)
        for segment in (self._used, self._all, self.codings):
            inside.addWidget(segment)
            self._group.addButton(segment)
        self._all.setChecked(True)
        self._codes = self._all
        self.show_number_of_codings(0)
        self._group.buttonClicked.connect(self._clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.addWidget(trough)
        row.addStretch()
        theme().changed.connect(self.update)

    def show_numbers(self, used: int, everything: int) -> None:
        """Write how many codes are used and how many there are."""
        for segment, word, number in ((self._used, "Used", used), (self._all, "All", everything)):
            _write(segment, f"{word} {number}")
        self._used.setAccessibleName(f"Codes in use, {used}")
        self._all.setAccessibleName(f"All codes, {everything}")

    def show_number_of_codings(self, number: int) -> None:
        """Write how many codings the article has."""
        self._codings_number = number
        _write(self.codings, f"Codings {number:,}" if self._with_all and number else "Codings")
        self.codings.setAccessibleName(f"Codings of this article, {number:,}")

    def begin(self, only_used: bool) -> None:
        """Choose for a project that is opened, unless the analyst has picked before."""
        if not self._picked:
            self._codes = self._used if only_used else self._all
            if not self.codings.isChecked():
                self._codes.setChecked(True)
            self.only_used_picked.emit(only_used)

    def pick_codings(self, on: bool) -> None:
        """Choose the codings, or the codes that were listed before."""
        (self.codings if on else self._codes).setChecked(True)
        self.codings_picked.emit(on)
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the head of the first column of counts only."""
        self._with_all = not compact
        self.show_number_of_codings(self._codings_number)
        self.update()

    def move_heads(self, columns_right: int) -> None:
        """Let the heads stand over their columns, the last of which ends here."""
        self._columns_right = columns_right
        self.update()

    def only_used(self) -> bool:
        """Whether *Used* is chosen."""
        return self._codes is self._used

    def pick(self, only_used: bool) -> None:
        """Choose a segment as the analyst would."""
        (self._used if only_used else self._all).click()

    def _segment(self, word: str, parent: QWidget) -> QToolButton:
        segment = QToolButton(parent)
        segment.setText(word)
        segment.setCheckable(True)
        segment.setAutoExclusive(True)
        segment.setFont(control_font(12, 500))
        segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return segment

    def _clicked(self, segment: QToolButton) -> None:
        if segment is not self.codings:
            self._picked, self._codes = True, segment
            self.only_used_picked.emit(self.only_used())
        self.codings_picked.emit(segment is self.codings)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.codings.isChecked():
            return
        painter = QPainter(self)
        painter.setFont(control_font(11))
        painter.setPen(theme().colour("ink3"))
        right = float(self._columns_right)
        for word in ("all", "here") if self._with_all else ("here",):
            width = QFontMetricsF(painter.font()).horizontalAdvance(word)
            painter.drawText(QPointF(right - width, baseline(self.height() / 2, painter.font())), word)
            right -= COLUMN
        painter.end()


def _write(segment: QToolButton, words: str) -> None:
    segment.setText(words)
    segment.setFixedWidth(round(QFontMetricsF(segment.font()).horizontalAdvance(words)) + SIDES)
