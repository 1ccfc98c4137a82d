"""How much each coder has done over all articles, and how the use of the codes moves, as far as one may know it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.nothing_to_code import spans_without_codes
from annotator.model.passages import paragraphs
from annotator.model.progress import covered
from annotator.model.work_done import WorkDone, in_all, work_on
from annotator.model.zones import aside_spans, that_count
from annotator.reviewing.drift import CodeUse, code_use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.model.records import Article, Coder, Coding, Reading
    from annotator.project.reads import ProjectReads

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CoderCoverage:
    """One coder over all articles. `seen` of `paragraphs` are read or coded; `work` has the other figures.

    `unknown` articles stay hidden, since they could give away how a colleague codes what one has not finished.
    """

    coder: str
    finished: int
    seen: int
    paragraphs: int
    work: WorkDone
    unknown: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everybody's coverage, one's own first, and the use of each code by each coder in the articles that are known."""

    coders: tuple[CoderCoverage, ...]
    use: tuple[CodeUse, ...]


def coverage(project: ProjectReads, own: str, stopped: Callable[[], bool] = lambda: False) -> Coverage:
    """Return how far everybody is. `own` is the id of who asks; where `stopped` says so it ends with what is there."""
    readings = {(one.article, one.coder): one for one in project.readings()}
    coders = sorted((one for one in project.coders() if one.kind == "person"), key=lambda coder: coder.id != own)
    rows: list[WorkDone] = []
    told: list[tuple[WorkDone, int, int]] = []
    known: list[Coding] = []
    for article in project.articles():
        if stopped():
            break
        found = _of_article(project, article, coders, readings, own)
        rows += [row for row, _, _ in found[0]]
        told += found[0]
        known += found[1]
    return Coverage(tuple(_in_all(coder.id, rows, told) for coder in coders), tuple(code_use(known)))


def _of_article(
    project: ProjectReads,
    article: Article,
    coders: Sequence[Coder],
    readings: dict[tuple[str, str], Reading],
    own: str,
) -> tuple[list[tuple[WorkDone, int, int]], list[Coding]]:
    """Return each coder's work with the paragraphs seen, of how many; and the codings one may know."""
    text, aside = project.text(article.text_sha256), aside_spans(project.zones(article.id))
    codings = project.codings(articles=[article.id])
    there = _counting(paragraphs(text), aside)
    known: list[Coding] = []
    found = []
    for row in work_on(article.id, text, coders, codings, readings, own, aside):
        theirs = [] if row.hidden else [one for one in codings if one.coder == row.coder]
        read = spans_without_codes(text, readings.get((article.id, row.coder)))
        spans = covered([*((one.start, one.end) for one in theirs if one.place != "lost"), *read])
        seen = len(there) if row.finished else 0 if row.hidden else sum(_touches(one, spans) for one in there)
        found.append((row, seen, len(there)))
        known += that_count(theirs, aside, text)
    return found, known


def _in_all(coder: str, rows: Sequence[WorkDone], told: Iterable[tuple[WorkDone, int, int]]) -> CoderCoverage:
    theirs = [one for one in told if one[0].coder == coder]
    return CoderCoverage(
        coder, sum(row.finished for row, _, _ in theirs), sum(seen for _, seen, _ in theirs),
        sum(number for _, _, number in theirs), in_all(rows, coder), sum(row.hidden for row, _, _ in theirs),
    )  # fmt: skip


def _counting(spans: Iterable[Span], aside: Sequence[Span]) -> list[Span]:
    """Return the paragraphs that are not wholly set aside."""
    return [span for span in spans if not any(start <= span[0] and span[1] <= end for start, end in aside)]


def _touches(span: Span, stretches: Sequence[Span]) -> bool:
    index = bisect_right(stretches, (span[1] - 1, span[1])) - 1
    return index >= 0 and stretches[index][1] > span[0]
