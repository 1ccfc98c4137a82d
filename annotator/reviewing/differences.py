"""Where two coders' codings of an article do not match, and in what way.

Passages of one code are matched one to one, the best overlap first. What overlaps less than the threshold is a
boundary, or a split where one coder has several passages for the other's one. What is left is matched with another
code on the same place; the rest is missing on one side. A difference in a memo only is none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.reviewing.segments import STRICT, matches, shared_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.model.records import Coding

Kind = Literal["missing in A", "missing in B", "boundary", "split", "code"]
Span = tuple[int, int]
SAME_PLACE = 0.5  # shared part from which codings of two codes lie on the same place


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the two do not match. `a` and `b` hold the codings of either side, empty where one has none."""

    kind: Kind
    a: tuple[Coding, ...]
    b: tuple[Coding, ...]
    overlap: float

    @property
    def place(self) -> Span:
        """From the first to the last character that either coded."""
        return _hull((*self.a, *self.b))

    @property
    def code(self) -> str:
        """The id of A's code, or B's where A has none."""
        return (self.a or self.b)[0].code


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of two coders' work on an article: pairs that match, and the differences in the order of the text."""

    matched: tuple[tuple[Coding, Coding], ...]
    differences: tuple[Difference, ...]

    @property
    def stances(self) -> tuple[tuple[Coding, Coding], ...]:
        """The pairs that match but for the stance."""
        return tuple(pair for pair in self.matched if pair[0].stance != pair[1].stance)


def compare_codings(a: Iterable[Coding], b: Iterable[Coding], threshold: float = STRICT) -> Compared:
    """Return how two coders' codings of one article match. `threshold`: the shared part from which they do."""
    ours, theirs = _by_code(a), _by_code(b)
    matched: list[tuple[Coding, Coding]] = []
    found: list[Difference] = []
    left_a: list[Coding] = []
    left_b: list[Coding] = []
    for code in sorted(ours.keys() | theirs.keys()):  # the same list whenever it is compared
        mine, other = ours.get(code, []), theirs.get(code, [])
        pairs, mine, other = _paired(mine, other, threshold)
        matched += pairs
        groups, alone_a, alone_b = _overlapping(mine, other)
        found += [_same_code(group_a, group_b) for group_a, group_b in groups]
        left_a += alone_a
        left_b += alone_b
    found += _other_codes(left_a, left_b)
    found.sort(key=lambda one: (one.place, one.code, one.kind))
    matched.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].code))
    return Compared(tuple(matched), tuple(found))


def _by_code(codings: Iterable[Coding]) -> dict[str, list[Coding]]:
    found: defaultdict[str, list[Coding]] = defaultdict(list)
    for coding in codings:
        if coding.place != "lost":
            found[coding.code].append(coding)
    return {code: sorted(those, key=_span) for code, those in found.items()}


def _paired(
    mine: list[Coding], other: list[Coding], threshold: float
) -> tuple[list[tuple[Coding, Coding]], list[Coding], list[Coding]]:
    """Return the pairs that match, and what is left on either side."""
    found = matches([_span(one) for one in mine], [_span(one) for one in other], threshold)
    taken_a, taken_b = {a for a, _, _ in found}, {b for _, b, _ in found}
    pairs = [(mine[a], other[b]) for a, b, _ in found]
    left_a = [one for place, one in enumerate(mine) if place not in taken_a]
    return pairs, left_a, [one for place, one in enumerate(other) if place not in taken_b]


def _overlapping(
    mine: Sequence[Coding], other: Sequence[Coding]
) -> tuple[list[tuple[list[Coding], list[Coding]]], list[Coding], list[Coding]]:
    """Return groups of one code that hang together by overlaps across the coders, and what stands alone."""
    groups: list[tuple[list[Coding], list[Coding]]] = []
    alone_a: list[Coding] = []
    alone_b: list[Coding] = []
    for group in _hanging_together(mine, other):
        group_a = [coding for side, coding in group if side == 0]
        group_b = [coding for side, coding in group if side == 1]
        if group_a and group_b:
            groups.append((group_a, group_b))
        else:
            alone_a += group_a
            alone_b += group_b
    return groups, alone_a, alone_b


def _hanging_together(mine: Sequence[Coding], other: Sequence[Coding]) -> Iterator[list[tuple[int, Coding]]]:
    order = sorted([*((0, one) for one in mine), *((1, one) for one in other)], key=lambda pair: _span(pair[1]))
    group: list[tuple[int, Coding]] = []
    reach = -1
    for side, coding in order:
        if group and coding.start >= reach:
            yield group
            group = []
        group.append((side, coding))
        reach = max(reach, coding.end)
    if group:
        yield group


def _same_code(a: list[Coding], b: list[Coding]) -> Difference:
    kind: Kind = "boundary" if len(a) == len(b) == 1 else "split"
    return Difference(kind, tuple(a), tuple(b), shared_part(_hull(a), _hull(b)))


def _hull(codings: Sequence[Coding]) -> Span:
    return min(one.start for one in codings), max(one.end for one in codings)


def _other_codes(left_a: Sequence[Coding], left_b: Sequence[Coding]) -> Iterator[Difference]:
    found = matches([_span(one) for one in left_a], [_span(one) for one in left_b], SAME_PLACE)
    taken_a, taken_b = {a for a, _, _ in found}, {b for _, b, _ in found}
    for a, b, share in found:
        yield Difference("code", (left_a[a],), (left_b[b],), share)
    for place, one in enumerate(left_a):
        if place not in taken_a:
            yield Difference("missing in B", (one,), (), 0.0)
    for place, one in enumerate(left_b):
        if place not in taken_b:
            yield Difference("missing in A", (), (one,), 0.0)


def _span(coding: Coding) -> Span:
    return coding.start, coding.end
