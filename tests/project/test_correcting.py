"""A text is corrected under two coders' codings: file, history and search agree, and one undo brings all of it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.edits.correcting import correct_text
from annotator.model.errors import Refused
from annotator.project.checking import check_project

if TYPE_CHECKING:
    from making import Team

    from annotator.model.edits.correcting import Correction

NEW = "The board decides at last. It buys care for its area."


@pytest.fixture
def team(team: Team) -> Team:
    """Ann coded the board's decision, Ben the last line, which goes."""
    making.code(team.project, team.article, 0, 18, team.decides)
    theirs = making.code(team.as_ben().project, team.article, 47, len(making.TEXT), team.joins)
    team.project.do(edits.write_memo(coding=theirs, memo="who?"))
    return team.as_ann()


def correction(team: Team, new: str = NEW) -> Correction:
    article = team.project.articles()[0]
    return correct_text(
        article=article, old_text=team.project.text(article.text_sha256), new_text=new,
        codings=team.project.codings(articles=[article.id]), original=new.encode(),
    )  # fmt: skip


def test_everyones_codings_stand_in_the_new_text_or_are_kept_as_lost(team: Team) -> None:
    team.project.do(correction(team).change_set)

    ours, theirs = team.project.codings()
    assert (ours.quote, ours.place) == ("The board decides at last.", "doubtful")
    assert (theirs.quote, theirs.memo, theirs.place) == ("Others may join it later, he said.", "who?", "lost")
    assert team.project.text(team.project.articles()[0].text_sha256) == NEW
    assert check_project(team.path) == []


def test_one_undo_brings_text_and_codings_back_and_redo_does_it_again(team: Team) -> None:
    before = making.everything(team.project)
    team.project.do(correction(team).change_set)
    after = making.everything(team.project)

    team.project.undo()
    assert making.everything(team.project) == before
    assert team.project.find("later")
    team.project.redo()
    assert making.everything(team.project) == after
    assert not team.project.find("later")
    assert [hits.text for hits in team.project.find("last")] == [NEW]
    assert check_project(team.path) == []


def test_a_correction_that_a_colleague_built_on_is_not_taken_back(team: Team) -> None:
    team.project.do(correction(team).change_set)
    theirs = team.project.codings()[1]
    team.as_ben().project.do(edits.move_ends(coding=theirs, text=NEW, start=27, end=34, code=team.joins))

    with pytest.raises(Refused, match="Ben has since done “Move ends: Joining”"):
        team.as_ann().project.undo()
    assert [(coding.quote, coding.place) for coding in team.project.codings()][1] == ("It buys", "sure")
    assert check_project(team.path) == []


def test_a_correction_of_what_changed_meanwhile_is_refused(team: Team) -> None:
    stale = correction(team)
    team.project.do(correction(team, NEW.upper()).change_set)

    with pytest.raises(Refused, match="changed meanwhile"):
        team.project.do(stale.change_set)


def test_a_purged_article_takes_its_earlier_texts_along(team: Team) -> None:
    team.project.do(correction(team).change_set)

    team.project.purge(team.project.articles()[0])
    team.project.close()

    content = team.path.read_bytes()
    assert b"Others may join" not in content
    assert b"decides at last" not in content
    assert check_project(team.path) == []
