"""What became of a coder's codings in review: kept, moved, recoded, dropped, missed; with reasons and answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.model.records import AGREED_ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.records import Answer, Coding, Verdict

Outcome = Literal[
    "kept", "moved", "recoded", "dropped", "missed", "both ways", "agreed with", "questioned", "commented", "open"
]
OUTCOMES: dict[Outcome, str] = {
    "kept": "Kept as it was",
    "moved": "Other ends",
    "recoded": "Another code",
    "dropped": "Not coded in the end",
    "missed": "Added: you had not coded it",
    "both ways": "Partly kept",
    "agreed with": "The reviewer agrees",
    "questioned": "The reviewer disagrees",
    "commented": "The reviewer comments",
    "open": "Not decided yet",
}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One verdict as the coder it is about sees it. `own` are her codings that are still there."""

    verdict: Verdict
    outcome: Outcome
    own: tuple[Coding, ...]
    agreed: tuple[Coding, ...]
    answers: tuple[Answer, ...]

    @property
    def code(self) -> str:
        """The id of the code under which it is listed: her own, else the agreed one, else where it was filed."""
        found = self.own or self.agreed
        return found[0].code if found else self.verdict.code


def reviewed_codings(
    coder: str, verdicts: Iterable[Verdict], codings: Iterable[Coding], answers: Iterable[Answer] = ()
) -> list[Reviewed]:
    """Return what was decided about a coder's work, in the order of the verdicts.

    `codings` are hers and those of *Agreed*. What is still open is left out, except where somebody answered, and a
    comment on one coding, which needs no decision.
    """
    known = list(codings)
    own = {one.id: one for one in known if one.coder == coder}
    agreed: defaultdict[str, list[Coding]] = defaultdict(list)
    for one in known:
        if one.coder == AGREED_ID and one.verdict:
            agreed[one.verdict].append(one)
    thread: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        thread[answer.verdict].append(answer)
    found = []
    for verdict in verdicts:
        if coder in (verdict.a_coder, verdict.b_coder) and (_says_something(verdict) or thread[verdict.id]):
            mine = tuple(own[row] for row in _side(verdict, coder) if row in own)
            settled = tuple(agreed[verdict.id])
            outcome = _outcome(verdict, mine, settled, had_any=bool(_side(verdict, coder)))
            found.append(Reviewed(verdict, outcome, mine, settled, tuple(thread[verdict.id])))
    return found


def by_code(found: Iterable[Reviewed], order: Sequence[str]) -> dict[str, list[Reviewed]]:
    """Return code id -> what was decided about it, in the order of the scheme."""
    groups: defaultdict[str, list[Reviewed]] = defaultdict(list)
    for one in found:
        groups[one.code].append(one)
    place = {code: number for number, code in enumerate(order)}
    return dict(sorted(groups.items(), key=lambda pair: place.get(pair[0], len(place))))


def _says_something(verdict: Verdict) -> bool:
    return bool(verdict.decision or (verdict.kind == "coding" and verdict.reason))


def _side(verdict: Verdict, coder: str) -> tuple[str, ...]:
    told = verdict.a if coder == verdict.a_coder else verdict.b
    return tuple(told.split("\n")) if told else ()


def _outcome(verdict: Verdict, own: Sequence[Coding], agreed: Sequence[Coding], *, had_any: bool) -> Outcome:
    if verdict.kind == "coding":
        said: dict[str, Outcome] = {"agree": "agreed with", "disagree": "questioned"}
        return said.get(verdict.decision, "commented")
    if not verdict.decision:
        return "open"
    if not had_any:
        return "missed" if agreed else "kept"
    if not agreed:
        return "dropped"
    places = {_place(one) for one in agreed}
    kept = sum(_place(one) in places for one in own)
    if kept:
        return "kept" if kept == len(own) else "both ways"
    return "moved" if {one.code for one in own} & {one.code for one in agreed} else "recoded"


def _place(coding: Coding) -> tuple[str, int, int]:
    return coding.code, coding.start, coding.end
