"""What is told of a review that has come in: whose decisions on one's codings, or whose answers to one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.model.records import Answer, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Coder


def decided_by_others(change_set: ChangeSet, coder: str) -> list[Verdict]:
    """Return others' verdicts on a coder's work that say something new."""
    found = []
    for change in change_set.changes:
        after, before = change.after, change.before
        if not isinstance(after, Verdict) or after.coder == coder or coder not in (after.a_coder, after.b_coder):
            continue
        said = (before.decision, before.reason) if isinstance(before, Verdict) else ("", "")
        if (after.decision or after.kind == "coding") and (after.decision, after.reason) != said:
            found.append(after)
    return found


def answered_by_others(change_set: ChangeSet, coder: str) -> list[Answer]:
    """Return others' answers that have come, or say something else now."""
    return [
        change.after for change in change_set.changes
        if isinstance(change.after, Answer) and change.after.coder != coder and change.after != change.before
    ]  # fmt: skip


def news_of(verdicts: Iterable[Verdict], coders: Mapping[str, Coder]) -> str:
    """Return one sentence, such as "Ann settled 12 differences of yours and looked at 2 codings of yours"."""
    known = list(verdicts)
    judged, alike = (sum(one.kind == kind for one in known) for kind in ("coding", "match"))
    settled = len(known) - judged - alike
    parts = (
        (settled, f"settled {counted(settled, 'difference')} of yours"),
        (alike, f"agreed on {counted(alike, 'passage')} that you coded alike"),
        (judged, f"looked at {counted(judged, 'coding')} of yours"),
    )
    said = [words for number, words in parts if number]
    names = _names((one.coder for one in known), coders)
    return f"{names} {_listing(said)}." if known else ""


def answers_told(answers: Iterable[Answer], coders: Mapping[str, Coder]) -> str:
    """Return one sentence, such as "Ben answered to 2 decisions that you took part in"."""
    known = list(answers)
    if not known:
        return ""
    decisions = counted(len({one.verdict for one in known}), "decision")
    return f"{_names((one.coder for one in known), coders)} answered to {decisions} that you took part in."


def _names(ids: Iterable[str], coders: Mapping[str, Coder]) -> str:
    names = sorted({coders[one].name for one in ids if one in coders})
    return _listing(names) or "A colleague"


def _listing(parts: Sequence[str]) -> str:
    """Return `one, two and three`."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
