"""How band, agreement table and further measures follow the reviewer's desk: of the two, or of all coders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.reviewing.plain_sentence import plain_sentence
from annotator.ui.review.agreement_rows import Column
from annotator.ui.review.band import BandCoder
from annotator.ui.settling.agreement_shown import agreement_of, left_out_of
from annotator.ui.settling.several_shown import agreement_of_all, sentence_of_all

if TYPE_CHECKING:
    from annotator.ui.review.review_page import ReviewPage
    from annotator.ui.settling.review_desk import ReviewDesk

ONE_CODER = "Only one person codes in this project. Receive a colleague's work first: Project ▸ Receive…"
NOBODY_FINISHED = (
    "Nothing can be compared yet: an article counts once both have finished it, each blind. "
    "“Left out” above says what is missing."
)
COMPARING = "Comparing…"


class FiguresShowing:
    """Feeds what stands above the list and the article."""

    def __init__(self, page: ReviewPage, desk: ReviewDesk) -> None:
        self._page, self._desk = page, desk
        self._in_segments = False
        desk.busy_changed.connect(self._show_busy)

    def show_band(self) -> None:
        """Show who is compared, by what, what it means and what was left out."""
        desk, band = self._desk, self._page.band
        chosen, work = desk.chosen, desk.shared or desk.work
        coders = [BandCoder(one.id, one.name) for one in desk.coders]
        band.show_coders(coders, chosen.a if chosen else "", chosen.b if chosen else "")
        band.show_hiding(on=desk.names.on)
        band.show_everybody(len(desk.people), on=desk.shared is not None)
        if chosen is not None:
            band.show_unit(chosen.unit, chosen.threshold, sub_codes=chosen.sub_codes)
        band.show_left_out(left_out_of(work, desk.desk.articles) if work else ())
        band.show_sentence(self.sentence())

    def sentence(self) -> str:
        """Return what the figures mean, or why there are none."""
        desk = self._desk
        if desk.chosen is None:
            return ONE_CODER
        if desk.work is None and desk.busy:
            return COMPARING
        if desk.shared is not None and desk.shared.work:
            return sentence_of_all(desk.shared, desk.named)
        if desk.work is None or not desk.work.work:
            return NOBODY_FINISHED
        codes = list(desk.desk.codes.values())
        return plain_sentence(desk.work.comparison, codes, (desk.a.name, desk.b.name)) if desk.a and desk.b else ""

    def show_agreement(self) -> None:
        """Show the table; whole passages have no alpha, so they stand by F1, worst first."""
        desk, table = self._desk, self._page.agreement.table
        if desk.work is None or desk.list is None or desk.a is None or desk.b is None:
            return
        codes, articles = desk.list.ground.codes, desk.desk.articles
        agreement = (
            agreement_of_all(desk.shared, desk.list, desk.named, codes, articles) if desk.shared is not None
            else agreement_of(desk.work, desk.list, (desk.a, desk.b), codes, articles)
        )  # fmt: skip
        self._page.agreement.show_agreement(agreement)
        in_segments, before = desk.work.comparison.unit == "segment", self._in_segments
        self._in_segments = in_segments
        usual, other = (Column.F1, Column.ALPHA) if in_segments else (Column.ALPHA, Column.F1)
        if in_segments != before and table.rows.sorted_by == other:
            table.rows.order_by(usual)

    def _show_busy(self, on: bool) -> None:
        """Say that figures are on the way; where there are none yet, that is all there is to say."""
        self._page.band.show_busy(on=on)
        if on and self._desk.work is None:
            self.show_band()
            self._page.differences.show_differences((), self.sentence())
