"""How a file of codings gets into a project: rows matched to articles, codes and passages, one gesture a coder."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.importing.codings_file import FailedRow, read_codings
from annotator.jobs.naming import CodeNames, find_article
from annotator.model.anchors import find_quote
from annotator.model.edits.codings import code_passages, new_coding
from annotator.model.errors import AnnotatorError, Refused
from annotator.model.passages import checked_passage
from annotator.model.zones import with_zones_back

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.importing.codings_file import CodingRow
    from annotator.model.changes import StepKind
    from annotator.model.records import Article, Coder, Coding
    from annotator.project.project import Project

LEFT_OUT = "the row was left out"
TOLD_EVERY = 500  # rows between two words about progress
SURE = 0.95  # below this a quote found elsewhere is not taken for the passage


@dataclass(frozen=True, slots=True)
class Moved:
    """A passage that was not stored as the row gave it."""

    row: int
    article: str
    given: tuple[int, int]
    stored: tuple[int, int]


@dataclass(slots=True)
class CodedFromFile:
    """What came of a file of codings. `new_coders` are names that were not in the project before."""

    coded: int = 0
    same: int = 0
    moved: list[Moved] = field(default_factory=list)
    failed: list[FailedRow] = field(default_factory=list)
    new_coders: list[str] = field(default_factory=list)


def code_from_file(
    project: Project,
    path: Path,
    *,
    kind: StepKind = "do",
    coder: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> CodedFromFile:
    """Code the passages of a csv or jsonl file for the coder that a row names, else for `coder`, else who acts.

    `progress` hears (rows done, rows in all). Each coder's rows are one step. A new name joins when a row of it can
    be stored. The acting coder is the same afterwards.
    Raises CannotRead when the file cannot be read, and what `Project.do` raises.
    """
    report = CodedFromFile()
    acting = project.coder
    rows = _by_coder(path, coder, report)
    told = _Told(progress, sum(len(own) for own in rows.values()))
    try:
        for name, own in rows.items():
            if acting is not None:
                project.act_as(acting)
            _code_or_tell(project, name, own, report, kind, told)
    finally:
        if acting is not None:
            project.act_as(acting)
    report.failed.sort(key=lambda failed: failed.row)
    report.moved.sort(key=lambda moved: moved.row)
    return report


def _by_coder(path: Path, coder: str, report: CodedFromFile) -> dict[str, list[CodingRow]]:
    """Return the rows by the coder's name as first written; rows that say no coding go to the report."""
    names: dict[str, str] = {}
    rows: dict[str, list[CodingRow]] = {}
    for row in read_codings(path):
        if isinstance(row, FailedRow):
            report.failed.append(row)
            continue
        name = " ".join((row.coder or coder).split())
        rows.setdefault(names.setdefault(name.casefold(), name), []).append(row)
    return rows


