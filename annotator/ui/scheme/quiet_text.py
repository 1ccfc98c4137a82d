"""Running text in a side panel: 13 on 20, without a frame until it has the focus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.ui.theme import control_font, theme

LINE = 20
COLUMN = 56
GAP = 3  # between the words and the two columns
FRAME, SIDE = 2, 6  # the frame is there but unseen; text begins 8 in
SHEET = (
    "QTextEdit {{ background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 0; }}"
    "QTextEdit:focus {{ background: {ground}; border: 2px solid {accent}; padding: 0; }}"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; with a head it stands in a second column."""

    text: str
    head: str = ""
    pixels: int = 13
    token: str = "ink2"


class QuietText(QTextEdit):
    """A text edit of plain text. `write` shows paragraphs in the colours of the theme."""

    ground_with_focus = "panel"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(control_font(13))
        self.document().setDocumentMargin(0)
        self.setViewportMargins(SIDE, 0, SIDE, 0)
        self._dress()
        theme().changed.connect(self._theme_changed)

    def write(self, *lines: Line) -> None:
        """Show these paragraphs from the top."""
        self._lines = lines
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # one change, so that a screen reader's bus is not told of each piece
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock()
            after_words = number > 0 and bool(line.head) and not lines[number - 1].head
            cursor.setBlockFormat(_block_format(line, gap=GAP if after_words else 0))
            if line.head:
                cursor.insertText(f"{line.head}\t", _char_format("ink3", line.pixels))
            cursor.insertText(line.text, _char_format(line.token, line.pixels))
        cursor.endEditBlock()
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setCurrentCharFormat(_char_format(lines[-1].token if lines else "ink2", 13))

    def _dress(self) -> None:
        palette = theme().palette
        self.setStyleSheet(SHEET.format(accent=palette.accent, ground=getattr(palette, self.ground_with_focus)))

    def _theme_changed(self) -> None:
        self._dress()
        self._recolour()

    def _recolour(self) -> None:
        self.write(*self._lines)


def _block_format(line: Line, *, gap: int) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    if line.head:
        block.setLeftMargin(COLUMN)
        block.setTextIndent(-COLUMN)
        block.setTabPositions([QTextOption.Tab(COLUMN, QTextOption.TabType.LeftTab)])
    block.setTopMargin(gap)
    return block


def _char_format(token: str, pixels: int) -> QTextCharFormat:
    char = QTextCharFormat()
    char.setFont(control_font(pixels))
    char.setForeground(theme().colour(token))
    return char
