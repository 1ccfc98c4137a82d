"""Coverage counts what was finished, read or coded, and keeps to itself what would give away blind work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

from annotator.jobs.coverage import coverage
from annotator.model import edits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def team(tmp_path: Path) -> Iterator[making.Team]:
    """Ann has coded one sentence and Ben two, nobody has finished; Ann acts."""
    made = making.team(tmp_path)
    making.code(made.project, made.article, 0, 18, made.decides)
    making.code(made.as_ben().project, made.article, 0, 18, made.decides)
    making.code(made.project, made.article, 19, 45, made.decides)
    made.as_ann()
    yield made
    made.project.close()


def finish(team: making.Team) -> None:
    team.project.do(edits.finish_reading(
        articles=[team.article], readings=team.project.readings(), coder=team.ann
    ))  # fmt: skip


def test_ones_own_come_first_and_a_colleagues_stay_hidden_until_one_has_finished(team: making.Team) -> None:
    ann, ben = coverage(team.project, team.ann.id).coders
    assert (ann.coder, ben.coder) == (team.ann.id, team.ben.id)
    assert (ann.work.codings, ann.work.hidden, ann.unknown) == (1, False, 0)
    assert (ben.work.codings, ben.work.hidden, ben.unknown) == (0, True, len(team.project.articles()))
    assert {one.coder for one in coverage(team.project, team.ann.id).use} == {team.ann.id}

    finish(team)

    ann, ben = coverage(team.project, team.ann.id).coders
    assert ann.finished == 1
    known = {one.coder: sum(one.given.values()) for one in coverage(team.project, team.ann.id).use}
    assert known == {team.ann.id: 1, team.ben.id: 2}


def test_paragraphs_are_seen_that_hold_a_coding_and_all_of_what_is_finished(team: making.Team) -> None:
    before = coverage(team.project, team.ann.id).coders[0]
    assert 0 < before.seen <= before.paragraphs
    finish(team)
    after = coverage(team.project, team.ann.id).coders[0]
    assert after.seen >= before.seen
    assert after.paragraphs == before.paragraphs


def test_it_ends_with_what_is_there_when_it_is_stopped(team: making.Team) -> None:
    found = coverage(team.project, team.ann.id, lambda: True)
    assert [one.paragraphs for one in found.coders] == [0, 0]
    assert found.use == ()
