"""How a printout becomes pages: set in a column, cut, its margins planned, its notes put at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.ui.printing.galley import Galley
from annotator.ui.printing.notes import notes, numbers
from annotator.ui.printing.paper import SPILL, Paper
from annotator.ui.printing.sheets import Sheet, cut, lanes_of, planned, unnamed
from annotator.ui.theme import on_paper

if TYPE_CHECKING:
    from annotator.ui.printing.printout import Printout


@dataclass(frozen=True, slots=True)
class Pages:
    """All that is to be painted. `numbers` are those of the memos, `lanes` those of the bars, by coding."""

    sheets: tuple[Sheet, ...]
    galley: Galley
    paper: Paper
    lanes: dict[str, int]
    numbers: dict[str, int]
    title: str
    foot: str


@on_paper()
def pages_of(printout: Printout, paper: Paper) -> Pages:
    """Return the pages of a printout on a paper."""
    galley = Galley(printout, paper)
    lanes = lanes_of(galley.rows, printout.marks)
    reasons = [(mark.start, mark.reason) for mark in printout.aside if mark.reason]
    before = planned(cut(galley.rows, paper.body), printout.marks, lanes, SPILL, reasons)
    starts = {row.bar.mark.id: number for number, sheet in enumerate(before, 1) for row in sheet.margin.rows if row.bar}
    nameless = [mark for sheet in before for mark in unnamed(sheet)]
    starts |= {mark.id: number for number, sheet in enumerate(before, 1) for mark in unnamed(sheet)}
    galley.add_notes(notes(printout, starts, nameless))
    sheets = planned(cut(galley.rows, paper.body), printout.marks, lanes, SPILL, reasons)
    return Pages(tuple(sheets), galley, paper, lanes, numbers(printout), printout.title, printout.foot)
