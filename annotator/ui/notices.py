"""What the window has to say without stopping anybody: a calm strip under the top bar."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from annotator.ui.announce import announce
from annotator.ui.icon_button import IconButton
from annotator.ui.icon_label import IconLabel
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Kind = Literal["info", "problem"]
Actions = tuple[tuple[str, "Callable[[], object]"], ...]
LEAST_HEIGHT = 40


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, its kind, and what can be done about it."""

    text: str
    kind: Kind
    actions: Actions
    passing: bool = False
    closed: Callable[[], object] = bool


class NoticeBar(QFrame):
    """One notice at a time, problems first, the others wait. Absent while there is nothing to say."""

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAccessibleName("Notice")
        self.setMinimumHeight(LEAST_HEIGHT)
        self._waiting: deque[Notice] = deque()
        self._shown: Notice | None = None
        self._icon = IconLabel("note")
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setFont(control_font(13))
        self.sentence.setWordWrap(True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: list[QPushButton] = []
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self.close_button = IconButton("close", "Close this notice", self)
        self.close_button.clicked.connect(self._close_by_hand)
        self._lay_out()
        self.hide()

    def show_notice(
        self, text: str, kind: Kind = "info", actions: Sequence[tuple[str, Callable[[], object]]] = (), *,
        passing: bool = False, closed: Callable[[], object] = bool,
    ) -> None:  # fmt: skip
        """Show a sentence, or let it wait its turn; one that is already there is not shown twice.

        One in passing answers a gesture: it is shown at once and goes with the next gesture. `closed` is called when
        the analyst closes it without an answer.
        """
        notice = Notice(text, kind, tuple(actions), passing, closed)
        if any(text == there.text for there in (self._shown, *self._waiting) if there is not None):
            return
        if self._shown is None or (kind == "info" == self._shown.kind and not passing and not self._shown.actions):
            self._show(notice)  # newer news takes the place of older
        elif passing or self._shown.kind == "info":  # what asks for an answer comes back after the newer one
            self._waiting.appendleft(self._shown)
            self._show(notice)
        else:
            self._waiting.append(notice)

    def close_notice(self) -> None:
        """Put the notice away and show the next one, problems first."""
        self._shown = None
        urgent = next((notice for notice in self._waiting if notice.kind == "problem"), None)
        following = urgent or (self._waiting[0] if self._waiting else None)
        if following is None:
            self.hide()
            self.emptied.emit()
        else:
            self._waiting.remove(following)
            self._show(following)

    def _close_by_hand(self) -> None:
        shown = self._shown
        self.close_notice()
        if shown is not None:
            shown.closed()

    def end_passing(self) -> None:
        """Put away what was said in passing."""
        self._take_away(lambda notice: notice.passing)

    def take_back(self, text: str) -> None:
        """Put away a sentence that is no longer true."""
        self._take_away(lambda notice: notice.text == text)

    def _take_away(self, gone: Callable[[Notice], bool]) -> None:
        self._waiting = deque(notice for notice in self._waiting if not gone(notice))
        if self._shown is not None and gone(self._shown):
            self.close_notice()

    def clear(self) -> None:
        """Put all notices away, as when another project is opened."""
        self._waiting.clear()
        self.close_notice()

    def waiting(self) -> int:
        """Return how many notices wait behind the one that is shown."""
        return len(self._waiting)

    def _show(self, notice: Notice) -> None:
        self._shown = notice
        self._icon.show_icon("warning" if notice.kind == "problem" else "note", "ink2")
        self.sentence.setText(notice.text)
        self.sentence.setAccessibleName(notice.text)
        self._show_actions(notice.actions)
        self.setProperty("kind", notice.kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        announce(self.sentence, notice.text, at_once=notice.kind == "problem")

    def _show_actions(self, actions: Actions) -> None:
        for button in self.buttons:
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(text, act) for text, act in actions]
        for button in self.buttons:
            self._actions.addWidget(button)

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda: self._do(act))
        return button

    def _do(self, act: Callable[[], object]) -> None:
        self.close_notice()
        act()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self.sentence, 1)
        row.addLayout(self._actions)
        row.addWidget(self.close_button)
