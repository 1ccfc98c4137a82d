"""What stands in the place of the text while no article is open: what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

NO_ARTICLES = "Nothing to read yet.\nDrop files or a folder here, or import them from the Project menu."
NONE_OPEN = "No article is open.\nChoose one from the list of articles."


class EmptyPage(QLabel):
    """A quiet sentence in the middle of the page; files are dropped through it."""

    def __init__(self, text: QAbstractScrollArea) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(control_font(13))
        self.setProperty("tone", "ink2")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(text)
        column.addWidget(self)
        self.hide()

    def tell(self, *, any_articles: bool) -> None:
        """Say what to do next."""
        self.setText(NONE_OPEN if any_articles else NO_ARTICLES)
        self.show()
        self.raise_()
