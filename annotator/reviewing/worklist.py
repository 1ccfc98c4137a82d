"""What is left to settle between two coders: each difference with the verdicts on it, in an order, and how many remain.

A verdict is found again by the codings it was passed on, so decisions outlive another threshold, another unit and a
new comparison. Where one of those codings changed since, the decision is shown as changed since, never lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from annotator.model.edits.agreed_work import Case, Standing
from annotator.model.records import AGREED_ID, Code
from annotator.model.settled import judgements
from annotator.reviewing.attaching import Attaching, with_alike
from annotator.reviewing.listed import Listed, Place, differing_places, matching_places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from annotator.model.records import Coding
    from annotator.model.review_records import Verdict
    from annotator.reviewing.comparison import ArticleWork
    from annotator.reviewing.differences import Compared

Order = Literal["code", "place", "article"]
Lines = tuple[Listed, ...]
Sides = tuple[list[Listed], list[Listed]]  # differences, and where only the stances differ


@dataclass(frozen=True, slots=True)
class Progress:
    """How many differences are decided, of how many; how many decisions are to be looked at again."""

    decided: int
    all: int
    stale: int
    to_discuss: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What does not change with a verdict: the articles as coded, where the two differ or match, the scheme."""

    work: Mapping[str, ArticleWork]
    differing: Mapping[str, tuple[Place, ...]]
    matching: Mapping[str, tuple[Place, ...]]
    codes: Mapping[str, Code]
    coders: tuple[str, str]
    reviewer: str
    rounds: Mapping[str, str] = field(default_factory=dict)  # article -> the round that verdicts are passed in

    def with_article(self, work: ArticleWork, compared: Compared) -> Ground:
        """Return the ground with one article coded otherwise."""
        differing = differing_places(work.article, compared, self.codes)
        return replace(
            self, work={**self.work, work.article: work}, differing={**self.differing, work.article: differing},
            matching={**self.matching, work.article: matching_places(work.article, compared)},
        )  # fmt: skip

    def matches(self) -> Iterator[Place]:
        """Yield all that matches, article by article."""
        return (place for places in self.matching.values() for place in places)

    def stances(self) -> Iterator[Place]:
        """Yield what matches but for the stance."""
        return (place for places in self.differing.values() for place in places if place.kind == "stance")

    def differences(self) -> Iterator[Place]:
        """Yield all that differs in more than the stance."""
        return (place for places in self.differing.values() for place in places if place.kind != "stance")


@dataclass(frozen=True, slots=True)
class Worklist:
    """The differences between A and B for a reviewer. Stances that differ are listed apart, in `stances`."""

    ground: Ground
    verdicts: Mapping[str, Verdict]
    listed: Lines
    stances: Lines

    def after(self, verdicts: Iterable[Verdict], gone: Collection[str] = ()) -> Worklist:
        """Return the list after verdicts were written; `gone` are the ids of those removed. Nothing is compared.

        Only their articles are looked at again: lines elsewhere stay the same objects.
        """
        written = {one.id: one for one in verdicts}
        kept = {row: one for row, one in self.verdicts.items() if row not in gone}
        touched = {self.verdicts[row].article for row in (*gone, *written) if row in self.verdicts}
        return self._again(self.ground, kept | written, touched | {one.article for one in written.values()})

    def after_coding(self, work: ArticleWork, compared: Compared) -> Worklist:
        """Return the list after an article was coded otherwise; only that article is looked at again."""
        return self._again(self.ground.with_article(work, compared), self.verdicts, {work.article})

    def _again(self, ground: Ground, verdicts: Mapping[str, Verdict], touched: Collection[str]) -> Worklist:
        before = _by_article(self.listed), _by_article(self.stances)
        found = [
            _lines(ground, article, [one for one in verdicts.values() if one.article == article])
            if article in touched else (before[0][article], before[1][article])
            for article in ground.work
        ]  # fmt: skip
        return _joined(ground, verdicts, found)

    def find(self, key: str) -> Listed | None:
        """Return what has this key."""
        return next((one for one in (*self.listed, *self.stances) if one.key == key), None)

    def ordered(self, order: Order = "code") -> list[Listed]:
        """Return the differences by code of the scheme, by place, or by article and in it by code; stances last."""
        codes = {code: place for place, code in enumerate(self.ground.codes)}
        articles = {article: place for place, article in enumerate(self.ground.work)}

        def rank(one: Listed) -> tuple[object, ...]:
            code, article = codes.get(one.code, len(codes)), articles.get(one.article, len(articles))
            by = {"code": (code, article), "place": (article, 0), "article": (article, code)}[order]
            return (*by, one.place.start, one.place.end, code, one.kind, one.key)

        return [*sorted(self.listed, key=rank), *sorted(self.stances, key=rank)]

    def progress(self) -> Progress:
        """Return how far the settling is; stances do not count."""
        states = Counter(one.state for one in self.listed)
        return Progress(states["decided"], len(self.listed), states["stale"], states["discuss"])

    def open_by_place(self) -> dict[tuple[str, str], int]:
        """Return (code, article) -> how many differences are not decided: the heat map."""
        return dict(Counter((one.code, one.article) for one in self.listed if one.state != "decided"))

    def adoptable(self) -> list[Case]:
        """Return the full matches on which nobody has decided; those whose stances differ are settled one by one."""
        decided = [one for one in self.verdicts.values() if one.decision and one.kind != "coding"]
        taken = {row for one in decided for row in one.coding_ids}
        apart = {place.ids for place in self.ground.stances()}
        free = (one for one in self.ground.matches() if taken.isdisjoint(one.ids) and one.ids not in apart)
        return [self._case(one, None) for one in free]

    def case(self, key: str) -> Case:
        """Return what lies before the reviewer, for the verbs of settling.

        Raises KeyError when there is no such difference.
        """
        one = self.find(key)
        if one is None:
            raise KeyError(key)
        return self._case(one.place, one.own)

    def _case(self, place: Place, own: Verdict | None) -> Case:
        work, (a_coder, b_coder) = self.ground.work.get(place.article), self.ground.coders
        there = (place.code, *(one.code for one in (*place.a, *place.b)))
        code = next((self.ground.codes[row] for row in there if row in self.ground.codes), _left(place.code))
        return Case(
            article=place.article, text=work.text if work else "", kind=place.kind, code=code, a=place.a, b=place.b,
            a_coder=a_coder, b_coder=b_coder, verdict=own, round=self.ground.rounds.get(place.article),
        )  # fmt: skip

    def standing(self, articles: Collection[str], codings: Iterable[Coding], coders: Collection[str]) -> Standing:
        """Return what is settled so far in some articles, for the verbs of settling.

        `codings` are everybody's in those articles, `coders` the ids of all in the project.
        """
        there = {one.id: one for one in codings}
        concerned = (one for one in self.verdicts.values() if one.article in articles)
        return Standing(
            agreed=tuple(one for one in there.values() if one.coder == AGREED_ID),
            judgements=tuple(judgements(concerned, there)), agreed_coder=AGREED_ID in coders,
        )  # fmt: skip


