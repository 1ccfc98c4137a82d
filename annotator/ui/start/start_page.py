"""The first window: who are you, and what to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.ui.dropped_files import dropped_files
from annotator.ui.shortcuts.naming import first_key
from annotator.ui.start.drop_area import DropArea
from annotator.ui.start.name_pane import NamePane
from annotator.ui.start.recent_rows import RecentRows
from annotator.ui.start.sample_choice import SampleChoice
from annotator.ui.start.start_card import StartCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from annotator.preferences import Recent

SIDE, TOP, BOTTOM, WIDEST = 56, 64, 32, 720


class StartPage(QWidget):
    """Every way to begin needs a name; without one the page says so quietly and goes to the field."""

    sample_wanted = Signal(str)
    sample_chosen = Signal(str)
    new_wanted = Signal(str)
    open_wanted = Signal(str)
    recent_chosen = Signal(str, str)
    files_dropped = Signal(list, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAcceptDrops(True)
        self.name_pane = NamePane()
        about_sample = "Five briefings, 42 codes, two coders: read, code and export in a minute"
        self.sample_card = StartCard("book", "Open the sample", about_sample, first=True)
        self.new_card = StartCard(
            "plus", "New project", "Begins with the scheme that ships; import your own at any time"
        )
        self.open_card = StartCard("folder", "Open", "An .annotator file, or work that a colleague sent")
        self.recent = RecentRows()
        self.drop_area = DropArea()
        self.sample_choice = SampleChoice()
        self._pages = QStackedWidget()
        self._dropped: list[str] = []  # files that wait for a name
        self._lay_out()
        self._connect()
        self.show_shortcuts(new=first_key("new_project"), open_=first_key("open_project"))

    def show_name(self, name: str) -> None:
        """Fill in who is starting, select it and put the focus there."""
        self.name_pane.show_name(name)
        self.name_pane.field.setFocus()

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show the projects opened lately, the latest first."""
        self.recent.show_recent(recent)

    def show_shortcuts(self, *, new: str, open_: str) -> None:
        """Show the keys that the actions have now, in portable form."""
        self.new_card.show_shortcut(new)
        self.open_card.show_shortcut(open_)

    def show_choices(self) -> None:
        """Go back from the question about the sample."""
        self._pages.setCurrentIndex(0)
        self.sample_card.setFocus()

    def _connect(self) -> None:
        self.name_pane.name_entered.connect(self._name_entered)
        self.sample_card.clicked.connect(self._ask_about_sample)
        self.new_card.clicked.connect(lambda: self._begin(self.new_wanted))
        self.open_card.clicked.connect(lambda: self._begin(self.open_wanted))
        self.recent.recent_chosen.connect(self._open_recent)
        self.sample_choice.sample_chosen.connect(self.sample_chosen)
        self.sample_choice.given_up.connect(self.show_choices)

    def _named(self) -> str:
        name = self.name_pane.name()
        if not name:
            self.name_pane.ask_for_name()
        return name

    def _name_entered(self) -> None:
        if self._dropped:
            self._begin_with_dropped()
        else:
            self._ask_about_sample()

    def _begin_with_dropped(self) -> None:
        name = self._named()
        if name:
            files, self._dropped = self._dropped, []
            self.files_dropped.emit(files, name)

    def _begin(self, wanted: SignalInstance) -> None:
        name = self._named()
        if name:
            wanted.emit(name)

    def _ask_about_sample(self) -> None:
        name = self._named()
        if name:
            self._pages.setCurrentIndex(1)
            self.sample_choice.ask(name)
            self.sample_wanted.emit(name)

    def _open_recent(self, path: str) -> None:
        name = self._named()
        if name:
            self.recent_chosen.emit(path, name)

    def _lay_out(self) -> None:
        for page in (self._choices(), self.sample_choice):
            self._pages.addWidget(page)
        self._pages.setMaximumWidth(WIDEST)
        right = QFrame()
        right.setObjectName("startChoices")
        middle = QHBoxLayout(right)
        middle.setContentsMargins(SIDE, TOP, SIDE, BOTTOM)
        middle.addWidget(self._pages)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.name_pane)
        row.addWidget(right, 1)

    def _choices(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in (self.sample_card, self.new_card, self.open_card):
            column.addWidget(card)
        column.addSpacing(24)
        column.addWidget(self.recent, 1000)
        column.addStretch(1)
        column.addSpacing(8)
        column.addWidget(self.drop_area)
        return page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.drop_area.invite(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_area.invite(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_area.invite(False)
        self._dropped = dropped_files(event.mimeData())
        if self._dropped:
            event.acceptProposedAction()
            self._begin_with_dropped()
