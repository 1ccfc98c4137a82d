"""The dock below the compared article: the current difference side by side, and the keys that settle it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.announce import announce
from annotator.ui.article.tips import tip
from annotator.ui.keycap import key_in_words
from annotator.ui.review.dock_head import DockHead
from annotator.ui.review.flow_row import FlowRow
from annotator.ui.review.key_button import LARGE, KeyButton
from annotator.ui.review.meaning_side import MeaningSide
from annotator.ui.review.reason_row import ReasonRow
from annotator.ui.review.side_passages import SidePassages
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from annotator.ui.review.settling_shown import ShownDecision, ShownSettling

HEIGHT, SIDE, NARROW_SIDE, NARROW_FROM = 184, 308, 248, 1000
HIGHEST = 256  # where the decisions stand in two rows; more than that scrolls
LEFT, RIGHT, TOP, BOTTOM = 40, 20, 6, 14
NO_DIFFERENCE = "No difference is chosen. Choose one in the list at the left{key}."


class Dock(QFrame):
    """184 high, more where a row goes on in a further one. Tells what the analyst wants and decides nothing itself.

    It grows when something needs the room and stays so, so that the text above does not jump from one to the next.
    """

    decided = Signal(str)
    reason_written = Signal(str, str)  # the reason, and the key of the difference that it was typed for
    discuss_pressed = Signal()
    by_both_ticked = Signal(bool)
    like_pressed = Signal()
    example_wanted = Signal(str)
    next_wanted = Signal()
    text_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewDock")
        self.setProperty("ground", "panel")
        self.setProperty("edge", "top")
        self.setFixedHeight(HEIGHT)
        self.buttons: dict[str, KeyButton] = {}
        self._offered: tuple[ShownDecision, ...] = ()
        self._key = ""
        self.head, self.passages, self.reason = DockHead(), SidePassages(), ReasonRow()
        self.row, self.side, self.note = FlowRow(LARGE), MeaningSide(self), QLabel()
        self._body, self._scroll, self._left = QWidget(), QScrollArea(self), LEFT
        self._lay_out()
        self._connect()
        self.show_keys()
        self.show_settling(None)

    def show_settling(self, settling: ShownSettling | None, *, any_listed: bool = True) -> None:
        """Show the current difference, else how to come to one that is listed. A reason that was typed goes first."""
        self.side.show_settling(settling)
        self.side.setVisible(settling is not None)
        self.note.setVisible(settling is None and any_listed)
        for part in (self.head, self.passages, self.row, self.reason):
            part.setVisible(settling is not None)
        self._tell(settling)
        if settling is None:
            self.reason.field.show_reason("", "")
            return
        self.head.show_settling(settling)
        self.passages.show_sides(settling.a, settling.b)
        self._offer(settling.decisions)
        for decision, button in self.buttons.items():
            button.setChecked(decision == settling.decision)
        self.reason.field.show_reason(settling.key, settling.reason)
        self.reason.show_recent(settling.recent)

    def _tell(self, settling: ShownSettling | None) -> None:
        """Have another difference spoken, unless the focus is in a list, which reads its rows itself."""
        before, self._key = self._key, settling.key if settling else ""
        reads_itself = isinstance(QApplication.focusWidget(), QAbstractItemView)
        if settling is not None and self._key != before and self.isVisible() and not reads_itself:
            announce(self, settling.spoken)

    def show_keys(
        self, *, next_: str = "", reason: str = "", discuss: str = "", by_both: str = "", like: str = ""
    ) -> None:
        """Show the keys, in portable form, of what the dock does besides deciding."""
        self.head.show_keys(next_=next_, discuss=discuss, by_both=by_both, like=like)
        self.reason.field.show_key(reason)
        key = f", or press {key_in_words(next_)}" if next_ else ""
        self.note.setText(NO_DIFFERENCE.format(key=key))

    def write_reason(self) -> None:
        """Bring the focus into the field of the reason."""
        self.reason.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reason.field.selectAll()

    def align_with(self, left: int) -> None:
        """Let everything begin so far from the left as the text above does."""
        self._left = left
        self._keep_width()

    def _keep_width(self) -> None:
        """Let a scroll bar stand in the free room at the right: what is laid out keeps its width, and its rows."""
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._column.setContentsMargins(self._left, TOP, max(0, RIGHT - taken), BOTTOM)

    def _grow_soon(self) -> None:
        QTimer.singleShot(0, self, self._grow)  # after everything has its place

    def _grow(self) -> None:
        if missing := self._scroll.verticalScrollBar().maximum():
            self.setFixedHeight(min(HIGHEST, self.height() + missing))

    def _offer(self, decisions: tuple[ShownDecision, ...]) -> None:
        if decisions == self._offered:
            return
        self._offered = decisions
        self.buttons = {decision.id: self._button(decision) for decision in decisions}
        self.row.show_parts(self.buttons.values())

    def _button(self, decision: ShownDecision) -> KeyButton:
        button = KeyButton(decision.text, self.row, detail=decision.detail, large=True)
        button.show_key(decision.key)
        button.setCheckable(True)
        button.setEnabled(decision.enabled)
        said = decision.help if decision.enabled else decision.why_not
        button.setToolTip(tip((), [said] if said else []))
        button.clicked.connect(partial(self._decide, decision.id))
        return button

    def _decide(self, decision: str, _checked: bool = False) -> None:
        self.reason.field.keep()
        self.decided.emit(decision)

    def _lay_out(self) -> None:
        self.note.setFont(control_font(13))
        self.note.setProperty("tone", "ink2")
        self.note.setWordWrap(True)
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(0)
        for part, gap in ((self.note, 0), (self.head, 0), (self.passages, 11), (self.row, 12), (self.reason, 0)):
            self._column.addWidget(part)
            self._column.addSpacing(gap)
        self._column.addStretch(1)
        scroll = self._scroll
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        scroll.verticalScrollBar().rangeChanged.connect(self._keep_width)
        scroll.verticalScrollBar().rangeChanged.connect(self._grow_soon)
        self._keep_width()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroll, 1)
        row.addWidget(self.side)

    def _connect(self) -> None:
        self.head.next_wanted.connect(self.next_wanted)
        self.head.discuss_pressed.connect(self.discuss_pressed)
        self.head.like_pressed.connect(self.like_pressed)
        self.head.by_both_ticked.connect(self.by_both_ticked)
        self.side.example_wanted.connect(self.example_wanted)
        self.reason.field.reason_written.connect(self.reason_written)
        self.reason.field.text_wanted.connect(self.text_wanted)
        self.reason.field.entered.connect(self._show_reason)

    def _show_reason(self) -> None:
        self._scroll.ensureWidgetVisible(self.reason)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.side.setFixedWidth(SIDE if self.width() >= NARROW_FROM else NARROW_SIDE)
            self.setFixedHeight(HEIGHT)
            self._grow_soon()
