"""Whose pass of which article counts in a comparison: finished and blind, and which codes were there by then."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.zones import aside_spans
from annotator.reviewing.pairs import hidden_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.records import Article, Code, Coder, Coding, Reading
    from annotator.project.reads import ProjectReads

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NotCompared:
    """An article that was left out, and why."""

    article: str
    why: str


def hidden_from(project: ProjectReads, looking: str) -> frozenset[str]:
    """Return the articles of which somebody may not see colleagues' work yet, since she codes them blind."""
    codes_too = project.counts_by_coder(with_aside=True).get(looking, 0) > 0
    in_a_round = any(looking in one.coder_ids for one in project.rounds())
    return hidden_articles(
        project.readings(), looking, [one.id for one in project.articles()], codes_too=codes_too or in_a_round
    )  # fmt: skip


class Passes:
    """What some coders did in a project's articles. *Agreed* has no pass of its own: its work counts as it stands."""

    def __init__(self, project: ProjectReads, coders: Sequence[Coder]) -> None:
        self._project, self._coders = project, coders
        self._readings = {(one.article, one.coder): one for one in project.readings()}
        ids = [coder.id for coder in coders]
        aside = {one.id for one in project.codings_aside(coders=ids)}
        self._codings: defaultdict[tuple[str, str], list[Coding]] = defaultdict(list)
        for one in project.codings(coders=ids):
            if one.id not in aside:
                self._codings[one.article, one.coder].append(one)

    def why_not(self, article: Article, coder: Coder) -> str:
        """Return why a coder's work on an article does not count, empty where it does."""
        if not self.finished(article, coder):
            return f"{coder.name} has not finished it"
        reading = self._reading(article.id, coder)
        seen = coder.kind != "agreed" and reading is not None and reading.seen
        return f"{coder.name} had seen others' codings, so that pass was not blind" if seen else ""

    def finished(self, article: Article, coder: Coder) -> bool:
        """Tell whether a coder has finished an article, blind or not."""
        reading = self._reading(article.id, coder)
        return coder.kind == "agreed" or (reading is not None and reading.state == "finished")

    def codings(self, article: str, coder: Coder) -> tuple[Coding, ...]:
        """Return a coder's codings of an article, without those in what is set aside."""
        return tuple(self._codings[article, coder.id])

    def text(self, article: Article) -> str:
        """Return the text of an article."""
        return self._project.text(article.text_sha256)

    def aside(self, article: str) -> tuple[Span, ...]:
        """Return what is set aside in an article."""
        return tuple(aside_spans(self._project.zones(article)))

    def too_new(self, articles: Iterable[str], codes: Iterable[Code]) -> frozenset[tuple[str, str]]:
        """Return (code, article) where somebody could not have used the code: it was made after that pass was over.

        Whoever has used it there all the same knew it.
        """
        known = list(codes)
        return frozenset(
            (code.id, article) for article in articles for coder in self._coders for code in known
            if self._is_newer(code, article, coder)
        )  # fmt: skip

    def _is_newer(self, code: Code, article: str, coder: Coder) -> bool:
        reading = self._reading(article, coder)
        if coder.kind == "agreed" or reading is None or code.created <= reading.modified:
            return False
        return all(one.code != code.id for one in self._codings[article, coder.id])

    def _reading(self, article: str, coder: Coder) -> Reading | None:
        return self._readings.get((article, coder.id))
