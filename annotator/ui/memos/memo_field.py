"""Where a memo is typed beside other things, with a button that puts in a link to a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from annotator.ui.actions import BY_ID
from annotator.ui.icon_button import IconButton
from annotator.ui.keycap import keycap_text
from annotator.ui.memos.dimmed_addresses import DimmedAddresses
from annotator.ui.shortcuts.keys import keys_of
from annotator.ui.typing_field import TypingField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class MemoField(TypingField):
    """Plain text whose links step back. `link_button` stands wherever the form has room for it."""

    link_wanted = Signal()

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(name, lines, parent)
        self._dimmed = DimmedAddresses(self.document())
        keys = keys_of(BY_ID["link_in_memo"])
        key = f" ({keycap_text(keys[0])})" if keys else ""
        self.link_button = IconButton(
            "link", "Link to the passage", tooltip=f"Put in a link to what is selected or current in the article{key}"
        )
        self.link_button.clicked.connect(self.link_wanted)
        for one in keys:
            QShortcut(QKeySequence(one), self, self.link_wanted.emit, context=Qt.ShortcutContext.WidgetShortcut)

    def insert(self, markdown: str) -> None:
        """Put something in, where the caret is."""
        self.insertPlainText(markdown)
        self.setFocus()
