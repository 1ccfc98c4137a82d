"""A round's agreement is kept as it was when it was first opened, whatever is recoded or settled afterwards."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import making
import pytest

from annotator.jobs.comparing import compare_coders
from annotator.jobs.rounds import freeze_on_opening, latest_round, round_of
from annotator.model import edits
from annotator.model.errors import Refused
from annotator.reviewing.frozen import read_frozen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.model.records import Coder
    from annotator.model.review_records import Round


@pytest.fixture
def team(tmp_path: Path) -> Iterator[making.Team]:
    """Ann and Ben in a round on one article, of which Ann has coded two sentences and Ben one; Ann acts."""
    made = making.team(tmp_path)
    open_round(made, "Pilot", made.ann, made.ben)
    making.code(made.project, made.article, 0, 18, made.decides)
    making.code(made.project, made.article, 19, 45, made.decides)
    making.code(made.as_ben().project, made.article, 0, 18, made.decides)
    made.as_ann()
    yield made
    made.project.close()


def open_round(team: making.Team, name: str, *coders: Coder) -> None:
    team.project.do(edits.open_round(
        name=name, coders=coders, rounds=team.project.rounds(), coder=team.ann, articles=[team.article]
    ))  # fmt: skip


def finish(team: making.Team, *coders: Coder) -> None:
    for coder in coders:
        team.project.act_as(coder)
        readings = team.project.readings()
        team.project.do(edits.finish_reading(articles=[team.article], readings=readings, coder=coder))
    team.as_ann()


def opened(team: making.Team) -> Round:
    for gesture in freeze_on_opening(team.project, [team.ann.id, team.ben.id]):
        team.project.do(gesture)
    return team.project.rounds()[-1]


def test_it_is_frozen_when_first_opened_and_stays_so(team: making.Team) -> None:
    assert opened(team).frozen == ""
    finish(team, team.ann, team.ben)
    before = compare_coders(team.project, team.ann, team.ben, overlap=0.9).comparison

    first = opened(team)
    making.code(team.as_ben().project, team.article, 19, 45, team.decides)
    again = opened(team.as_ann())

    assert first == again
    assert first.frozen_at
    frozen, now = read_frozen(again), compare_coders(team.project, team.ann, team.ben, overlap=0.9).comparison
    assert frozen is not None
    assert frozen.rows[team.decides.id].f1 == before.rows[0].f1 == pytest.approx(2 / 3)
    assert frozen.pooled.alpha == before.pooled.alpha
    assert now.rows[0].f1 == 1.0
    assert (frozen.unit, frozen.articles) == ("sentence", (team.article.id,))
    assert set(frozen.coders) == {team.ann.id, team.ben.id}


def test_the_same_figures_are_the_same_letters(team: making.Team) -> None:
    finish(team, team.ann, team.ben)

    one, other = (freeze_on_opening(team.project, [team.ann.id])[0].changes[0].after for _ in range(2))

    assert one.frozen == other.frozen  # type: ignore[union-attr]
    told = json.loads(one.frozen)  # type: ignore[union-attr]
    assert {"seed", "runs", "version", "unit", "drawn"} <= set(told)


def test_three_coders_have_their_figures_too(team: making.Team) -> None:
    carl = making.join(team.project, "Carl")
    open_round(team, "Main", team.ann, team.ben, carl)
    finish(team, team.ann, team.ben, carl)

    frozen = read_frozen(opened(team))

    assert frozen is not None
    assert len(frozen.coders) == 3
    assert frozen.rows[team.decides.id].kappa is not None


def test_the_latest_round_of_both_coders_and_the_article_counts(team: making.Team) -> None:
    carl = making.join(team.project, "Carl")
    open_round(team, "Main", team.ann, carl)
    rounds, pair = team.project.rounds(), (team.ann.id, team.ben.id)

    assert round_of(rounds, team.article.id, pair) == rounds[0]
    assert round_of(rounds, "another", pair) is None
    assert round_of([replace(rounds[0], articles="")], "another", pair) is not None
    assert latest_round(rounds, (team.ann.id,)) == rounds[1]
    assert latest_round(rounds, ("nobody",)) is None


@pytest.mark.parametrize("frozen", ["", "{}", "[]", '{"form":99}', '{"form":1,"codes":3}', "no json"])
def test_what_another_program_froze_is_not_misread(team: making.Team, frozen: str) -> None:
    assert read_frozen(replace(team.project.rounds()[0], frozen=frozen)) is None


def test_a_round_needs_a_name_of_its_own_and_two_coders(team: making.Team) -> None:
    for name, coders, why in (("pilot ", (team.ann, team.ben), "already"), (" ", (team.ann, team.ben), "needs a name"),
                              ("Main", (team.ann,), "two coders")):  # fmt: skip
        with pytest.raises(Refused, match=why):
            open_round(team, name, *coders)