def _left(code: str) -> Code:
    """Return what stands for a code that has left the scheme, so that what was decided on it can be reopened."""
    return Code(id=code, name="a code no longer there", position=0, colour="#000000", coder="", created="")


def worklist(
    work: Sequence[ArticleWork],
    compared: Mapping[str, Compared],
    *,
    codes: Sequence[Code],
    verdicts: Iterable[Verdict],
    coders: tuple[str, str],
    reviewer: str,
    rounds: Mapping[str, str] | None = None,
) -> Worklist:
    """Return what is to settle between two coders. `codes` in the order of the scheme, `coders` the ids of A and B.

    `rounds` tells the round in which an article is settled, by ids.
    """
    by_id = {code.id: code for code in codes}
    ground = Ground(
        work={one.article: one for one in work}, codes=by_id, coders=coders, reviewer=reviewer, rounds=rounds or {},
        differing={one.article: differing_places(one.article, compared[one.article], by_id) for one in work},
        matching={one.article: matching_places(one.article, compared[one.article]) for one in work},
    )  # fmt: skip
    return listed_on(ground, {one.id: one for one in verdicts})


def listed_on(ground: Ground, verdicts: Mapping[str, Verdict]) -> Worklist:
    """Return the list with these verdicts: those on the two coders' work in the articles compared count."""
    by_article: defaultdict[str, list[Verdict]] = defaultdict(list)
    for one in verdicts.values():
        by_article[one.article].append(one)
    return _joined(ground, verdicts, [_lines(ground, article, by_article[article]) for article in ground.work])


def _joined(ground: Ground, verdicts: Mapping[str, Verdict], found: Iterable[Sides]) -> Worklist:
    sides = list(found)
    listed, stances = (with_alike([one for lines in sides for one in lines[side]]) for side in (0, 1))
    return Worklist(ground, verdicts, listed, stances)


def _by_article(lines: Iterable[Listed]) -> defaultdict[str, list[Listed]]:
    found: defaultdict[str, list[Listed]] = defaultdict(list)
    for one in lines:
        found[one.article].append(one)
    return found


def _lines(ground: Ground, article: str, verdicts: Iterable[Verdict]) -> Sides:
    """Return the differences of an article with the verdicts on it, and where only the stances differ."""
    pair, work = set(ground.coders), ground.work.get(article)
    if work is None:
        return [], []
    mine = [one for one in verdicts if {one.a_coder, one.b_coder} == pair]
    codings = {one.id: one for one in (*work.a, *work.b)}
    matched = {row: place.ids for place in ground.matching[article] for row in place.ids}
    places = ground.differing[article]
    differing, stances = ([one for one in places if (one.kind == "stance") is apart] for apart in (False, True))
    apart = {place.ids for place in stances}
    on_stances = [one for one in mine if one.kind == "stance" or frozenset(one.coding_ids) in apart]
    others = [one for one in mine if one not in on_stances]
    listed, left = (
        Attaching(tuple(there), those, codings, matched).listed(ground.reviewer, ground.coders[0])
        for there, those in ((differing, others), (stances, on_stances))
    )
    return listed, left
