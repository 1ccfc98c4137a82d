"""The coders' names above and beside the matrix of pairs: quiet, and cut where they are long."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.ui.theme import control_font, theme

BESIDE = 6  # device-independent pixels between a name and its cells


class PairNames(QHeaderView):
    """Names above are centred, names beside begin at the left."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        theme().changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        beside = self.orientation() == Qt.Orientation.Vertical
        font = control_font(12 if beside else 11)
        name = str(self.model().headerData(logicalIndex, self.orientation()))
        room = rect.adjusted(0, 0, -BESIDE, 0) if beside else rect.adjusted(2, 0, -2, 0)
        painter.save()
        painter.fillRect(rect, theme().colour("field"))
        painter.setFont(font)
        painter.setPen(theme().colour("ink2" if beside else "ink3"))
        side = Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag.AlignHCenter
        shown = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
