"""Two windows on one file: a stale gesture is refused, the next one works, and each hears what the other did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.errors import Refused
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from making import Team

    from annotator.model.changes import ChangeSet


@pytest.fixture
def other(team: Team) -> Iterator[Project]:
    """A second window of Ann's on the same file."""
    project = Project.open(team.path)
    project.act_as(team.ann)
    yield project
    project.close()


def heard_by(project: Project) -> list[ChangeSet]:
    heard: list[ChangeSet] = []
    project.on_change(heard.append)
    return heard


def rows(heard: list[ChangeSet]) -> list[str]:
    return [change.record.id for change_set in heard for change in change_set.changes]


def test_a_row_changed_meanwhile_is_not_overwritten_and_the_next_try_works(team: Team, other: Project) -> None:
    coding = making.code(team.project, team.article, 0, 9, team.decides)
    team.project.do(edits.write_memo(coding=coding, memo="from the first window"))
    heard = heard_by(other)

    with pytest.raises(Refused, match=r"changed meanwhile: Ann has since done “Write memo”.*Nothing was written"):
        other.do(edits.write_memo(coding=coding, memo="from the second"))
    assert heard == []

    (fresh,) = other.codings()
    assert fresh.memo == "from the first window"
    other.do(edits.write_memo(coding=fresh, memo="from both"))
    assert team.project.codings()[0].memo == "from both"


def test_a_row_removed_meanwhile_cannot_be_changed(team: Team, other: Project) -> None:
    coding = making.code(team.project, team.article, 0, 9, team.decides)
    team.project.undo()

    for stale in (edits.mark_unsure(coding=coding, unsure=True), edits.remove_coding(coding=coding, code=team.decides)):
        with pytest.raises(Refused, match="changed meanwhile"):
            other.do(stale)
    assert other.codings() == []


def test_a_code_deleted_meanwhile_takes_no_coding_and_the_sentence_says_who(team: Team, other: Project) -> None:
    team.as_ben().project.do(edits.delete_code(code=team.joins, codes=team.project.codes(), codings=[]))

    with pytest.raises(Refused, match="The code that this coding needs is gone: Ben has since done “Delete code"):
        making.code(other, team.article, 0, 9, team.joins)
    making.code(other, team.article, 0, 9, team.decides)
    assert len(other.codings()) == 1


def test_an_article_finished_in_both_windows_is_finished_once(team: Team, other: Project) -> None:
    stale = edits.finish_reading(articles=[team.article], readings=[], coder=team.ann)
    team.project.do(edits.finish_reading(articles=[team.article], readings=[], coder=team.ann))

    with pytest.raises(Refused, match="Nothing was written"):
        other.do(stale)
    assert not edits.finish_reading(articles=[team.article], readings=other.readings(), coder=team.ann)


def test_codes_moved_below_each_other_in_two_windows_do_not_vanish(team: Team, other: Project) -> None:
    codes = other.codes()
    team.project.do(edits.move_code(code=team.joins, parent=team.decides.id, position=0, codes=codes))

    with pytest.raises(Refused, match="would hang below itself"):
        other.do(edits.move_code(code=team.decides, parent=team.joins.id, position=0, codes=codes))
    assert [code.name for code in other.codes()] == ["Governance", "Who decides", "Joining"]


def test_following_tells_once_what_the_other_window_did(team: Team, other: Project) -> None:
    heard = heard_by(other)
    assert other.follow() is None

    coding = making.code(team.project, team.article, 0, 9, team.decides)
    team.project.do(edits.write_memo(coding=coding, memo="why"))
    told = other.follow()

    assert told is not None
    assert heard == [told]
    assert rows(heard) == [coding.id, coding.id]
    assert other.follow() is None
    assert len(heard) == 1


def test_ones_own_gestures_are_not_followed(team: Team) -> None:
    heard = heard_by(team.project)
    making.code(team.project, team.article, 0, 9, team.decides)

    assert team.project.follow() is None
    assert len(heard) == 1


def test_what_the_other_did_just_before_ones_own_gesture_is_heard_too(team: Team, other: Project) -> None:
    heard = heard_by(other)
    first = making.code(team.project, team.article, 0, 9, team.decides)
    second = making.code(other, team.article, 10, 17, team.decides)
    other.follow()

    assert rows(heard) == [first.id, second.id]


def test_undo_in_one_window_is_followed_in_the_other(team: Team, other: Project) -> None:
    coding = making.code(team.project, team.article, 0, 9, team.decides)
    other.follow()
    heard = heard_by(other)

    team.project.undo()
    other.follow()

    (change,) = heard[0].changes
    assert (change.before, change.after) == (coding, None)
    assert other.redo_label() == "Code passage: Who decides"


def test_the_last_window_to_close_leaves_one_file(team: Team, other: Project) -> None:
    making.code(other, team.article, 0, 9, team.decides)
    other.close()
    making.code(team.project, team.article, 10, 17, team.decides)
    team.project.close()

    assert [path.name for path in team.path.parent.iterdir()] == [team.path.name]
    assert check_project(team.path) == []
