"""Two coders in two windows do anything in any order, take it back and do it again: file, memory and views agree."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test
from project.gestures_of_review import GesturesOfReview
from two_coders import picked

from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.model.edits.codings import new_coding
from annotator.model.errors import Refused
from annotator.model.records import STANCES
from annotator.model.scheme_rows import SchemeRow

if TYPE_CHECKING:
    from annotator.model.records import Article, Code, Coding

NAMES = st.sampled_from(["Law", "Plan", "Delegation", "Pooled budgets", "Local choice", "Équité"])
WORDS = st.sampled_from(["", "why", "“the board”\n👩‍⚕️", "\u202ereversed", "no\u00a0break"])
TEXTS = ("Plans are agreed. Others wait. 👩‍⚕️ waits too.", "Le cafe\u0301 décide.\nOui.", "One. Two. Three. Four. Five.")
NUMBER = st.integers(0, 40)


class Gestures(GesturesOfReview):
    """What the analysts can do. Each rule reads the file afresh, as a view does before it offers a verb."""

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
        if number % 2:
            self.join_codings()

    def join_codings(self) -> None:
        own = self.project.codings(coders=[self.me])
        for one, other in product(own, own):
            alike = (one.article, one.code) == (other.article, other.code) and one.id != other.id
            if alike and one.start <= other.start <= one.end + 1:
                text, code, _ = self.around(one)
                self.do("join_codings", lambda: edits.join_codings(coding=one, other=other, text=text, code=code))  # noqa: B023
                return

    def around(self, coding: Coding) -> tuple[str, Code, list[Coding]]:
        """The text in which a coding stands, its code, and what else its coder has coded there."""
        article = next(one for one in self.project.articles() if one.id == coding.article)
        code = next(one for one in self.codes if one.id == coding.code)
        existing = self.project.codings(articles=[article.id], coders=[self.me])
        return self.project.text(article.text_sha256), code, existing

    @rule(number=NUMBER)
    def try_to_remove_a_colleagues_coding(self, number: int) -> None:
        if coding := picked(self.theirs(), number):
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

    @rule(number=NUMBER, words=WORDS, key=st.sampled_from([None, 1, 2]), colour=st.sampled_from(["#112233", "#778899"]))
    def revise_code(self, number: int, words: str, key: int | None, colour: str) -> None:
        if code := picked(self.codes, number):
            revised = replace(code, definition=words, key=key, colour=colour)
            self.do("revise_code", lambda: edits.revise_code(before=code, after=revised, codes=self.codes))

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
                code=code, into=into, codes=self.codes, codings=self.project.codings(),
                memos=self.project.memos("code"), declined=self.project.declined(),
            ))  # fmt: skip

    @rule(number=NUMBER, name=NAMES, some=st.integers(1, 3))
    def split_code(self, number: int, name: str, some: int) -> None:
        if code := picked(self.codes, number):
            self.do(
                "split_code",
                lambda: edits.split_code(
                    code=code,
                    name=name,
                    codes=self.codes,
                    codings=self.project.codings(codes=[code.id])[::some],
                    coder=self.project.coder,
                ),
            )

    @precondition(lambda self: len(self.work.tables["code"]) > 4)
    @rule(number=NUMBER)
    def delete_code(self, number: int) -> None:
        code = picked(self.codes, number)
        self.do("delete_code", lambda: edits.delete_code(
            code=code, codes=self.codes, codings=self.project.codings(), memos=self.project.memos("code"),
            declined=self.project.declined(),
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
                memos=self.project.memos("article", article.id), found_in_text=self.found_in_text(article.id),
                facts=[*self.project.memberships(article.id), *self.project.field_values(article.id),
                       *self.project.people(article.id)],
                review=[*self.project.verdicts(article.id), *self.project.answers(article.id)],
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

    @rule(number=NUMBER, paragraph=st.sampled_from(["One.", "Another."]), nothing=st.booleans())
    def mark_nothing_to_code(self, number: int, paragraph: str, nothing: bool) -> None:
        if article := self.article(number):
            self.do("mark_nothing_to_code", lambda: edits.mark_nothing_to_code(
                article=article, paragraph=paragraph, readings=self.project.readings(), coder=self.project.coder,
                nothing=nothing,
            ))  # fmt: skip

    @rule(number=NUMBER)
    def look_at_others(self, number: int) -> None:
        if article := self.article(number):
            self.do("look_at_others", lambda: edits.look_at_others(
                article=article, readings=self.project.readings(), coder=self.project.coder
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


def test_whatever_two_coders_do_file_memory_and_views_agree(long_run: bool) -> None:
    Gestures.reached.clear()

    run_state_machine_as_test(
        Gestures,
        settings=settings(
            max_examples=1_000 if long_run else 60, stateful_step_count=80, deadline=None, database=None,
            derandomize=not long_run, suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip

    assert {*edits.__all__, "undo", "undo refused", "redo"} - {"SchemeMerge", "Description"} <= Gestures.reached
