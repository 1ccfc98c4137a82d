"""Which verdicts bear on one another: those that share a coding, of which the newest decides."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from annotator.model.settled import AgreedPassage, follows, hull

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from annotator.model.review_records import Verdict
    from annotator.model.settled import AgreedKey, Judgement


class StandingVerdicts:
    """The verdicts with their codings, found by coding and by article, while one gesture is put together."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._judged: dict[str, Judgement] = {}
        self._on_coding: defaultdict[str, set[str]] = defaultdict(set)
        self._in_article: defaultdict[str, set[str]] = defaultdict(set)
        for one in judgements:
            self.put(one)

    def put(self, judged: Judgement) -> None:
        """Take a verdict as it is now."""
        verdict = judged.verdict
        self._judged[verdict.id] = judged
        self._in_article[verdict.article].add(verdict.id)
        for row in verdict.coding_ids:
            self._on_coding[row].add(verdict.id)

    def find(self, verdict: str) -> Judgement | None:
        """Return the verdict with this id as it is now."""
        return self._judged.get(verdict)

    def rivals(self, codings: Collection[str], but: str) -> list[Judgement]:
        """Return the other verdicts that decide on one of these codings, the newest first."""
        found = {row for coding in codings for row in self._on_coding[coding]} - {but}
        there = [self._judged[row] for row in found]
        decided = [one for one in there if decides(one) and not set(codings).isdisjoint(one.verdict.coding_ids)]
        return sorted(decided, key=_age, reverse=True)

    def is_overruled(self, judged: Judgement) -> bool:
        """Tell whether a newer verdict decides on a coding of this one."""
        newer = self.rivals(judged.verdict.coding_ids, judged.verdict.id)
        return bool(newer) and _age(newer[0]) > _age(judged)

    def holding(
        self, article: str, key: AgreedKey, text: str, but: Collection[str]
    ) -> tuple[AgreedPassage, Verdict] | None:
        """Return a passage with this key that follows from a verdict that counts, but for some, with that verdict."""
        near = sorted((one for one in self._near(article, key) if one.verdict.id not in but), key=_age, reverse=True)
        for one in near:
            passage = next((passage for passage in follows(one, text) if passage.key == key), None)
            if passage is not None and not self.is_overruled(one):
                return passage, one.verdict
        return None

    def _near(self, article: str, key: AgreedKey) -> Iterator[Judgement]:
        """Yield the verdicts that decide on a place with the key's passage in it."""
        _, start, end = key
        for row in self._in_article[article]:
            one = self._judged[row]
            places = [hull((*one.a, *one.b)), (one.verdict.start, one.verdict.end)] if one.a or one.b else []
            if decides(one) and any(low <= start and end <= high for low, high in places):
                yield one


def decides(judged: Judgement) -> bool:
    """Tell whether something is agreed by a verdict, be it that nothing is coded."""
    return bool(judged.verdict.decision) and judged.verdict.kind != "coding"


def _age(judged: Judgement) -> tuple[str, str]:
    return judged.verdict.modified, judged.verdict.id
