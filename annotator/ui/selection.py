"""What is current: the article, the coding, the code. Apart from what is true, which is in the project."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Three ids, each with its signal; setting what is current already is silent."""

    article_changed = Signal(object)
    coding_changed = Signal(object)
    code_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.article: str | None = None
        self.coding: str | None = None
        self.code: str | None = None

    def set_article(self, article: str | None) -> None:
        """Make an article current; no coding is current then."""
        if article != self.article:
            self.set_coding(None)
            self.article = article
            self.article_changed.emit(article)

    def set_coding(self, coding: str | None) -> None:
        """Make a coding current."""
        if coding != self.coding:
            self.coding = coding
            self.coding_changed.emit(coding)

    def set_code(self, code: str | None) -> None:
        """Make a code current: its definition is shown."""
        if code != self.code:
            self.code = code
            self.code_changed.emit(code)
