"""A reviewer who does one thing after the other by chance, and looks after each whether all is as it has to be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journeys.coded_by_chance import coded, me
from journeys.test_first_comparison import desk_of, page_of
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from annotator.cli.main import main
from annotator.jobs.receiving import look_at, write_received
from annotator.model import edits
from annotator.model.errors import AnnotatorError
from annotator.model.records import AGREED_ID
from annotator.model.settled import follows, judgements
from annotator.project.project import Project
from annotator.ui.review.difference_sections import DifferenceFilter

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from journeys.analyst import Analyst

    from annotator.model.records import Coding, Verdict

DECIDING = [*"AABBUUIIXX", "Delete", *"1234", "0", "L", "T", "D", "E"]
GOING = ["N", "N", "Shift+N", "Esc", "F6", "Shift+F6", "Ctrl+Shift+G", "Ctrl+Shift+H", "Space"]
EXAMPLES = ["Y", "Shift+Y"]
BACK_AND_FORTH = ["Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y"]
LEAVING = ["Ctrl+Return", "Esc", "Return", "Ctrl+1", "F6", "Shift+Tab", "click"]
REASONS = ("a", "why not", "reads alone", "so they said")


def own_work(project: Project) -> list[Coding]:
    """Return what the coders themselves have coded."""
    return [one for one in project.codings() if one.coder != AGREED_ID]


def agreed(project: Project) -> set[tuple[str, str, int, int]]:
    return {(one.article, one.code, one.start, one.end) for one in project.codings(coders=[AGREED_ID])}


def what_follows(project: Project) -> set[tuple[str, str, int, int]]:
    """Return what is agreed by the verdicts that no newer one overrules, made anew."""
    texts = {one.id: project.text(one.text_sha256) for one in project.articles()}
    decided = [one for one in project.verdicts() if one.decision and one.kind != "coding"]
    standing = [one for one in decided if not any(overrules(other, one) for other in decided)]
    return {
        (judged.verdict.article, *passage.key)
        for judged in judgements(standing, {one.id: one for one in project.codings()})
        for passage in follows(judged, texts[judged.verdict.article])
    }


def overrules(newer: Verdict, older: Verdict) -> bool:
    later = (newer.modified, newer.id) > (older.modified, older.id)
    return later and not set(newer.coding_ids).isdisjoint(older.coding_ids)


class Reviewer:
    """Does one thing after the other on the Review page, by chance."""

    def __init__(self, analyst: Analyst, chance: random.Random, *, alone: bool) -> None:
        self.analyst, self.chance, self.alone = analyst, chance, alone
        self.did: list[str] = []
        self.decided: set[str] = set()
        self.path = analyst.project.path
        self.package = self.path.with_name("from ben.annotator")
        self.own = own_work(analyst.project)

    def step(self) -> None:
        """Do one thing, and look whether all is as it has to be."""
        often: list[tuple[int, Callable[[], None]]] = [
            (60, lambda: self.press(DECIDING)), (25, lambda: self.press(GOING)), (5, lambda: self.press(EXAMPLES)),
            (25, lambda: self.press(BACK_AND_FORTH)), (10, self.write_reason), (5, self.take_chip), (8, self.find_code),
            (6, self.go_about), (5, self.choose), (5, self.order_and_filter), (5, self.click_a_difference),
            (5, self.click_the_table), (8, self.select), (4, self.adopt), (4, self.settle_ends), (2, self.open_again),
            (0 if self.alone else 8, self.colleague_settles), (0 if self.alone else 4, self.colleague_codes),
            (0 if self.alone else 3, self.receive), (0 if self.alone else 2, self.command),
        ]  # fmt: skip
        weights, acts = zip(*often, strict=True)
        self.on_the_page()
        self.chance.choices(acts, weights)[0]()
        self.look()

    def look(self) -> None:
        """Look at everything that has to hold after every step."""
        project, last = self.analyst.project, " ".join(self.did[-14:])
        assert QApplication.activeModalWidget() is None, last
        assert own_work(project) == self.own, last
        assert agreed(project) == what_follows(project), last
        self.decided |= {one.decision for one in project.verdicts()}
        desk = desk_of(self.analyst)
        if desk.list is not None and not desk.busy:
            anew = {one.id: one for one in project.verdicts()}
            assert dict(desk.list.verdicts) == anew, last

    def on_the_page(self) -> None:
        if not self.analyst.window.reviewing.shown:
            self.press(["Ctrl+2"])
        if self.chance.random() < 0.8:
            page_of(self.analyst).text.setFocus()

    def press(self, keys: list[str]) -> None:
        key = self.chance.choice(keys)
        self.did.append(key)
        self.analyst.press(key)

    # what one does

    def write_reason(self) -> None:
        """Type a reason and leave by one of the ways there are; it is kept."""
        analyst, desk, page = self.analyst, desk_of(self.analyst), page_of(self.analyst)
        page.text.setFocus()
        each = desk.difference
        if each is None or each.gone:
            return
        analyst.press("M", "Ctrl+A")
        words, leaving = self.chance.choice(REASONS), self.chance.choice(LEAVING)
        analyst.type(words)
        self.did.append(f"reason {words!r}, {leaving}")
        if not self.alone and self.chance.random() < 0.4:
            self.chance.choice((self.colleague_settles, self.colleague_codes, self.receive))()
        if leaving == "click":
            analyst.click(page.differences.view.viewport(), QPoint(40, 60))
        else:
            analyst.press(leaving)
        if page.dock.reason.field.hasFocus():
            page.text.setFocus()
        there = [one for one in analyst.project.verdicts() if set(one.coding_ids) & each.place.ids]
        assert words in {one.reason for one in there}, " ".join(self.did[-14:])  # in the same words it may be Ben's

    def take_chip(self) -> None:
        chips = [chip for chip in page_of(self.analyst).dock.reason.chips if chip.isVisible()]
        if chips:
            self.did.append("chip")
            self.analyst.click(self.chance.choice(chips))

    def find_code(self) -> None:
        page_of(self.analyst).text.setFocus()
        if desk_of(self.analyst).difference is None:
            return
        self.analyst.press("Return")
        self.analyst.type(self.chance.choice(("g", "vet", "c4", "zzzz")))
        self.press(["Return", "Return", "Esc"])
        self.analyst.press("Esc")

    def select(self) -> None:
        text = page_of(self.analyst).article.text
        if len(text.text) > 60:
            start = self.chance.randrange(len(text.text) - 50)
            text.select_passage(start, start + self.chance.randrange(2, 48))
            text.setFocus()
            self.press(["E", "1", "2", "Esc"])

    def go_about(self) -> None:
        self.press(["Ctrl+1", "Ctrl+3"])
        self.press(["Ctrl+2", "Ctrl+Z", "Ctrl+Y"])
        self.analyst.press("Ctrl+2")

    def choose(self) -> None:
        band, coders = page_of(self.analyst).band, desk_of(self.analyst).coders
        what = self.chance.choice(("pair", "unit", "sub-codes", "everybody"))
        self.did.append(what)
        if what == "pair" and len(coders) > 1:
            a, b = self.chance.sample(coders, 2)
            band.pair_chosen.emit(a.id, b.id)
        elif what == "unit":
            band.unit_chosen.emit(self.chance.choice(("sentence", "character", "paragraph", "segment")), 0.5)
        elif what == "sub-codes":
            band.sub_codes_chosen.emit(self.chance.random() < 0.5)
        else:
            band.everybody_chosen.emit(self.chance.random() < 0.5)

    def order_and_filter(self) -> None:
        head = page_of(self.analyst).differences.head
        self.did.append("order, filter")
        head.orders.order_chosen.emit(self.chance.choice(("code", "place", "article")))
        head.filters.filter_chosen.emit(DifferenceFilter(state=self.chance.choice(("", "", "open", "decided"))))

    def click_a_difference(self) -> None:
        viewport = page_of(self.analyst).differences.view.viewport()
        self.did.append("click a difference")
        self.analyst.click(viewport, QPoint(60, self.chance.randrange(max(1, viewport.height()))))

    def click_the_table(self) -> None:
        viewport = page_of(self.analyst).agreement.table.viewport()
        self.did.append("click the table")
        if viewport.isVisible():
            size = viewport.size()
            at = QPoint(self.chance.randrange(size.width()), self.chance.randrange(size.height()))
            self.analyst.click(viewport, at)

    def adopt(self) -> None:
        self.bulk("adopt_matches")

    def settle_ends(self) -> None:
        self.bulk("settle_boundaries")

    def bulk(self, action: str) -> None:
        bulk = self.analyst.window.reviewing.bulk
        assert bulk is not None
        self.did.append(action)
        self.analyst.window.actions_.by_id[action].trigger()
        window = bulk.window
        if window is not None:
            for rule in self.chance.choices(list(window.rules.values()), k=2) if window.rules else ():
                self.analyst.click(rule)
            self.analyst.click(self.chance.choice((window.take, window.take, window.leave)))
            bulk.close()
            self.analyst.window.activateWindow()

    def open_again(self) -> None:
        """Close the project and open it again, in the same window."""
        self.did.append("close and open")
        assert self.analyst.window.open_project(self.path, "Ann")
        self.analyst.press("Ctrl+2")

    # what happens meanwhile

    def colleague_settles(self) -> None:
        """Ben decides on a difference of Ann's and his in another window, or says why."""
        self.did.append("Ben settles")
        with Project.open(self.path) as other:
            other.join("Ben")
            desk = desk_of(self.analyst)
            found = desk.list
            if found is None or not found.listed or AGREED_ID in found.ground.coders:
                return
            each = self.chance.choice(found.listed)
            case = replace(found.case(each.key), verdict=next(
                (one for one in (each.own, *each.others) if one is not None and one.coder == me(other).id), None
            ))  # fmt: skip
            standing = found.standing([case.article], other.codings(articles=[case.article]), [AGREED_ID])
            standing = replace(standing, agreed_coder=any(one.id == AGREED_ID for one in other.coders()))
            try:
                other.do(self.chance.choice((
                    lambda: edits.decide(case=case, standing=standing, decision="A", reviewer=me(other)),
                    lambda: edits.decide(case=case, standing=standing, decision="neither", reviewer=me(other)),
                    lambda: edits.write_reason(case=case, reviewer=me(other), reason=self.chance.choice(REASONS)),
                ))())  # fmt: skip
            except AnnotatorError:
                self.did.append("refused")
        self.analyst.workspace.session.follow()

    def colleague_codes(self) -> None:
        """Cem codes one more passage in another window."""
        self.did.append("Cem codes")
        with Project.open(self.path) as other:
            other.join("Cem")
            article = self.chance.choice(other.articles())
            start = self.chance.randrange(80)
            made = coded(other, article, start, start + 30, self.own[0].code)
            other.do(edits.code_passages(codings=[made], label="Code"))
            self.own = own_work(other)
        self.analyst.workspace.session.follow()

    def receive(self) -> None:
        """Ben's work as it was some time ago comes in, from a file."""
        self.did.append("receive")
        with Project.open(self.path) as other:
            other.join("Ann")
            try:
                write_received(other, look_at(other, self.package).found)
            except AnnotatorError:
                self.did.append("refused")
            self.own = own_work(other)
        self.analyst.workspace.session.follow()

    def command(self) -> None:
        """Undo by the command line."""
        self.did.append("command: undo")
        main(["undo", str(self.path), "--coder", "Ann"])
        self.analyst.workspace.session.follow()
