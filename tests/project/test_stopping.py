"""A long change tells how far it is; stopped half-way, file, history and search are as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.model.edits.codings import new_coding
from annotator.model.errors import Stopped
from annotator.project.checking import check_project
from annotator.project.pace import Pace

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = 1_000


@pytest.fixture
def made(tmp_path: Path) -> making.Team:
    made = making.team(tmp_path)
    project, text = made.project, "A long report. " * NUMBER
    project.do(
        edits.import_articles(articles=[NewArticle(title="Long", file="l.txt", text=text)], coder=made.ann, position=1)
    )
    article = project.articles()[-1]
    codings = [
        new_coding(article=article, text=text, start=15 * n, end=15 * n + 13, code=made.decides, coder=made.ann)
        for n in range(NUMBER)
    ]
    project.do(edits.code_passages(codings=codings, label="Code much"))
    return made


class StoppedAfter:
    """Tells to stop at the n-th look."""

    def __init__(self, looks: int) -> None:
        self.left = looks

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


def merging(made: making.Team, pace: Pace) -> None:
    project = made.project
    made.project.do(
        edits.merge_codes(code=made.decides, into=made.joins, codes=project.codes(), codings=project.codings()),
        pace=pace,
    )


def is_stopped(made: making.Team, looks: int) -> bool:
    try:
        merging(made, Pace(stopped=StoppedAfter(looks)))
    except Stopped:
        return True
    return False


def test_wherever_it_is_stopped_nothing_is_changed(made: making.Team) -> None:
    before, steps = making.everything(made.project), len(made.project.history())
    stopped = 0
    while is_stopped(made, stopped):
        stopped += 1
        assert making.everything(made.project) == before
        assert len(made.project.history()) == steps
    assert stopped >= 3 * NUMBER // 250, "it could be stopped while rows were compared, written, and remembered"
    assert {coding.code for coding in made.project.codings()} == {made.joins.id}
    assert check_project(made.path) == []


def test_undo_that_is_stopped_can_be_asked_for_again(made: making.Team) -> None:
    before = making.everything(made.project)
    merging(made, Pace())
    merged = making.everything(made.project)
    with pytest.raises(Stopped, match="Nothing was changed"):
        made.project.undo(Pace(stopped=StoppedAfter(9)))
    assert making.everything(made.project) == merged
    made.project.undo()
    assert making.everything(made.project) == before
    with pytest.raises(Stopped):
        made.project.redo(Pace(stopped=StoppedAfter(9)))
    made.project.redo()
    assert making.everything(made.project) == merged


def test_it_tells_how_far_it_is_up_to_all_of_it(made: making.Team) -> None:
    told: list[tuple[int, int]] = []
    merging(made, Pace(lambda through, total: told.append((through, total))))
    assert [through for through, _ in told] == sorted(through for through, _ in told)
    assert {total for _, total in told} == {3 * (NUMBER + 1)}
    assert told[-1][0] > 0.9 * told[-1][1]


def test_what_another_connection_wrote_is_announced_once(made: making.Team) -> None:
    heard: list[object] = []
    made.project.on_change(heard.append)
    other = type(made.project).open(made.path)
    other.act_as(made.ann)
    done = other.undo()
    other.close()
    assert made.project.announce(done) == done
    assert heard == [done.change_set]
    assert made.project.follow() is None
    assert len(heard) == 1
