"""What is done in a review beside settling: one coding judged, a verdict answered, a round of coding opened, frozen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from annotator.model.changes import Change, ChangeSet
from annotator.model.errors import Refused
from annotator.model.records import AGREED_ID, new_id, now
from annotator.model.review_records import Answer, Round, Verdict
from annotator.model.settled import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.records import Article, Code, Coder, Coding


def judge_coding(
    *,
    coding: Coding,
    code: Code,
    reviewer: Coder,
    decision: Literal["", "agree", "disagree"] = "",
    reason: str | None = None,
    verdict: Verdict | None = None,
) -> ChangeSet:
    """Agree or disagree with one coding of a colleague's, or only comment on it. Nothing is agreed by it.

    `verdict` is one's own on this coding..
    Raises Refused for one's own coding and for what was agreed.
    """
    if coding.coder in (reviewer.id, AGREED_ID):
        whose = "your own" if coding.coder == reviewer.id else "agreed already"
        message = f"That coding is {whose}, so nothing was said about it. Choose a colleague's coding."
        raise Refused(message)
    before = verdict if verdict is not None and verdict.coder == reviewer.id else None
    after = replace(
        before or _on_coding(coding, reviewer), code=coding.code, start=coding.start, end=coding.end,
        judged=fingerprint((coding,)), decision=decision,
    )  # fmt: skip
    after = after if reason is None else replace(after, reason=reason)
    said = {"agree": "Agree", "disagree": "Disagree"}.get(decision, "Comment")
    label = f"{said}: {code.title}"
    if before is None and not decision and not after.reason:
        return ChangeSet(label, ())
    return ChangeSet(label, _change(before, after))


def _on_coding(coding: Coding, reviewer: Coder) -> Verdict:
    made = now()
    return Verdict(
        id=new_id(), article=coding.article, kind="coding", code=coding.code, start=coding.start, end=coding.end,
        a_coder=coding.coder, a=coding.id, judged="", coder=reviewer.id, created=made, modified=made,
    )  # fmt: skip


def answer_verdict(*, verdict: Verdict, text: str, coder: Coder, existing: Answer | None = None) -> ChangeSet:
    """Say something to a verdict, or put one's own answer otherwise; an empty one is removed."""
    if existing is None:
        if not text.strip():
            return ChangeSet("Answer", ())
        made = now()
        answer = Answer(id=new_id(), verdict=verdict.id, coder=coder.id, text=text, created=made, modified=made)
        return ChangeSet("Answer", (Change(None, answer),))
    if not text.strip():
        return ChangeSet("Remove answer", (Change(existing, None),))
    return ChangeSet("Change answer", _change(existing, replace(existing, text=text)))


def open_round(
    *,
    name: str,
    coders: Sequence[Coder],
    rounds: Iterable[Round],
    coder: Coder,
    articles: Sequence[Article] = (),
) -> ChangeSet:
    """Open a round of independent coding; without articles it is of all.

    Raises Refused without a name, when there is a round of that name, and with fewer than two coders.
    """
    name, known = name.strip(), list(rounds)
    if not name or any(one.name.casefold() == name.casefold() for one in known):
        why = "A round needs a name" if not name else f"There is a round “{name}” already"
        raise Refused(f"{why}, so none was opened. Give it one of its own.")
    people = [one.id for one in coders if one.kind != "agreed"]
    if len(people) < 2:
        message = "A round is for two coders or more, so none was opened. Choose who codes in it."
        raise Refused(message)
    made = Round(
        id=new_id(), name=name, position=max((one.position for one in known), default=-1) + 1,
        coders="\n".join(people), articles="\n".join(one.id for one in articles), coder=coder.id, created=now(),
    )  # fmt: skip
    return ChangeSet(f"Open round: {name}", (Change(None, made),))


def freeze_round(*, coding_round: Round, figures: str) -> ChangeSet:
    """Keep a round's agreement as it is now, before anybody talks. `figures`: canonical JSON. Frozen once only."""
    label = f"Freeze agreement: {coding_round.name}"
    if coding_round.frozen:
        return ChangeSet(label, ())
    return ChangeSet(label, (Change(coding_round, replace(coding_round, frozen=figures, frozen_at=now())),))


def _change(before: Verdict | Answer | None, after: Verdict | Answer) -> tuple[Change, ...]:
    if before == after:
        return ()
    return (Change(before, after if before is None else replace(after, modified=now())),)
