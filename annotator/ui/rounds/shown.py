"""What the window of rounds shows, as plain values: a row for each round, and how it is put into words."""

from __future__ import annotations

from dataclasses import dataclass

HEADS = ("Round", "Coders", "Articles", "State", "Frozen", "Now")
FIGURES = (4, 5)  # the columns of figures
NOT_YET = "–"


@dataclass(frozen=True, slots=True)
class ShownRound:
    """One round. `frozen` and `now` are alphas as they are printed, with what else is told of them in the tips."""

    id: str
    name: str
    coders: str
    articles: str
    state: str
    frozen: str = ""
    now: str = ""
    frozen_tip: str = ""
    now_tip: str = ""
    articles_tip: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns."""
        return self.name, self.coders, self.articles, self.state, self.frozen or NOT_YET, self.now or NOT_YET

    @property
    def tips(self) -> tuple[str, ...]:
        """What is told of each cell under the mouse."""
        return self.name, self.coders, self.articles_tip or self.articles, self.state, self.frozen_tip, self.now_tip

    def said(self, column: int) -> str:
        """Return a cell as a screen reader says it."""
        text = self.cells[column].replace(NOT_YET, "none yet")
        return f"{self.name}, {HEADS[column]}: {text}" if column else self.name
