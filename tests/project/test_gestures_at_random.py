"""Two coders in two windows do anything in any order, take it back and do it again: file, memory and views agree."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import making
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from work_in_memory import WorkInMemory

from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.model.edits.codings import new_coding
from annotator.model.errors import Refused
from annotator.model.records import STANCES
from annotator.model.scheme_rows import SchemeRow
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Article, Code, Coding

NAMES = st.sampled_from(["Law", "Plan", "Delegation", "Pooled budgets", "Local choice", "Équité"])
WORDS = st.sampled_from(["", "why", "“the board”\n👩‍⚕️", "\u202ereversed", "no\u00a0break"])
TEXTS = ("Plans are agreed. Others wait. 👩‍⚕️ waits too.", "Le cafe\u0301 décide.\nOui.", "One. Two. Three. Four. Five.")
NUMBER = st.integers(0, 40)


def picked(records: Sequence[Any], number: int) -> Any:
    return records[number % len(records)] if records else None


class Gestures(RuleBasedStateMachine):
    """What the analysts can do. Each rule reads the file afresh, as a view does before it offers a verb."""

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

    # passages

    @rule(number=NUMBER, places=st.lists(st.tuples(NUMBER, st.integers(1, 30)), min_size=1, max_size=4), which=NUMBER)
    def code_passage(self, number: int, places: list[tuple[int, int]], which: int) -> None:
        for place, length in places:
            article, code = self.article(number), picked(self.codes, which)
            if article and code:
                self.code(article, code, place, length)
                which += 1

    def code(self, article: Article, code: Code, place: int, length: int) -> None:
        text = self.project.text(article.text_sha256)
        start = place % len(text)
        self.do(
            "code_passage",
            lambda: edits.code_passage(
                article=article, text=text, start=start, end=min(len(text), start + length), code=code,
                coder=self.project.coder, existing=self.project.codings(articles=[article.id], coders=[self.me]),
            ),
        )  # fmt: skip

    @rule(number=NUMBER, which=NUMBER)
    def code_passages(self, number: int, which: int) -> None:
        article, code, coder = self.article(number), picked(self.codes, which), self.project.coder
        if article and code and code.codable:
            text = self.project.text(article.text_sha256)
            made = [
                new_coding(article=article, text=text, start=at, end=at + 2, code=code, coder=coder) for at in (0, 3, 7)
            ]
            self.do("code_passages", lambda: edits.code_passages(codings=made, label="Code 3 passages from a file"))

    @rule(number=NUMBER, which=NUMBER)
    def recode(self, number: int, which: int) -> None:
        coding, code = self.own(number), picked(self.codes, which)
        if coding and code:
            existing = self.project.codings(coders=[self.me])
            self.do("recode", lambda: edits.recode(coding=coding, code=code, existing=existing))

    @rule(number=NUMBER)
    def remove_coding(self, number: int) -> None:
        if coding := self.own(number):
            code = next(code for code in self.codes if code.id == coding.code)
            self.do("remove_coding", lambda: edits.remove_coding(coding=coding, code=code))

    @rule(number=NUMBER, memo=WORDS)
    def write_memo(self, number: int, memo: str) -> None:
        if coding := self.own(number):
            self.do("write_memo", lambda: edits.write_memo(coding=coding, memo=memo))

    @rule(number=NUMBER, stance=st.sampled_from(STANCES), unsure=st.booleans())
    def set_stance_or_doubt(self, number: int, stance: Any, unsure: bool) -> None:
        if coding := self.own(number):
            self.do("set_stance", lambda: edits.set_stance(coding=coding, stance=stance))
        if coding := self.own(number):
            self.do("mark_unsure", lambda: edits.mark_unsure(coding=coding, unsure=unsure))

    @rule(number=NUMBER, start=NUMBER, length=st.integers(0, 30))
    def move_ends(self, number: int, start: int, length: int) -> None:
        if coding := self.own(number):
            text, code, existing = self.around(coding)
            self.do(
                "move_ends",
                lambda: edits.move_ends(
                    coding=coding, text=text, start=start, end=start + length, code=code, existing=existing
                ),
            )

    @rule(number=NUMBER, at=st.integers(1, 12))
    def split_and_join(self, number: int, at: int) -> None:
        if coding := self.own(number):
            text, code, _ = self.around(coding)
            self.do(
                "split_coding",
                lambda: edits.split_coding(coding=coding, text=text, at=coding.start + at, code=code),
            )
        if number % 2 and (coding := self.own(number)):
            text, code, existing = self.around(coding)
            for other in existing:
                if other.id != coding.id and other.code == code.id and coding.start < other.start <= coding.end + 1:
                    join = {"coding": coding, "other": other, "text": text, "code": code}
                    self.do("join_codings", lambda join=join: edits.join_codings(**join))  # type: ignore[misc]
                    return

    def around(self, coding: Coding) -> tuple[str, Code, list[Coding]]:
        """The text in which a coding stands, its code, and what else its coder has coded there."""
        article = next(one for one in self.project.articles() if one.id == coding.article)
        code = next(one for one in self.codes if one.id == coding.code)
        existing = self.project.codings(articles=[article.id], coders=[self.me])
        return self.project.text(article.text_sha256), code, existing

    @rule(number=NUMBER)
    def try_to_remove_a_colleagues_coding(self, number: int) -> None:
        theirs = [coding for coding in self.project.codings() if coding.coder != self.me]
        if coding := picked(theirs, number):
            with pytest.raises(Refused, match="colleague's"):
                self.project.do(edits.write_memo(coding=coding, memo=f"{coding.memo} not mine"))

    # scheme

    @rule(name=NAMES, number=NUMBER)
    def add_code(self, name: str, number: int) -> None:
        parent = picked([None, *self.codes], number)
        self.do("add_code", lambda: edits.add_code(
            name=name, codes=self.codes, coder=self.project.coder, parent=parent and parent.id
        ))  # fmt: skip

    @rule(number=NUMBER, name=NAMES)
    def rename_code(self, number: int, name: str) -> None:
        if code := picked(self.codes, number):
            self.do("rename_code", lambda: edits.rename_code(code=code, name=name, codes=self.codes))

    @rule(number=NUMBER, words=WORDS, colour=st.sampled_from(["#112233", "#445566", "green"]))
    def describe_and_recolour(self, number: int, words: str, colour: str) -> None:
        if code := picked(self.codes, number):
            self.do("describe_code", lambda: edits.describe_code(code=code, definition=words, examples=words))
        if code := picked(self.codes, number):
            self.do("recolour_code", lambda: edits.recolour_code(code=code, colour=colour))

    @rule(number=NUMBER, key=st.sampled_from([None, 1, 2, 3]))
    def set_key(self, number: int, key: int | None) -> None:
        if code := picked(self.codes, number):
            self.do("set_key", lambda: edits.set_key(code=code, key=key, codes=self.codes))

    @rule(number=NUMBER, under=NUMBER, position=st.integers(0, 3))
    def move_code(self, number: int, under: int, position: int) -> None:
        parent = picked([None, *self.codes], under)
        if code := picked(self.codes, number):
            self.do("move_code", lambda: edits.move_code(
                code=code, parent=parent and parent.id, position=position, codes=self.codes
            ))  # fmt: skip

    @rule(number=NUMBER, other=NUMBER)
    def merge_codes(self, number: int, other: int) -> None:
        code, into = picked(self.codes, number), picked(self.codes, other)
        if code:
            self.do("merge_codes", lambda: edits.merge_codes(
                code=code, into=into, codes=self.codes, codings=self.project.codings(), memos=self.project.memos("code")
            ))  # fmt: skip

    @precondition(lambda self: len(self.work.tables["code"]) > 4)
    @rule(number=NUMBER)
    def delete_code(self, number: int) -> None:
        code = picked(self.codes, number)
        self.do("delete_code", lambda: edits.delete_code(
            code=code, codes=self.codes, codings=self.project.codings(), memos=self.project.memos("code")
        ))  # fmt: skip

    @rule(family=NAMES, name=NAMES, key=st.sampled_from([None, 1]), words=WORDS)
    def import_scheme(self, family: str, name: str, key: int | None, words: str) -> None:
        rows = [SchemeRow(path=(family, name), key=key, definition=words), SchemeRow(path=(name,))]
        self.do("import_scheme", lambda: edits.import_scheme(
            rows=rows, codes=self.codes, coder=self.project.coder, has_keys=key is not None
        ).change_set)  # fmt: skip

    # articles

    @precondition(lambda self: len(self.work.tables["article"]) < 5)
    @rule(text=st.sampled_from(TEXTS))
    def import_articles(self, text: str) -> None:
        self.do("import_articles", lambda: edits.import_articles(
            articles=[NewArticle(title=text[:9], file="a.txt", text=text)], coder=self.project.coder,
            position=len(self.project.articles()),
        ))  # fmt: skip

    @precondition(lambda self: len(self.work.tables["article"]) > 2)
    @rule(number=NUMBER)
    def remove_article(self, number: int) -> None:
        if article := self.article(number):
            self.do("remove_article", lambda: edits.remove_article(
                article=article, codings=self.project.codings(articles=[article.id]),
                readings=[reading for reading in self.project.readings() if reading.article == article.id],
                memos=self.project.memos("article", article.id),
            ))  # fmt: skip

    @rule(number=NUMBER, author=WORDS)
    def set_metadata(self, number: int, author: str) -> None:
        if article := self.article(number):
            self.do("set_metadata", lambda: edits.set_metadata(article=article, author=author))

    @rule(reopen=st.booleans(), seen=st.booleans())
    def finish_reading(self, reopen: bool, seen: bool) -> None:
        self.do("finish_reading", lambda: edits.finish_reading(
            articles=self.project.articles(), readings=self.project.readings(), coder=self.project.coder, seen=seen,
            reopen=reopen,
        ))  # fmt: skip

    @rule(about=st.sampled_from(["project", "article", "code"]), number=NUMBER, text=WORDS)
    def write_note(self, about: Any, number: int, text: str) -> None:
        things: dict[str, list[Any]] = {"article": self.project.articles(), "code": self.codes, "project": []}
        thing = picked(things[about], number)
        if thing or about == "project":
            subject = thing and thing.id
            mine = [memo for memo in self.project.memos(about) if (memo.coder, memo.subject) == (self.me, subject)]
            self.do("write_note", lambda: edits.write_note(
                about=about, subject=subject, text=text, coder=self.project.coder, existing=picked(mine, 0)
            ))  # fmt: skip

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


def test_whatever_two_coders_do_file_memory_and_views_agree(long_run: bool) -> None:
    Gestures.reached.clear()

    run_state_machine_as_test(
        Gestures,
        settings=settings(
            max_examples=1_000 if long_run else 60, stateful_step_count=80, deadline=None, database=None,
            derandomize=not long_run, suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip

    assert {*edits.__all__, "undo", "undo refused", "redo"} - {"SchemeMerge"} <= Gestures.reached
