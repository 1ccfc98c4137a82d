"""What the keys of the Review page do: the next difference, one key a decision, a reason, the same for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.counting import counted
from annotator.model.errors import AnnotatorError
from annotator.model.settled import wider_decision
from annotator.ui.shortcuts.naming import with_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.model.changes import ChangeSet
    from annotator.model.edits.agreed_work import Case
    from annotator.model.records import Code
    from annotator.model.review_records import Decision
    from annotator.reviewing.listed import Listed
    from annotator.ui.review.review_page import ReviewPage
    from annotator.ui.settling.review_desk import ReviewDesk

LAST = "That was the last difference of the list."
FIRST = "That is the first difference of the list."
ALL_DECIDED = "Every difference of the list is decided."
GOES_ON = (
    "Every difference of the list is decided. Coding ▸ Review ▸ Report of the comparison puts it on paper; Project ▸ "
    "Send my work takes the decisions to your colleague."
)
NOTHING_ALIKE = "No other open difference has the same words and codes."
DECIDE_FIRST = "Decide this difference first; {settle_alike} then does the same for those like it."
SELECT_FIRST = "Select the passage that is agreed first, with the mouse or Shift and the arrows."
NO_KEY = "No code has the key {key}. Give one a key in its form on the Code page."
NOT_KEPT = "What this reason was for is gone, so it was not kept: “{reason}”."
DONE: dict[Decision, str] = {
    "both": "both codes", "widest": "the widest passage", "shared": "the shared part", "neither": "neither",
    "other": "another passage",
}  # fmt: skip


class SettlingCommands:
    """Decides on the current difference. After a decision the next open one is current; the echo says what was done."""

    def __init__(self, page: ReviewPage, desk: ReviewDesk, tell: Callable[..., None]) -> None:
        self._page, self._desk, self._tell = page, desk, tell
        self._last = ""
        self.unsaved_reasons: dict[str, str] = {}

    # going

    def next_difference(self) -> None:
        """Go to the next difference of the list."""
        self._step(1)

    def previous_difference(self) -> None:
        """Go to the difference before."""
        self._step(-1)

    # deciding

    def take_a(self) -> None:
        """Agree on A's reading."""
        self.decide("A")

    def take_b(self) -> None:
        """Agree on B's reading."""
        self.decide("B")

    def take_union(self) -> None:
        """Agree on both codes, or on the widest passage."""
        each = self._desk.difference
        if each is not None:
            self.decide(wider_decision(each.kind))

    def take_shared(self) -> None:
        """Agree on what both have coded."""
        self.decide("shared")

    def take_neither(self) -> None:
        """Agree that nothing is coded here."""
        self.decide("neither")

    def agree_on_key(self, key: int) -> None:
        """Agree on the code that has a key."""
        code = self._desk.desk.code_of_key(key)
        if code is None:
            self._tell(NO_KEY.format(key=key))
        else:
            self.agree_on(code)

    def agree_on(self, code: Code) -> None:
        """Agree on a code, for the selection where there is one."""
        self.decide("other", code, self._page.article.text.passage())

    def agree_on_selection(self) -> None:
        """Agree on the selected passage, with the code there is."""
        passage = self._page.article.text.passage()
        if passage is None:
            self._tell(SELECT_FIRST)
        else:
            self.decide("other", passage=passage)

    def decide(self, decision: Decision, code: Code | None = None, passage: tuple[int, int] | None = None) -> None:
        """Settle the current difference, and go on to the next open one."""
        each, case = self._current()
        if each is None or case is None:
            return
        following = self._next_open(each.key)
        done = self._do(
            lambda: edits.decide(
                case=case, standing=self._desk.standing([case.article]), decision=decision,
                reviewer=self._desk.session.coder, other_code=code, passage=passage,
            ), following,
        )  # fmt: skip
        if not done:
            return
        self._last = each.key
        self._go_on(each, following, self._said(each, decision, code))

    def settle_alike(self) -> None:
        """Decide the open differences like this one in the same way; like the last one, where this one is open."""
        each = next((one for key in (self._desk.current, self._last) if (one := self._decided(key)) is not None), None)
        if each is None or each.verdict is None:
            self._tell(with_keys(DECIDE_FIRST))
            return
        if not each.alike:
            self._tell(NOTHING_ALIKE)
            return
        cases = [case for key in each.alike if (case := self._desk.case(key)) is not None]
        verdict, codes = each.verdict, self._desk.desk.codes
        other = codes.get(verdict.code) if verdict.decision == "other" else None
        following = self._next_open(self._desk.current, skipping=each.alike)
        done = self._do(
            lambda: edits.settle_alike(
                cases=cases, standing=self._desk.standing(case.article for case in cases), decision=verdict.decision,
                reviewer=self._desk.session.coder, other_code=other, reason=verdict.reason or None,
            ), following,
        )  # fmt: skip
        if done:
            self._go_on(each, following, f"Settled {counted(len(cases), 'difference')} like it")

    def open_again(self) -> None:
        """Take the decision back; the reason stays."""
        each, case = self._current()
        if each is None or case is None:
            return
        if self._do(lambda: edits.reopen(cases=[case], standing=self._desk.standing([case.article]))):
            self._say_of(each, "open again")

    # beside deciding

    def discuss_difference(self) -> None:
        """Put the current difference on the agenda, or take it off."""
        each, case = self._current()
        if each is None or case is None:
            return
        wanted = not (each.own and each.own.discuss)
        if self._do(lambda: edits.discuss(case=case, reviewer=self._desk.session.coder, wanted=wanted)):
            self._say_of(each, "to discuss" if wanted else "no longer to discuss")

    def decide_by_both(self) -> None:
        """Record that the two coders decided this together, or not."""
        each, case = self._current()
        if each is None or case is None or each.own is None or not each.own.decision:
            self._tell("Decide this difference first; then record that both decided it.")
            return
        own = each.own
        code = self._desk.desk.codes.get(own.code) if own.decision == "other" else None
        done = self._do(
            lambda: edits.decide(
                case=case, standing=self._desk.standing([case.article]), decision=own.decision,
                reviewer=self._desk.session.coder, other_code=code, passage=(own.start, own.end) if code else None,
                by_both=not own.by_both,
            )
        )  # fmt: skip
        if done:
            self._say_of(each, "no longer decided by both" if own.by_both else "decided by both")

    def write_reason(self) -> None:
        """Go to the field of the reason."""
        self._page.dock.write_reason()

    def keep_reason(self, key: str, reason: str) -> None:
        """Write the reason that was typed for a difference; where that does not go, it is kept and written later."""
        case = self._desk.case(key) or self._desk.case(self._desk.again(key))
        if case is None:
            self._tell(NOT_KEPT.format(reason=reason))
            return
        try:
            change_set = edits.write_reason(case=case, reviewer=self._desk.session.coder, reason=reason)
        except AnnotatorError as error:
            self._tell(error.sentence)
            return
        field = self._page.dock.reason.field
        self.unsaved_reasons.pop(key, None)
        field.hold(self.unsaved_reasons)
        if change_set and self._desk.session.do(change_set) is None:
            self.unsaved_reasons[key] = reason
            field.hold(self.unsaved_reasons)

    def write_kept_reasons(self) -> None:
        """Write the reasons that could not be written, now that something could."""
        kept, self.unsaved_reasons = self.unsaved_reasons, {}
        for key, reason in kept.items():
            self.keep_reason(key, reason)

    def fold_agreement(self) -> None:
        """Fold the agreement table to its last row, or unfold it."""
        self._page.fold_agreement()

    def leave_selection(self) -> None:
        """Leave the selection."""
        self._page.article.text.clear_passage()

    # inside

    def _current(self) -> tuple[Listed | None, Case | None]:
        each = self._desk.difference
        return each, self._desk.case(each.key) if each is not None else None

    def _decided(self, key: str) -> Listed | None:
        each = self._desk.find(key)
        return each if each is not None and each.verdict is not None and each.verdict.decision else None

    def _step(self, step: int) -> None:
        keys = self._page.differences.shown_keys()
        at = keys.index(self._desk.current) + step if self._desk.current in keys else 0
        if not keys or not 0 <= at < len(keys):
            self._tell(LAST if step > 0 else FIRST)
            return
        self._desk.go_to(keys[at])

    def _next_open(self, key: str, skipping: Iterable[str] = ()) -> str:
        """Return the next difference of the list that is open, from here on and then from the top."""
        keys, passed = self._page.differences.shown_keys(), {key, *skipping}
        at = keys.index(key) + 1 if key in keys else 0
        waiting = (one for one in (*keys[at:], *keys[:at]) if one not in passed)
        return next((one for one in waiting if (each := self._desk.find(one)) and each.state != "decided"), "")

    def _go_on(self, each: Listed, following: str, sentence: str) -> None:
        if following:
            self._desk.go_to(following)
        left = self._left()
        self.say(f"{sentence}. {left or ALL_DECIDED}", each.place.start, each.place.end, each.article)
        if not left:
            self._tell(GOES_ON)

    def _left(self) -> str:
        """Return how much is left to decide, empty where nothing is; stances count when all else is done."""
        listed = self._desk.list
        if listed is None:
            return ""
        waiting, apart = (sum(one.state != "decided" for one in some) for some in (listed.listed, listed.stances))
        return f"{waiting:,} open" if waiting else f"{counted(apart, 'stance')} to settle" if apart else ""

    def say(self, sentence: str, start: int, end: int, article: str) -> None:
        """Name what was done at its place, or on top of what is shown where that is out of sight."""
        text, here = self._page.article.text, self._desk.difference
        top, bottom = text.shown_range()
        if here is None or here.article != article or not top <= start <= bottom:
            start = end = top
        text.show_echo(sentence, start, end)

    def _said(self, each: Listed, decision: Decision, code: Code | None) -> str:
        a, b = self._desk.a, self._desk.b
        names: dict[Decision, str] = {"A": f"{a.name}’s" if a else "A", "B": f"{b.name}’s" if b else "B"}
        return f"{self._title(each)}: {code.title if code else {**DONE, **names}.get(decision, decision)}"

    def _say_of(self, each: Listed, what: str) -> None:
        """Name what became of a difference that stays the current one."""
        self.say(f"{self._title(each)}: {what}", each.place.start, each.place.end, each.article)

    def _title(self, each: Listed) -> str:
        filed = self._desk.desk.codes.get(each.code)
        return filed.title if filed else "Difference"

    def _do(self, make: Callable[[], ChangeSet], following: str = "") -> bool:
        """Do what is decided; `following` is the current difference as soon as it is done, so all is shown once."""
        try:
            change_set = make()
        except AnnotatorError as error:
            self._tell(error.sentence)
            return False
        self._desk.following = following
        done = self._desk.session.do(change_set) is not None
        self._desk.following = ""
        return done
