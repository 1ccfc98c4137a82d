"""The further measures stand under heads, and a family with places coded twice says so in place of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

from annotator.jobs.comparing import compare_all_coders, compare_coders
from annotator.jobs.more_measures import more_measures
from annotator.model import edits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def team(tmp_path: Path) -> Iterator[making.Team]:
    """Ann and Ben have finished; both have coded the first sentence, Ann the second with another code."""
    made = making.team(tmp_path)
    making.code(made.project, made.article, 0, 18, made.decides)
    making.code(made.project, made.article, 19, 45, made.joins)
    making.code(made.as_ben().project, made.article, 0, 18, made.decides)
    finish(made)
    yield made
    made.project.close()


def finish(team: making.Team) -> None:
    for coder in (team.ben, team.ann):
        team.project.act_as(coder)
        readings = team.project.readings()
        team.project.do(edits.finish_reading(articles=[team.article], readings=readings, coder=coder))


def test_over_all_codes_and_for_each_family_that_was_used(team: making.Team) -> None:
    making.add_code(team.project, "Unused", making.add_code(team.project, "Funding"))
    work = compare_coders(team.project, team.ann, team.ben, overlap=0.9)

    found = more_measures(work, (team.ann.id, team.ben.id), team.project.codes())

    assert [(one.title, one.why) for one in found] == [("All codes, pooled", ""), ("Governance", "")]
    assert [one.name for one in found[0].measures] == [
        "Scott's pi", "Brennan-Prediger", "Gwet AC1", "Set-valued alpha (MASI)", "Mean of kappas", "P(alpha < .667)",
        "P(alpha < .800)",
    ]  # fmt: skip
    family = {one.name: one for one in found[1].measures}
    assert family["(k)u-alpha, Joining"].value is None
    assert "nothing that several coded" in family["(k)u-alpha, Joining"].note
    assert family["u-alpha"].value is not None


def test_three_coders_have_congers_kappa_too(team: making.Team) -> None:
    carl = making.join(team.project, "Carl")
    work = compare_all_coders(team.project, [team.ann, team.ben, carl])

    found = more_measures(work, (team.ann.id, team.ben.id, carl.id), team.project.codes())

    assert "Conger" in {one.name for one in found[0].measures}


def test_a_family_with_a_place_coded_twice_is_refused_with_the_place(team: making.Team) -> None:
    making.code(team.project, team.article, 0, 18, team.joins)
    work = compare_coders(team.project, team.ann, team.ben, overlap=0.9)

    family = more_measures(work, (team.ann.id, team.ben.id), team.project.codes())[1]

    assert family.measures == ()
    assert family.why == "refused: 1 place with two of its codes by one coder"
    assert [(one.coder, one.start, one.end) for one in family.refused] == [(team.ann.id, 0, 18)]
