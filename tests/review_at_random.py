"""What is done at random to copies in review: rounds, verdicts, answers, what is agreed, casts, own fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from annotator.jobs.receiving import plan_receiving, write_received
from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.agreed_work import agreed_coder
from annotator.model.edits.judging import answer_verdict, freeze_round, judge_coding, open_round
from annotator.model.records import AGREED_ID, Coding, Verdict, new_id, now
from annotator.reviewing.choices import BRING_BACK, LEAVE_OUT, OURS, THEIRS, Choices

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBER = st.integers(0, 20)


def picked(records: Sequence[Any], number: int) -> Any:
    return records[number % len(records)] if records else None


class GesturesOfReview(RuleBasedStateMachine):
    """Rules for a machine that has desks."""

    def desk(self, who: int) -> Any:
        raise NotImplementedError

    @rule(who=NUMBER, name=st.sampled_from(["Pilot", "Main"]), freeze=st.booleans())
    def hold_a_round(self, who: int, name: str, freeze: bool) -> None:
        desk = self.desk(who)
        rounds = desk.project.rounds()
        people = [one for one in desk.project.coders() if one.kind == "person"]
        desk.do(lambda: open_round(name=name, coders=people, rounds=rounds, coder=desk.coder))
        opened = picked(desk.project.rounds(), 0)
        if freeze and opened:
            desk.do(lambda: freeze_round(coding_round=opened, figures=f'{{"by": "{desk.coder.name}"}}'))

    @rule(
        who=NUMBER, number=NUMBER, decision=st.sampled_from(["", "agree", "disagree"]), reason=st.booleans(),
        text=st.sampled_from(["", "Yes", "No: see the definition"]),
    )  # fmt: skip
    def judge(self, who: int, number: int, decision: Any, reason: bool, text: str) -> None:
        """Judge a colleague's coding, and answer some verdict that is there."""
        desk = self.desk(who)
        coding = picked(desk.project.codings(), number)
        if coding is not None:
            code = next(one for one in desk.codes if one.id == coding.code)
            mine = [one for one in desk.project.verdicts() if one.coder == desk.coder.id and one.a == coding.id]
            desk.do(lambda: judge_coding(
                coding=coding, code=code, reviewer=desk.coder, decision=decision, reason="since" if reason else None,
                verdict=picked(mine, 0),
            ))  # fmt: skip
            self.answer(who, number, text)

    def answer(self, who: int, number: int, text: str) -> None:
        desk = self.desk(who)
        verdict = picked(desk.project.verdicts(), number)
        if verdict is not None:
            mine = [one for one in desk.project.answers() if (one.verdict, one.coder) == (verdict.id, desk.coder.id)]
            desk.do(lambda: answer_verdict(verdict=verdict, text=text, coder=desk.coder, existing=picked(mine, 0)))

    @rule(who=NUMBER, number=NUMBER, take_back=st.booleans())
    def agree(self, who: int, number: int, take_back: bool) -> None:
        """Adopt a passage as agreed, as a full match is, or take out what was agreed."""
        desk = self.desk(who)
        everything = desk.project.codings()
        there = [one for one in everything if one.coder == AGREED_ID]
        coding = picked(there if take_back else [one for one in everything if one.coder != AGREED_ID], number)
        if take_back and coding is not None:
            desk.do(lambda: ChangeSet("Take back", (Change(coding, None),)))
        elif coding is not None and all(_place(one) != _place(coding) for one in there):
            desk.do(lambda: _adopt(coding, desk, decided=bool(number % 2)))

    @rule(who=NUMBER, answers=st.lists(NUMBER, min_size=1, max_size=4))
    def receive_as_decided(self, who: int, answers: list[int]) -> None:
        """Receive a colleague's copy and decide what there is to decide; received so again it changes nothing."""
        desk, file = self.desk(who), self.desk(who + 1).project.path
        choices = Choices()
        for number, question in enumerate(plan_receiving(desk.project, file).questions):
            here = [one.id for one in desk.project.codes()]
            all_answers = [BRING_BACK, LEAVE_OUT, *here] if question.kind == "code gone" else [OURS, THEIRS]
            choices = choices.with_answer(question, picked(all_answers, answers[number % len(answers)]))
        write_received(desk.project, plan_receiving(desk.project, file, choices))
        again = plan_receiving(desk.project, file, choices).change_set
        assert (again.changes, again.revisions) == ((), ())

    @rule(who=NUMBER, number=NUMBER, name=st.sampled_from(["Ada Quill", "Ben Rowe"]), value=st.booleans())
    def know_more(self, who: int, number: int, name: str, value: bool) -> None:
        desk = self.desk(who)
        article = picked(desk.project.articles(), number)
        if article is None:
            return
        desk.do(lambda: edits.add_person(
            article=article, name=name, people=desk.project.people(article.id), coder=desk.coder
        ))  # fmt: skip
        desk.do(lambda: edits.add_field(name="Region", kind="text", fields=desk.project.fields(), coder=desk.coder))
        field = picked(desk.project.fields(), 0)
        if field is not None:
            desk.do(lambda: edits.set_value(
                articles=[article], field=field, value=name if value else "", values=desk.project.field_values()
            ))  # fmt: skip


def _place(one: Coding) -> tuple[str, str, int, int]:
    return one.article, one.code, one.start, one.end


def _adopt(coding: Coding, desk: Any, *, decided: bool) -> ChangeSet:
    """Agree on a passage as it was coded: as a full match, or by a verdict."""
    made, known = now(), any(one.id == AGREED_ID for one in desk.project.coders())
    verdict = Verdict(
        id=new_id(), article=coding.article, kind="missing in B", code=coding.code, start=coding.start, end=coding.end,
        a_coder=coding.coder, a=coding.id, judged="as it is", decision="A", coder=desk.coder.id, created=made,
        modified=made,
    )  # fmt: skip
    agreed = Coding(
        id=new_id(), article=coding.article, code=coding.code, coder=AGREED_ID, start=coding.start, end=coding.end,
        quote=coding.quote, before=coding.before, after=coding.after, place=coding.place,
        verdict=verdict.id if decided else None, adopted_from=coding.id, created=made, modified=made,
    )  # fmt: skip
    new = (*(() if known else (agreed_coder(),)), *((verdict,) if decided else ()), agreed)
    return ChangeSet("Adopt", tuple(Change(None, one) for one in new))
