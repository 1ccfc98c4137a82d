"""How text and notes are set in one long column, before it is cut into pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from annotator.exporting.printable import printable
from annotator.ui.article.gutter import dress
from annotator.ui.article.key_points import set_in
from annotator.ui.article.lines import Lines
from annotator.ui.article.parts import Parts, bullet_place
from annotator.ui.article.signs import BULLET
from annotator.ui.article.text_positions import TextPositions
from annotator.ui.article.typesetting import Page, Type, first_line, hard_breaks, typeset
from annotator.ui.printing.notes import Paragraph, head
from annotator.ui.printing.paper import PER_INCH, POINTS, Paper
from annotator.ui.printing.sheets import ARTICLE, Row
from annotator.ui.theme import control_font, reading_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from annotator.ui.article.lines import Line
    from annotator.ui.printing.printout import Printout

STYLE = Type(POINTS / 12)
HEAD_GAP, TEXT_GAP, NOTES_GAP = 8, 16, 16
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class _Set:
    """How a kind of paragraph is set: line height, gaps, and whether it stays with what follows."""

    line: int
    above: int = 0
    below: int = 0
    keeps: bool = False


_SETTING = {
    "title": _Set(STYLE.headline_line, below=HEAD_GAP), "facts": _Set(16), "head": _Set(22, above=16, keeps=True),
    "name": _Set(18, above=8, keeps=True), "quote": _Set(18, below=2), "words": _Set(18, below=2),
    "signs": _Set(16, above=16),
}  # fmt: skip


class Galley:
    """The column of one printout: head, text, and the notes once their page numbers are known."""

    def __init__(self, printout: Printout, paper: Paper) -> None:
        self._paper = paper
        self.rows: list[Row] = []
        self._parts: list[tuple[QTextDocument, Lines]] = []
        self._marked = Parts.of(printout.text, printout.blocks)
        signs = self._marked.signs
        in_text = bool(printout.title) and first_line(signs.reading) == printout.title.strip()
        page = Page(paper.measures, headline=in_text, above=0, below_headline=HEAD_GAP)
        document = typeset(printable(signs.shown), STYLE, page)
        positions = TextPositions(printout.text, hard_breaks(signs.shown))
        self._marked.set_in(document, positions, STYLE, page)
        dress(document, positions, printout.aside, STYLE.scale)
        set_in(document, printout.text, positions, printout.aside, STYLE)
        article = self._add_part(document, printout.text, positions)
        above = self._add_part(*_document(head(printout, title=not in_text)))
        lines = list(article.between(0, float("inf")))
        first = next((number for number, line in enumerate(lines) if line.block != lines[0].block), len(lines))
        headline = lines[:first] if in_text else []
        self._stack(headline, ARTICLE, 0)
        self._stack(list(above.between(0, float("inf"))), 1, HEAD_GAP)
        self._stack(lines[len(headline) :], ARTICLE, TEXT_GAP)

    @property
    def article(self) -> Lines:
        """The lines of the article's text, where tints are looked up."""
        return self._parts[ARTICLE][1]

    def add_notes(self, paragraphs: Sequence[Paragraph]) -> None:
        """Put notes below the text."""
        if paragraphs:
            lines = self._add_part(*_document(paragraphs))
            keeps = [_SETTING[paragraph.kind].keeps for paragraph in paragraphs]
            self._stack(list(lines.between(0, float("inf"))), len(self._parts) - 1, NOTES_GAP, keeps)

    def draw(self, painter: QPainter, row: Row) -> None:
        """Draw the letters of a row, in the painter's pen."""
        block = self._parts[row.part][0].findBlockByNumber(row.line.block)
        layout = block.layout()
        layout.lineAt(row.line.number).draw(painter, layout.position() + QPointF(0, row.shift))
        if row.part == ARTICLE and row.line.start in self._marked.bare_items:
            painter.setFont(STYLE.font)
            painter.drawText(bullet_place(row.line, STYLE), BULLET)

    def _add_part(self, document: QTextDocument, text: str, positions: TextPositions | None = None) -> Lines:
        document.documentLayout().setPaintDevice(screen())
        document.setTextWidth(self._paper.measures.page)
        lines = Lines(document, text, positions or TextPositions(text, hard_breaks(text)))
        self._parts.append((document, lines))
        return lines

    def _stack(self, lines: Sequence[Line], part: int, gap: float, keeps: Sequence[bool] = ()) -> None:
        if not lines:
            return
        bottom = self.rows[-1].line.bottom + gap if self.rows else 0.0
        shift = bottom - lines[0].top
        for line in lines:
            moved = replace(line, middle=line.middle + shift)
            self.rows.append(Row(moved, part, shift, bool(keeps) and keeps[line.block]))


@lru_cache(maxsize=1)
def screen() -> QImage:
    """Return what the text is laid out for: 96 dots an inch everywhere, so that pages break alike everywhere."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    dots = round(PER_INCH / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image


def _document(paragraphs: Sequence[Paragraph]) -> tuple[QTextDocument, str]:
    """Return the paragraphs set, and their text."""
    texts = [" ".join(printable(paragraph.text).split()) for paragraph in paragraphs]
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    for number, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        block, characters = _formats(paragraph)
        if number:
            cursor.insertBlock(block, characters)
        else:
            cursor.setBlockFormat(block)
        cursor.insertText(text, characters)
    return document, "\n".join(texts)


def _formats(paragraph: Paragraph) -> tuple[QTextBlockFormat, QTextCharFormat]:
    setting = _SETTING[paragraph.kind]
    block, characters = QTextBlockFormat(), QTextCharFormat()
    block.setLineHeight(setting.line, _FIXED)
    block.setTopMargin(setting.above)
    block.setBottomMargin(setting.below)
    if paragraph.kind in ("quote", "words"):
        block.setLeftMargin(20)
    characters.setFont(_font(paragraph))
    return block, characters


def _font(paragraph: Paragraph) -> QFont:
    if paragraph.kind == "title":
        return STYLE.headline_font
    if paragraph.kind in ("quote", "words"):
        return reading_font(12, italic=paragraph.kind == "quote")
    small = paragraph.kind in ("facts", "signs")
    return control_font(11 if small else 12, 400 if small else 600)
