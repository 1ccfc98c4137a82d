"""Which coding's tint wins at each stretch of a line, and which ones are underlined there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.ui.article.marks import CodingMark

UNDERLINES = 2


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of text with the coding whose tint it has, and those underlined, in lane order."""

    start: int
    end: int
    top: CodingMark
    under: tuple[CodingMark, ...] = ()


def layers(
    marks: Iterable[CodingMark], lanes: Mapping[str, int], start: int, end: int, current: str | None = None
) -> list[Layer]:
    """Return the layers from left to right between two positions.

    The current coding's tint wins, else the shortest's of one's own. Of the others the first two in lane order are
    underlined; a colleague's is underlined at any rate, since it has a tint only while it is current.
    """
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    winners = sorted(
        here, key=lambda mark: (mark.id != current, mark.initials != "", mark.length, -mark.start, mark.id)
    )
    in_lanes = sorted(here, key=lambda mark: (lanes.get(mark.id, 0), mark.start, mark.id))
    edges = sorted({max(start, mark.start) for mark in here} | {min(end, mark.end) for mark in here})
    found: list[Layer] = []
    for left, right in pairwise(edges):
        top = next((mark for mark in winners if mark.start <= left and mark.end >= right), None)
        if top is not None:
            found.append(Layer(left, right, top, _under(in_lanes, top, left, right, current)))
    return found


def _under(
    in_lanes: Sequence[CodingMark], top: CodingMark, left: int, right: int, current: str | None
) -> tuple[CodingMark, ...]:
    tinted = top if has_tint(top, current) else None
    others = (mark for mark in in_lanes if mark is not tinted and mark.start <= left and mark.end >= right)
    return tuple(islice(others, UNDERLINES))


def has_tint(mark: CodingMark, current: str | None) -> bool:
    """Return whether a coding may lie on the text as a tint: one's own, or the current one."""
    return not mark.initials or mark.id == current


def one_tint(layer: Layer, following: Layer) -> bool:
    """Return whether two neighbouring layers look like one: the same hue, and a coding that goes on through both."""
    if layer.end != following.start or layer.top.hue != following.top.hue:
        return False
    if (layer.top.initials == "") != (following.top.initials == ""):
        return False
    return following.top.start < following.start or layer.top.end > layer.end
