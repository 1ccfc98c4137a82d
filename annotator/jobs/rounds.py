"""Which round of coding a comparison belongs to, and how its agreement is frozen when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator import __version__
from annotator.jobs.comparing import ComparedWork, SharedWork, compare_all_coders, compare_coders
from annotator.model.edits.judging import freeze_round
from annotator.model.rounds import latest_round as latest_round
from annotator.model.rounds import round_of as round_of
from annotator.model.rounds import rounds_of
from annotator.reviewing.frozen import frozen_json
from annotator.reviewing.segments import STRICT

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotator.model.changes import ChangeSet
    from annotator.model.review_records import Round
    from annotator.project.reads import ProjectReads


def freeze_on_opening(project: ProjectReads, coders: Collection[str]) -> list[ChangeSet]:
    """Return what freezes the rounds of these coders whose comparison is opened for the first time now.

    A round of which nothing can be compared yet is left alone. All passes that are finished and blind count, of all
    its coders, by sentences, whatever unit is looked at.
    """
    gestures = []
    for one in rounds_of(project.rounds(), coders):
        figures = "" if one.frozen else _figures(project, one)
        if figures:
            gestures.append(freeze_round(coding_round=one, figures=figures))
    return gestures


def compared_in(project: ProjectReads, coding_round: Round) -> ComparedWork | SharedWork | None:
    """Return how the coders of a round agree now, by sentences; none where nothing of it can be compared."""
    known = {coder.id: coder for coder in project.coders()}
    coders = [known[row] for row in coding_round.coder_ids if row in known]
    if len(coders) < 2:
        return None
    articles = coding_round.article_ids or None
    work: ComparedWork | SharedWork = (
        compare_coders(project, coders[0], coders[1], overlap=STRICT, articles=articles) if len(coders) == 2
        else compare_all_coders(project, coders, articles=articles)
    )  # fmt: skip
    return work if work.work else None


def _figures(project: ProjectReads, coding_round: Round) -> str:
    work = compared_in(project, coding_round)
    if work is None:
        return ""
    there = {coder.id for coder in project.coders()}
    coders = [row for row in coding_round.coder_ids if row in there]
    return frozen_json(work.comparison, coders, [one.article for one in work.work], __version__)
