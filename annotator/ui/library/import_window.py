"""What would come in, seen before it does: the texts, how each will read, and what can be decided of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.jobs.incoming import TYPED
from annotator.ui import messages
from annotator.ui.announce import announce
from annotator.ui.dropped_files import dropped_files
from annotator.ui.library.article_form import problem_of
from annotator.ui.library.import_columns import ImportColumns
from annotator.ui.library.import_foot import ImportFoot
from annotator.ui.library.import_list import ImportList
from annotator.ui.library.import_outcome import CorrectionTold
from annotator.ui.library.import_preview import ImportPreview
from annotator.ui.library.import_side import ImportSide
from annotator.ui.library.import_words import button_text, what_will_come, why_not
from annotator.ui.rules import level_rule
from annotator.ui.shortcuts.naming import first_key
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from annotator.jobs.incoming import Choice, Incoming
    from annotator.model.records import Coder

SIZE, LEAST = (1288, 800), (940, 560)
COLUMNS = (240, 726, 320)
NARROW_COLUMNS = (200, 512, 272)
LOSES = "Nothing is imported yet. Closing now loses what you changed here."
NOTHING_YET = "Add files or a folder, or drop them here."
FACTS = ("title", "published")


class ImportWindow(QDialog):
    """Changes nothing in the project: it tells when to import, and what is wanted for that."""

    import_wanted = Signal()
    encoding_wanted = Signal(int, str)
    columns_wanted = Signal(int, object)
    files_dropped = Signal(list)
    paste_wanted = Signal()
    left = Signal()

    def __init__(self, coder: Coder, outcome: Callable[[Incoming], CorrectionTold], parent: QWidget) -> None:
        """Take who decides here, and what tells the outcome of a correction."""
        super().__init__(parent)
        self.setObjectName("importWindow")
        self.setWindowTitle("Import articles")
        self.setAcceptDrops(True)
        self.setMinimumSize(*LEAST)
        self.resize(*(max(least, min(size, room - 24)) for size, least, room in zip(
            SIZE, LEAST, (parent.width(), parent.height()), strict=True)))  # fmt: skip
        self._coder, self._outcome = coder, outcome
        self.rows: list[Incoming] = []
        self.list, self.preview, self.side, self.foot = ImportList(), ImportPreview(), ImportSide(), ImportFoot()
        self.columns = ImportColumns()
        self.head, self.message, self.centre = QLabel("Texts"), QLabel(), QStackedWidget()
        self._lay_out()
        self._connect()

    def show_rows(self, rows: Sequence[Incoming], current: int = 0) -> None:
        """Show these texts, and one of them."""
        self.rows = list(rows)
        self.list.files.show(self.rows)
        self.head.setText(f"Texts  {sum(one.table is None for one in self.rows):,}")
        if self.rows:
            self.list.setCurrentIndex(self.list.files.index(current, 0))
        else:
            self._show_current()
        self._say()

    def replace_row(self, row: int, one: Incoming) -> None:
        """Show a text that was read in another way."""
        self.rows[row] = self.list.files.rows[row] = one
        self._changed(row)

    def current(self) -> int:
        """Return the number of the text that is shown, -1 for none."""
        return self.list.currentIndex().row()

    def choose(self, row: int, choice: Choice) -> None:
        """Decide what becomes of a text."""
        one = self.rows[row]
        if one.article is not None and one.choice != choice:
            one.choice, one.changed = choice, True
            self._changed(row)

    def may_leave(self) -> bool:
        """Ask whether what was decided here may be lost; nothing decided, nothing asked."""
        if not any(one.changed for one in self.rows):
            return True
        self.raise_()
        return messages.confirm(self, LOSES, "Close without importing")

    def appear(self) -> None:
        """Come up beside the work, with the focus in the list."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say what could not be done; everything decided stays."""
        self.foot.said.setText(sentence)
        announce(self.foot.said, sentence, at_once=True)

    # inside

    def _one(self) -> Incoming | None:
        return self.rows[self.current()] if 0 <= self.current() < len(self.rows) else None

    def _show_current(self) -> None:
        one = self._one()
        comes = one is not None and one.article is not None
        self.side.setVisible(comes)
        if one is not None and one.table is not None:
            self.columns.show_table(one)
            self.centre.setCurrentWidget(self.columns)
            return
        if one is None or one.article is None:
            self.message.setText(why_not(one) if one is not None else NOTHING_YET)
            self.centre.setCurrentWidget(self.message)
            return
        self.centre.setCurrentWidget(self.preview)
        self.preview.show_new(one.article)
        self.side.show_text(one, self._outcome(one) if one.choice == "correct" else CorrectionTold())

    def _changed(self, row: int) -> None:
        self.list.files.changed(row)
        if row == self.current():
            self._show_current()
        self._say()

    def _say(self) -> None:
        problem = next((wrong for one in self.rows if (wrong := _problem(one))), "")
        ready = any(one.article is not None and one.choice != "leave out" for one in self.rows)
        self.foot.show_state(
            problem or what_will_come(self.rows),
            button_text(self.rows),
            may=ready and not problem,
            facts=any(one.choice == "add" and one.facts_found() for one in self.rows),
        )

    def _turn(self, row: int) -> None:
        one = self.rows[row]
        self.choose(row, "add" if one.choice == "leave out" else "leave out")

    def _choose_facts(self) -> None:
        from annotator.ui.library.import_chosen_facts import ChosenFacts

        chosen = ChosenFacts(self.rows, partial(self.show_rows, self.rows, self.current()), self)
        chosen.finished.connect(lambda _result: self.activateWindow())
        chosen.look_wanted.connect(lambda row: self.list.setCurrentIndex(self.list.files.index(int(row), 0)))
        chosen.appear()

    def _fact_typed(self, _name: str) -> None:
        self.list.files.changed(self.current())
        self._say()

    def _flip(self, zone: str, aside: bool) -> None:
        one = self._one()
        if one is None or one.article is None:
            return
        one.set_zone(zone, "set aside" if aside else "kept", self._coder)
        self.preview.show_found(one.article)
        self.side.show_found(one)
        self.list.files.changed(self.current())

    def _flip_at(self, position: int) -> None:
        one = self._one()
        zones = one.article.zones if one is not None and one.article is not None else ()
        there = next((zone for zone in zones if zone.start <= position <= zone.end), None)
        if there is not None:
            self._flip(there.id, there.state != "set aside")

    def _look_at(self, zone: str) -> None:
        one = self._one()
        zones = one.article.zones if one is not None and one.article is not None else ()
        there = next((each for each in zones if each.id == zone), None)
        if there is not None:
            self.preview.select_passage(there.start, there.end)

    def _step_focus(self, step: int) -> None:
        columns, facts = self.columns.boxes["text"], self.side.facts.fields["title"]
        last = self.side.zones, self.foot.import_button
        moved = self.side.moved.list
        panes: list[QWidget] = [self.list, self.preview, columns, self.side.choice, moved, facts, *last]
        there = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
        held = self.focusWidget()
        if held is not None and self.side.facts.isAncestorOf(held):
            held = facts
        now = there.index(held) if held in there else 0
        there[(now + step) % len(there)].setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_current())
        self.list.turned.connect(self._turn)
        self.preview.flip_wanted.connect(self._flip_at)
        self.side.facts.changed.connect(self._fact_typed)
        self.side.zones.flipped.connect(self._flip)
        self.side.zones.looked_at.connect(self._look_at)
        self.side.moved.looked_at.connect(self.preview.select_passage)
        self.side.choice_taken.connect(lambda choice: self.choose(self.current(), choice))
        self.side.encoding_taken.connect(lambda name: self.encoding_wanted.emit(self.current(), name))
        self.columns.mapped.connect(lambda mapping: self.columns_wanted.emit(self.current(), mapping))
        self.foot.facts_button.clicked.connect(self._choose_facts)
        self.foot.cancel_button.clicked.connect(self.reject)
        self.foot.import_button.clicked.connect(self.import_wanted)
        QShortcut(QKeySequence.StandardKey.Paste, self, self.paste_wanted.emit)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.foot.import_button.click)
        for pane, step in (("next_pane", 1), ("previous_pane", -1)):
            QShortcut(QKeySequence(first_key(pane)), self, lambda step=step: self._step_focus(step))

    def _lay_out(self) -> None:
        self.head.setFont(control_font(13, 600))
        self.head.setContentsMargins(16, 12, 16, 8)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setContentsMargins(48, 48, 48, 48)
        self.message.setProperty("tone", "ink2")
        left, paper = QFrame(), QFrame()
        left.setProperty("ground", "panel")
        paper.setProperty("ground", "paper")
        for frame, parts in ((left, (self.head, self.list)), (paper, (self.centre,))):
            column = QVBoxLayout(frame)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for part in parts:
                column.addWidget(part, 0 if part is self.head else 1)
        for page in (self.preview, self.message, self.columns):
            self.centre.addWidget(page)
        panes = QSplitter()
        panes.setObjectName("importPanes")
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        for pane in (left, paper, self.side):
            panes.addWidget(pane)
        panes.setSizes(list(COLUMNS if self.width() >= SIZE[0] else NARROW_COLUMNS))
        panes.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(panes, 1)
        whole.addWidget(level_rule())
        whole.addWidget(self.foot)

    # Qt

    def reject(self) -> None:
        if self.may_leave():
            super().reject()
            self.left.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_files(event.mimeData()))


def _problem(one: Incoming) -> str:
    """Return why a text cannot come in as it is described; empty where it can."""
    if one.article is None or one.choice != "add":
        return ""
    wrong = problem_of({name: getattr(one.article, name) for name in FACTS if one.sources.get(name) == TYPED})
    return wrong.replace("so nothing was saved", "so nothing can be imported") if wrong else ""
