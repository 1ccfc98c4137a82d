"""Whatever a reviewer presses on the Review page, the agreed work follows the verdicts and nothing typed is lost."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from journeys.coded_by_chance import coded_by_chance
from journeys.reviewing_by_chance import Reviewer
from making import everything

from annotator.jobs.sending import send_work
from annotator.model import records
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

STEPS, MANY_STEPS = 180, 5_000


@pytest.fixture(autouse=True)
def same_ids_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run be the same when it is made again: ids decide where two things are equally near."""
    chance = random.Random(1)
    monkeypatch.setattr(records, "uuid4", lambda: UUID(int=chance.getrandbits(128), version=4))


@pytest.fixture
def steps(long_run: bool) -> int:
    return MANY_STEPS if long_run else STEPS


def before_the_page(analyst: Analyst, folder: Path, seed: int) -> Analyst:
    path = coded_by_chance(folder / "apart.annotator", random.Random(seed))
    with Project.open(path) as project:
        ben = next(one for one in project.coders() if one.name == "Ben")
        send_work(project, ben, path.with_name("from ben.annotator"))
    analyst.window.open_project(path, "Ann")
    analyst.press("Ctrl+2")
    return analyst


def test_alone_every_step_is_sound_and_undo_leads_back(analyst: Analyst, tmp_path: Path, steps: int) -> None:
    reviewer = Reviewer(before_the_page(analyst, tmp_path, 3), random.Random(3), alone=True)
    before = everything(analyst.project)
    for _ in range(steps):
        reviewer.step()
    assert reviewer.decided >= {"A", "B", "neither", "other", ""}
    while analyst.project.undo_label() not in (None, "Finish article"):
        assert analyst.workspace.session.undo() is not None
        reviewer.look()
    assert everything(analyst.project) == before
    assert check_project(reviewer.path) == []


def test_while_others_write_too_every_step_is_sound(analyst: Analyst, tmp_path: Path, steps: int) -> None:
    reviewer = Reviewer(before_the_page(analyst, tmp_path, 5), random.Random(5), alone=False)
    for _ in range(steps):
        reviewer.step()
    assert len({one.coder for one in analyst.project.verdicts()}) > 1
    assert check_project(reviewer.path) == []
