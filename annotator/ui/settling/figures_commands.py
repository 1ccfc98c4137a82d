"""What goes beyond the table: further measures in a popup, and the counts as CSV, so that anyone can reckon again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.model.errors import AnnotatorError
from annotator.ui import background, messages
from annotator.ui.review.band import BandCoder
from annotator.ui.review.more_measures import Measure
from annotator.ui.settling.compared import reckoned
from annotator.ui.settling.several_shown import pairs_of_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.jobs.comparing import SharedWork
    from annotator.model.records import Coder
    from annotator.ui.review.review_page import ReviewPage
    from annotator.ui.settling.review_desk import ReviewDesk

NOTHING_COMPARED = "Nothing is compared yet, so there are no counts. Both have to finish an article first."
TWO, ALL = "The two of them, all codes, by sentences", "All {} coders, all codes, by sentences"


class FiguresCommands:
    """Of the two, or of all coders, as the Review page shows it now."""

    def __init__(self, page: ReviewPage, desk: ReviewDesk, tell: Callable[..., None]) -> None:
        self._page, self._desk, self._tell = page, desk, tell
        self._job: background.Job | None = None

    def show_more_measures(self) -> None:
        """Reckon the further measures beside the window, then show them below the band."""
        desk = self._desk
        if desk.work is None or desk.chosen is None or not desk.work.work:
            self._tell(NOTHING_COMPARED)
            return
        path, chosen, looking = desk.session.project.path, desk.chosen, desk.session.coder.id
        work, shared, codes = desk.work, desk.shared, list(desk.desk.codes)
        self._job = background.run(
            lambda _told, _stopped: reckoned(path, chosen, looking, work, shared, codes), desk, self._show, self._failed
        )

    def write_counts(self) -> None:
        """Ask for a place and write the counts behind the figures."""
        desk = self._desk
        work = desk.shared or desk.work
        if work is None or not work.work:
            self._tell(NOTHING_COMPARED)
            return
        path = desk.session.project.path
        suggested = path.with_name(f"{path.stem} counts.csv")
        out = messages.choose_place_to_save(self._page, "Counts as CSV", suggested, "CSV (*.csv)")
        if out is not None:
            self._write(out if out.suffix else Path(f"{out}.csv"))

    def close(self) -> None:
        """Wait for what is under way; nothing comes of it."""
        self._page.more.close()
        if self._job is not None:
            self._job = None
            background.wait()

    def _write(self, out: Path) -> None:
        from annotator.jobs.counts_out import write_counts

        desk, work = self._desk, self._desk.shared or self._desk.work
        assert work is not None
        assert desk.chosen is not None
        try:
            rows = write_counts(
                desk.session.project, out, work, self._compared(), with_sub_codes=desk.chosen.sub_codes
            )  # fmt: skip
        except AnnotatorError as error:
            self._tell(error.sentence, "problem")
        else:
            told = f"{counted(rows, 'row')} of counts, one for each article, code and two coders, are in {out}."
            self._tell(told, passing=False)

    def _compared(self) -> list[Coder]:
        desk = self._desk
        if desk.shared is not None:
            return [desk.named[one] for one in desk.shared.comparison.coders]
        return [one for one in (desk.a, desk.b) if one is not None]

    def _show(self, found: object) -> None:
        chosen = self._desk.chosen
        if self._job is None or chosen is None or not isinstance(found, tuple):
            return
        self._job = None
        measures, shared = found
        of = ALL.format(len(shared.comparison.coders)) if chosen.everybody and shared else TWO
        self._page.more.show_measures([Measure(one.name, one.value, one.note, of) for one in measures])
        self._show_pairs(shared)
        self._page.more.open_below(self._page.band.unit)

    def _show_pairs(self, shared: SharedWork | None) -> None:
        coders, chosen = self._desk.named, self._desk.chosen
        there = [BandCoder(one, coders[one].name) for one in shared.comparison.coders] if shared else []
        a, b = (chosen.a, chosen.b) if chosen else ("", "")
        self._page.more.show_pairs(there, pairs_of_all(shared) if shared else [], a, b)

    def _failed(self, sentence: str) -> None:
        self._job = None
        self._tell(sentence, "problem")
