"""Which lines of a text are not running text, and why: each with a tick that sets it aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from annotator.ui.article.tips import tip
from annotator.ui.finding.correction_words import shortened

if TYPE_CHECKING:
    from annotator.model.edits.articles import NewArticle

ZONE = Qt.ItemDataRole.UserRole + 1
SHOWN = 500  # more lines than anybody looks through


class ImportZones(QListWidget):
    """Tells by its id which zone is set aside or kept, and which one is looked at."""

    flipped = Signal(str, bool)
    looked_at = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("importZones")
        self.setAccessibleName("Lines that are not running text")
        self.setProperty("framed", True)
        self.setSpacing(2)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filling = False
        self.itemChanged.connect(self._changed)
        self.currentItemChanged.connect(self._moved)

    def show_zones(self, article: NewArticle) -> None:
        """List the lines; where they are the same as before, each row stays."""
        zones = article.zones[:SHOWN]
        self._filling = True
        if [self.item(row).data(ZONE) for row in range(self.count())] != [zone.id for zone in zones]:
            self.clear()
            for zone in zones:
                item = QListWidgetItem()
                item.setData(ZONE, zone.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                self.addItem(item)
        for row, zone in enumerate(zones):
            item, words = self.item(row), shortened(article.text[zone.start : zone.end])
            item.setText(f"{words}\n{' · '.join(part for part in (zone.kind, zone.reason) if part)}")
            item.setToolTip(tip([], item.text().split("\n")))
            item.setCheckState(Qt.CheckState.Checked if zone.state == "set aside" else Qt.CheckState.Unchecked)
        self._filling = False

    def _changed(self, item: QListWidgetItem) -> None:
        if not self._filling:
            self.flipped.emit(item.data(ZONE), item.checkState() == Qt.CheckState.Checked)

    def _moved(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.looked_at.emit(item.data(ZONE))
