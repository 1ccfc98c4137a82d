"""The measures of a family whose codes are declared to exclude each other: the same place, and the same code there.

They need places with one value. Where a coder gave a place two codes of the family they are refused, with the list of
those places; nothing is picked silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.passages import Span, parts
from annotator.model.progress import covered
from annotator.reviewing.agreement import corrected_over_codes
from annotator.reviewing.comparison import passages
from annotator.reviewing.marked_units import marked_units
from annotator.reviewing.more_measures import MoreMeasure, by_chance
from annotator.reviewing.unitizing import UnitSums, cu_alpha, cu_coverage, ku_alpha, ku_coverage, u_alpha
from annotator.reviewing.units import united

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.reviewing.several import SharedArticle
    from annotator.reviewing.unitizing import Unit


@dataclass(frozen=True, slots=True)
class DoubleCoded:
    """A stretch to which a coder gave several codes of a family, so that it has no one value."""

    article: str
    coder: str
    start: int
    end: int
    codes: tuple[str, ...]


def double_coded(work: Sequence[SharedArticle], coders: Sequence[str], codes: Sequence[str]) -> list[DoubleCoded]:
    """Return where somebody gave a place several of the codes: while there are any, the family has no measures."""
    return [each for one in work for coder in coders if coder in one.codings for each in _double(one, coder, codes)]


def measures_of_family(
    work: Sequence[SharedArticle], coders: Sequence[str], codes: Mapping[str, str]
) -> list[MoreMeasure]:
    """Return the measures of an exclusive family, by characters. `codes`: id -> name, all of the family, used or not.

    In Brennan and Prediger's measure chance is one in as many as there are codes, and one for none.
    Raises ValueError where a place has two of a coder's codes: see `double_coded`.
    """
    if double_coded(work, coders, tuple(codes)):
        message = "places of the family have two codes"
        raise ValueError(message)
    sums = UnitSums()
    for one in work:
        present = [_units(one, coder, tuple(codes)) for coder in coders if coder in one.codings]
        for low, high in _kept(one) if len(present) > 1 else ():
            sums.add([_within(units, low, high) for units in present], low, high)
    each = [
        MoreMeasure(f"(k)u-alpha, {name}", ku_alpha(sums, code), _covers(ku_coverage(sums, code), "of what has it"))
        for code, name in codes.items() if code in sums.values
    ]  # fmt: skip
    values, note = marked_units(work, coders, tuple(codes), "character").one_of(), f"{len(codes)} codes, and none"
    return [
        MoreMeasure("u-alpha", u_alpha(sums), "where passages are, and which code they have"),
        MoreMeasure("cu-alpha", cu_alpha(sums), _covers(cu_coverage(sums), "of the text")), *each,
        *(MoreMeasure(name, corrected_over_codes([values], expected), note) for name, expected in by_chance(coders)),
    ]  # fmt: skip


def _covers(share: float | None, what: str) -> str:
    return "nothing that several coded" if not share else f"covers {share:.1%} {what}"


def _units(one: SharedArticle, coder: str, codes: Sequence[str]) -> list[Unit]:
    """Return a coder's passages of the family; those of one code that overlap are one, those that only touch two."""
    placed = passages(one.codings[coder], one.text)
    return [(*span, code) for code in codes for span in united([span for known, span in placed if known == code])]


def _kept(one: SharedArticle) -> Iterator[Span]:
    """Yield the stretches of an article between what is set aside."""
    at = 0
    for start, end in covered(one.aside):
        if at < start:
            yield at, start
        at = max(at, end)
    if at < len(one.text):
        yield at, len(one.text)


def _within(units: Sequence[Unit], low: int, high: int) -> list[Unit]:
    cut = ((max(low, start), min(high, end), code) for start, end, code in units)
    return [unit for unit in cut if unit[0] < unit[1]]


def _double(one: SharedArticle, coder: str, codes: Sequence[str]) -> Iterator[DoubleCoded]:
    units = _units(one, coder, codes)
    for start, end, found in parts([(low, high) for low, high, _ in units]):
        if len(found) > 1:
            yield DoubleCoded(one.article, coder, start, end, tuple(str(units[at][2]) for at in found))
