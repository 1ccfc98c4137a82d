"""How far coders agree who mark stretches themselves: the alpha family for unitizing.

Krippendorff, Mathet, Bouvry and Widlöcher 2016 (Quality and Quantity 50), Krippendorff 2019, section 12.6. Each coder
cuts the text into units with a value and gaps; units of one coder must not overlap. Lengths are code points; all sums
add over texts, so several texts count as one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

Unit = tuple[int, int, "Hashable"]
_GAP = object()


@dataclass(slots=True)
class UnitSums:
    """What adds up over texts: coincidences o, and the self-pairs S (with gaps) and S* (without)."""

    observed: defaultdict[tuple[object, object], float] = field(default_factory=lambda: defaultdict(float))
    own: Counter[object] = field(default_factory=Counter)
    own_valued: defaultdict[object, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, units_by_coder: Sequence[Iterable[Unit]], begin: int, end: int) -> None:
        """Add a text that runs from `begin` to `end`. Raises ValueError when a coder's units overlap."""
        coders = [_with_gaps(sorted(units, key=lambda unit: unit[:2]), begin, end) for units in units_by_coder]
        for one, units in enumerate(coders):
            for unit in units:
                length = unit[1] - unit[0]
                self.own[unit[2]] += length if unit[2] is _GAP else length * length
            for other, theirs in enumerate(coders):
                if one != other:
                    self._pair(units, theirs, len(coders) - 1)

    def _pair(self, units: Sequence[Unit], theirs: Sequence[Unit], others: int) -> None:
        valued: Counter[int] = Counter()
        for place, theirs_place, shared in _intersections(units, theirs):
            value, other = units[place][2], theirs[theirs_place][2]
            self.observed[value, other] += shared / others
            if value is not _GAP and other is not _GAP:
                valued[place] += shared
        for place, shared in valued.items():
            self.own_valued[units[place][2]] += shared * shared / others

    @property
    def values(self) -> list[object]:
        """The values that occur, without gaps."""
        return [value for value in self.own if value is not _GAP]

    def margins(self, *, gaps: bool) -> dict[object, float]:
        """Return how much of each value there is, with or without what meets a gap."""
        found: defaultdict[object, float] = defaultdict(float)
        for (value, other), amount in self.observed.items():
            if gaps or (value is not _GAP and other is not _GAP):
                found[value] += amount
        return dict(found)


def u_alpha(sums: UnitSums) -> float | None:
    """Return how far coders agree on where units are and what they are."""
    values, margins = [*sums.values, _GAP], sums.margins(gaps=True)
    total = sum(margins.values())
    if not sums.values or not total:
        return None
    same = sum(sums.observed.get((value, value), 0.0) for value in values)
    expected = sum(_expected(sums, margins, total, value, value) for value in values)
    return _one_minus(total - same, total - expected)


def u_alpha_binary(sums: UnitSums) -> float | None:
    """Return how far coders agree on what is relevant, whatever its value."""
    values, margins = [*sums.values, _GAP], sums.margins(gaps=True)
    total = sum(margins.values())
    if not sums.values or not total or not margins.get(_GAP):
        return None
    row = sum(_expected(sums, margins, total, _GAP, value) for value in values)
    same = sums.observed.get((_GAP, _GAP), 0.0)
    return _one_minus(margins[_GAP] - same, row - _expected(sums, margins, total, _GAP, _GAP))


def cu_alpha(sums: UnitSums) -> float | None:
    """Return how far coders agree on the values where both marked something."""
    margins = sums.margins(gaps=False)
    total = sum(margins.values())
    if not total or len([value for value in margins if margins[value]]) < 2:
        return None
    same = sum(sums.observed.get((value, value), 0.0) for value in margins)
    expected = sum(_expected_valued(sums, margins, total, value, value) for value in margins)
    return _one_minus(total - same, total - expected)


def cu_coverage(sums: UnitSums) -> float | None:
    """Return the share of the text, over coders, that cu-alpha speaks about."""
    total = sum(sums.margins(gaps=True).values())
    return sum(sums.margins(gaps=False).values()) / total if total else None


def ku_alpha(sums: UnitSums, value: Hashable) -> float | None:
    """Return how far coders agree on one value where both marked something."""
    margins = sums.margins(gaps=False)
    total, own = sum(margins.values()), margins.get(value, 0.0)
    if not own:
        return None
    row = sum(_expected_valued(sums, margins, total, value, other) for other in margins)
    same = sums.observed.get((value, value), 0.0)
    apart = row - _expected_valued(sums, margins, total, value, value)
    return 1 - row / own * (own - same) / apart if apart > 0 else None


def ku_coverage(sums: UnitSums, value: Hashable) -> float | None:
    """Return the share of one value's length that meets another coder's unit."""
    whole = sums.margins(gaps=True).get(value, 0.0)
    return sums.margins(gaps=False).get(value, 0.0) / whole if whole else None


def _expected(sums: UnitSums, margins: dict[object, float], total: float, one: object, other: object) -> float:
    own = sum(sums.own.values())
    alone = sums.own[one] if one is other or one == other else 0.0
    below = total * total - own
    return total * (margins.get(one, 0.0) * margins.get(other, 0.0) - alone) / below if below else 0.0


def _expected_valued(sums: UnitSums, margins: dict[object, float], total: float, one: object, other: object) -> float:
    own = sum(sums.own_valued.values())
    alone = sums.own_valued[one] if one == other else 0.0
    below = total - own / total
    return (margins[one] * margins[other] - alone) / below if below else 0.0


def _one_minus(observed: float, expected: float) -> float | None:
    return 1 - observed / expected if expected > 1e-12 else None


def _with_gaps(units: Sequence[Unit], begin: int, end: int) -> list[Unit]:
    found: list[Unit] = []
    at = begin
    for start, stop, value in units:
        if start < at:
            message = "units of one coder overlap"
            raise ValueError(message)
        if start > at:
            found.append((at, start, _GAP))
        found.append((start, stop, value))
        at = stop
    if at < end:
        found.append((at, end, _GAP))
    return found


def _intersections(units: Sequence[Unit], theirs: Sequence[Unit]) -> Iterable[tuple[int, int, int]]:
    """Yield (place, their place, shared length) of all that overlap; both cover the whole text in order."""
    one = other = 0
    while one < len(units) and other < len(theirs):
        shared = min(units[one][1], theirs[other][1]) - max(units[one][0], theirs[other][0])
        if shared > 0:
            yield one, other, shared
        if units[one][1] <= theirs[other][1]:
            one += 1
        else:
            other += 1
