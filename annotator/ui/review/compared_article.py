"""The middle of the Review page: a fixed head over the compared text and its lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.ui.keycap import keycap_width, paint_keycap
from annotator.ui.review.compared_text import ComparedText
from annotator.ui.review.drawn_words import draw_words
from annotator.ui.review.lane_painter import EDGE
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.blocks import Block

HEIGHT, GAP = 32, 8
AGREED = "Agreed"


class ComparedHead(QWidget):
    """32 high: the article and what of it is in sight; over each lane whose it is."""

    def __init__(self, text: ComparedText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._text, self._title = text, ""
        self._coders: tuple[tuple[str, str], ...] = (("A", ""), ("B", ""), ("", AGREED))
        self.words = ""
        theme().changed.connect(self.update)
        for moved in (text.visible_changed, text.laid_out, text.columns_placed):
            moved.connect(self._say)

    def show_title(self, title: str) -> None:
        """Name the article."""
        self._title = title
        self._say()

    def show_coders(self, a: str, b: str, keys: tuple[str, str] = ("A", "B")) -> None:
        """Name the coders, each with the keycap of the decision for theirs."""
        self._coders = ((keys[0], a), (keys[1], b), ("", AGREED))
        self.setAccessibleName(f"Lanes: {a}, {b}, {AGREED.lower()}")
        self.update()

    def _say(self) -> None:
        first, last = self._text.shown_paragraphs()
        seen = f"¶ {first}" if first == last else f"¶ {first} to {last}"
        self.words = ", ".join(part for part in (self._title, seen if first else "") if part)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().colour("paper"))
        painter.fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), theme().colour("line"))
        measures, middle = self._text.measures, (HEIGHT - 1) / 2
        left, lanes = measures.left + measures.gutter, measures.left + measures.page
        title = control_font(12)
        draw_words(painter, self.words, title, "ink3", left, left + measures.text, middle)
        for number, (key, name) in enumerate(self._coders):
            begin = lanes + number * measures.names + EDGE
            if key:
                width = keycap_width(key)
                paint_keycap(painter, begin + width, middle, key)
                begin += round(width) + GAP
            end = lanes + (number + 1) * measures.names - GAP
            draw_words(painter, name, control_font(12, 500), "ink", begin, end, middle)
        painter.end()


class ComparedArticle(QWidget):
    """Head and text, fed together; tells how far from its left edge the text begins."""

    text_left_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ComparedText(self)
        self.head = ComparedHead(self.text, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.text, 1)
        self.text.columns_placed.connect(self._tell_left)

    @property
    def text_left(self) -> int:
        """How far from the left edge the text begins, in device-independent pixels."""
        return self.text.measures.left + self.text.measures.gutter

    def show_article(self, text: str, *, title: str = "", facts: str = "", blocks: Iterable[Block] = ()) -> None:
        """Show an article from its beginning."""
        self.text.show_article(text, title=title, facts=facts, blocks=blocks)
        self.head.show_title(title)

    def _tell_left(self) -> None:
        self.text_left_moved.emit(self.text_left)
