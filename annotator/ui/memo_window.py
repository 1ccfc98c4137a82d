"""Where one's memo on the project, an article or a code is written, with the others' memos below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.ui.scheme.quiet_text import Line, QuietText
from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font
from annotator.ui.typing_field import TypingField

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = (560, 460)


class OthersMemo(NamedTuple):
    """A colleague's memo: whose, when it was last changed, in words, and the text."""

    coder: str
    moment: str
    text: str


class MemoWindow(Sheet):
    """Esc, Ctrl+Enter and closing keep what was typed; where it cannot be written the window stays."""

    memo_written = Signal(str)

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        """Take what the memo is about, in words: `the project`, an article's title, a code."""
        super().__init__(f"Memo on {about}", "Done", parent)
        self.setObjectName("memoWindow")
        self.leave_button.hide()
        self.stored = ""
        self.field, self.others = TypingField(f"Your memo on {about}", 6), QuietText()
        self.others.setReadOnly(True)
        self.others.setAccessibleName(f"Memos of the others on {about}")
        self._head = QLabel("Memos of the others")
        self._head.setFont(control_font(13, 600))
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self.field, 1)
        rows.addWidget(self._head)
        rows.addWidget(self.others, 1)
        self.lay_out(content)
        self.resize(*SIZE)

    def show_memo(self, text: str, others: Sequence[OthersMemo]) -> None:
        """Show one's memo and the others'. What was typed and not written yet stays."""
        if self.pending() is None:
            self.field.show_text(text)
        self.stored = text
        lines: list[Line] = []
        for memo in others:
            lines.append(Line(f"{memo.coder}, {memo.moment}", pixels=12, token="ink3"))
            lines += [Line(line) for line in memo.text.split("\n")]
        self.others.write(*lines)
        for part in (self._head, self.others):
            part.setVisible(bool(others))

    def pending(self) -> str | None:
        """Return what was typed and is not written yet; none where all is."""
        text = self.field.text()
        return text if text != self.stored.strip() else None

    def flush(self) -> None:
        """Send off what was typed, if it changed."""
        text = self.pending()
        if text is not None:
            self.memo_written.emit(text)

    def act(self) -> None:
        self.reject()

    def unsaved(self) -> str:
        self.flush()
        return "" if self.pending() is None else "The memo could not be written to the project. Leaving loses it."
