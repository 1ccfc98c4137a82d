"""What the file of counts of a comparison holds: names in place of ids, a row for each article, code and two coders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.exporting.counts_csv import write_counts_csv
from annotator.jobs.comparing import ComparedWork, SharedWork, sub_codes
from annotator.model.scheme_tree import joined, name_paths
from annotator.reviewing.count_rows import count_rows, pairs_of
from annotator.reviewing.segments import STRICT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from annotator.exporting.columns import Cell
    from annotator.model.records import Coder
    from annotator.project.reads import ProjectReads
    from annotator.reviewing.comparison import ArticleWork
    from annotator.reviewing.count_rows import CountRow


def write_counts(
    project: ProjectReads,
    out: Path,
    work: ComparedWork | SharedWork,
    coders: Sequence[Coder],
    *,
    with_sub_codes: bool = False,
) -> int:
    """Write the counts behind a comparison of these coders as CSV; return how many rows.

    Raises NothingToExport, CannotWrite, ReadBackDiffers, and AnnotatorError for another ending than `.csv`.
    """
    threshold = work.comparison.threshold if isinstance(work, ComparedWork) else STRICT
    codes = project.codes()
    paths = {code: joined(path) for code, path in name_paths(codes).items()}
    titles = {article.id: article.title for article in project.articles()}
    names = {coder.id: coder.name for coder in coders}
    rows = [row.code for row in work.comparison.rows]
    below = sub_codes([code for code in codes if code.id in rows], codes) if with_sub_codes else None
    pairs: Iterator[CountRow] = (
        row for pair, articles in _pairs(work, [coder.id for coder in coders])
        for row in count_rows(
            articles, pair, rows, work.comparison.unit, threshold, below=below,
            not_comparable=work.comparison.not_comparable,
        )
    )  # fmt: skip

    def cells(row: CountRow) -> Sequence[Cell]:
        return (
            row.article, titles[row.article], paths[row.code], with_sub_codes, names[row.a], names[row.b],
            work.comparison.unit, str(threshold), row.both, row.a_only, row.b_only,
            None if work.comparison.unit == "segment" else row.neither,
        )  # fmt: skip

    return write_counts_csv(out, map(cells, pairs))


def _pairs(
    work: ComparedWork | SharedWork, coders: Sequence[str]
) -> Iterator[tuple[tuple[str, str], list[ArticleWork]]]:
    if isinstance(work, SharedWork):
        yield from pairs_of(work.work, coders)
    else:
        yield (coders[0], coders[1]), list(work.work)
