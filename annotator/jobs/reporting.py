"""What a printed report of a comparison says: figures, how they are reckoned, what was left out, what was decided."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator import __version__
from annotator.exporting.agreement_report import AgreementReport, ReportDifference, ReportRow
from annotator.model.edits.settling import DECIDED
from annotator.model.passages import paragraph_number, paragraphs
from annotator.model.scheme_tree import joined, name_paths
from annotator.reviewing.intervals import RUNS, SEED
from annotator.reviewing.plain_sentence import plain_sentence
from annotator.reviewing.worklist import worklist

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.jobs.comparing import ComparedWork
    from annotator.model.records import Article, Code, Coder, Coding
    from annotator.model.review_records import Verdict
    from annotator.project.reads import ProjectReads
    from annotator.reviewing.comparison import Figures
    from annotator.reviewing.listed import Listed
    from annotator.reviewing.worklist import Worklist

BETWEEN = " … "
STATES = {"open": "open", "discuss": "to discuss", "stale": "changed since", "decided": "decided"}


def report_of(
    project: ProjectReads,
    work: ComparedWork,
    a: Coder,
    b: Coder,
    *,
    reviewer: str = "",
    name: str = "",
    agenda: bool = False,
) -> AgreementReport:
    """Return the report of a comparison of A and B. `reviewer` is whose decisions come first, `name` the project's.

    An `agenda` lists only what is to be discussed.
    """
    codes, articles = project.codes(), {one.id: one for one in project.articles()}
    listed = worklist(
        work.to_settle, work.places, codes=codes, verdicts=project.verdicts(), coders=(a.id, b.id),
        reviewer=reviewer,
    )  # fmt: skip
    paths = {code: joined(path) for code, path in name_paths(codes).items()}
    waiting = listed.open_by_place()
    rows = [_row(figures, paths, waiting) for figures in work.comparison.rows]
    rows.sort(key=lambda row: (row.alpha is None, row.alpha or 0.0))
    names = a.name, b.name
    return AgreementReport(
        title=f"{'To discuss' if agenda else name or 'Agreement'}: {a.name} and {b.name}", coders=names,
        sentence=plain_sentence(work.comparison, codes, names), facts=_facts(work, listed, articles, names),
        rows=tuple(rows), pooled=_pooled(work.comparison.pooled, sum(waiting.values())),
        left_out=tuple((articles[one.article].title, one.why) for one in work.left_out if one.article in articles),
        differences=tuple(_Told(listed, articles, {one.id: one for one in codes}, names).all(agenda=agenda)),
    )  # fmt: skip


def _row(figures: Figures, paths: Mapping[str, str], waiting: Mapping[tuple[str, str], int]) -> ReportRow:
    left = sum(number for (code, _), number in waiting.items() if code == figures.code)
    return _figures(figures, paths.get(figures.code, figures.code), left)


def _pooled(figures: Figures, left: int) -> ReportRow:
    return _figures(figures, "All codes, pooled", left)


def _figures(figures: Figures, code: str, left: int) -> ReportRow:
    return ReportRow(
        code, figures.a_only, figures.both, figures.b_only, figures.percent, figures.alpha, figures.interval.low,
        figures.interval.high, figures.kappa, figures.f1, left, _note(figures),
    )  # fmt: skip


def _note(figures: Figures) -> str:
    """Return why a figure is missing, or the interval."""
    return figures.undefined or (f"no interval: {figures.interval.why}" if figures.interval.why else "")


def _facts(
    work: ComparedWork, listed: Worklist, articles: Mapping[str, Article], names: tuple[str, str]
) -> tuple[tuple[str, str], ...]:
    found, progress = work.comparison, listed.progress()
    compared = [articles[one].title for one in work.articles if one in articles]
    boundary = f"two passages of a code match from {100 * found.threshold:.0f} % of shared characters on"
    return (
        ("Coders", " and ".join(names)),
        ("Articles", f"{len(compared):,} compared, {len(work.left_out):,} left out: {'; '.join(compared)}"),
        ("Passes", "only articles that both have finished, each blind"),
        ("Unit", _unit(found.unit)),
        ("Coefficient", "Krippendorff’s alpha, nominal, each code present or absent; pooled: 1 − ΣDo/ΣDe"),
        ("Also", "percent agreement; Cohen’s kappa, pooled: of all codes’ counts together; F1 = 2 · both / (A + B)"),
        ("Krippendorff’s lines", ".800 reliable, .667 to .800 tentative only"),
        ("Trimmed", "white space at the ends of passages is left out before comparing; what is set aside, too"),
        ("Matching", boundary),
        ("Interval", f"95 %, percentile bootstrap over {found.drawn}, {RUNS:,} runs, seed {SEED}"),
        ("Decided", f"{progress.decided:,} of {progress.all:,} differences, {progress.stale:,} changed since"),
        ("Program", f"Annotator {__version__}"),
        ("Date", f"{datetime.now(UTC).astimezone():%d %B %Y, %H:%M}"),
    )


def _unit(unit: str) -> str:
    told = {
        "sentence": "sentence: coded where any letter of it is", "character": "character",
        "paragraph": "paragraph: coded where any letter of it is", "segment": "whole passages, matched one to one",
    }  # fmt: skip
    return told[unit]


def _is_to_discuss(each: Listed) -> bool:
    """Tell whether a difference is on the agenda: also one that is decided and was put there again."""
    return each.state == "discuss" or (each.verdict is not None and each.verdict.discuss)


class _Told:
    """Words the differences, in the order of the scheme."""

    def __init__(
        self, listed: Worklist, articles: Mapping[str, Article], codes: Mapping[str, Code], names: tuple[str, str]
    ) -> None:
        self._listed, self._articles, self._codes, self._names = listed, articles, codes, names
        self._starts: dict[str, list[int]] = {}

    def all(self, *, agenda: bool) -> list[ReportDifference]:
        """Return every difference, or those to discuss."""
        return [self._one(each) for each in self._listed.ordered() if not agenda or _is_to_discuss(each)]

    def _kind(self, kind: str) -> str:
        """Return what differs, with the name of whoever lacks it: on paper nothing says who A is."""
        lacking = dict(zip(("missing in A", "missing in B"), self._names, strict=True))
        return f"Missing in {lacking[kind]}" if kind in lacking else kind.capitalize()

    def _one(self, each: Listed) -> ReportDifference:
        verdict = each.verdict
        code = self._codes.get(each.code)
        kind = f"{self._kind(each.kind)}: {code.title if code else 'a deleted code'}"
        if each.kind == "code" and each.place.b and each.place.b[0].code in self._codes:
            kind += f" or {self._codes[each.place.b[0].code].title}"
        return ReportDifference(
            self._place(each), kind, _words(each.place.a), _words(each.place.b), self._decision(each, verdict),
            verdict.reason if verdict else "",
        )  # fmt: skip

    def _place(self, each: Listed) -> str:
        if each.article not in self._starts:
            work = self._listed.ground.work[each.article]
            self._starts[each.article] = [start for start, _ in paragraphs(work.text)]
        number = paragraph_number(self._starts[each.article], each.place.start) or 1
        title = self._articles[each.article].title if each.article in self._articles else "an article that is gone"
        return f"{title}, ¶ {number}"

    def _decision(self, each: Listed, verdict: Verdict | None) -> str:
        if verdict is None or not verdict.decision:
            return STATES[each.state]
        told = {**DECIDED, "A": f"{self._names[0]}’s", "B": f"{self._names[1]}’s"}.get(verdict.decision, "")
        if verdict.decision == "other" and verdict.code in self._codes:
            told = self._codes[verdict.code].title
        together = ", by both together" if verdict.by_both else ""
        return f"{told}{together}{', changed since' if each.state == 'stale' else ''}"


def _words(codings: Sequence[Coding]) -> str:
    return BETWEEN.join(one.quote for one in codings)
