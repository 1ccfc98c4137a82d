"""How a memo's Markdown looks when it is read: formatted, and nothing is loaded from anywhere.

The stored text stays what it is; what is shown is made from it and never read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
)

from annotator.model.memo_links import parse_link
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QObject, QUrl

LINE, GAP, INDENT, QUOTED = 20, 4, 20, 12  # device-independent pixels
PIXELS, HEADING, HEAD = 13, 15, 12
HARD_BREAK = "  \n"  # one line end in a memo is a line end, as it was typed
FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub.value | QTextDocument.MarkdownFeature.MarkdownNoHTML.value
)


class MemoPart(NamedTuple):
    """A memo with the line above it: whose it is, and since when; one's own has none."""

    text: str
    head: str = ""


class OfflineDocument(QTextDocument):
    """Pictures, style sheets and whatever else a text may name are never fetched, neither from disk nor network."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMargin(0)
        self.setIndentWidth(INDENT)
        self.setUndoRedoEnabled(False)

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        del kind, name


def show_memos(document: OfflineDocument, parts: Sequence[MemoPart]) -> None:
    """Show memos one below the other."""
    document.clear()
    document.setDefaultFont(control_font(PIXELS))
    cursor = QTextCursor(document)
    for number, part in enumerate(parts):
        if number:
            cursor.insertBlock()
        if part.head:
            _insert_head(cursor, part.head, above=number > 0)
        start = cursor.blockNumber()
        cursor.insertFragment(_formatted(part.text))
        for block in _blocks_from(document, start):
            _dress(block)


def _formatted(memo: str) -> QTextDocumentFragment:
    made = OfflineDocument()
    made.setDefaultFont(control_font(PIXELS))
    # A line of dashes at the very beginning would hide what follows as "front matter".
    made.setMarkdown("\n" + memo.replace("\n", HARD_BREAK), QTextDocument.MarkdownFeature(FEATURES))
    _name_pictures(made)
    return QTextDocumentFragment(made)


def _name_pictures(document: QTextDocument) -> None:
    """Put the address in place of each picture: nothing is loaded, and nothing is hidden."""
    for block in list(_blocks_from(document, 0)):
        for start, end, char in reversed(_fragments(block)):
            if char.isImageFormat():
                cursor = QTextCursor(document)
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(f"[picture: {char.toImageFormat().name()}]", QTextCharFormat())


def _insert_head(cursor: QTextCursor, head: str, *, above: bool) -> None:
    line = QTextBlockFormat()
    line.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    line.setTopMargin(2 * GAP if above else 0)
    char = QTextCharFormat()
    char.setFont(control_font(HEAD, 600))
    char.setForeground(theme().colour("ink3"))
    cursor.setBlockFormat(line)
    cursor.insertText(head, char)
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())


def _blocks_from(document: QTextDocument, number: int) -> Iterator[QTextBlock]:
    block = document.findBlockByNumber(number)
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return start, end and format of each piece of a block, in the document's own positions."""
    found = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        found.append((piece.position(), piece.position() + piece.length(), piece.charFormat()))
        pieces += 1
    return found


def _dress(block: QTextBlock) -> None:
    """Give a block the panel's type: 13 on 20, headings hardly larger, quotations set in."""
    cursor = QTextCursor(block)
    line = block.blockFormat()
    level = line.headingLevel()
    quoted = int(line.property(QTextFormat.Property.BlockQuoteLevel) or 0)
    line.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    line.setTopMargin(GAP if level and block.blockNumber() else 0)
    line.setBottomMargin(0 if block.textList() else GAP)
    line.setLeftMargin(quoted * QUOTED)
    line.setRightMargin(0)
    cursor.setBlockFormat(line)
    for start, end, char in _fragments(block):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_dressed(char, level, quoted))


def _dressed(char: QTextCharFormat, level: int, quoted: int) -> QTextCharFormat:
    dressed = QTextCharFormat(char)
    dressed.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    dressed.setForeground(theme().colour("ink3" if quoted else "ink" if level else "ink2"))
    if level:
        dressed.setFont(control_font(HEADING if level == 1 else PIXELS, 600))
        dressed.setFontItalic(char.fontItalic())
    elif char.fontWeight() > QFont.Weight.Medium:  # the face's own weight, not one made up of two strokes
        dressed.setFont(control_font(PIXELS, 600))
        dressed.setFontItalic(char.fontItalic())
    if char.isAnchor():
        ours = parse_link(char.anchorHref()) is not None
        dressed.setForeground(theme().colour("accent" if ours else "ink3"))
        dressed.setFontUnderline(ours)
        dressed.setToolTip("Enter or a click goes to the passage" if ours else f"Not opened: {char.anchorHref()}")
    return dressed
