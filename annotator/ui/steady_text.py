"""How the text keeps its place on the screen when a strip comes or goes above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea, QWidget


class SteadyText(QObject):
    """Scrolls the text by as much as it was moved, so that nobody loses the line."""

    def __init__(self, pages: QWidget, text: QAbstractScrollArea, top: QWidget) -> None:
        """Watch the pages. `top` stands above the strips and comes and goes with the start page."""
        super().__init__(pages)
        self._pages, self._text, self._top = pages, text, top
        self._height = 0
        pages.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Move:
            height = self._pages.y() - (0 if self._top.isHidden() else self._top.height())
            bar = self._text.verticalScrollBar()
            bar.setValue(bar.value() + height - self._height)
            self._height = height
        return super().eventFilter(watched, event)
