"""What opens the window of rounds, words what is there, and opens a new round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.counting import counted
from annotator.model.errors import AnnotatorError
from annotator.model.figures import coefficient, interval
from annotator.model.records import Article, Coder, Coding, Reading, Round
from annotator.project.project import Project
from annotator.ui import background
from annotator.ui.rounds.shown import ShownRound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.model.changes import ChangeSet
    from annotator.ui.rounds.rounds_window import RoundsWindow
    from annotator.ui.workspace import Workspace

FOLLOWED = (Article, Coder, Coding, Reading, Round)
HIDDEN = "Hidden until you have finished your own pass"
NOT_OPENED = "Told as soon as its comparison was opened on the Review page, so that what was first stays known"
NOTHING = "Nothing can be compared yet: two have to finish the same article, each blind"
Now = dict[str, float | None]


class RoundCommands:
    """One window over the open project; figures are reckoned beside it."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._tell = workspace, tell
        self.window: RoundsWindow | None = None
        self._now: Now | None = None
        self._reckoning = self._again = False
        workspace.session.changed.connect(self._follow)

    def show_rounds(self) -> None:
        """Show the rounds, and what a new one could be of."""
        from annotator.ui.rounds.rounds_window import RoundsWindow  # loaded when rounds are first asked for

        self.close()
        self.window = window = RoundsWindow(self._workspace.page.window())
        window.round_wanted.connect(self._open)
        window.finished.connect(self._gone)
        self._offer(window)
        self._show()
        self._reckon()
        window.appear()
        window.form.name.setFocus()

    def close(self) -> None:
        """Take the window away."""
        window = self.window
        if window is not None:
            self._gone()
            window.hide()
            window.deleteLater()

    def may_leave(self) -> bool:
        """Tell whether the window may go, asking where a round was named and not opened."""
        return self.window is None or self.window.may_go()

    def _gone(self) -> None:
        self.window = self._now = None

    def _follow(self, change_set: ChangeSet) -> None:
        if self.window is not None and any(isinstance(change.record, FOLLOWED) for change in change_set.changes):
            self._show()
            self._reckon()

    def _offer(self, window: RoundsWindow) -> None:
        workspace = self._workspace
        project = workspace.session.project
        people = {one.id: one.name for one in workspace.desk.coders.values() if one.kind == "person"}
        inside: dict[str, list[str]] = {one.id: [] for one in project.groups()}
        for member in project.memberships():
            inside.get(member.group, []).append(member.article)
        groups = {one.id: (one.name, tuple(inside[one.id])) for one in project.groups()}
        window.form.offer(people, {one.id: one.title for one in workspace.desk.articles.values()}, groups)

    def _open(self, name: str, coders: list[str], articles: list[str]) -> None:
        workspace, window = self._workspace, self.window
        if window is None:
            return
        desk, session = workspace.desk, workspace.session
        try:
            gesture = edits.open_round(
                name=name, coders=[desk.coders[one] for one in coders], rounds=session.project.rounds(),
                coder=session.coder, articles=[desk.articles[one] for one in articles],
            )  # fmt: skip
        except AnnotatorError as error:
            window.show_problem(error.sentence)
            return
        if session.do(gesture) is not None:
            window.form.opened()

    def _show(self) -> None:
        if self.window is not None:
            rounds = self._workspace.session.project.rounds()
            self.window.show_rounds([self._shown(one) for one in rounds])

    def _shown(self, one: Round) -> ShownRound:
        desk = self._workspace.desk
        names = [desk.coders[row].name for row in one.coder_ids if row in desk.coders]
        there = [row for row in one.article_ids or desk.articles if row in desk.articles]
        frozen, frozen_tip = _frozen(one)
        now, now_tip = self._present(one)
        titles = "; ".join(desk.articles[row].title for row in there)
        articles = counted(len(there), "article") if one.articles else f"all {len(there):,}"
        return ShownRound(
            one.id, one.name, ", ".join(names), articles, self._state(one, there), frozen, now, frozen_tip, now_tip,
            titles,
        )  # fmt: skip

    def _state(self, one: Round, articles: list[str]) -> str:
        if one.frozen:
            from annotator.ui.settling.round_words import frozen_on

            return f"frozen {frozen_on(one)}"
        readings = self._workspace.session.project.readings()
        done = {(each.coder, each.article) for each in readings if each.state == "finished"}
        wanted = [(coder, article) for coder in one.coder_ids for article in articles]
        finished = sum(each in done for each in wanted)
        return "finished" if finished == len(wanted) else f"coding, {finished:,} of {len(wanted):,} passes"

    def _present(self, one: Round) -> tuple[str, str]:
        if not one.frozen:
            return "", NOT_OPENED
        if self._now is None:
            return "…", ""
        if one.id not in self._now:
            return "", HIDDEN
        now = self._now[one.id]
        return (coefficient(now), "Alpha by sentences, over all codes") if now is not None else ("", NOTHING)

    def _reckon(self) -> None:
        """Reckon the present figures beside the window, the newest changes in them."""
        if self._reckoning:
            self._again = True
            return
        if self.window is None:
            return
        path, me = self._workspace.session.project.path, self._workspace.session.coder.id
        self._reckoning, self._again = True, False
        background.run(lambda _told, _stopped: _present_figures(path, me), self._workspace, self._take, self._failed)

    def _take(self, found: object) -> None:
        self._reckoning = False
        if isinstance(found, dict) and self.window is not None:
            self._now = found
            self._show()
            if self._again:
                self._reckon()

    def _failed(self, sentence: str) -> None:
        self._reckoning = False
        self._tell(sentence, "problem")


def _frozen(one: Round) -> tuple[str, str]:
    from annotator.reviewing.frozen import read_frozen

    if not one.frozen:
        return "", "It is frozen when its comparison is first opened on the Review page"
    found = read_frozen(one)
    if found is None:
        return "", "Frozen by another version of the program"
    told = f"95 % interval {interval(found.pooled.low, found.pooled.high)}, {counted(len(found.articles), 'article')}"
    return coefficient(found.pooled.alpha), told


def _present_figures(path: Path, me: str) -> Now:
    """Return the alpha of each round as it is now; those are left out that could give away blind work."""
    from annotator.jobs.passes import hidden_from
    from annotator.jobs.rounds import compared_in

    found: Now = {}
    with Project.open(path, read_only=True) as project:
        hidden = hidden_from(project, me)
        for one in project.rounds():
            mine = hidden.intersection(one.article_ids) if one.articles else hidden
            if one.frozen and not mine:
                work = compared_in(project, one)
                found[one.id] = work.comparison.pooled.alpha if work is not None else None
    return found
