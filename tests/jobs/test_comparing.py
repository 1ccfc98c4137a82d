"""Only passes that were finished and blind are compared, only codes that were there, and only what is running text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import making
import pytest

from annotator.jobs.comparing import compare_all_coders, compare_coders
from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.settling import decide
from annotator.model.records import AGREED_ID, Coder
from annotator.reviewing.worklist import worklist

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def team(tmp_path: Path) -> Iterator[making.Team]:
    """Ann and Ben, who have both coded the first sentence, Ann the second too; both have finished."""
    made = making.team(tmp_path)
    making.code(made.project, made.article, 0, 18, made.decides)
    making.code(made.project, made.article, 19, 45, made.joins)
    finish(made, made.ann)
    making.code(made.as_ben().project, made.article, 0, 18, made.decides)
    finish(made, made.ben)
    made.as_ann()
    yield made
    made.project.close()


def finish(team: making.Team, coder: Coder, *, seen: bool = False) -> None:
    project = team.project
    project.do(edits.finish_reading(articles=project.articles(), readings=project.readings(), coder=coder, seen=seen))


def in_round(team: making.Team) -> str:
    """Open a round of the two and return its id."""
    project = team.project
    project.do(edits.open_round(name="Pilot", coders=project.coders(), rounds=project.rounds(), coder=team.ann))
    return project.rounds()[-1].id


def test_a_code_made_after_somebody_had_finished_is_not_held_against_anybody(team: making.Team) -> None:
    late = making.add_code(team.project, "Late", team.family)
    late_made = replace(late, created="2999-01-01T00:00:00.000Z")
    team.project.do(ChangeSet("Make later", (Change(late, late_made),), carries_others=True))
    making.code(team.project, team.article, 47, 60, late_made)

    found = compare_coders(team.project, team.ann, team.ben, overlap=0.9).comparison

    assert (late.id, team.article.id) in found.not_comparable
    figures = {row.code: row for row in found.rows}
    assert (figures[late.id].a_only, figures[late.id].percent) == (0, None)
    assert figures[team.joins.id].a_only == 1


def test_a_code_that_whoever_finished_has_used_all_the_same_counts(team: making.Team) -> None:
    found = compare_coders(team.project, team.ann, team.ben, overlap=0.9).comparison

    assert found.not_comparable == frozenset()


def test_what_lies_in_what_was_set_aside_is_not_compared(team: making.Team) -> None:
    text = team.project.text(team.article.text_sha256)
    team.project.do(edits.set_aside(article=team.article, text=text, start=19, end=45, coder=team.ann))

    found = compare_coders(team.project, team.ann, team.ben, overlap=0.9).comparison

    assert [one.differences for _, one in found.compared] == [()]
    assert [row.code for row in found.rows] == [team.decides.id]


def test_with_sub_codes_the_family_has_a_row(team: making.Team) -> None:
    found = compare_coders(team.project, team.ann, team.ben, overlap=0.9, with_sub_codes=True).comparison

    assert [(row.code, row.both, row.a_only) for row in found.rows] == [
        (team.family.id, 1, 1), (team.decides.id, 1, 0), (team.joins.id, 0, 1),
    ]  # fmt: skip


def test_of_three_coders_those_count_who_have_finished(team: making.Team) -> None:
    carl = making.join(team.project, "Carl")
    before = compare_all_coders(team.project, [team.ann, team.ben, carl])
    assert [pair.articles for pair in before.comparison.pairs] == [1, 0, 0]

    team.project.act_as(carl)
    finish(team, carl)
    after = compare_all_coders(team.project, [team.ann, team.ben, carl], unit="character", with_sub_codes=True)

    assert [pair.articles for pair in after.comparison.pairs] == [1, 1, 1]
    assert after.comparison.rows[0].code == team.family.id
    assert after.comparison.rows[0].used_by == (team.ann.id, team.ben.id)
    assert after.left_out == ()


def test_left_out_of_three_is_what_fewer_than_two_have_finished(team: making.Team) -> None:
    carl = making.join(team.project, "Carl")
    team.as_ben().project.do(
        edits.finish_reading(articles=[team.article], readings=team.project.readings(), coder=team.ben, reopen=True)
    )

    found = compare_all_coders(team.project, [team.ann, team.ben, carl])

    assert found.work == ()
    assert [one.why for one in found.left_out] == ["Ben has not finished it; Carl has not finished it"]


def test_what_is_settled_is_the_work_of_a_coder_that_can_be_compared(team: making.Team) -> None:
    done = compare_coders(team.project, team.ann, team.ben, overlap=0.9)
    project = team.project
    found = worklist(
        done.work, dict(done.comparison.compared), codes=project.codes(), verdicts=project.verdicts(),
        coders=(team.ann.id, team.ben.id), reviewer=team.ann.id, rounds={team.article.id: in_round(team)},
    )  # fmt: skip
    standing = found.standing([team.article.id], project.codings(), [coder.id for coder in project.coders()])
    project.do(edits.adopt_matches(cases=found.adoptable(), standing=standing, reviewer=team.ann))
    standing = found.standing([team.article.id], project.codings(), [coder.id for coder in project.coders()])
    key = found.ordered()[0].key
    project.do(decide(case=found.case(key), standing=standing, decision="A", reviewer=team.ann))

    assert {one.round for one in project.verdicts()} == {project.rounds()[0].id}
    agreed = next(coder for coder in project.coders() if coder.id == AGREED_ID)
    assert agreed.kind == "agreed"
    mine = compare_coders(project, team.ann, agreed, overlap=0.9).comparison
    assert (mine.pooled.f1, mine.pooled.a_only) == (1.0, 0)
    for _ in range(2):
        project.undo()
    assert [coder.name for coder in project.coders()] == ["Ann", "Ben"]
    assert project.codings(coders=[AGREED_ID]) == []
