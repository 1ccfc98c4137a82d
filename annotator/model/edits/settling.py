"""What is done about differences between two coders: decided, reopened, put on the agenda, given a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.counting import counted
from annotator.model.edits.agreed_work import AgreedWork, Case, Standing, agreed_coder
from annotator.model.errors import Refused
from annotator.model.passages import checked_passage
from annotator.model.records import AGREED_ID, new_id, now
from annotator.model.review_records import Verdict
from annotator.model.settled import Judgement, fingerprint, hull, meaningful

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.passages import Span
    from annotator.model.records import Code, Coder
    from annotator.model.review_records import Decision

AGREED_ALREADY = "This is compared with what was agreed already, so nothing was settled. Compare two coders' own work."
DECIDED: dict[Decision, str] = {
    "A": "A's", "B": "B's", "both": "both", "widest": "widest passage", "shared": "shared part", "neither": "neither",
    "other": "another passage",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Ruling:
    """What a reviewer said; without a `reason` the one there is stays."""

    decision: Decision
    other_code: Code | None = None
    passage: Span | None = None
    reason: str | None = None
    by_both: bool = False

    @property
    def named(self) -> str:
        """How a step's label names it."""
        return self.other_code.title if self.other_code is not None else DECIDED.get(self.decision, self.decision)


def decide(
    *,
    case: Case,
    standing: Standing,
    decision: Decision,
    reviewer: Coder,
    other_code: Code | None = None,
    passage: Span | None = None,
    reason: str | None = None,
    by_both: bool = False,
) -> ChangeSet:
    """Settle a difference: write the reviewer's verdict, and what follows from it into the work of *Agreed*.

    `other` needs another code, a passage chosen by hand, or both. Without a `reason` the one there is stays.
    Raises Refused for a decision that says nothing about this kind of difference.
    """
    work, ruling = AgreedWork(standing), _Ruling(decision, other_code, passage, reason, by_both)
    _settle(work, case, ruling, reviewer)
    return ChangeSet(f"Settle: {case.code.title}, {ruling.named}", work.changes(agreed_coder()))


def settle_alike(
    *,
    cases: Sequence[Case],
    standing: Standing,
    decision: Decision,
    reviewer: Coder,
    other_code: Code | None = None,
    reason: str | None = None,
    by_both: bool = False,
) -> ChangeSet:
    """Settle differences that are nearly the same by one decision.

    Raises Refused as `decide` does.
    """
    work, ruling = AgreedWork(standing), _Ruling(decision, other_code, None, reason, by_both)
    for case in cases:
        _settle(work, case, ruling, reviewer)
    title = f"{cases[0].code.title}, " if cases else ""
    return ChangeSet(f"Settle {len(cases):,} alike: {title}{ruling.named}", work.changes(agreed_coder()))


def settle_boundaries(
    *, cases: Sequence[Case], standing: Standing, rule: Decision, reviewer: Coder, reason: str | None = None
) -> ChangeSet:
    """Settle by one rule (A, B, widest, shared) what differs in the ends only; other cases are left out."""
    work, ruling = AgreedWork(standing), _Ruling(rule, reason=reason)
    chosen = [case for case in cases if case.kind in ("boundary", "split")]
    for case in chosen:
        _settle(work, case, ruling, reviewer)
    label = f"Settle {counted(len(chosen), 'boundary', 'boundaries')}: {ruling.named}"
    return ChangeSet(label, work.changes(agreed_coder()))


def adopt_matches(*, cases: Sequence[Case], standing: Standing, reviewer: Coder, rule: Decision = "A") -> ChangeSet:
    """Take over into the work of *Agreed* what both coded alike. `rule` says whose ends where they differ a little."""
    work = AgreedWork(standing)
    chosen = [case for case in cases if case.kind == "match"]
    for case in chosen:
        _settle(work, case, _Ruling(rule if rule in meaningful("match", case.a, case.b) else "A"), reviewer)
    return ChangeSet(f"Adopt {counted(len(chosen), 'match', 'matches')}", work.changes(agreed_coder()))


def reopen(*, cases: Sequence[Case], standing: Standing) -> ChangeSet:
    """Take one's own decisions back to open. Reasons stay; what was agreed by them only goes."""
    work = AgreedWork(standing)
    decided = [(case, case.verdict) for case in cases if case.verdict is not None and case.verdict.decision]
    for case, verdict in decided:
        after = replace(verdict, decision="", by_both=False, modified=now())
        work.settle(Judgement(after, case.a, case.b), verdict, case.text)
    named = decided[0][0].code.title if len(decided) == 1 else counted(len(decided), "difference")
    return ChangeSet(f"Reopen: {named}", work.changes(agreed_coder()))


