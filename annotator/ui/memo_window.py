"""Where one's memo on the project, an article or a code is read and written, with the others' memos below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.icons import icon
from annotator.ui.keycap import keycap_text
from annotator.ui.memos.dimmed_addresses import DimmedAddresses
from annotator.ui.memos.formatted import MemoPart
from annotator.ui.memos.memo_reading import MemoReading
from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font, theme
from annotator.ui.typing_field import TypingField

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE, BESIDE, INSET = (480, 460), 24, 6
HINT = "Markdown: *emphasis*, **strong**, - list, # heading"
TO_WRITE = "Enter or a click to write"


class OthersMemo(NamedTuple):
    """A colleague's memo: whose, when it was last changed, in words, and the text."""

    coder: str
    moment: str
    text: str


class MemoWindow(Sheet):
    """Esc goes from writing to reading and then leaves; Ctrl+Enter and closing keep what was typed.

    Where it cannot be written the window stays.
    """

    memo_written = Signal(str)
    link_opened = Signal(str)
    link_wanted = Signal()

    def __init__(self, about: str, parent: QWidget | None = None, link_keys: Sequence[str] = ()) -> None:
        """Take what the memo is about, in words: `the project`, an article's title, a code."""
        super().__init__(f"Memo on {about}", "Done", parent)
        self.setObjectName("memoWindow")
        self.leave_button.hide()
        self.stored, self.writing = "", True
        self.field = TypingField(f"Your memo on {about}", 6)
        self.reading = MemoReading(f"Your memo on {about}", inset=INSET)
        self.others = MemoReading(f"Memos of the others on {about}", inset=INSET)
        self._dimmed = DimmedAddresses(self.field.document())
        self.reading.set_editable(True, TO_WRITE)
        self._head = QLabel("Memos of the others")
        self._head.setFont(control_font(13, 600))
        self.lay_out(self._content(link_keys))
        self._listen(link_keys)
        self.resize(*SIZE)

    def show_memo(self, text: str, others: Sequence[OthersMemo]) -> None:
        """Show one's memo and the others'. What was typed and not written yet stays."""
        if self.pending() is None:
            self.field.show_text(text)
        self.stored = text
        self.reading.show_memos(MemoPart(text))
        self.others.show_memos(*(MemoPart(memo.text, f"{memo.coder}, {memo.moment}") for memo in others))
        for part in (self._head, self.others):
            part.setVisible(bool(others))

    def open(self) -> None:
        """Come up beside the text: to be read where something was written already, else to be written."""
        self._write(not self.stored.strip())
        over = self.parentWidget()
        if not self.isVisible() and over is not None:
            corner = over.window().frameGeometry().bottomRight()
            self.move(corner.x() - self.width() - BESIDE, corner.y() - self.height() - 2 * BESIDE)
        self.appear()
        self.pane.setFocus()

    @property
    def pane(self) -> QWidget:
        """What has one's own memo now: the field, or the memo as it reads."""
        return self.field if self.writing else self.reading

    def pending(self) -> str | None:
        """Return what was typed and is not written yet; none where all is."""
        text = self.field.text()
        return text if text != self.stored.strip() else None

    def flush(self) -> None:
        """Send off what was typed, if it changed."""
        text = self.pending()
        if text is not None:
            self.memo_written.emit(text)

    def insert(self, markdown: str) -> None:
        """Put something into the memo, where the caret is."""
        self._write(True)
        self.field.insertPlainText(markdown)
        self.field.setFocus()

    def act(self) -> None:
        self.reject()

    def unsaved(self) -> str:
        self.flush()
        return "" if self.pending() is None else "The memo could not be written to the project. Leaving loses it."

    def _content(self, link_keys: Sequence[str]) -> QWidget:
        key = f" ({keycap_text(link_keys[0])})" if link_keys else ""
        self.link_button = QPushButton("Link to the passage")
        self.link_button.setToolTip(f"Put in a link to what is selected or current in the article{key}")
        self.link_button.setAutoDefault(False)
        self.hint = QLabel(HINT)
        self.hint.setFont(control_font(12))
        self.hint.setProperty("tone", "ink3")
        content = QWidget()
        rows, foot = QVBoxLayout(content), QHBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        for part, share in ((self.field, 3), (self.reading, 3), (self._head, 0), (self.others, 2)):
            rows.addWidget(part, share)
            if part is self.reading:
                rows.addLayout(foot)
        foot.addWidget(self.link_button)
        foot.addWidget(self.hint, 1)
        return content

    def _listen(self, link_keys: Sequence[str]) -> None:
        self.link_button.clicked.connect(self.link_wanted)
        self.reading.edit_wanted.connect(self._edit)
        for shown in (self.reading, self.others):
            shown.link_opened.connect(self.link_opened)
        for key in link_keys:
            QShortcut(QKeySequence(key), self, self.link_wanted.emit)
        theme().changed.connect(self._draw)
        self._draw()
        self._write(True)

    def _draw(self) -> None:
        self.link_button.setIcon(icon("link"))

    def _edit(self) -> None:
        self._write(True)
        self.field.setFocus()

    def _write(self, writing: bool) -> None:
        self.writing = writing
        self.field.setVisible(writing)
        self.reading.setVisible(not writing)
        self.hint.setText(HINT if writing else TO_WRITE)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.writing and self.field.text():
            self.flush()
            if self.pending() is None:
                self._write(False)
                self.reading.setFocus()
                return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.flush()
