"""How often rows were written is counted with each gesture, checked, and leaves with a purged article."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import making
from exchanging import taken

from annotator.model import edits
from annotator.model.records import Coder, Coding
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from making import Team

SECRET = "Zanzibar quokkas will hold the whole budget."


def test_each_gesture_counts_its_rows_and_its_coder(team: Team) -> None:
    before = team.project.revisions()[Coder, team.ann.id].number
    coding = making.code(team.project, team.article, 0, 9, team.decides)
    assert (Coding, coding.id) not in team.project.revisions()

    team.project.do(edits.write_memo(coding=coding, memo="why"))
    team.project.undo()
    assert team.project.revisions()[Coding, coding.id].number == 3
    team.project.undo()
    gone = team.project.revisions()[Coding, coding.id]
    team.project.redo()
    back = team.project.revisions()[Coding, coding.id]

    assert (gone.number, gone.gone, gone.kept) == (3, 3, coding)
    assert (back.number, back.kept) == (4, None)
    assert team.project.revisions()[Coder, team.ann.id].number == before + 5


def test_taking_back_what_was_received_puts_the_counts_back(team: Team, tmp_path: Path) -> None:
    coding = making.code(team.as_ben().project, team.article, 0, 9, team.decides)
    copy = copied(team, tmp_path)
    with Project.open(copy) as bens:
        bens.act_as(team.ben)
        bens.do(edits.write_memo(coding=coding, memo="why"))
    team.as_ann()
    before = team.project.revisions()

    taken(team.project, copy)
    after = team.project.revisions()
    team.project.undo()
    undone = team.project.revisions()
    team.project.redo()

    me = (Coder, team.ann.id)
    assert {**undone, me: None} == {**before, me: None}
    assert {**team.project.revisions(), me: None} == {**after, me: None}


def test_what_was_received_as_removed_leaves_with_its_purged_article(team: Team, tmp_path: Path) -> None:
    article = making.add_article(team.project, SECRET, "Wombat")
    copy = copied(team, tmp_path)
    with Project.open(copy) as bens:
        bens.act_as(team.ben)
        making.code(bens, article, 0, 16, team.decides)
        bens.undo()
    taken(team.project, copy)
    assert any(one.kept is not None for one in team.project.revisions().values())

    team.project.purge(article)
    team.project.close()

    assert b"Zanzibar" not in team.path.read_bytes()
    assert check_project(team.path) == []


def test_a_count_that_cannot_be_is_found(team: Team) -> None:
    coding = making.code(team.project, team.article, 0, 9, team.decides)
    team.project.undo()
    team.project.close()
    with closing(sqlite3.connect(team.path)) as connection:
        connection.execute("UPDATE revision SET gone = 0 WHERE row = ?", (coding.id,))
        connection.commit()

    assert [one.where for one in check_project(team.path)] == [f"coding {coding.id}"]


def copied(team: Team, folder: Path) -> Path:
    """Copy the project as it is."""
    team.project.settle()
    copy = folder / "copy" / team.path.name
    copy.parent.mkdir()
    shutil.copy(team.path, copy)
    return copy