def discuss(*, case: Case, reviewer: Coder, wanted: bool | None = None) -> ChangeSet:
    """Put a difference on the agenda, or take it off; without `wanted` whichever it is not.

    Raises Refused when all that differed is gone.
    """
    before = _own(case, reviewer)
    wanted = wanted if wanted is not None else not (before and before.discuss)
    label = f"{'Discuss' if wanted else 'Do not discuss'}: {case.code.title}"
    return _noted(label, before, replace(before or _fresh(case, reviewer), discuss=wanted))


def write_reason(*, case: Case, reviewer: Coder, reason: str) -> ChangeSet:
    """Write why a difference was decided so, or what is to be thought of; an empty one removes it.

    Raises Refused when all that differed is gone.
    """
    before = _own(case, reviewer)
    if before is None and not reason:
        return ChangeSet("Remove reason", ())
    label = "Write reason" if reason else "Remove reason"
    return _noted(f"{label}: {case.code.title}", before, replace(before or _fresh(case, reviewer), reason=reason))


def _noted(label: str, before: Verdict | None, after: Verdict) -> ChangeSet:
    if after == before:
        return ChangeSet(label, ())
    undecided = before is not None and not before.decision  # a word on a decision makes it no newer than others
    return ChangeSet(label, (Change(before, replace(after, modified=now()) if undecided else after),))


def _settle(work: AgreedWork, case: Case, ruling: _Ruling, reviewer: Coder) -> None:
    before, fresh = _own(case, reviewer), _fresh(case, reviewer)
    _check(case, ruling)
    code, (start, end) = fresh.code, (fresh.start, fresh.end)
    if ruling.decision == "other":
        code, (start, end) = ruling.other_code.id if ruling.other_code else code, _chosen(case, ruling.passage)
    reason = (before.reason if before else "") if ruling.reason is None else ruling.reason
    after = replace(
        fresh if before is None else before, kind=case.kind, code=code, start=start, end=end, a=fresh.a, b=fresh.b,
        a_coder=fresh.a_coder, b_coder=fresh.b_coder, judged=fresh.judged, decision=ruling.decision, discuss=False,
        by_both=ruling.by_both, reason=reason, round=case.round or (before.round if before else None),
    )  # fmt: skip
    if after != before or work.is_overruled(after.id):
        after = replace(after, modified=now())
    work.settle(Judgement(after, case.a, case.b), before, case.text)


def _chosen(case: Case, passage: Span | None) -> Span:
    return hull(case.a or case.b) if passage is None else checked_passage(case.text, *passage)


def _check(case: Case, ruling: _Ruling) -> None:
    decision, other_code = ruling.decision, ruling.other_code
    if AGREED_ID in (case.a_coder, case.b_coder):
        raise Refused(AGREED_ALREADY)
    if decision not in meaningful(case.kind, case.a, case.b):
        message = f"“{DECIDED.get(decision, decision)}” says nothing here ({case.kind}), so nothing was settled."
        raise Refused(f"{message} Take one of the decisions that are not greyed.")
    if decision == "other" and other_code is None and ruling.passage is None:
        message = "Neither another code nor another passage was named, so nothing was settled. Choose one of them."
        raise Refused(message)
    if other_code is not None and not other_code.codable:
        message = f"{other_code.title} only groups other codes, so nothing was settled. Choose one of the codes below."
        raise Refused(message)


def _own(case: Case, reviewer: Coder) -> Verdict | None:
    return case.verdict if case.verdict is not None and case.verdict.coder == reviewer.id else None


def _fresh(case: Case, reviewer: Coder) -> Verdict:
    """Return a verdict of the reviewer's on the case that decides nothing yet."""
    if not case.a and not case.b:
        message = "What differed here is gone, so nothing was written. Whoever decided on it can reopen the decision."
        raise Refused(message)
    start, end = hull((*case.a, *case.b))
    made = now()
    return Verdict(
        id=new_id(), article=case.article, kind=case.kind, code=case.code.id, start=start, end=end,
        a_coder=case.a_coder, b_coder=case.b_coder, a="\n".join(one.id for one in case.a),
        b="\n".join(one.id for one in case.b), judged=fingerprint((*case.a, *case.b)), round=case.round,
        coder=reviewer.id, created=made, modified=made,
    )  # fmt: skip
