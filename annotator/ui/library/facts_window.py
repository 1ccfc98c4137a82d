"""The window in which facts of many articles are taken at once: all dates, all authors, or one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.model.counting import counted
from annotator.ui.library.facts_model import ARTICLE, FACT, SOURCE, TICK, VALUE, FactsModel
from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from annotator.ui.library.facts_model import FactRow

SIZE = (920, 600)
WIDTHS = {TICK: 32, ARTICLE: 230, FACT: 90, VALUE: 220}
MANY = {"title": "titles", "author": "authors", "publication": "publications", "published": "dates", "link": "links"}


class FactsTable(QTreeView):
    """Space takes the current fact or leaves it; tells Enter, which shows where the fact stands."""

    opened = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, model = self.currentIndex(), self.model()
        if event.key() == Qt.Key.Key_Space and index.isValid() and isinstance(model, FactsModel):
            model.turn(index.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not event.modifiers():
            self.opened.emit(index.row())
        else:
            super().keyPressEvent(event)


class FactsWindow(Sheet):
    """Fed with rows; tells when what is ticked shall be taken, and which fact somebody wants to see in its article."""

    take_wanted = Signal()
    look_wanted = Signal(str)

    def __init__(self, title: str, verb: str, parent: QWidget) -> None:
        """`verb` is what the main button does with what is ticked: `Take`, or `Keep`."""
        super().__init__(title, verb, parent)
        self.setObjectName("suggestedFacts")
        self.resize(*SIZE)
        self._verb = verb
        self.model, self.table, self.head = FactsModel(), FactsTable(), QLabel()
        self.kinds: dict[str, QCheckBox] = {}
        self._kinds = QHBoxLayout()
        self._kinds.setSpacing(16)
        self._dress()
        self.lay_out(self._content())
        self.model.ticked.connect(self._settle)
        self.table.opened.connect(lambda row: self.look_wanted.emit(self.model.rows[row].article))
        self.table.doubleClicked.connect(lambda index: self.look_wanted.emit(self.model.rows[index.row()].article))

    def show_facts(self, rows: Sequence[FactRow], sentence: str, *, taken: bool) -> None:
        """List these facts; `taken` tells whether they are ticked at first."""
        self.head.setText(sentence)
        for box in self.kinds.values():
            self._kinds.removeWidget(box)
            box.deleteLater()
        self.kinds = {}
        self.model.show(rows, taken=taken)
        for place, name in enumerate(self.model.counts()):
            box = QCheckBox()
            box.clicked.connect(lambda ticked=False, name=name: self.model.take_all(name, ticked))
            self.kinds[name] = box
            self._kinds.insertWidget(place, box)
        self._settle()
        if rows:
            self.table.setCurrentIndex(self.model.index(0, ARTICLE))
            self.table.setFocus()

    def act(self) -> None:
        if self.main_button.isEnabled():
            self.take_wanted.emit()

    def _settle(self) -> None:
        for name, (taken, there) in self.model.counts().items():
            if (box := self.kinds.get(name)) is not None:
                box.setText(f"All {MANY[name]} ({taken:,} of {there:,})")
                box.setChecked(taken == there)
        number = len(self.model.taken())
        self.main_button.setText(f"{self._verb} {counted(number, 'fact')}")
        self.main_button.setEnabled(bool(self.model.rows) and (number > 0 or self._verb != "Take"))

    def _dress(self) -> None:
        self.head.setFont(control_font(13))
        self.head.setWordWrap(True)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.table.setModel(self.model)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setProperty("framed", True)
        self.table.setAccessibleName("Facts, each with the line it comes from")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(28)
        header.setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, width)

    def _content(self) -> QWidget:
        content, kinds = QWidget(), QHBoxLayout()
        kinds.addLayout(self._kinds)
        kinds.addStretch(1)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addLayout(kinds)
        column.addWidget(self.table, 1)
        return content
