"""How the Review page follows the reviewer's desk: everything anew, only the states, or only the current difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.records import AGREED_ID
from annotator.ui.article.marks import quiet_marks
from annotator.ui.settling.differences_shown import DifferencesShown, lanes_of, place_of
from annotator.ui.settling.figures_showing import FiguresShowing
from annotator.ui.settling.settling_shown import ACTION_OF, settling_of
from annotator.ui.shortcuts.naming import first_key

if TYPE_CHECKING:
    from annotator.reviewing.listed import Listed
    from annotator.ui.review.review_page import ReviewPage
    from annotator.ui.review.settling_shown import ShownSettling
    from annotator.ui.settling.review_desk import ReviewDesk

RECENT_REASONS = 6


class Showing:
    """Feeds the page. What is shown is plain values; texts of articles are laid out only when another one is shown."""

    def __init__(self, page: ReviewPage, desk: ReviewDesk) -> None:
        self._page, self._desk = page, desk
        self._shown: DifferencesShown | None = None
        self._article = ""
        self.figures = FiguresShowing(page, desk)
        desk.compared.connect(self.show_all)
        desk.settled.connect(self._show_states)
        desk.moved.connect(self.show_current)

    def show_all(self) -> None:
        """Show everything anew."""
        self._article = ""
        self._shown = DifferencesShown(self._desk.list, self._desk.desk.articles) if self._desk.list else None
        self._show_band()
        self._show_states()
        self._page.agreement.table.scrollToTop()  # the worst ones first

    def show_keys(self) -> None:
        """Show the keys that are set now."""
        dock = self._page.dock
        dock.show_keys(
            next_=first_key("next_difference"), reason=first_key("write_reason"), like=first_key("settle_alike"),
            discuss=first_key("discuss_difference"), by_both=first_key("decide_by_both"),
        )  # fmt: skip
        self._page.differences.show_keys({decision: first_key(action) for decision, action in ACTION_OF.items()})
        self.show_current()

    def _show_band(self) -> None:
        self.figures.show_band()
        a, b = self._desk.a, self._desk.b
        keys = first_key("take_a"), first_key("take_b")
        self._page.article.head.show_coders(a.name if a else "", b.name if b else "", keys=keys)

    def _show_states(self) -> None:
        """Show what is decided and what is left; the figures stay, since nobody's own work has changed."""
        desk, page = self._desk, self._page
        if desk.list is None or self._shown is None:
            page.differences.show_differences((), self.figures.sentence())
            page.band.show_progress(0, 0)
            self.show_current()
            return
        progress = desk.list.progress()
        page.band.show_progress(progress.decided, progress.all)
        self.figures.show_agreement()
        page.differences.show_differences(self._shown.all(desk.list))
        following = desk.difference
        if following is None or following.article == self._article:  # another article brings its own lanes
            self._show_lanes()
        self.show_current()

    def show_current(self) -> None:
        """Show the current difference in list, text and dock."""
        each = self._desk.difference
        page = self._page
        listed = bool(page.differences.shown_keys())
        page.dock.show_settling(self._settling(each) if each is not None else None, any_listed=listed)
        if each is None:
            page.differences.show_current("")
            if self._desk.list is None or not self._desk.list.ground.work:
                page.article.text.clear_article()
            return
        self._show_article(each.article)
        number = self._shown.number(each.article) if self._shown else 0
        page.differences.show_current(each.key, number)
        page.agreement.show_current(each.code)
        codes = self._desk.list.ground.codes if self._desk.list else {}
        page.article.text.show_difference(place_of(each, codes), each.key)

    def _show_article(self, article: str) -> None:
        """Lay out the article of the current difference, unless it is there."""
        work = self._desk.list.ground.work.get(article) if self._desk.list else None
        if article == self._article or work is None:
            return
        self._article = article
        known = self._desk.desk.articles.get(article)
        marked = self._desk.session.project.blocks(known.text_sha256) if known else ()
        self._page.article.show_article(work.text, title=known.title if known else "", blocks=marked)
        self._page.article.text.set_aside(quiet_marks(self._desk.session.project.zones(article)))
        self._show_lanes()

    def _show_lanes(self) -> None:
        if self._desk.list is None or self._article not in self._desk.list.ground.work:
            return
        agreed = self._desk.session.project.codings(articles=[self._article], coders=[AGREED_ID])
        lanes = lanes_of(self._desk.list, self._article, agreed, self._desk.mark)
        self._page.article.text.show_lanes(*lanes)

    def _settling(self, each: Listed) -> ShownSettling:
        desk = self._desk
        assert self._shown is not None
        assert desk.list is not None
        keys = self._page.differences.shown_keys()
        rank = f"difference {keys.index(each.key) + 1:,} of {len(keys):,}" if each.key in keys else ""
        answers = desk.answers(each.verdict.id) if each.verdict is not None else []
        coders = desk.named
        return settling_of(
            each, self._shown.one(each), rank=rank, codes=desk.list.ground.codes, recent=self._recent(),
            names=(desk.a.name if desk.a else "", desk.b.name if desk.b else ""),
            answers=[(coders[one.coder].name, one.text) for one in answers if one.coder in coders],
            others=[(coders[one.coder].name, one) for one in each.others if one.coder in coders],
            open_article=self._shown.number(each.article),
        )  # fmt: skip

    def _recent(self) -> list[str]:
        """Return the reasons given last, the newest first."""
        verdicts = self._desk.list.verdicts.values() if self._desk.list else ()
        mine = [one for one in verdicts if one.coder == self._desk.session.coder.id and one.reason]
        newest = sorted(mine, key=lambda one: one.modified, reverse=True)
        return list(dict.fromkeys(one.reason for one in newest))[:RECENT_REASONS]
