"""Where the memo of the current coding is read and written.

The text goes out once, when the analyst leaves it, and always to the coding it was typed for. It is the analyst's own
typing, so it may be taken from an editor; no-break spaces survive.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.dates import shown_moment
from annotator.ui.keycap import keycap_text
from annotator.ui.scheme.box_head import BoxHead
from annotator.ui.scheme.quiet_text import Line, QuietText
from annotator.ui.shortcuts.pane_keys import meaning_in
from annotator.ui.typing_field import typed_text

if TYPE_CHECKING:
    from annotator.model.records import Coding

NO_CODING = "No coding is current. Click a bar or a coded passage, or code this one first."


class MemoEditor(QuietText):
    """The editor: a key of its own leaves it, as does the focus going elsewhere."""

    ground_with_focus = "field"

    left = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("memoEditor")
        self.setAccessibleName("Memo of the current coding")

    def typed_text(self) -> str:
        """Return what stands here, no-break spaces kept, lines ended by LF."""
        return typed_text(self.document())

    def _recolour(self) -> None:
        lines = [Line(line) for line in self.typed_text().split("\n")]
        place = self.textCursor().position()
        self.write(*(self._lines if self.isReadOnly() else lines))
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if meaning_in("memo", event):
            event.accept()
            self.finished.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class MemoBox(QWidget):
    """Heading with coder and time, and the editor below."""

    memo_written = Signal(str, str)
    finished = Signal()
    fold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: Coding | None = None
        self._stored, self._read_only = "", False
        self._editable = False
        self.head, self.editor = BoxHead(self), MemoEditor(self)
        self.head.title = "Memo"
        self.head.setAccessibleName("Memo")
        self.show_key("M")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        inset = QVBoxLayout()
        inset.setContentsMargins(8, 0, 8, 0)
        inset.addWidget(self.editor)
        rows.addLayout(inset)
        self.head.fold_wanted.connect(self.fold_wanted)
        self.editor.left.connect(self.flush)
        self.editor.finished.connect(self._finished)
        self._write("")

    def show_coding(self, coding: Coding | None, coder_name: str, editable: bool) -> None:
        """Show this coding's memo. What was being typed for another coding is sent off first."""
        same = coding is not None and self._coding is not None and coding.id == self._coding.id
        if not same:
            self.flush()
        memo, typing = coding.memo if coding else "", same and self._pending() is not None
        shown = same and memo == self._stored
        self._coding, self._editable, self._stored = coding, editable, memo
        if not typing and not shown:
            self._write(memo)
        self.head.side_note = f"{coder_name}, {short_time(coding.modified)}" if coding else ""
        self._settle()

    def show_key(self, shortcut: str) -> None:
        """Show the keycap of the action that comes here."""
        self.head.key = keycap_text(shortcut) if shortcut else ""
        self.head.update()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be written."""
        self._read_only = read_only
        self._settle()

    def flush(self) -> None:
        """Send off what was typed, if it changed, to the coding it was typed for."""
        text = self._pending()
        if text is not None and self._coding:
            self._stored = text
            self.memo_written.emit(self._coding.id, text)

    def fold(self, folded: bool) -> None:
        """Show the head with the memo's beginning, or everything."""
        self.head.fold(folded)
        self.editor.setVisible(not folded)
        self._settle()

    def take_focus(self) -> None:
        """Put the caret at the end of the memo."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._coding is not None:
            self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def _pending(self) -> str | None:
        if self._coding is None or self.editor.isReadOnly():
            return None
        text = self.editor.typed_text()
        return text if text != self._stored else None

    def _finished(self) -> None:
        self.flush()
        self.finished.emit()

    def _write(self, memo: str) -> None:
        if self._coding is None:
            self.editor.write(Line(NO_CODING, token="ink3"))
        else:
            self.editor.write(*(Line(line) for line in memo.split("\n")))

    def _settle(self) -> None:
        self.editor.setReadOnly(self._read_only or self._coding is None or not self._editable)
        self.head.preview = self._stored if self._coding else "no coding is current"
        self.head.update()


def short_time(moment: str) -> str:
    """Return when a memo was written: the hour if it was today, else the day."""
    return shown_moment(moment, datetime.now().astimezone()).removeprefix("today, ")
