"""Two analysts do anything to two copies of a project and exchange them in any order: in the end both hold the same."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import making
import pytest
from exchanging import packed, taken
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test
from review_at_random import NUMBER, GesturesOfReview, picked

from annotator.jobs.receiving import plan_receiving, write_received
from annotator.model import edits
from annotator.model.edits.correcting import correct_text
from annotator.model.errors import Refused
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Code, Coder

NAMES = st.sampled_from(["Law", "Plan", "Joining", "Money"])
TEXTS = st.sampled_from(["Plans are agreed. Others wait.", "Money follows the plan, they said. It does not."])


@dataclass
class Desk:
    """One analyst at a copy of the project."""

    project: Project
    coder: Coder

    def do(self, make: Callable[[], ChangeSet]) -> None:
        try:
            gesture = make()
            if gesture:
                self.project.do(gesture)
        except Refused:
            pass

    @property
    def codes(self) -> list[Code]:
        return self.project.codes()


def desks(folder: Path, names: Sequence[str], *, coded: bool = False) -> list[Desk]:
    """Give each analyst a copy of one project, in which each has coded already where that is said."""
    made = making.team(folder, "first")
    coders = [making.join(made.project, name) for name in names]
    for number, coder in enumerate(coders if coded else ()):
        made.project.act_as(coder)
        for code in (made.decides, made.joins):
            making.code(made.project, made.article, number, 17, code)
    made.project.close()
    found = []
    for coder in coders:
        path = folder / f"{coder.name}.annotator"
        shutil.copy(made.path, path)
        project = Project.open(path)
        project.act_as(coder)
        found.append(Desk(project, coder))
    return found


class TwoCopies(GesturesOfReview):
    """Ann and Ben, each at a copy. A number says who acts."""

    people = ("Ann", "Ben")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desks = desks(Path(self.folder.name), self.people, coded=True)

    def desk(self, who: int) -> Desk:
        return self.desks[who % len(self.desks)]

    @rule(who=NUMBER, number=NUMBER, which=NUMBER, start=NUMBER, length=st.integers(1, 20))
    def code(self, who: int, number: int, which: int, start: int, length: int) -> None:
        desk = self.desk(who)
        article, code = picked(desk.project.articles(), number), picked(desk.codes, which)
        if article and code:
            text = desk.project.text(article.text_sha256)
            desk.do(lambda: edits.code_passage(
                article=article, text=text, start=start % len(text), end=min(len(text), start % len(text) + length),
                code=code, coder=desk.coder,
                existing=desk.project.codings(articles=[article.id], coders=[desk.coder.id]),
            ))  # fmt: skip

    @rule(who=NUMBER, number=NUMBER, memo=st.sampled_from(["", "why", "since"]), remove=st.booleans())
    def change_coding(self, who: int, number: int, memo: str, remove: bool) -> None:
        desk = self.desk(who)
        coding = picked(desk.project.codings(coders=[desk.coder.id]), number)
        if coding and remove:
            code = next(one for one in desk.codes if one.id == coding.code)
            desk.do(lambda: edits.remove_coding(coding=coding, code=code))
        elif coding:
            desk.do(lambda: edits.write_memo(coding=coding, memo=memo))

    @rule(who=NUMBER, name=NAMES, under=NUMBER)
    def add_code(self, who: int, name: str, under: int) -> None:
        desk = self.desk(who)
        parent = picked([None, *desk.codes], under)
        desk.do(lambda: edits.add_code(
            name=name, codes=desk.codes, coder=desk.coder, parent=parent and parent.id
        ))  # fmt: skip

    @rule(who=NUMBER, number=NUMBER, name=NAMES, key=st.sampled_from([None, 1, 2]))
    def change_code(self, who: int, number: int, name: str, key: int | None) -> None:
        desk = self.desk(who)
        if code := picked(desk.codes, number):
            desk.do(lambda: edits.rename_code(code=code, name=name, codes=desk.codes))
        if code := picked(desk.codes, number):
            desk.do(lambda: edits.set_key(code=code, key=key, codes=desk.codes))

    @rule(who=NUMBER, number=NUMBER, under=NUMBER)
    def move_code(self, who: int, number: int, under: int) -> None:
        desk = self.desk(who)
        code, parent = picked(desk.codes, number), picked([None, *desk.codes], under)
        if code:
            desk.do(lambda: edits.move_code(code=code, parent=parent and parent.id, position=0, codes=desk.codes))

    @rule(who=NUMBER, number=NUMBER, other=NUMBER, merge=st.booleans())
    def delete_or_merge_code(self, who: int, number: int, other: int, merge: bool) -> None:
        desk = self.desk(who)
        project, code, into = desk.project, picked(desk.codes, number), picked(desk.codes, other)
        if code is None:
            return
        around: Any = {
            "codes": desk.codes, "codings": project.codings(), "memos": project.memos("code"),
            "declined": project.declined(),
        }  # fmt: skip
        if merge:
            desk.do(lambda: edits.merge_codes(code=code, into=into, **around))
        else:
            desk.do(lambda: edits.delete_code(code=code, **around))

    @rule(who=NUMBER, text=TEXTS)
    def import_article(self, who: int, text: str) -> None:
        desk = self.desk(who)
        if len(desk.project.articles()) < 4:
            making.add_article(desk.project, text)

    @rule(who=NUMBER, number=NUMBER, author=st.sampled_from(["", "Staff"]))
    def tell_about_article(self, who: int, number: int, author: str) -> None:
        desk = self.desk(who)
        if article := picked(desk.project.articles(), number):
            desk.do(lambda: edits.set_metadata(article=article, author=author))
            desk.do(lambda: edits.add_group(
                name="Pilot", groups=desk.project.groups(), coder=desk.coder, articles=[article]
            ))  # fmt: skip
            text = desk.project.text(article.text_sha256)
            desk.do(lambda: edits.set_aside(
                article=article, text=text, start=0, end=5, kind="caption", zones=desk.project.zones(article.id),
                coder=desk.coder,
            ))  # fmt: skip

    @rule(who=NUMBER, number=NUMBER)
    def remove_article(self, who: int, number: int) -> None:
        project = self.desk(who).project
        article = picked(project.articles(), number)
        if article and len(project.articles()) > 1:
            self.desk(who).do(lambda: edits.remove_article(
                article=article, codings=project.codings(articles=[article.id]),
                readings=[one for one in project.readings() if one.article == article.id],
                memos=project.memos("article", article.id),
                found_in_text=[*project.zones(article.id), *project.quotations(article.id)],
                facts=[
                    *project.memberships(article.id), *project.field_values(article.id), *project.people(article.id),
                ],
                review=[*project.verdicts(article.id), *project.answers(article.id)],
            ))  # fmt: skip

    @rule(who=NUMBER, number=NUMBER, old=st.sampled_from(["board ", "Others", "plan"]))
    def correct_text(self, who: int, number: int, old: str) -> None:
        project = self.desk(who).project
        if article := picked(project.articles(), number):
            text = project.text(article.text_sha256)
            self.desk(who).do(lambda: correct_text(
                article=article, old_text=text, new_text=text.replace(old, "X" * (len(old) + 1), 1),
                codings=project.codings(articles=[article.id]),
                found_in_text=[*project.zones(article.id), *project.quotations(article.id)],
            ).change_set)  # fmt: skip

    @rule(who=NUMBER, number=NUMBER, reopen=st.booleans(), words=st.sampled_from(["", "A note"]))
    def read_and_note(self, who: int, number: int, reopen: bool, words: str) -> None:
        desk = self.desk(who)
        project = desk.project
        desk.do(lambda: edits.finish_reading(
            articles=project.articles(), readings=project.readings(), coder=desk.coder, reopen=reopen
        ))  # fmt: skip
        if code := picked(desk.codes, number):
            mine = [one for one in project.memos("code", code.id) if one.coder == desk.coder.id]
            desk.do(lambda: edits.write_note(
                about="code", subject=code.id, text=words, coder=desk.coder, existing=picked(mine, 0)
            ))  # fmt: skip

    @rule(who=NUMBER, redo=st.booleans())
    def take_back(self, who: int, redo: bool) -> None:
        try:
            self.desk(who).project.undo()
            if redo:
                self.desk(who).project.redo()
        except Refused:
            pass

    @rule(who=NUMBER, whose=st.integers(1, 2))
    def receive_a_package(self, who: int, whose: int) -> None:
        if len(self.desks) > 2 or whose == 1:
            taken(self.desk(who).project, packed(self.desk(who + whose).project, Path(self.folder.name)))

    @rule(who=NUMBER, whose=st.integers(1, 2))
    def receive_a_copy(self, who: int, whose: int) -> None:
        if len(self.desks) > 2 or whose == 1:
            taken(self.desk(who).project, self.desk(who + whose).project.path)

    def teardown(self) -> None:
        projects = [desk.project for desk in self.desks]
        first, *others = projects
        try:
            for project in others:
                taken(first, project.path)
            for project in others:
                taken(project, first.path)
                assert making.everything(first) == making.everything(project)
            for project in projects:
                project.close()
                assert check_project(project.path) == []
        finally:
            for project in projects:
                project.close()
            self.folder.cleanup()


class ThreeCopies(TwoCopies):
    """Carl has a copy too."""

    people = ("Ann", "Ben", "Carl")


@pytest.mark.parametrize("copies", [TwoCopies, ThreeCopies])
def test_in_any_order_all_copies_end_the_same(copies: type[TwoCopies], long_run: bool) -> None:
    run_state_machine_as_test(
        copies,
        settings=settings(
            max_examples=120 if long_run else 20, stateful_step_count=30, deadline=None, database=None,
            derandomize=not long_run, suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


def test_three_coders_files_give_the_same_project_in_any_order(tmp_path: Path) -> None:
    three = desks(tmp_path, ["Ann", "Ben", "Carl"])
    for number, desk in enumerate(three):
        article = making.add_article(desk.project, "Money follows the plan.", "Money")
        shared = making.add_code(desk.project, "Money")
        own = making.add_code(desk.project, f"Code {number}", shared)
        for code in (shared, own):
            making.code(desk.project, article, number, number + 6, code)
        desk.do(lambda: edits.describe_code(code=desk.codes[0], definition=f"By {number}"))  # noqa: B023
        desk.do(lambda: edits.finish_reading(articles=desk.project.articles(), readings=[], coder=desk.coder))  # noqa: B023
    files = [packed(desk.project, tmp_path) for desk in three]
    ends = [received_in(tmp_path, order, at) for at, order in enumerate(permutations(files))]

    assert all(end == ends[0] for end in ends)
    assert len(ends[0]["coding"]) == 6
    assert [one.name for one in ends[0]["code"].values()].count("Money") == 1
    for desk in three:
        desk.project.close()


def received_in(folder: Path, order: Sequence[Path], at: int) -> Any:
    """Receive files in an order in a fresh copy of the project they began with; return what is there then."""
    path = folder / f"lead {at}.annotator"
    shutil.copy(folder / "first.annotator", path)
    with Project.open(path) as project:
        project.act_as(project.coders()[0])
        for file in order:
            write_received(project, plan_receiving(project, file))
        found = making.everything(project)
    assert check_project(path) == []
    return found
