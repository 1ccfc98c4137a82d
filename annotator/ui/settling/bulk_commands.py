"""How many places are settled by one act after a look: full matches adopted, ends by a rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from annotator.model import edits
from annotator.model.counting import counted
from annotator.model.edits.agreed_work import Standing
from annotator.model.edits.settling import AGREED_ALREADY
from annotator.model.errors import AnnotatorError
from annotator.model.records import AGREED_ID, Coder, Verdict
from annotator.model.settled import Judgement, follows
from annotator.reviewing.listed import Listed, Place
from annotator.ui.review.bulk_window import BulkWindow
from annotator.ui.settling.differences_shown import BETWEEN, DifferencesShown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.model.changes import ChangeSet
    from annotator.model.edits.agreed_work import Case
    from annotator.model.review_records import Decision
    from annotator.ui.review.shown import ShownDifference
    from annotator.ui.settling.review_desk import ReviewDesk

RULES: tuple[tuple[Decision, str], ...] = (
    ("A", "{a}’s ends"), ("B", "{b}’s ends"), ("widest", "The widest"), ("shared", "The shared part"),
)  # fmt: skip
NO_MATCHES = "Nothing is left to adopt: every full match is agreed already, or the two have none."
NO_ENDS = "No open difference is in the ends only."
ENDS = ("boundary", "split")
DONE = {"Adopt": "Adopted", "Settle": "Settled"}


class BulkCommands:
    """One window at a time. What it lists is what is there now; each act is one step."""

    def __init__(self, parent: QWidget, desk: ReviewDesk, tell: Callable[..., None]) -> None:
        self._parent, self._desk, self._tell = parent, desk, tell
        self.window: BulkWindow | None = None
        self._rule: Decision = "A"
        self._show: Callable[[], None] = lambda: None
        for changed in (desk.compared, desk.settled):
            changed.connect(lambda: self._show())

    def adopt_matches(self) -> None:
        """Show what both coded alike, to be agreed by one act."""
        if not self._matches():
            self._tell(AGREED_ALREADY if self._with_agreed() else NO_MATCHES)
            return
        self._open("Adopt full matches", (), self._show_matches, self._adopt)

    def settle_boundaries(self) -> None:
        """Show what differs in the ends only, to be settled by a rule."""
        if not self._ends():
            self._tell(AGREED_ALREADY if self._with_agreed() else NO_ENDS)
            return
        names = {"a": self._desk.a.name if self._desk.a else "A", "b": self._desk.b.name if self._desk.b else "B"}
        self._rule = "A"
        rules = tuple((rule, words.format(**names)) for rule, words in RULES)
        self._open("Settle boundaries by a rule", rules, self._show_ends, self._settle_ends)

    def close(self) -> None:
        """Take the window away."""
        self._show = lambda: None
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()

    def _open(
        self, title: str, rules: Sequence[tuple[str, str]], show: Callable[[], None], act: Callable[[], ChangeSet]
    ) -> None:
        self.close()
        window = self.window = BulkWindow(title, rules, self._parent)
        self._show = show
        window.rule_chosen.connect(self._choose)
        window.agreed.connect(lambda: self._do(act))
        window.finished.connect(self.close)
        window.place_wanted.connect(self._desk.go_to)
        show()
        window.setModal(False)
        window.show()

    def _choose(self, rule: str) -> None:
        self._rule = cast("Decision", rule)
        self._show()

    def _with_agreed(self) -> bool:
        """Tell whether somebody is compared with what was agreed, where nothing is to settle."""
        return self._desk.list is not None and AGREED_ID in self._desk.list.ground.coders

    def _matches(self) -> list[Case]:
        return self._desk.list.adoptable() if self._desk.list is not None and not self._with_agreed() else []

    def _ends(self) -> list[tuple[Listed, Case]]:
        if self._desk.list is None or self._with_agreed():
            return []
        waiting = (each for each in self._desk.list.ordered() if each.kind in ENDS and each.state == "open")
        return [(each, case) for each in waiting if (case := self._desk.case(each.key)) is not None]

    def _show_matches(self) -> None:
        cases = self._matches()
        apart = sum(each.state != "decided" for each in self._desk.list.stances) if self._desk.list else 0
        left = f" {counted(apart, 'more')} with another stance: settle them one by one." if apart else ""
        sentence = (
            f"{counted(len(cases), 'passage')} were coded alike by both and become agreed, with both memos."
            f"{left} One undo takes it back."
        )
        self._list(sentence, [self._match(case) for case in cases], f"Adopt {len(cases):,}")

    def _show_ends(self) -> None:
        found = self._ends()
        sentence = (
            f"{counted(len(found), 'open difference')} in the ends only. Each is shown as it would be agreed; what "
            "has been decided or is to be discussed stays as it is. One undo takes it back."
        )
        rows = [self._as_agreed(each, case) for each, case in found]
        self._list(sentence, rows, f"Settle {len(found):,}")

    def _list(self, sentence: str, rows: Sequence[ShownDifference], button: str) -> None:
        if self.window is not None and rows:
            self.window.show_rows(sentence, rows, button)
        elif self.window is not None:
            self.close()

    def _match(self, case: Case) -> ShownDifference:
        first = case.a[0]
        place = Place(case.article, "match", case.code.id, first.start, first.end, case.a, case.b, 1.0)
        return self._shown().one(Listed(f"match|{first.id}", place))

    def _as_agreed(self, each: Listed, case: Case) -> ShownDifference:
        """Return a difference with the words that the rule would leave."""
        work = self._desk.list.ground.work[each.article] if self._desk.list else None
        text = work.text if work else ""
        passages = follows(Judgement(_verdict(case, self._rule), case.a, case.b), text)
        words = BETWEEN.join(text[one.start : one.end] for one in passages)
        return replace(self._shown().one(each), a_words=words or "nothing: they share no letter", b_words="")

    def _shown(self) -> DifferencesShown:
        assert self._desk.list is not None
        return DifferencesShown(self._desk.list, self._desk.desk.articles)

    def _adopt(self) -> ChangeSet:
        cases = self._matches()
        standing = self._desk.standing(case.article for case in cases)
        return edits.adopt_matches(cases=cases, standing=standing, reviewer=self._desk.session.coder)

    def _settle_ends(self) -> ChangeSet:
        cases = [case for _, case in self._ends()]
        standing = self._desk.standing(case.article for case in cases)
        return edits.settle_boundaries(
            cases=cases, standing=standing, rule=self._rule, reviewer=self._desk.session.coder
        )

    def _do(self, act: Callable[[], ChangeSet]) -> None:
        try:
            change_set = act()
        except AnnotatorError as error:
            self._tell(error.sentence)
            return
        self._show = lambda: None  # what it settles goes out of the list under the hand
        done: Any = self._desk.session.do(change_set)
        self.close()
        if done is not None:
            verb, _, what = change_set.label.partition(" ")
            self._tell(f"{DONE.get(verb, verb)} {what}.")


def _verdict(case: Case, rule: Decision) -> Verdict:
    """Return the verdict that a rule would give, to see what follows from it."""
    nobody = Coder(id=case.a_coder, name="", created="")
    made = edits.decide(case=replace(case, verdict=None), standing=Standing(), decision=rule, reviewer=nobody)
    return next(change.after for change in made.changes if isinstance(change.after, Verdict))
