"""One line of the list to settle: a place where two coders differ, the verdicts on it, and what state that makes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.model.folding import fold
from annotator.model.settled import hull
from annotator.reviewing.segments import shared_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.model.records import Code, Coding
    from annotator.model.review_records import Verdict, VerdictKind
    from annotator.reviewing.differences import Compared

State = Literal["open", "decided", "discuss", "stale"]
Alike = tuple[object, ...]
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where two coders differ or match. `related`: one's code stands above the other's in the scheme.

    `group` is the same for places that are nearly the same: kind, codes, and words but for case, spaces and marks.
    `ids` are those of the codings, `overlap` the share of the place that both coded, none where one has nothing.
    """

    article: str
    kind: VerdictKind
    code: str
    start: int
    end: int
    a: tuple[Coding, ...]
    b: tuple[Coding, ...]
    overlap: float | None = None
    related: bool = False
    ids: frozenset[str] = frozenset()
    group: Alike = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A place with what was decided on it.

    `own` is the reviewer's row, `others` are those of other reviewers, and older ones of one's own that were passed on
    differences which have since become one.
    `verdict` is the one that counts, seen from A and B as they are compared now. `alike` are the keys of the places
    nearly the same that still wait.
    """

    key: str
    place: Place
    own: Verdict | None = None
    others: tuple[Verdict, ...] = ()
    verdict: Verdict | None = None
    state: State = "open"
    alike: tuple[str, ...] = ()

    @property
    def kind(self) -> VerdictKind:
        """What kind of difference it is."""
        return self.place.kind

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.place.article

    @property
    def code(self) -> str:
        """The id of the code that it is filed under: A's, or B's where A has none."""
        return self.place.code

    @property
    def gone(self) -> bool:
        """Whether nothing is left of what was judged."""
        return not self.place.ids


def differing_places(article: str, compared: Compared, codes: Mapping[str, Code]) -> tuple[Place, ...]:
    """Return where two coders' work on an article differs, in the order of the text; then where only stances do."""
    found = []
    for one in compared.differences:
        related = one.kind == "code" and _related(one.a[0].code, one.b[0].code, codes)
        overlap = one.overlap if one.a and one.b else None
        found.append(_place(article, one.kind, one.a, one.b, overlap, related=related))
    return (*found, *(_pair(article, "stance", *pair) for pair in compared.stances))


def matching_places(article: str, compared: Compared) -> tuple[Place, ...]:
    """Return where two coders' work on an article matches, in the order of the text."""
    return tuple(_pair(article, "match", *pair) for pair in compared.matched)


def _pair(article: str, kind: VerdictKind, a: Coding, b: Coding) -> Place:
    return _place(article, kind, (a,), (b,), shared_part((a.start, a.end), (b.start, b.end)))


def _place(
    article: str,
    kind: VerdictKind,
    a: tuple[Coding, ...],
    b: tuple[Coding, ...],
    overlap: float | None,
    *,
    related: bool = False,
) -> Place:
    start, end = hull((*a, *b))
    return Place(
        article, kind, (a or b)[0].code, start, end, a, b, overlap, related,
        frozenset(one.id for one in (*a, *b)), (kind, _told(a), _told(b)),
    )  # fmt: skip


def _told(codings: Iterable[Coding]) -> Alike:
    return tuple((one.code, one.stance, _NO_LETTERS.sub("", fold(one.quote).text)) for one in codings)


def _related(one: str, other: str, codes: Mapping[str, Code]) -> bool:
    return one in _above(other, codes) or other in _above(one, codes)


def _above(code: str, codes: Mapping[str, Code]) -> list[str]:
    above: list[str] = []
    at = codes.get(code)
    while at is not None and at.parent and at.parent not in above:
        above.append(at.parent)
        at = codes.get(at.parent)
    return above


def key_of(place: Place) -> str:
    """Return a key that stays as long as the place is made of the same codings."""
    sides = (",".join(one.id for one in side) for side in (place.a, place.b))
    return "|".join(("stance" if place.kind == "stance" else "", *sides))
