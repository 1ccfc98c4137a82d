"""What lies on the reviewer's desk: whose work is compared, what came of it, the list to settle, the current one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.edits.agreed_work import Standing
from annotator.model.records import Answer, Article, Code, Coder, Coding, Reading, Round, Verdict, Zone
from annotator.model.rounds import latest_round
from annotator.reviewing.pairs import likely_pair, those_with_passes
from annotator.reviewing.worklist import listed_on
from annotator.ui.session import MANY_CHANGES
from annotator.ui.settling.compared import Chosen as Chosen
from annotator.ui.settling.compared import Compared
from annotator.ui.settling.comparing import Comparing
from annotator.ui.settling.hidden_names import HiddenNames, as_called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.jobs.comparing import ComparedWork, SharedWork
    from annotator.model.changes import ChangeSet
    from annotator.model.edits.agreed_work import Case
    from annotator.reviewing.listed import Listed
    from annotator.reviewing.worklist import Worklist
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.desk import Desk

COMPARED = (Article, Code, Coder, Reading, Zone)


class ReviewDesk(QObject):
    """Follows the session while it is looked at; what changed meanwhile is compared anew when it is looked at again.

    `compared`: all is to be shown anew. `settled`: only what was decided has changed. `moved`: another difference is
    the current one. `round_changed`: their round was frozen, or is another one. `busy_changed`: whether figures are on
    the way, while those before stand.
    `following` is set before a decision: the difference that is the current one as soon as it is made.
    """

    compared = Signal()
    settled = Signal()
    moved = Signal()
    refused = Signal(str)
    busy_changed = Signal(bool)
    round_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.session = desk, desk.session
        self.chosen: Chosen | None = None
        self.work: ComparedWork | None = None
        self.shared: SharedWork | None = None
        self.list: Worklist | None = None
        self.round: Round | None = None
        self.round_now: float | None = None
        self.current = self.following = ""
        self.looked_at = False
        self._outdated, self._verdicts_changed = True, False
        self.names = HiddenNames(self.session.project.id)
        self._named_pair = ("", "")
        self._comparing = Comparing(self.session, self)
        self._comparing.done.connect(self._compared)
        self._comparing.failed.connect(self._failed)
        self._comparing.busy_changed.connect(self.busy_changed)
        self.session.changed.connect(self._follow)

    @property
    def busy(self) -> bool:
        """Tell whether figures are on the way."""
        return self._comparing.busy

    @property
    def people(self) -> list[Coder]:
        """Everybody with a finished, blind pass."""
        return those_with_passes(self.named.values(), self.session.project.readings())

    @property
    def coders(self) -> list[Coder]:
        """Everybody whose work can be compared, what was agreed last."""
        known, order = self.named, list(self.called())
        numbered = sorted(known.values(), key=lambda one: order.index(one.id) if one.id in order else len(order))
        return sorted(numbered, key=lambda coder: coder.kind == "agreed")

    @property
    def named(self) -> dict[str, Coder]:
        """All coders by id, under the names that are shown on this page and in its reports."""
        called = self.called()
        return {row: as_called(coder, called) for row, coder in self.desk.coders.items()}

    @property
    def a(self) -> Coder | None:
        """The first coder of the two."""
        return self.named.get(self.chosen.a) if self.chosen else None

    @property
    def b(self) -> Coder | None:
        """The second coder of the two."""
        return self.named.get(self.chosen.b) if self.chosen else None

    def look(self, *, shown: bool) -> None:
        """Take over whether the page is shown; what has changed since is compared now."""
        self.looked_at = shown
        if shown and self._outdated:
            self.compare(opening=True)

    def choose(self, **choice: object) -> None:
        """Compare others, by another unit or threshold, with or without sub-codes."""
        if self.chosen is not None:
            if choice.get("unit") == "segment":
                choice["everybody"] = False  # whole passages are matched between two
            elif choice.get("everybody") and self.chosen.unit == "segment":
                choice["unit"] = "sentence"
            self.chosen = replace(self.chosen, **choice)  # type: ignore[arg-type]
            self.compare(opening=bool(choice.keys() & {"a", "b"}))

    def called(self) -> dict[str, str]:
        """Return what coders are called while their names are hidden, by their ids in the order of their numbers.

        A reviewer without a pass of her own has no number.
        """
        finished = any(reading.state == "finished" for reading in self.desk.readings.values())
        coders = [one for one in self.desk.coders.values() if finished or one.id != self.session.coder.id]
        return self.names.called(coders)

    def turn_names(self) -> None:
        """Hide who is who, or show it again; whoever has the lower number is A then: the place tells nothing.

        Shown again, they are A and B as before, so that the keys mean the same people.
        """
        self.names.turn()
        if self.chosen is not None:
            pair = self.chosen.a, self.chosen.b
            if self.names.on:
                self._named_pair, pair = pair, self._by_number(*pair)
            elif set(self._named_pair) == set(pair):
                pair = self._named_pair
            self.chosen = replace(self.chosen, a=pair[0], b=pair[1])
        self.compare()

    def mark(self, coding: Coding) -> CodingMark:
        """Return what lanes show of a coding; not by whom it is while names are hidden."""
        mark = self.desk.mark(coding)
        return replace(mark, coder=self.named[coding.coder].name, initials="") if self.names.on else mark

    def compare(self, *, opening: bool = False) -> None:
        """Compare anew. The current difference stays where it is still one."""
        self._outdated = False
        self._choose_pair()
        if self.chosen is None:
            self._compared(None)
        else:
            self.chosen = replace(self.chosen, called=tuple(self.called().items()))
            self._comparing.compare(self.chosen, opening=opening)

    def close(self) -> None:
        """Wait for what is under way."""
        self._comparing.close()

    def find(self, key: str) -> Listed | None:
        """Return a difference of the list."""
        return self.list.find(key) if self.list is not None else None

    def again(self, key: str) -> str:
        """Return the key of a difference with one of the codings that a difference had which is gone, else nothing."""
        codings = set(key.replace("|", ",").split(",")) - {""}
        listed = self.list.ordered() if self.list is not None else []
        return next((one.key for one in listed if codings & one.place.ids), "")

    @property
    def difference(self) -> Listed | None:
        """The current difference."""
        return self.find(self.current)

    def go_to(self, key: str) -> None:
        """Make a difference the current one."""
        if self.find(key) is not None and key != self.current:
            self.current = key
            self.moved.emit()

    def case(self, key: str) -> Case | None:
        """Return what lies before the reviewer at a difference, none where its code has left the scheme."""
        try:
            return self.list.case(key) if self.list is not None else None
        except KeyError:
            return None

    def standing(self, articles: Iterable[str]) -> Standing:
        """Return what is settled so far in some articles."""
        wanted = sorted(set(articles))
        if self.list is None or not wanted:
            return Standing()
        codings = self.session.project.codings(articles=wanted)
        return self.list.standing(wanted, codings, self.desk.coders)

    def answers(self, verdict: str) -> list[Answer]:
        """Return what was said to a verdict, oldest first."""
        listed = self.find(self.current)
        if listed is None:
            return []
        return [one for one in self.session.project.answers(listed.article) if one.verdict == verdict]

    def _compared(self, found: Compared | None) -> None:
        if found is not None and self._verdicts_changed:
            verdicts = {one.id: one for one in self.session.project.verdicts()}
            found = replace(found, list=listed_on(found.list.ground, verdicts))
        self._verdicts_changed = False
        self.work, self.shared, self.list = (found.work, found.shared, found.list) if found else (None, None, None)
        self.round_now = found.now if found else None
        self._read_round()
        self._keep_current()
        self.compared.emit()
        if found is not None and found.freezing is not None:
            self.session.do(found.freezing)

    def _failed(self, sentence: str) -> None:
        self._compared(None)
        self.refused.emit(sentence)

    def _read_round(self) -> None:
        """Read the round that the two are in, the latest one."""
        chosen = self.chosen
        rounds = self.session.project.rounds() if chosen else []
        self.round = latest_round(rounds, {chosen.a, chosen.b}) if chosen else None

    def _choose_pair(self) -> None:
        if self.chosen is not None and self.a is not None and self.b is not None:
            return
        readings = self.session.project.readings()
        pair = likely_pair(list(self.desk.coders.values()), readings, self.session.coder.id)
        self.chosen = Chosen(*self._by_number(pair[0].id, pair[1].id)) if pair else None

    def _by_number(self, a: str, b: str) -> tuple[str, str]:
        """Return two coders with the lower number first; as they are while names are shown."""
        order = list(self.called())
        turned = a in order and b in order and order.index(b) < order.index(a)
        return (b, a) if turned else (a, b)

    def _keep_current(self) -> None:
        """Keep the current difference; where it is gone, that with one of its codings, else the first open one."""
        if self.list is None:
            self.current = ""
            return
        if self.find(self.current) is None:
            listed = self.list.ordered()
            waiting = next((one for one in listed if one.state != "decided"), next(iter(listed), None))
            self.current = self.again(self.current) or (waiting.key if waiting is not None else "")

    def _follow(self, change_set: ChangeSet) -> None:
        if self.chosen is None and not self.looked_at:
            self._outdated = True  # whoever was alone may have company now
            return
        kinds = {type(change.record) for change in change_set.changes}
        codings = (change.record for change in change_set.changes if isinstance(change.record, Coding))
        if len(change_set.changes) > MANY_CHANGES or kinds & set(COMPARED) or any(map(self._is_compared, codings)):
            self._outdated = True
            if self.looked_at:
                self.compare()
        elif kinds & {Verdict, Answer}:
            self._verdicts_changed |= self.busy
            self._take(change_set)
        elif Round in kinds:
            self._read_round()
            self.round_changed.emit()

    def _is_compared(self, coding: Coding) -> bool:
        chosen = self.chosen
        return chosen is not None and (coding.coder in (chosen.a, chosen.b) or chosen.everybody)

    def _take(self, change_set: ChangeSet) -> None:
        if self.list is None:
            return
        changes = [change for change in change_set.changes if isinstance(change.record, Verdict)]
        written = [change.after for change in changes if isinstance(change.after, Verdict)]
        self.list = self.list.after(written, {change.record.id for change in changes if change.after is None})
        self.current, self.following = self.following or self.current, ""
        if self.find(self.current) is None:
            self._keep_current()
            self.moved.emit()
        if self.looked_at:
            self.settled.emit()
        else:
            self._outdated = True
