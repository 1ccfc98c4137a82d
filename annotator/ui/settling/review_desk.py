"""What lies on the reviewer's desk: whose work is compared, what came of it, the list to settle, the current one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.jobs.comparing import ComparedWork, NotCompared, compare_coders
from annotator.model.edits.agreed_work import Standing
from annotator.model.errors import AnnotatorError
from annotator.model.records import Answer, Article, Code, Coder, Coding, Reading, Verdict, Zone
from annotator.reviewing.pairs import hidden_articles, likely_pair
from annotator.reviewing.segments import STRICT
from annotator.reviewing.worklist import Worklist, worklist
from annotator.ui.session import MANY_CHANGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.changes import ChangeSet
    from annotator.model.edits.agreed_work import Case
    from annotator.reviewing.comparison import Unit
    from annotator.reviewing.listed import Listed
    from annotator.ui.desk import Desk

HIDDEN = "you have not finished it yourself, so colleagues' codings stay hidden"
COMPARED = (Article, Code, Coder, Reading, Zone)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who is compared, by which unit; `threshold` is the shared part from which two passages match."""

    a: str
    b: str
    unit: Unit = "sentence"
    threshold: float = STRICT
    sub_codes: bool = False


class ReviewDesk(QObject):
    """Follows the session while it is looked at; what changed meanwhile is compared anew when it is looked at again.

    `compared`: all is to be shown anew. `settled`: only what was decided has changed. `moved`: another difference is
    the current one. `following` is set before a decision: the difference that is the current one as soon as it is made.
    """

    compared = Signal()
    settled = Signal()
    moved = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.session = desk, desk.session
        self.chosen: Chosen | None = None
        self.work: ComparedWork | None = None
        self.list: Worklist | None = None
        self.current = self.following = ""
        self.looked_at = False
        self._outdated = True
        self.session.changed.connect(self._follow)

    @property
    def coders(self) -> list[Coder]:
        """Everybody whose work can be compared, what was agreed last."""
        return sorted(self.desk.coders.values(), key=lambda coder: coder.kind == "agreed")

    @property
    def a(self) -> Coder | None:
        """The first coder of the two."""
        return self.desk.coders.get(self.chosen.a) if self.chosen else None

    @property
    def b(self) -> Coder | None:
        """The second coder of the two."""
        return self.desk.coders.get(self.chosen.b) if self.chosen else None

    def look(self, *, shown: bool) -> None:
        """Take over whether the page is shown; what has changed since is compared now."""
        self.looked_at = shown
        if shown and self._outdated:
            self.compare()

    def choose(self, **choice: object) -> None:
        """Compare others, by another unit or threshold, with or without sub-codes."""
        if self.chosen is not None:
            self.chosen = replace(self.chosen, **choice)  # type: ignore[arg-type]
            self.compare()

    def compare(self) -> None:
        """Compare anew. The current difference stays where it is still one."""
        self._outdated = False
        try:
            self._compare()
        except AnnotatorError as error:
            self.work = self.list = None
            self.refused.emit(error.sentence)
        self._keep_current()
        self.compared.emit()

    def find(self, key: str) -> Listed | None:
        """Return a difference of the list."""
        return self.list.find(key) if self.list is not None else None

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

    def _compare(self) -> None:
        project, me = self.session.project, self.session.coder
        readings = project.readings()
        self._choose_pair(readings)
        a, b = self.a, self.b
        if self.chosen is None or a is None or b is None:
            self.work = self.list = None
            return
        hidden = hidden_articles(readings, me.id)
        articles = [one.id for one in project.articles()]
        work = compare_coders(
            project, a, b, unit=self.chosen.unit, overlap=self.chosen.threshold,
            articles=[one for one in articles if one not in hidden],
        )  # fmt: skip
        kept_back = tuple(NotCompared(one, HIDDEN) for one in articles if one in hidden)
        self.work = replace(work, left_out=(*work.left_out, *kept_back))
        self.list = worklist(
            work.work, dict(work.comparison.compared), codes=project.codes(), verdicts=project.verdicts(),
            coders=(a.id, b.id), reviewer=me.id,
        )  # fmt: skip

    def _choose_pair(self, readings: list[Reading]) -> None:
        if self.chosen is not None and self.a is not None and self.b is not None:
            return
        pair = likely_pair(list(self.desk.coders.values()), readings, self.session.coder.id)
        self.chosen = Chosen(pair[0].id, pair[1].id) if pair else None

    def _keep_current(self) -> None:
        """Keep the current difference; where it is gone, that with one of its codings, else the first open one."""
        if self.list is None:
            self.current = ""
            return
        if self.find(self.current) is None:
            codings = set(self.current.replace("|", ",").split(",")) - {""}
            listed = self.list.ordered()
            again = next((one for one in listed if codings & one.place.ids), None)
            waiting = next((one for one in listed if one.state != "decided"), next(iter(listed), None))
            self.current = next((one.key for one in (again, waiting) if one is not None), "")

    def _follow(self, change_set: ChangeSet) -> None:
        if self.chosen is None and not self.looked_at:
            return
        kinds = {type(change.record) for change in change_set.changes}
        codings = (change.record for change in change_set.changes if isinstance(change.record, Coding))
        pair = {self.chosen.a, self.chosen.b} if self.chosen else set()
        if len(change_set.changes) > MANY_CHANGES or kinds & set(COMPARED) or any(one.coder in pair for one in codings):
            self._outdated = True
            if self.looked_at:
                self.compare()
        elif kinds & {Verdict, Answer}:
            self._take(change_set)

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
