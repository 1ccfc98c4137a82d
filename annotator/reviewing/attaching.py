"""Which verdicts are on which differences: found by the codings they were passed on, and marked where those changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.settled import fingerprint
from annotator.reviewing.listed import Listed, Place, State, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.model.records import Coding
    from annotator.model.review_records import Decision, Verdict, VerdictKind

_TURNED_KIND: dict[VerdictKind, VerdictKind] = {"missing in A": "missing in B", "missing in B": "missing in A"}
_TURNED_DECISION: dict[Decision, Decision] = {"A": "B", "B": "A"}


def seen_from(verdict: Verdict, a_coder: str) -> Verdict:
    """Return a verdict as it reads with this coder as A: what was passed on B and A is turned round."""
    if verdict.a_coder == a_coder or verdict.b_coder is None:
        return verdict
    return replace(
        verdict, kind=_TURNED_KIND.get(verdict.kind, verdict.kind), a_coder=verdict.b_coder, b_coder=verdict.a_coder,
        decision=_TURNED_DECISION.get(verdict.decision, verdict.decision), a=verdict.b, b=verdict.a,
    )  # fmt: skip


class Attaching:
    """The verdicts on a list of places, and those that have lost theirs.

    `codings` are both coders' by id, `matched` tells of each coding that matches with which others it does.
    """

    def __init__(
        self,
        places: Sequence[Place],
        verdicts: Iterable[Verdict],
        codings: Mapping[str, Coding],
        matched: Mapping[str, frozenset[str]],
    ) -> None:
        self._places, self._codings, self._matched = places, codings, matched
        self._verdicts = list(verdicts)
        self._unchanged = {one.id: self._is_unchanged(one) for one in self._verdicts}
        by_coding: defaultdict[str, list[Verdict]] = defaultdict(list)
        for one in self._verdicts:
            for row in one.coding_ids:
                by_coding[row].append(one)
        self._on = [_found(place, by_coding) for place in places]
        self._home = self._homes()

    def listed(self, reviewer: str, a_coder: str) -> list[Listed]:
        """Return a line for each place, then one for each decision that has lost its place."""
        lines = [self._line(at, reviewer, a_coder) for at in range(len(self._places))]
        attached = {one.id for found in self._on for one in found}
        left = [self._left(one, reviewer, a_coder) for one in self._verdicts if one.id not in attached]
        return [*lines, *(one for one in left if one is not None)]

    def _homes(self) -> dict[str, int]:
        """Return verdict id -> the one place on which it is written again: the one it has most codings of."""
        best: dict[str, tuple[bool, int, int]] = {}
        for at, found in enumerate(self._on):
            ids = self._places[at].ids
            for one in found:
                judged = frozenset(one.coding_ids)
                best[one.id] = max(best.get(one.id, (False, 0, 0)), (ids == judged, len(ids & judged), -at))
        return {row: -at for row, (_, _, at) in best.items()}

    def _line(self, at: int, reviewer: str, a_coder: str) -> Listed:
        place, found = self._places[at], self._on[at]
        there = [one for one in found if one.coder != reviewer or self._home[one.id] == at]
        mine = sorted((one for one in there if one.coder == reviewer), key=lambda one: bool(one.decision))
        own = mine[-1] if mine else None  # the newest that decides
        counts = _counting(found, own)
        return Listed(
            key_of(place), place, own, tuple(seen_from(one, a_coder) for one in there if one is not own),
            seen_from(counts, a_coder) if counts else None, self._state(place, counts, found),
        )  # fmt: skip

    def _state(self, place: Place, counts: Verdict | None, found: Iterable[Verdict]) -> State:
        if counts is not None and counts.decision:
            holds = self._unchanged[counts.id] and place.ids <= set(counts.coding_ids)
            return "decided" if holds else "stale"
        return "discuss" if any(one.discuss for one in found) else "open"

    def _left(self, verdict: Verdict, reviewer: str, a_coder: str) -> Listed | None:
        """Return the line of a verdict on no difference; none where it still says all about codings that now match."""
        if self._unchanged[verdict.id] and self._matching_as_judged(verdict):
            return None
        if not verdict.decision and not verdict.discuss:
            return None
        seen = seen_from(verdict, a_coder)
        a, b = (tuple(self._codings[row] for row in side.split("\n") if row in self._codings)
                for side in (seen.a, seen.b))  # fmt: skip
        ids = frozenset(one.id for one in (*a, *b))
        place = Place(seen.article, seen.kind, seen.code, seen.start, seen.end, a, b, ids=ids)
        own = verdict if verdict.coder == reviewer else None
        state: State = "stale" if verdict.decision else "discuss"
        return Listed(f"verdict|{verdict.id}", place, own, () if own else (seen,), seen, state)

    def _matching_as_judged(self, verdict: Verdict) -> bool:
        judged = set(verdict.coding_ids)
        return all(self._matched.get(row, frozenset()) <= judged for row in judged)

    def _is_unchanged(self, verdict: Verdict) -> bool:
        there = [self._codings[row] for row in verdict.coding_ids if row in self._codings]
        return len(there) == len(verdict.coding_ids) and fingerprint(there) == verdict.judged


def _found(place: Place, by_coding: Mapping[str, Sequence[Verdict]]) -> list[Verdict]:
    """Return the verdicts that were passed on a coding of this place, oldest first."""
    found = {one.id: one for row in sorted(place.ids) for one in by_coding.get(row, ())}
    return sorted(found.values(), key=lambda one: (one.modified, one.id))


def _counting(found: Sequence[Verdict], own: Verdict | None) -> Verdict | None:
    """Return the verdict that counts: one's own, else the newest that decides, else any."""
    if own is not None and own.decision:
        return own
    decided = [one for one in found if one.decision]
    return decided[-1] if decided else own or (found[-1] if found else None)


def with_alike(lines: Sequence[Listed]) -> tuple[Listed, ...]:
    """Return the lines, each with the keys of those nearly the same that wait; where that stays, the very same line."""
    groups: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for one in lines:
        if one.place.group and one.state != "decided":
            groups[one.place.group].append(one.key)
    return tuple(_each_with(groups, lines))


def _each_with(groups: Mapping[tuple[object, ...], list[str]], lines: Iterable[Listed]) -> Iterator[Listed]:
    for one in lines:
        keys = groups.get(one.place.group, []) if one.place.group else []
        alike = tuple(key for key in keys if key != one.key)
        yield replace(one, alike=alike) if alike != one.alike else one
