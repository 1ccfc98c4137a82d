"""Why it was decided so: a field with its key, and the reasons that were given last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QWidget

from annotator.ui.article.tips import tip
from annotator.ui.keycap import keycap_text, keycap_width, paint_keycap
from annotator.ui.review.drawn_words import draw_words, width_of
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

HEIGHT, CHIP, GAP, INSET = 32, 24, 8, 9
FIELD_AT_LEAST, WIDEST_CHIP, CHIP_SIDES, MOST_CHIPS = 260, 168, 9, 6
LONGEST = 400  # characters of a reason that a chip shows or says
HEAD = "Reason"
LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class ReasonField(QLineEdit):
    """What is typed is kept when the field is left, by a key or otherwise."""

    reason_written = Signal(str, str)
    text_wanted = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._stored, self._difference = "", "", ""
        self._unwritten: dict[str, str] = {}
        self.setObjectName("reasonField")
        self.setAccessibleName("Reason for the decision")
        self.setFont(control_font(13))
        self._leave_room()
        theme().changed.connect(self.update)

    def show_reason(self, difference: str, reason: str) -> None:
        """Show a difference's reason as it is stored; what is being typed for it stays, for another it is told."""
        if difference != self._difference:
            self.keep()
            if difference == self._difference:
                return  # what was kept belongs here, and is shown already
        elif self.hasFocus() and self.isModified() and self.text().strip() != self._stored:
            self._stored = reason  # somebody else wrote one meanwhile
            return
        if difference != self._difference or reason != self._stored or not self.hasFocus():
            self._difference, self._stored = difference, reason
            shown = self._unwritten.get(difference, reason)
            if shown != self.text():
                self.setText(shown)
            self.setCursorPosition(0)

    def take(self, reason: str) -> None:
        """Take a reason as if it had been typed, and tell it."""
        self.setText(reason)
        self.setModified(True)
        self.keep()

    def hold(self, unwritten: Mapping[str, str]) -> None:
        """Hold what could not be written, by difference: there it is shown again, and told again when it is left."""
        self._unwritten = dict(unwritten)

    def show_key(self, shortcut: str) -> None:
        """Show the keycap of the key that comes here."""
        self._key = keycap_text(shortcut) if shortcut else ""
        self._leave_room()
        self.update()

    def keep(self) -> None:
        """Tell what was typed, unless it is stored already; a reason too long to be shown whole stays as it is."""
        typed = self.text().strip()
        if (self.isModified() and typed != self._stored) or self._difference in self._unwritten:
            self._stored = typed
            self.reason_written.emit(typed, self._difference)

    def _leave_room(self) -> None:
        left = round(width_of(HEAD, control_font(13))) + GAP
        right = round(keycap_width(self._key)) + GAP if self._key else 0
        self.setTextMargins(left, 0, right, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in LEAVING:
            self.keep()
            self.text_wanted.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keep()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        draw_words(painter, HEAD, control_font(13), "ink3", INSET, self.width(), middle)
        if self._key:
            paint_keycap(painter, self.width() - INSET, middle, self._key)
        painter.end()


class ReasonChip(QAbstractButton):
    """A reason that was given before; a click gives it again."""

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = reason
        shown = reason if len(reason) <= LONGEST else f"{reason[: LONGEST - 1]}…"
        self.setText(shown)
        self.setAccessibleName(f"Reason: {shown}")
        self.setToolTip(tip((), [shown]))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(min(WIDEST_CHIP, round(width_of(self.text(), control_font(12))) + 2 * CHIP_SIDES + 2), CHIP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, rect = self.hasFocus(), QRectF(self.rect())
        painter.setPen(QPen(theme().colour("accent" if focused else "line2"), 2 if focused else 1))
        painter.setBrush(theme().colour("hover" if self.underMouse() else "panel"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), CHIP / 2 - 1, CHIP / 2 - 1)
        right = rect.right() - CHIP_SIDES + 1
        shown = QFontMetricsF(control_font(12)).elidedText(self.text(), Qt.TextElideMode.ElideRight, right - CHIP_SIDES)
        draw_words(painter, shown, control_font(12), "ink2", CHIP_SIDES, right + 1, self.height() / 2)
        painter.end()


class ReasonRow(QWidget):
    """The field takes what room the chips leave; chips for which there is none are not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.field = ReasonField(self)
        self.chips: list[ReasonChip] = []

    def show_recent(self, reasons: Sequence[str]) -> None:
        """Offer the reasons that were given last, the latest first."""
        wanted = list(dict.fromkeys(reason for reason in reasons if reason))[:MOST_CHIPS]
        if wanted != [chip.reason for chip in self.chips]:
            for chip in self.chips:
                chip.hide()
                chip.deleteLater()
            self.chips = [self._chip(reason) for reason in wanted]
        self._place()

    def _chip(self, reason: str) -> ReasonChip:
        chip = ReasonChip(reason, self)
        chip.clicked.connect(partial(self._take, reason))
        return chip

    def _take(self, reason: str, _checked: bool = False) -> None:
        self.field.take(reason)
        self.field.text_wanted.emit()

    def _place(self) -> None:
        room, fitting = self.width() - FIELD_AT_LEAST, list[ReasonChip]()
        for chip in self.chips:
            room -= chip.sizeHint().width() + GAP
            chip.setVisible(room >= 0)
            if room >= 0:
                fitting.append(chip)
        left = self.width()
        for chip in reversed(fitting):
            left -= chip.sizeHint().width()
            chip.setGeometry(left, (HEIGHT - CHIP) // 2, chip.sizeHint().width(), CHIP)
            left -= GAP
        self.field.setGeometry(0, 0, max(0, left), HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
