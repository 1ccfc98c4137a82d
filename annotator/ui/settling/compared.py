"""What a comparison on the Review page gives, out of the file alone: so it can be reckoned beside the window too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.jobs.comparing import ComparedWork, NotCompared, SharedWork, compare_all_coders, compare_coders
from annotator.jobs.passes import hidden_from
from annotator.jobs.rounds import compared_in, freeze_on_opening, latest_round
from annotator.model.changes import ChangeSet
from annotator.project.project import Project
from annotator.reviewing.more_measures import MoreMeasure, measures_of_all
from annotator.reviewing.pairs import those_with_passes
from annotator.reviewing.segments import STRICT
from annotator.reviewing.several import SharedArticle
from annotator.reviewing.worklist import Worklist, worklist
from annotator.ui.settling.hidden_names import as_called

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from annotator.model.records import Coder
    from annotator.reviewing.comparison import Unit

HIDDEN = "you have not finished it yourself, so colleagues' codings stay hidden"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who is compared, by which unit; `threshold` is the shared part from which two passages match.

    `everybody`: the figures are those of all coders; the differences stay those of A and B. `called` names coders
    otherwise, by their ids, where the reviewer shall not know who they are.
    """

    a: str
    b: str
    unit: Unit = "sentence"
    threshold: float = STRICT
    sub_codes: bool = False
    everybody: bool = False
    called: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """The work of the two, of all where that is asked for, the list to settle, and the round they are in.

    `now` is the alpha of that round by its own rule, to be held beside the frozen one; `freezing` freezes rounds that
    are compared for the first time.
    """

    work: ComparedWork
    shared: SharedWork | None
    list: Worklist
    now: float | None = None
    freezing: ChangeSet | None = None


def compared(project: Project, chosen: Chosen, looking: str, *, opening: bool) -> Compared | None:
    """Compare, as the person with the id `looking` may see it; none where one of the two is gone.

    Raises AnnotatorError where a text is damaged.
    """
    coders = _coders(project, chosen)
    a, b = coders.get(chosen.a), coders.get(chosen.b)
    if a is None or b is None:
        return None
    hidden = hidden_from(project, looking)
    articles = [one.id for one in project.articles()]
    shown = [one for one in articles if one not in hidden]
    kept_back = tuple(NotCompared(one, HIDDEN) for one in articles if one in hidden)
    work = compare_coders(
        project, a, b, unit=chosen.unit, overlap=chosen.threshold, articles=shown, with_sub_codes=chosen.sub_codes
    )
    listed = worklist(
        work.to_settle, work.places, codes=project.codes(), verdicts=project.verdicts(),
        coders=(a.id, b.id), reviewer=looking,
    )  # fmt: skip
    freezing = _freezing(project, (a.id, b.id)) if opening else None
    return Compared(
        replace(work, left_out=(*work.left_out, *kept_back)), _shared(project, chosen, list(coders.values()), shown),
        listed, _now(project, (a.id, b.id)), freezing,
    )  # fmt: skip


def _coders(project: Project, chosen: Chosen) -> dict[str, Coder]:
    """Return all coders by id, under the names that are shown."""
    called = dict(chosen.called)
    return {coder.id: as_called(coder, called) for coder in project.coders()}


def _shared(project: Project, chosen: Chosen, coders: Sequence[Coder], articles: Sequence[str]) -> SharedWork | None:
    people = those_with_passes(coders, project.readings())
    if not chosen.everybody or chosen.unit == "segment" or len(people) < 3:
        return None
    return compare_all_coders(
        project, people, unit=chosen.unit, articles=articles, with_sub_codes=chosen.sub_codes
    )  # fmt: skip


def _freezing(project: Project, coders: Collection[str]) -> ChangeSet | None:
    gestures = freeze_on_opening(project, coders)
    if len(gestures) < 2:
        return gestures[0] if gestures else None
    changes = tuple(change for gesture in gestures for change in gesture.changes)
    return ChangeSet(f"Freeze the agreement of {len(gestures)} rounds", changes)


def _now(project: Project, coders: Collection[str]) -> float | None:
    """Return the present alpha of the round that these coders are in."""
    coding_round = latest_round(project.rounds(), coders)
    work = compared_in(project, coding_round) if coding_round is not None else None
    return work.comparison.pooled.alpha if work is not None else None


def reckoned(
    path: Path, chosen: Chosen, looking: str, work: ComparedWork, shared: SharedWork | None, codes: Sequence[str]
) -> tuple[list[MoreMeasure], SharedWork | None]:
    """Return the further measures, of A and B or of all coders; and how each two of all agree where there are more.

    Raises AnnotatorError where the file cannot be read.
    """
    if shared is None:
        with Project.open(path, read_only=True) as project:
            hidden = hidden_from(project, looking)
            shown = [one.id for one in project.articles() if one.id not in hidden]
            everybody = replace(chosen, unit=_counted(chosen.unit), everybody=True)
            shared = _shared(project, everybody, list(_coders(project, chosen).values()), shown)
    if chosen.everybody and shared is not None:
        found = shared.comparison
        return measures_of_all(shared.work, found.coders, codes, found.pooled.interval), shared
    pair = (chosen.a, chosen.b)
    both = [SharedArticle(one.article, one.text, dict(zip(pair, (one.a, one.b), strict=True)), one.aside)
            for one in work.work]  # fmt: skip
    return measures_of_all(both, pair, codes, work.comparison.pooled.interval), shared


def _counted(unit: Unit) -> Unit:
    return "sentence" if unit == "segment" else unit
