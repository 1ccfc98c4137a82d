"""How a strip comes to stand above the text, and the text keeps its place on the screen when it comes or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea


class TextColumn(QWidget):
    """Takes the text's place in its row: strips above, the text below."""

    def __init__(self, text: QAbstractScrollArea) -> None:
        super().__init__(text.parentWidget())
        self._text, self._top = text, 0
        home = text.parentWidget()
        row = home.layout() if home is not None else None
        assert row is not None, "the text stands in a row"
        row.replaceWidget(text, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(text, 1)
        text.installEventFilter(self)
        self.show()

    def put_above(self, strip: QWidget) -> None:
        """Put a strip above the text."""
        self._column.insertWidget(0, strip)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Move and watched is self._text:
            bar, top = self._text.verticalScrollBar(), self._text.y()
            bar.setValue(bar.value() + top - self._top)
            self._top = top
        return super().eventFilter(watched, event)


def text_column(text: QAbstractScrollArea) -> TextColumn:
    """Return the column in which the text stands, made when it is first wanted."""
    parent = text.parentWidget()
    return parent if isinstance(parent, TextColumn) else TextColumn(text)
