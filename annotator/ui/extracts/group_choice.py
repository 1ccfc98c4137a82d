"""Of which group of articles extracts go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Group

ALL = "Articles in any group or none"


class GroupChoice(QComboBox):
    """All articles at first; not there while the project has no groups."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Group of articles")
        self.addItem(ALL, "")
        for group in groups:
            self.addItem(f"Only of the group “{group.name}”", group.id)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setVisible(bool(groups))

    def restriction(self) -> tuple[str, ...]:
        """Return the group for a filter, none where all articles go."""
        chosen = str(self.currentData())
        return (chosen,) if chosen else ()

    def take(self, groups: Sequence[str]) -> None:
        """Choose what a filter says."""
        if groups:
            self.setCurrentIndex(max(0, self.findData(groups[0])))
