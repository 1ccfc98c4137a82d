"""The window of rounds: the table of those there are, and below it the form that opens a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.ui.plain_table import PlainTable
from annotator.ui.rounds.round_form import RoundForm
from annotator.ui.rounds.round_rows import RoundRows
from annotator.ui.rules import level_rule
from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.rounds.shown import ShownRound

SIZE = 820, 600
WIDTHS = 0, 190, 110, 190, 72, 64  # the name takes what is left
NONE_YET = (
    "No round yet. A round is one pass of independent coding. Its agreement is frozen when you first open it on the "
    "Review page, before anybody talks."
)
FROZEN = "Frozen: alpha by sentences when the comparison was first opened. Now: the same, with what was recoded since."


class RoundsWindow(Sheet):
    """Tells what shall be opened: name, ids of the coders, ids of the articles, none for all."""

    round_wanted = Signal(str, list, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Rounds", "Open round", parent)
        self.setObjectName("roundsWindow")
        self.rows, self.form, self.said = RoundRows(self), RoundForm(self), QLabel()
        self.table = PlainTable("Rounds", self.rows, WIDTHS)
        self._dress()
        self.lay_out(self._content())
        self.resize(*SIZE)
        self.form.changed.connect(self._settle)
        self._settle()

    def show_rounds(self, rounds: Sequence[ShownRound]) -> None:
        """List these."""
        index = self.table.currentIndex()
        self.rows.show(rounds)
        self.table.setCurrentIndex(self.rows.index(max(0, index.row()), max(0, index.column())))
        self.said.setText(FROZEN if rounds else NONE_YET)
        self.table.setVisible(bool(rounds))

    def act(self) -> None:
        if self.main_button.isEnabled():
            self.round_wanted.emit(self.form.name.text(), self.form.coders(), self.form.articles())

    def unsaved(self) -> str:
        return "The round that you named has not been opened." if self.form.name.text().strip() else ""

    def _settle(self) -> None:
        why = self.form.missing()
        self.main_button.setEnabled(not why)
        self.sentence.setText(why if self.form.name.text().strip() else "")

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget, stretch in ((self.said, 0), (self.table, 1), (level_rule(), 0), (self.form, 2)):
            column.addWidget(widget, stretch)
        return content

    def _dress(self) -> None:
        self.said.setFont(control_font(12))
        self.said.setProperty("tone", "ink2")
        self.said.setWordWrap(True)