class _Told:
    """Tells how many rows are done, now and then."""

    def __init__(self, progress: Callable[[int, int], None] | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def one(self) -> None:
        """Count a row."""
        self._done += 1
        if self._progress is not None and (self._done % TOLD_EVERY == 0 or self._done == self._total):
            self._progress(self._done, self._total)


def _code_or_tell(
    project: Project, name: str, rows: list[CodingRow], report: CodedFromFile, kind: StepKind, told: _Told
) -> None:
    """Code one coder's rows; when another's are stored already, what stops these is told for each of them."""
    try:
        _code_as(project, name, rows, _Matching(project, report, told), kind)
    except AnnotatorError as error:
        if not report.coded:
            raise
        report.failed += [FailedRow(row=row.row, why=f"Row {row.row}: {error.sentence}") for row in rows]


def _code_as(project: Project, name: str, rows: list[CodingRow], matching: _Matching, kind: StepKind) -> None:
    report = matching.report
    if name:
        known = {coder.name.casefold() for coder in project.coders()}
        if name.casefold() not in known and not matching.any_fits(rows):
            return
        joined, is_new = project.join(name)
        if is_new:
            report.new_coders.append(joined.name)
    coder = project.coder
    if coder is None:
        message = "Nobody is named as the coder, so nothing was coded. Say who codes with --coder."
        raise Refused(message)
    found = matching.codings(rows, coder)
    if found:
        counted = "1 passage" if len(found) == 1 else f"{len(found):,} passages"
        gesture = code_passages(codings=found, label=f"Code {counted} from a file")
        project.do(with_zones_back(gesture, project.zones(), coder), kind=kind)
    report.coded += len(found)


class _Matching:
    """Rows against the articles, texts and codes that the project has."""

    def __init__(self, project: Project, report: CodedFromFile, told: _Told) -> None:
        self._project = project
        self._told = told
        self.report = report
        self._articles = project.articles()
        self._codes = CodeNames(project.codes())
        self._texts: dict[str, str] = {}
        self._named: dict[str, Article] = {}

    def any_fits(self, rows: list[CodingRow]) -> bool:
        """Tell whether any row can be stored, so that a new coder is worth adding; say what is wrong if none can."""
        failed = []
        for row in rows:
            try:
                self._passage(row)
            except AnnotatorError as error:
                failed.append(FailedRow(row=row.row, why=f"Row {row.row}: {error.sentence}"))
        if len(failed) < len(rows):
            return True
        self.report.failed += failed
        return False

    def codings(self, rows: list[CodingRow], coder: Coder) -> list[Coding]:
        """Return the codings that are not there yet; the report takes the rest."""
        there = {_place(coding) for coding in self._project.codings(coders=[coder.id])}
        found = []
        for row in rows:
            self._told.one()
            try:
                coding, moved = self._coding(row, coder)
            except AnnotatorError as error:
                self.report.failed.append(FailedRow(row=row.row, why=f"Row {row.row}: {error.sentence}"))
                continue
            if _place(coding) in there:
                self.report.same += 1
                continue
            there.add(_place(coding))
            found.append(coding)
            if moved is not None:
                self.report.moved.append(moved)
        return found

    def _coding(self, row: CodingRow, coder: Coder) -> tuple[Coding, Moved | None]:
        article, text, start, end = self._passage(row)
        coding = new_coding(
            article=article, text=text, start=start, end=end, code=self._codes.find(row.code), coder=coder,
            memo=row.memo, stance=row.stance, unsure=row.unsure,
        )  # fmt: skip
        if (start, end) == (row.start, row.end):
            return coding, None
        return coding, Moved(row.row, article.id, (row.start, row.end), (start, end))

    def _passage(self, row: CodingRow) -> tuple[Article, str, int, int]:
        if row.article not in self._named:
            self._named[row.article] = find_article(self._articles, row.article, outcome=LEFT_OUT)
        article = self._named[row.article]
        self._codes.find(row.code, outcome=LEFT_OUT)
        text = self._texts.setdefault(article.text_sha256, "") or self._project.text(article.text_sha256)
        self._texts[article.text_sha256] = text
        if row.quote and text[row.start : row.end] != row.quote:
            row = _looked_for(row, text)
        if row.end > len(text):
            outside = f"{row.start} to {row.end} lies outside the article, which has {len(text)} characters"
            message = f"{outside}, so {LEFT_OUT}."
            raise Refused(message)
        start, end = checked_passage(text, row.start, row.end)
        return article, text, start, end


def _looked_for(row: CodingRow, text: str) -> CodingRow:
    found = find_quote(text, row.quote, row.start)
    if found is None or found.score < SURE:
        message = (
            "the quote does not stand at its place and is not found elsewhere for sure, so the row was left out. "
            "Check the quote against the article."
        )
        raise Refused(message)
    return replace(row, start=found.start, end=found.end)


def _place(coding: Coding) -> tuple[str, str, int, int]:
    return coding.article, coding.code, coding.start, coding.end
