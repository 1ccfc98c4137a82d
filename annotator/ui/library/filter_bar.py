"""What the list of articles is filtered by: words in a field, picks from a menu, and the picks as chips."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotator.ui.icon_button import IconButton
from annotator.ui.icons import icon
from annotator.ui.library.pick_chips import PickChips
from annotator.ui.library.pick_menu import PickMenu
from annotator.ui.theme import theme


class FilterBar(QWidget):
    """The parts tell by their own signals; whoever owns the bar connects them."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setObjectName("articleFilter")
        self.field.setPlaceholderText("Filter articles")
        self.field.setAccessibleName("Filter articles")
        self.field.setAcceptDrops(False)
        self.field.setClearButtonEnabled(True)
        self._icon = self.field.addAction(icon("search", "ink3"), QLineEdit.ActionPosition.LeadingPosition)
        self.picks, self.chips = PickMenu(self), PickChips()
        self.button = IconButton("filter", "Show only articles of a publication, a group, a choice")
        self.button.setMenu(self.picks)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 8, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.chips)
        theme().changed.connect(self._take_theme)

    def _take_theme(self) -> None:
        self._icon.setIcon(icon("search", "ink3"))
