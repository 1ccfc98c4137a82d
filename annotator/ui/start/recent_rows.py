"""Which projects were open lately: name, place, when, how far."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.dates import shown_moment
from annotator.ui.icons import paint_icon
from annotator.ui.start.painted_button import PaintedButton
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from annotator.preferences import Recent

HEIGHT = 52
MISSING = "not there now"


def shown_place(path: Path, home: Path) -> str:
    """Return the folders a project lies in, from the home folder down, at most the last three."""
    folder = path.parent
    parts = folder.relative_to(home).parts if folder.is_relative_to(home) else folder.parts
    named = [part for part in parts if part != folder.anchor]
    return " › ".join(named[-3:]) or ("Home" if folder == home else folder.anchor)


class RecentRow(PaintedButton):
    """52 high. A project whose file is gone says so, and is looked for again when it is chosen."""

    def __init__(self, recent: Recent, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(recent.name, HEIGHT, parent)
        self.recent = recent
        self._place = shown_place(Path(recent.path), Path.home())
        self._when = shown_moment(recent.opened, now)
        self.look()

    def look(self) -> bool:
        """Find out whether the file is there, and show it."""
        self.found = Path(self.recent.path).is_file()
        self._far = self.recent.progress if self.found else MISSING
        about = ", ".join(part for part in (self._place, self._when, self._far) if part)
        self.setAccessibleDescription(about)
        missing = f"{self.recent.path}\nis not there now. If it was moved, choose Open."
        self.setToolTip(self.recent.path if self.found else missing)
        self.update()
        return self.found

    def paint_content(self, painter: QPainter) -> None:
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        paint_icon(painter, "file" if self.found else "warning", QRectF(13, 19, 14, 14), "ink3")
        when_right, far_right = self.width() - 124, self.width() - 12
        room = when_right - 90 - 40
        name_token = "ink" if self.found else "ink3"
        self.draw_text(painter, QRectF(40, 9, room, 20), self.recent.name, control_font(13, 500), name_token)
        self.draw_text(painter, QRectF(40, 28, room, 16), self._place, control_font(12), "ink3")
        self.draw_text(painter, QRectF(when_right - 90, 17, 90, 18), self._when, control_font(12), "ink3", right=True)
        self.draw_text(painter, QRectF(far_right - 104, 17, 104, 18), self._far, control_font(12), "ink3", right=True)


class RecentRows(QWidget):
    """A heading and the rows, in as much height as there is; absent while there are none."""

    recent_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel("Recent")
        heading.setFont(control_font(13, 600))
        heading.setContentsMargins(12, 0, 0, 0)
        heading.setFixedHeight(20)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self._area, 1)
        self.rows: list[RecentRow] = []
        self.hide()

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show these projects, the latest first."""
        now = datetime.now().astimezone()
        self.rows = [RecentRow(each, now) for each in recent]
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
            row.clicked.connect(lambda _checked=False, row=row: self._choose(row))
        column.addStretch(1)
        self._area.setWidget(holder)
        self.setVisible(bool(self.rows))

    def _choose(self, row: RecentRow) -> None:
        if row.look():
            self.recent_chosen.emit(row.recent.path)
