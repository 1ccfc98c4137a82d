"""Which round of coding a comparison belongs to, and how its agreement is frozen when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator import __version__
from annotator.jobs.comparing import ComparedWork, SharedWork, compare_all_coders, compare_coders
from annotator.model.edits.judging import freeze_round
from annotator.reviewing.frozen import frozen_json
from annotator.reviewing.segments import STRICT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.review_records import Round
    from annotator.project.reads import ProjectReads


def round_of(rounds: Iterable[Round], article: str, coders: Collection[str]) -> Round | None:
    """Return the latest round in which all these coders code this article, by ids; none where there is none."""
    found = [one for one in _of_coders(rounds, coders) if not one.articles or article in one.article_ids]
    return found[-1] if found else None


def latest_round(rounds: Iterable[Round], coders: Collection[str]) -> Round | None:
    """Return the latest round in which all these coders code, by ids."""
    found = _of_coders(rounds, coders)
    return found[-1] if found else None


def freeze_on_opening(project: ProjectReads, coders: Collection[str]) -> list[ChangeSet]:
    """Return what freezes the rounds of these coders whose comparison is opened for the first time now.

    A round of which nothing can be compared yet is left alone. All passes that are finished and blind count, of all
    its coders, by sentences, whatever unit is looked at.
    """
    gestures = []
    for one in _of_coders(project.rounds(), coders):
        figures = "" if one.frozen else _figures(project, one)
        if figures:
            gestures.append(freeze_round(coding_round=one, figures=figures))
    return gestures


def _of_coders(rounds: Iterable[Round], coders: Collection[str]) -> Sequence[Round]:
    found = [one for one in rounds if set(coders) <= set(one.coder_ids)]
    return sorted(found, key=lambda one: (one.position, one.created, one.id))


def _figures(project: ProjectReads, coding_round: Round) -> str:
    known = {coder.id: coder for coder in project.coders()}
    coders = [known[row] for row in coding_round.coder_ids if row in known]
    if len(coders) < 2:
        return ""
    articles = coding_round.article_ids or None
    work: ComparedWork | SharedWork = (
        compare_coders(project, coders[0], coders[1], overlap=STRICT, articles=articles) if len(coders) == 2
        else compare_all_coders(project, coders, articles=articles)
    )  # fmt: skip
    compared = [one.article for one in work.work]
    ids = [coder.id for coder in coders]
    return frozen_json(work.comparison, ids, compared, __version__) if compared else ""
