"""What a reviewer decided goes to the coder, what the coder answers comes back; what is agreed apart stands once."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import making
import pytest
from exchanging import exchanged, packed, taken

from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.agreed_work import agreed_coder
from annotator.model.edits.judging import answer_verdict, judge_coding, open_round
from annotator.model.records import AGREED_ID, Answer, Coding, Round, Verdict, new_id, now
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from making import Team


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """Ann's copy of the project, at which she acts; Ben has coded in it."""
    made = making.team(tmp_path)
    making.code(made.as_ben().project, made.article, 0, 9, made.decides)
    made.as_ann()
    yield made
    made.project.close()


@pytest.fixture
def bens(team: Team, tmp_path: Path) -> Iterator[Project]:
    """Ben's copy of the project, at which he acts."""
    team.project.settle()
    (tmp_path / "ben").mkdir()
    copy = tmp_path / "ben" / "evidence.annotator"
    shutil.copy(team.path, copy)
    with Project.open(copy) as project:
        project.act_as(team.ben)
        yield project


def judge(project: Project, team: Team, reason: str) -> Verdict:
    """Disagree with Ben's coding, for a reason."""
    (coding,) = (one for one in project.codings() if one.coder == team.ben.id)
    assert project.coder is not None
    project.do(judge_coding(
        coding=coding, code=team.decides, reviewer=project.coder, decision="disagree", reason=reason
    ))  # fmt: skip
    return next(one for one in project.verdicts() if one.coder == project.coder.id)


def agree(project: Project, team: Team, verdict: str | None = None) -> Coding:
    """Take Ben's coding over as agreed."""
    (coding,) = (one for one in project.codings() if one.coder == team.ben.id)
    agreed = replace(coding, id=new_id(), coder=AGREED_ID, adopted_from=coding.id, verdict=verdict, created=now())
    known = any(one.id == AGREED_ID for one in project.coders())
    new = (*(() if known else (agreed_coder(),)), agreed)
    project.do(ChangeSet("Adopt", tuple(Change(None, one) for one in new)))
    return agreed


def test_verdicts_and_what_is_agreed_go_with_the_reviewers_package_and_answers_come_back(
    team: Team, bens: Project, tmp_path: Path
) -> None:
    verdict = judge(team.project, team, "See the definition")
    agreed = agree(team.project, team, verdict.id)
    team.project.do(open_round(name="Pilot", coders=[team.ann, team.ben], rounds=[], coder=team.ann))

    found = taken(bens, packed(team.project, tmp_path))
    bens.do(answer_verdict(verdict=verdict, text="I see", coder=team.ben))
    back = taken(team.project, packed(bens, tmp_path))

    assert (found.new[Verdict], found.new[Round], found.new[Coding]) == (1, 1, 1)
    assert bens.verdicts() == [verdict]
    assert agreed in bens.codings()
    assert back.new[Answer] == 1
    assert [one.text for one in team.project.answers()] == ["I see"]
    exchanged(team.project, bens)
    assert making.everything(team.project) == making.everything(bens)


def test_verdicts_of_two_reviewers_stay_two_and_one_reviewers_own_are_one(team: Team, bens: Project) -> None:
    carl = making.join(team.project, "Carl")
    taken(bens, team.project.path)
    judge(team.project, team, "Ann's reason")
    bens.act_as(team.ann)  # at her other computer
    judge(bens, team, "Ann's reason, put longer")
    bens.act_as(carl)
    judge(bens, team, "Carl's reason")

    exchanged(team.project, bens)

    assert sorted((one.coder == carl.id, one.reason) for one in bens.verdicts()) == [
        (False, "Ann's reason, put longer"), (True, "Carl's reason"),
    ]  # fmt: skip
    assert making.everything(team.project) == making.everything(bens)


def test_what_both_agreed_on_apart_stands_once_and_is_sound(team: Team, bens: Project) -> None:
    one, other = agree(team.project, team), agree(bens, team)

    exchanged(team.project, bens)

    agreed = [coding for coding in team.project.codings() if coding.coder == AGREED_ID]
    assert [coding.id for coding in agreed] == [min(one.id, other.id)]
    assert making.everything(team.project) == making.everything(bens)
    for project in (team.project, bens):
        project.close()
        assert check_project(project.path) == []
