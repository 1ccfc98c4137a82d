"""Two coders at two windows on one file, for chance to drive: what they hold is compared after each gesture."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import making
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from work_in_memory import WorkInMemory

from annotator.model.errors import Refused
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Article, Code, Coding


def picked(records: Sequence[Any], number: int) -> Any:
    return records[number % len(records)] if records else None


class TwoCoders(RuleBasedStateMachine):
    """The desk of the two: their windows, what they were told, and what should be in the file."""

    reached: ClassVar[set[str]] = set()

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        made = making.team(Path(self.folder.name))
        self.path, self.coders = made.path, [made.ann, made.ben]
        self.windows = [made.project, Project.open(made.path)]
        self.views = [WorkInMemory(making.everything(made.project)) for _ in self.windows]
        for window, view, coder in zip(self.windows, self.views, self.coders, strict=True):
            window.act_as(coder)
            window.on_change(view.take)
        self.work = WorkInMemory(making.everything(made.project))
        self.at = 0
        for coder in self.coders:  # what the making did can be taken back as well
            self.work.begin(coder.id)
        for step in self.project.history(coder=made.ann.id):
            if step.kind == "do":
                self.work.stacks[made.ann.id].append(None)

    @property
    def project(self) -> Project:
        return self.windows[self.at]

    @property
    def me(self) -> str:
        assert self.project.coder is not None
        return self.project.coder.id

    @property
    def codes(self) -> list[Code]:
        return self.project.codes()

    def own(self, number: int) -> Coding | None:
        return picked(self.project.codings(coders=[self.me]), number)

    def article(self, number: int) -> Article | None:
        return picked(self.project.articles(), number)

    def do(self, verb: str, make: Callable[[], ChangeSet]) -> None:
        """Do what a verb makes of the records; what the verb itself refuses is none of the file's business."""
        try:
            gesture = make()
        except Refused:
            return
        if gesture:
            self.project.do(gesture)
            self.work.do(self.me, gesture)
            self.reached.add(verb)

    # taking back

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.take_back("undo", self.project.undo, self.project.undo_label, self.work.undo)

    @rule(times=st.integers(1, 4), again=st.integers(0, 4))
    def undo_and_redo(self, times: int, again: int) -> None:
        self.undo(times)
        for _ in range(again):
            self.take_back("redo", self.project.redo, self.project.redo_label, self.work.redo)

    def take_back(self, verb: str, act: Any, label: Any, in_memory: Any) -> None:
        """The file takes back exactly what memory says it can, and refuses the rest without a trace."""
        shown = label()
        try:
            done = act().change_set
        except Refused:
            done = None
        assert in_memory(self.me, done) is (done is not None)
        assert shown is not None or done is None
        self.reached.add(verb if done else f"{verb} refused" if shown else f"nothing to {verb}")

    # windows and coders

    @rule()
    def turn_to_the_other_window(self) -> None:
        self.at = 1 - self.at
        self.project.follow()

    @rule(name=st.sampled_from(["Ann", "ben", "Carl"]))
    def act_as(self, name: str) -> None:
        coder, is_new = self.project.join(name)
        if is_new:
            self.work.add(coder)
            self.reached.add("add_coder")
        self.work.begin(coder.id)

    @rule()
    def reopen(self) -> None:
        project = making.reopened(self.project)
        self.views[self.at] = WorkInMemory(making.everything(project))
        project.on_change(self.views[self.at].take)
        self.windows[self.at] = project

    @rule()
    def let_the_journal_settle(self) -> None:
        assert self.project.settle()

    @invariant()
    def file_and_memory_agree(self) -> None:
        assert making.everything(self.project) == self.work.tables

    @invariant()
    def what_the_view_was_told_is_what_is_there(self) -> None:
        assert self.views[self.at].tables == self.work.tables

    def teardown(self) -> None:
        for window, view in zip(self.windows, self.views, strict=True):
            window.follow()
            assert view.tables == self.work.tables
            window.close()
        try:
            assert check_project(self.path) == []
            assert [found.name for found in self.path.parent.iterdir()] == [self.path.name]
            with Project.open(self.path, read_only=True) as project:
                assert making.everything(project) == self.work.tables
        finally:
            self.folder.cleanup()
