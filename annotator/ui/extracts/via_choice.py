"""Whether only words go out that somebody passed on, and who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

ALL = "Through anybody or nobody"


class ViaChoice(QComboBox):
    """All words at first; not there while nobody passes on anything."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Who passes the words on")
        self.addItem(ALL, "")
        for name in names:
            self.addItem(f"Only through {name}", name)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setVisible(bool(names))

    def restriction(self) -> tuple[str, ...]:
        """Return the name for a filter, none where all words go."""
        chosen = str(self.currentData())
        return (chosen,) if chosen else ()

    def take(self, names: Sequence[str]) -> None:
        """Choose what a filter says."""
        if names:
            self.setCurrentIndex(max(0, self.findData(names[0])))
