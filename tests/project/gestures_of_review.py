"""What two coders can do as reviewers: settle where they differ, judge, answer, open rounds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from hypothesis.stateful import rule
from project.gestures_of_the_library import GesturesOfTheLibrary
from two_coders import picked

from annotator.model import edits
from annotator.model.records import AGREED_ID, new_id
from annotator.reviewing.comparison import ArticleWork
from annotator.reviewing.differences import compare_codings
from annotator.reviewing.worklist import Worklist, worklist

if TYPE_CHECKING:
    from annotator.model.edits.agreed_work import Case, Standing
    from annotator.model.records import Coding

NUMBER = st.integers(0, 40)
DECISIONS = st.sampled_from(["A", "B", "both", "widest", "shared", "neither", "other"])
WORDS = st.sampled_from(["", "the least that reads alone", "\u202ewhy"])


class GesturesOfReview(GesturesOfTheLibrary):
    """Rules on verdicts, answers and rounds."""

    def to_settle(self) -> Worklist:
        project, (a, b) = self.project, self.coders
        work = [
            ArticleWork(one.id, project.text(one.text_sha256), *(
                tuple(project.codings(articles=[one.id], coders=[coder.id])) for coder in (a, b)
            )) for one in project.articles()
        ]  # fmt: skip
        return worklist(
            work, {one.article: compare_codings(one.a, one.b) for one in work}, codes=project.codes(),
            verdicts=project.verdicts(), coders=(a.id, b.id), reviewer=self.me,
        )  # fmt: skip

    def before_me(self) -> tuple[Worklist, list[Case], Standing]:
        found = self.to_settle()
        codes = {code.id for code in self.codes}
        cases = [found.case(one.key) for one in found.ordered() if one.code in codes]
        articles = [article.id for article in self.project.articles()]
        coders = [coder.id for coder in self.project.coders()]
        return found, cases, found.standing(articles, self.project.codings(), coders)

    @rule(number=NUMBER, decision=DECISIONS, which=NUMBER, reopen=st.integers(0, 3))
    def settle(self, number: int, decision: Any, which: int, reopen: int) -> None:
        """Decide on a difference, and then take back some decisions, this one or others."""
        _, cases, standing = self.before_me()
        me = self.project.coder
        if case := picked(cases, number):
            self.do("decide", lambda: edits.decide(
                case=case, standing=standing, decision=decision, reviewer=me,
                other_code=picked(self.codes, which) if decision == "other" else None,
            ))  # fmt: skip
        if reopen:
            _, cases, standing = self.before_me()
            decided = [case for case in cases if case.verdict and case.verdict.decision]
            self.do("reopen", lambda: edits.reopen(cases=decided[:reopen], standing=standing))

    @rule(number=NUMBER, decision=DECISIONS, reason=WORDS)
    def settle_many(self, number: int, decision: Any, reason: str) -> None:
        me = self.project.coder
        for which in (number, number + 1):
            self.code_as_a_colleague(which)
        found, _, standing = self.before_me()
        self.do("adopt_matches", lambda: edits.adopt_matches(
            cases=found.adoptable(), standing=standing, reviewer=me
        ))  # fmt: skip
        _, cases, standing = self.before_me()
        kind = cases[number % len(cases)].kind if cases else ""
        same = [case for case in cases if case.kind == kind]
        self.do("settle_alike", lambda: edits.settle_alike(
            cases=same[:3], standing=standing, decision=decision, reviewer=me
        ))  # fmt: skip
        _, cases, standing = self.before_me()
        self.do("settle_boundaries", lambda: edits.settle_boundaries(
            cases=cases, standing=standing, rule="A" if decision in ("both", "other") else decision, reviewer=me,
            reason=reason,
        ))  # fmt: skip

    def code_as_a_colleague(self, number: int) -> None:
        """Code the passage that a colleague has coded, or its first character, so that something matches or nearly."""
        if theirs := picked(self.theirs(), number):
            end = theirs.start + 1 if number % 2 else theirs.end
            mine = replace(theirs, id=new_id(), coder=self.me, end=end, quote=theirs.quote[: end - theirs.start])
            self.do("code_passages", lambda: edits.code_passages(codings=[mine], label="Code as a colleague"))

    def theirs(self) -> list[Coding]:
        return [one for one in self.project.codings() if one.coder not in (self.me, AGREED_ID)]

    @rule(number=NUMBER, text=WORDS, decision=st.sampled_from(["", "agree", "disagree"]))
    def remark(self, number: int, text: str, decision: Any) -> None:
        """Say something: to a difference, a coding, a verdict."""
        me = self.project.coder
        if case := picked(self.before_me()[1], number):
            self.do("discuss", lambda: edits.discuss(case=case, reviewer=me))
        if case := picked(self.before_me()[1], number):
            self.do("write_reason", lambda: edits.write_reason(case=case, reviewer=me, reason=text))
        if coding := picked(self.theirs(), number):
            mine = [one for one in self.project.verdicts() if (one.coder, one.a) == (self.me, coding.id)]
            code = next(code for code in self.codes if code.id == coding.code)
            self.do("judge_coding", lambda: edits.judge_coding(
                coding=coding, code=code, reviewer=me, decision=decision, reason=text,
                verdict=next((one for one in mine if one.kind == "coding"), None),
            ))  # fmt: skip
        if verdict := picked(self.project.verdicts(), number):
            said = [one for one in self.project.answers() if (one.verdict, one.coder) == (verdict.id, self.me)]
            self.do("answer_verdict", lambda: edits.answer_verdict(
                verdict=verdict, text=text, coder=me, existing=picked(said, 0)
            ))  # fmt: skip

    @rule(number=NUMBER, name=st.sampled_from(["Pilot", "Main", " "]))
    def rounds(self, number: int, name: str) -> None:
        project = self.project
        self.do("open_round", lambda: edits.open_round(
            name=name, coders=self.coders, rounds=project.rounds(), coder=project.coder, articles=project.articles()[:1]
        ))  # fmt: skip
        if coding_round := picked(project.rounds(), number):
            self.do("freeze_round", lambda: edits.freeze_round(coding_round=coding_round, figures='{"pooled":null}'))
