"""Where memos are read: formatted, with links that can be followed by mouse and by Tab and Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from annotator.ui.memos.formatted import MemoPart, OfflineDocument, show_memos
from annotator.ui.scheme.quiet_text import SHEET, SIDE
from annotator.ui.theme import theme


class MemoReading(QTextBrowser):
    """Opens nothing itself: a link goes out as its address. Enter, or a click beside the links, wants to edit."""

    link_opened = Signal(str)
    edit_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, inset: int = 0) -> None:
        """Take the accessible name, and how far from the upper and lower edge the text begins and ends."""
        super().__init__(parent)
        self.editable = False
        self._parts: tuple[MemoPart, ...] = ()
        self._shown = OfflineDocument(self)
        self.setDocument(self._shown)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(SIDE, inset, SIDE, inset)
        self.anchorClicked.connect(self._clicked)
        self._dress()
        theme().changed.connect(self._theme_changed)

    def show_memos(self, *parts: MemoPart) -> None:
        """Show these memos from the top; those that are shown already stay as they are."""
        if parts != self._parts:
            self._parts = parts
            self._fill()

    def _fill(self) -> None:
        show_memos(self._shown, self._parts)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_editable(self, editable: bool, why: str = "") -> None:
        """Say whether Enter and a click lead to writing, and how."""
        self.editable = editable
        self.setAccessibleDescription(why if editable else "")

    def _clicked(self, url: QUrl) -> None:
        self.link_opened.emit(bytes(url.toEncoded().data()).decode("ascii", "replace"))

    def _dress(self) -> None:
        palette = theme().palette
        self.setStyleSheet(SHEET.format(accent=palette.accent, ground=palette.panel))

    def _theme_changed(self) -> None:
        self._dress()
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            address = self.textCursor().charFormat().anchorHref() if self.textCursor().hasSelection() else ""
            if address:
                self.link_opened.emit(address)
            elif self.editable and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.edit_wanted.emit()
            else:
                event.ignore()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        on_link = bool(self.anchorAt(event.position().toPoint()))
        left = event.button() == Qt.MouseButton.LeftButton
        if self.editable and left and not on_link and not self.textCursor().hasSelection():
            self.edit_wanted.emit()
