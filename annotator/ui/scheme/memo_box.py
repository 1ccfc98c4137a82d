"""Where the memo of the current coding is read, formatted, and written, as Markdown.

The text goes out once, when the analyst leaves it, and always to the coding it was typed for. It is the analyst's own
typing, so it may be taken from an editor; no-break spaces survive.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.memo_links import plain
from annotator.ui.dates import shown_moment
from annotator.ui.icon_button import IconButton
from annotator.ui.keycap import keycap_text
from annotator.ui.memos.dimmed_addresses import DimmedAddresses
from annotator.ui.memos.formatted import MemoPart
from annotator.ui.memos.memo_reading import MemoReading
from annotator.ui.scheme.box_head import BoxHead
from annotator.ui.scheme.quiet_text import Line, QuietText
from annotator.ui.shortcuts.pane_keys import meaning_in
from annotator.ui.typing_field import typed_text

if TYPE_CHECKING:
    from annotator.model.records import Coding

NO_CODING = "No coding is current. Click a bar or a coded passage, or code this one first."
WRITING = "Markdown: *emphasis*, **strong**, - list"
NAME = "Memo of the current coding"
LINK_BUTTON, LINK_TOP, LINK_RIGHT = 28, 6, 12


class MemoEditor(QuietText):
    """The editor: a key of its own leaves it, as does the focus going elsewhere."""

    ground_with_focus = "field"

    entered = Signal()
    left = Signal()
    gone = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("memoEditor")
        self.setAccessibleName(NAME)
        self._dimmed = DimmedAddresses(self.document())
        self.touched = False
        self.document().modificationChanged.connect(self._modified)

    def write(self, *lines: Line) -> None:
        super().write(*lines)
        self.touched = False

    def settle(self) -> None:
        """End the typing: Ctrl+Z takes back only what is typed from now on, never what was stored before."""
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self.touched = False

    def typed_text(self) -> str:
        """Return what stands here, no-break spaces kept, lines ended by LF."""
        return typed_text(self.document())

    def _recolour(self) -> None:
        lines = [Line(line) for line in self.typed_text().split("\n")]
        place, touched = self.textCursor().position(), self.touched
        self.write(*(self._lines if self.isReadOnly() else lines))
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.touched = touched

    def _modified(self, modified: bool) -> None:
        self.touched = self.touched or modified  # taking it back is typing too: what stands then is sent

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
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self.gone.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setPlaceholderText(WRITING)
        if not self.isReadOnly():
            self.entered.emit()


class MemoBox(QWidget):
    """Heading with coder and time; below it the memo as it reads, or, while it is being written, the editor."""

    memo_written = Signal(str, str)
    link_opened = Signal(str)
    link_wanted = Signal()
    finished = Signal()
    fold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: Coding | None = None
        self._stored, self._read_only, self._whose, self._key = "", False, "", ""
        self._editable = self._folded = self._writing = False
        self.head, self.editor, self.reading = BoxHead(self), MemoEditor(self), MemoReading(NAME, self)
        self.head.title = "Memo"
        self.head.setAccessibleName("Memo")
        self.link_button = IconButton("link", "Link to the passage", self)
        self.link_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_key("M")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        inset = QVBoxLayout()
        inset.setContentsMargins(8, 0, 8, 0)
        inset.addWidget(self.editor)
        inset.addWidget(self.reading)
        rows.addLayout(inset)
        self._listen()
        self._write("")
        self._settle()

    def show_coding(self, coding: Coding | None, coder_name: str, editable: bool) -> None:
        """Show this coding's memo. What was being typed for another coding is sent off first."""
        same = coding is not None and self._coding is not None and coding.id == self._coding.id
        if not same:
            self.flush()
        memo, typing = coding.memo if coding else "", same and self._pending() is not None
        shown = same and memo == self._stored
        self._coding, self._editable, self._stored = coding, editable, memo
        self._writing = self._writing and same
        if not typing and not shown:
            self._write(memo)
        self._whose = f"{coder_name}, {short_time(coding.modified)}" if coding else ""
        self._settle()

    def show_key(self, shortcut: str) -> None:
        """Show the keycap of the action that comes here."""
        self._key = keycap_text(shortcut) if shortcut else ""
        self._settle()

    def show_link_key(self, shortcut: str) -> None:
        """Tell at the button which key puts a link here."""
        key = f" ({keycap_text(shortcut)})" if shortcut else ""
        self.link_button.setToolTip(f"Link to the passage that is selected, or to the one copied{key}")

    @property
    def pane(self) -> QWidget:
        """What takes the focus when one comes here: the memo as it reads, or the editor."""
        return self.reading if self._reads() else self.editor

    @property
    def writing(self) -> str:
        """The id of the coding whose memo is being written, empty while none is."""
        return self._coding.id if self._coding is not None and self._writing else ""

    def insert(self, markdown: str) -> None:
        """Put something into the memo that is being written, where the caret is."""
        self.editor.insertPlainText(markdown)

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
            self._settle()

    def fold(self, folded: bool) -> None:
        """Show the head with the memo's beginning, or everything."""
        self._folded = folded
        self.head.fold(folded)
        self._settle()

    def take_focus(self) -> None:
        """Put the caret at the end of the memo; what may not be written is read."""
        self._writing = not self.editor.isReadOnly()
        self._settle()
        self.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._coding is not None:
            self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def _listen(self) -> None:
        self.head.fold_wanted.connect(self.fold_wanted)
        self.editor.left.connect(self.flush)
        self.editor.gone.connect(self._gone)
        self.editor.finished.connect(self._finished)
        self.reading.edit_wanted.connect(self.take_focus)
        self.reading.link_opened.connect(self.link_opened)
        self.link_button.clicked.connect(self.link_wanted)

    def _gone(self) -> None:
        self._writing = False
        if self._pending() is None:
            self.editor.settle()
        self._settle()

    def _reads(self) -> bool:
        """Tell whether there is something to read that is not being written."""
        return self._coding is not None and bool(self._stored.strip()) and not self._writing

    def _pending(self) -> str | None:
        if self._coding is None or self.editor.isReadOnly() or not self.editor.touched:
            return None  # what nobody typed is never sent
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
        """Show the memo as it reads, or the editor, and in the head whose it is or what can be put in."""
        self.editor.setReadOnly(self._read_only or self._coding is None or not self._editable)
        reads = self._reads()
        if reads:
            self.reading.show_memos(MemoPart(self._stored))
        self.reading.set_editable(not self.editor.isReadOnly(), "Enter to write")
        self.reading.setVisible(reads and not self._folded)
        self.editor.setVisible(not reads and not self._folded)
        self.link_button.setVisible(self._writing and not self._folded)
        if not self.editor.hasFocus():
            self.editor.setPlaceholderText(self._invitation())
        self.head.key, self.head.side_note = ("", "") if self._writing else (self._key, self._whose)
        self.head.preview = plain(self._stored) if self._coding else "no coding is current"
        self.head.update()

    def _invitation(self) -> str:
        if self._coding is None or self.editor.isReadOnly():
            return ""
        return f"{self._key} to write a note" if self._key else "Click to write a note"

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.reading.hasFocus():
            self.finished.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.link_button.setGeometry(self.width() - LINK_RIGHT - LINK_BUTTON, LINK_TOP, LINK_BUTTON, LINK_BUTTON)
        self.link_button.raise_()


def short_time(moment: str) -> str:
    """Return when a memo was written: the hour if it was today, else the day."""
    return shown_moment(moment, datetime.now().astimezone()).removeprefix("today, ")
