"""What the list of differences, the lanes and the text show of what is to settle, as plain values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.passages import paragraph_number, paragraphs
from annotator.ui.review.compared_place import ComparedPlace
from annotator.ui.review.lane_plan import LaneCoding
from annotator.ui.review.shown import ShownDifference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from annotator.model.records import Article, Code, Coding
    from annotator.reviewing.listed import Listed
    from annotator.reviewing.worklist import Worklist
    from annotator.ui.article.marks import CodingMark

BETWEEN = " … "  # between the passages of a split
PARENT_AND_CHILD = "One code stands above the other in the scheme."


class DifferencesShown:
    """Words a list of differences; paragraphs are counted once an article, and a line is worded again if it changed."""

    def __init__(self, listed: Worklist, articles: Mapping[str, Article]) -> None:
        self._listed, self._articles = listed, articles
        self._numbers = {article: number for number, article in enumerate(articles, start=1)}
        self._starts: dict[str, list[int]] = {}
        self._worded: dict[str, tuple[Listed, ShownDifference]] = {}
        self._order: dict[str, None] = {}

    def all(self, listed: Worklist) -> list[ShownDifference]:
        """Return every difference in the order of the scheme."""
        self._listed = listed
        there = {each.key: each for each in (*listed.listed, *listed.stances)}
        if there.keys() != self._order.keys():  # a decision changes no place, so the order is the one before
            self._order = dict.fromkeys(each.key for each in listed.ordered())
        return [self.one(there[key]) for key in self._order]

    def one(self, each: Listed) -> ShownDifference:
        """Return one difference."""
        worded = self._worded.get(each.key)
        if worded is None or worded[0] is not each:
            worded = self._worded[each.key] = each, self._word(each)
        return worded[1]

    def _word(self, each: Listed) -> ShownDifference:
        place, verdict, codes = each.place, each.verdict, self._listed.ground.codes
        code, other = codes.get(place.code), _other_code(each, codes)
        return ShownDifference(
            key=each.key, kind=each.kind, code=place.code, code_label=code.label if code else "",
            code_name=code.shown_name if code else "a deleted code", hue=code.colour if code else "",
            other_label=(other.label or other.shown_name) if other else "", article=each.article,
            article_number=self.number(each.article), article_title=self._title(each.article),
            paragraph=self.paragraph(each.article, place.start), start=place.start, end=place.end,
            overlap=place.overlap, parts=(len(place.a), len(place.b)), a_words=words_of(place.a),
            b_words=words_of(place.b), state=each.state, decision=verdict.decision if verdict else "",
            by_both=bool(verdict and verdict.by_both), like=len(each.alike), note=_note(each),
        )  # fmt: skip

    def number(self, article: str) -> int:
        """Return which article it is, counted from 1 in the order of the project."""
        return self._numbers.get(article, 0)

    def paragraph(self, article: str, position: int) -> int:
        """Return in which paragraph a position stands, counted from 1."""
        if article not in self._starts:
            work = self._listed.ground.work.get(article)
            self._starts[article] = [start for start, _ in paragraphs(work.text)] if work else []
        return paragraph_number(self._starts[article], position) or 1

    def _title(self, article: str) -> str:
        return self._articles[article].title if article in self._articles else ""


def place_of(each: Listed, codes: Mapping[str, Code]) -> ComparedPlace:
    """Return how the place of a difference is marked in the text."""
    a, b = each.place.a, each.place.b
    hues = [codes[side[0].code].colour if side and side[0].code in codes else "" for side in (a, b)]
    return ComparedPlace(_spans(a), _spans(b), hues[0] or hues[1], hues[1])


def lanes_of(
    listed: Worklist, article: str, agreed: Iterable[Coding], mark: Callable[[Coding], CodingMark]
) -> tuple[list[LaneCoding], list[LaneCoding], list[LaneCoding]]:
    """Return what stands beside an article: A's codings, B's, what is agreed; and where nothing is settled yet."""
    here = [each for each in (*listed.listed, *listed.stances) if each.article == article]
    belongs = {row: each.key for each in here for row in each.place.ids}
    by_verdict = {each.verdict.id: each.key for each in here if each.verdict is not None}
    work = listed.ground.work[article]
    a, b = (
        [LaneCoding(mark(one), belongs.get(one.id, "")) for one in side if one.place != "lost"]
        for side in (work.a, work.b)
    )
    settled = [LaneCoding(mark(one), by_verdict.get(one.verdict or "", "")) for one in agreed if one.place != "lost"]
    waiting = [
        LaneCoding(_waiting(each, mark), each.key, each.state)
        for each in here if each.state != "decided" and not each.gone
    ]  # fmt: skip
    return a, b, [*settled, *waiting]


def _waiting(each: Listed, mark: Callable[[Coding], CodingMark]) -> CodingMark:
    """Return the mark of an open place: `G6 G7` where the two have different codes there."""
    first = mark((each.place.a or each.place.b)[0])
    if each.kind != "code" or not each.place.b:
        return replace(first, id=f"open {each.key}")
    labels = [one.label or one.name for one in (first, mark(each.place.b[0]))]
    return replace(first, id=f"open {each.key}", label=" ".join(labels))


def words_of(codings: Sequence[Coding]) -> str:
    """Return the words of some codings, one after the other."""
    return BETWEEN.join(coding.quote for coding in codings)


def _spans(codings: Sequence[Coding]) -> tuple[tuple[int, int], ...]:
    return tuple((coding.start, coding.end) for coding in codings)


def _other_code(each: Listed, codes: Mapping[str, Code]) -> Code | None:
    if each.kind != "code" or not each.place.b:
        return None
    return codes.get(each.place.b[0].code)


def _note(each: Listed) -> str:
    reason = each.verdict.reason if each.verdict else ""
    notes = [PARENT_AND_CHILD if each.place.related else "", f"Reason: {reason}" if reason else ""]
    return "\n".join(note for note in notes if note)
