"""The strip at the foot of the window: what is saved, where the caret is, how far the work is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from annotator.ui.announce import announce
from annotator.ui.elided_label import ElidedLabel
from annotator.ui.icons import paint_icon
from annotator.ui.rules import upright_rule
from annotator.ui.theme import control_font, theme

if TYPE_CHECKING:
    from collections.abc import Callable

HEIGHT = 28
ROOM_FOR_CODING = 200  # the coding's path keeps this much before other parts give way


class StatusMark(QWidget):
    """What stands before a text: an icon of 16, or a code's bar of 4 by 12."""

    def __init__(self, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._hue: str | None = None
        self.setFixedSize(16 if icon_name else 4, 16)
        theme().changed.connect(self.update)

    def show_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self.update()

    def show_hue(self, hue: str | None) -> None:
        """Show a code's bar, or nothing."""
        self._hue = hue
        self.setVisible(hue is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._icon_name:
            paint_icon(painter, self._icon_name, QRectF(1, 1, 14, 14))
        elif self._hue:
            colours = theme().code_colours(self._hue)
            painter.setPen(QColor(colours.edge))
            painter.setBrush(QColor(colours.hue))
            painter.drawRoundedRect(QRectF(0.5, 2.5, 3, 11), 1.5, 1.5)
        painter.end()


class ProgressMark(QWidget):
    """A quiet bar of 48: how much of all is done."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setFixedSize(48, 16)
        theme().changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Fill a share of the bar, from 0 to 1."""
        self.share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 7, self.width(), 2), theme().colour("trough"))
        painter.fillRect(QRectF(0, 7, round(self.width() * self.share), 2), theme().colour("ink3"))
        painter.end()


class StatusPart(QWidget):
    """One piece of the line: mark and text, with a rule before it unless it opens its side."""

    clicked = Signal()

    def __init__(
        self,
        name: str,
        mark: StatusMark | ProgressMark | None = None,
        *,
        ruled: bool = True,
        yielding: bool = False,
    ) -> None:
        super().__init__()
        self.tip: Callable[[], str] = str
        self._yielding = yielding
        self._name = name
        self.mark = mark
        self.label = ElidedLabel()
        self.label.setObjectName(f"status{name}")
        self.label.setProperty("tone", "ink2")
        self.label.setFont(control_font(12))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if ruled:
            row.addWidget(upright_rule(12))
            row.addSpacing(16)
        if mark is not None:
            row.addWidget(mark)
            row.addSpacing(4 if mark.width() == 16 else 6)
        row.addWidget(self.label, 1)
        self._around = (17 if ruled else 0) + (0 if mark is None else mark.width() + (4 if mark.width() == 16 else 6))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text; an empty one takes the part off the line."""
        self.label.say(text)
        self.label.setAccessibleName(f"{self._name}: {self.label.text()}")
        self.updateGeometry()

    def open_by_click(self) -> None:
        """Show by the cursor that a click leads on; the keyboard has the menu for it."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def wanted_width(self) -> int:
        """Return the width that shows everything, in device-independent pixels."""
        return self._around + self.label.wanted_width()

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(0 if self._yielding else self.wanted_width(), 20)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.tip())
        return super().event(event)


class StatusLine(QFrame):
    """28 high. Parts that find no room go, the round first; the window is never pushed wider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAccessibleName("Status")
        self._all_saved = True
        self.setFixedHeight(HEIGHT)
        self.saved = StatusPart("Saved", StatusMark("check"), ruled=False)
        self.coding = StatusPart("Coding", StatusMark(), yielding=True)
        self.counts = StatusPart("Codings", ruled=False)
        self.place = StatusPart("Place")
        self.round = StatusPart("Round")
        self.bar = ProgressMark()
        self.progress = StatusPart("Progress", self.bar)
        self.progress.open_by_click()
        self.coder = StatusPart("Coder", StatusMark("person"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        for part in (self.saved, self.coding):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.counts, self.place, self.round, self.progress, self.coder):
            row.addWidget(part)

    def show_saved(self, text: str, ok: bool) -> None:
        """Show whether everything is on disk. A screen reader is told when it is not."""
        if isinstance(self.saved.mark, StatusMark):
            self.saved.mark.show_icon("check" if ok else "warning")
        changed, self._all_saved = ok != self._all_saved, ok
        self._say(self.saved, text)
        if changed and text:  # the time alone would be told every minute, into whatever is read
            announce(self.saved.label, text, at_once=not ok)

    def show_coding(self, text: str, hue: str | None) -> None:
        """Show the coding under the caret, with its code's bar."""
        if isinstance(self.coding.mark, StatusMark):
            self.coding.mark.show_hue(hue)
        self._say(self.coding, text)

    def show_counts(self, text: str) -> None:
        """Show how many codings there are."""
        self._say(self.counts, text)

    def show_place(self, text: str) -> None:
        """Show where the caret is, such as `Paragraph 7 of 11, page 3`."""
        self._say(self.place, text)

    def show_round(self, text: str) -> None:
        """Show the round that is being coded."""
        self._say(self.round, text)

    def show_progress(self, text: str, share: float) -> None:
        """Show how far the project is, such as `2 of 5 finished`."""
        self.bar.show_share(share)
        self._say(self.progress, text)

    def show_coder(self, text: str) -> None:
        """Show who codes."""
        self._say(self.coder, text)

    def _say(self, part: StatusPart, text: str) -> None:
        if part.label.text() != text:
            part.say(text)
            self._fit()

    def _fit(self) -> None:
        parts = (self.saved, self.coding, self.counts, self.place, self.round, self.progress, self.coder)
        wanted = [part for part in parts if part.label.text()]
        for goes_first in (self.round, self.progress, self.place, self.counts, self.coder):
            if self._room_needed(wanted) <= self.width():
                break
            wanted = [part for part in wanted if part is not goes_first]
        for part in parts:
            part.setVisible(part in wanted)

    def _room_needed(self, parts: list[StatusPart]) -> int:
        widths = [
            min(part.wanted_width(), ROOM_FOR_CODING) if part is self.coding else part.wanted_width() for part in parts
        ]
        return sum(widths) + 16 * (len(parts) + 1)

    def sizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
