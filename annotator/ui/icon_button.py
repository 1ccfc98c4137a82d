"""The square button with an icon only: named for those who do not see it, drawn anew when the theme changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.ui.icons import icon
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

ICON = QSize(16, 16)


class IconButton(QToolButton):
    """A 32 px button. Its text is the accessible name and, unless another is given, the tooltip."""

    def __init__(self, icon_name: str, text: str = "", parent: QWidget | None = None, *, tooltip: str = "") -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setIconSize(ICON)
        self.setAccessibleName(text)
        self.setToolTip(tooltip or text)
        self._draw_icon()
        theme().changed.connect(self._draw_icon)

    def follow(self, action: QAction) -> None:
        """Do what the action does and be off when it is off; the icon stays this button's own."""
        self.setDefaultAction(action)
        self._take_name()
        action.changed.connect(self._take_name)

    def _take_name(self) -> None:
        action = self.defaultAction()
        if action is not None:
            self.setAccessibleName(action.text().replace("&", ""))
            if self._icon_name:
                self.setIcon(self._icon)  # the button takes the action's at every change of it

    def _draw_icon(self) -> None:
        if self._icon_name:
            self._icon = icon(self._icon_name)
            self.setIcon(self._icon)
