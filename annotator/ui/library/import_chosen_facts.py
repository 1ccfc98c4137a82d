"""How the facts of many texts that shall come in are chosen at once: all dates, no authors, or one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.ui.library.facts_model import FactRow
from annotator.ui.library.facts_window import FactsWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.jobs.incoming import Incoming

SENTENCE = "What was found in {}, each with the place that tells it. What is not ticked stays empty."


def facts_found(rows: Sequence[Incoming]) -> list[FactRow]:
    """Return the facts of the texts that shall come in, but for what was typed; the article is a row's number."""
    return [
        FactRow(str(place), one.title, name, value, source)
        for place, one in enumerate(rows) if one.choice == "add"
        for name, value, source in one.facts_found()
    ]  # fmt: skip


class ChosenFacts(FactsWindow):
    """Changes the texts when its main button is pressed, and says so by `done_with`."""

    def __init__(self, rows: Sequence[Incoming], done_with: Callable[[], None], parent: QWidget) -> None:
        super().__init__("Facts of these texts", "Keep", parent)
        self._rows, self._done_with = rows, done_with
        found = facts_found(rows)
        texts = len({row.article for row in found})
        self.show_facts(found, SENTENCE.format(counted(texts, "text")), taken=True)
        for place, row in enumerate(found):
            if not rows[int(row.article)].takes(row.name):
                self.model.turn(place)

    def act(self) -> None:
        if not self.main_button.isEnabled():
            return
        for taken in (True, False):
            for row in self.model.taken(but_for=not taken):
                self._rows[int(row.article)].choose_fact(row.name, taken=taken)
        self._done_with()
        self.done(0)
