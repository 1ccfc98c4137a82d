"""Which passages of two coders are the same: one to one, the best overlap first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Span = tuple[int, int]
Matched = tuple[int, int, float]
STRICT, LENIENT = 0.9, 0.5


def shared_part(one: Span, other: Span) -> float:
    """Return the length both have over the length they cover together, 0 to 1."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both / (max(one[1], other[1]) - min(one[0], other[0])) if both > 0 else 0.0


def matches(ours: Sequence[Span], theirs: Sequence[Span], threshold: float = STRICT) -> list[Matched]:
    """Return (place in ours, place in theirs, shared part) of passages of one code that are the same.

    Every passage is matched once at most; the largest shared part first, then the earlier start. Only passages that
    overlap are looked at.
    """
    order = sorted(range(len(theirs)), key=lambda place: theirs[place])
    found = []
    low = 0
    for mine in sorted(range(len(ours)), key=lambda place: ours[place]):
        while (
            low < len(order) and max((theirs[place][1] for place in order[low : low + 1]), default=0) <= ours[mine][0]
        ):
            low += 1
        for place in order[low:]:
            if theirs[place][0] >= ours[mine][1]:
                break
            share = shared_part(ours[mine], theirs[place])
            if share >= threshold:
                found.append((mine, place, share))
    found.sort(key=lambda one: (-one[2], ours[one[0]], theirs[one[1]], one[0], one[1]))
    return _once(found)


def segment_f1(ours: int, theirs: int, matched: int) -> float | None:
    """Return 2M / (N1 + N2), Holsti's measure over passages."""
    return 2 * matched / (ours + theirs) if ours + theirs else None


def _once(found: Sequence[Matched]) -> list[Matched]:
    taken_ours: set[int] = set()
    taken_theirs: set[int] = set()
    kept = []
    for mine, their, share in found:
        if mine not in taken_ours and their not in taken_theirs:
            kept.append((mine, their, share))
            taken_ours.add(mine)
            taken_theirs.add(their)
    return kept
