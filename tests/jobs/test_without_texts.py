"""Work goes out without a word of an article, and is whole again where the same articles are."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import making
import pytest
from exchanging import exchanged

from annotator.jobs.receiving import plan_receiving, write_received
from annotator.jobs.sending import send_work
from annotator.model import edits
from annotator.model.errors import CannotWrite, Refused
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from making import Team


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """Ann's copy of the project, at which she acts."""
    made = making.team(tmp_path)
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


def test_no_word_of_an_article_is_in_it_and_the_codings_come_over_whole(
    team: Team, bens: Project, tmp_path: Path
) -> None:
    coding = making.code(bens, team.article, 18, 45, team.decides)
    gone = making.code(bens, team.article, 0, 9, team.decides)
    bens.do(edits.remove_coding(coding=gone, code=team.decides))
    out = tmp_path / "ben.annotator"

    sent = send_work(bens, team.ben, out, with_texts=False)
    write_received(team.project, plan_receiving(team.project, out))

    assert (sent.codings, sent.articles) == (1, 1)
    content = out.read_bytes()
    assert not any(word in content for word in (b"board decides", b"It buys", b"Others may", b"The board"))
    assert check_project(out) == []
    assert team.project.codings() == [coding]
    assert plan_receiving(team.project, out).nothing_new
    exchanged(team.project, bens)
    assert making.everything(team.project) == making.everything(bens)


def test_what_was_made_on_a_text_that_is_not_here_is_left_out_and_said(
    team: Team, bens: Project, tmp_path: Path
) -> None:
    other = making.add_article(bens, "Nobody else has this text.", "Other")
    lost = making.code(bens, other, 0, 6, team.decides)
    kept = making.code(bens, team.article, 0, 9, team.decides)
    send_work(bens, team.ben, tmp_path / "ben.annotator", with_texts=False)

    found = plan_receiving(team.project, tmp_path / "ben.annotator")
    write_received(team.project, found)

    assert {one.record.id for one in found.refused} >= {other.id, lost.id}
    assert all("without texts" in one.why for one in found.refused)
    assert team.project.codings() == [kept]
    assert [one.title for one in team.project.articles()] == ["A briefing"]


def test_a_package_of_ones_own_is_written_anew_and_nothing_else_is(team: Team, bens: Project, tmp_path: Path) -> None:
    out = tmp_path / "work.annotator"
    making.code(bens, team.article, 0, 9, team.decides)
    send_work(bens, team.ben, out)
    making.code(bens, team.article, 10, 17, team.decides)
    assert send_work(bens, team.ben, out).codings == 2
    before = out.read_bytes()

    with pytest.raises(CannotWrite, match="is a project"):
        send_work(team.project, team.ann, out)
    with pytest.raises(Refused, match="holds later work of Ben"):
        send_work(team.project, team.ben, out)
    Project.create(tmp_path / "other.annotator").close()
    with pytest.raises(CannotWrite, match="is a project"):
        send_work(bens, team.ben, tmp_path / "other.annotator")

    assert out.read_bytes() == before


def test_ones_own_package_from_another_computer_comes_in_once(team: Team, bens: Project, tmp_path: Path) -> None:
    """Ann works at two computers; at this one she has acted more often."""
    bens.act_as(team.ann)
    making.code(bens, team.article, 0, 9, team.decides)
    for start in (10, 18, 26, 30):
        making.code(team.project, team.article, start, start + 7, team.joins)
    out = tmp_path / "ann.annotator"
    send_work(bens, team.ann, out)

    write_received(team.project, plan_receiving(team.project, out))

    assert len(team.project.codings()) == 5
    assert plan_receiving(team.project, out).nothing_new


def test_ones_own_package_from_before_a_passage_was_removed_is_older(team: Team, tmp_path: Path) -> None:
    coding = making.code(team.project, team.article, 0, 9, team.decides)
    send_work(team.project, team.ann, tmp_path / "ann.annotator")
    team.project.do(edits.remove_coding(coding=coding, code=team.decides))

    with pytest.raises(Refused, match="older than what is here of Ann"):
        plan_receiving(team.project, tmp_path / "ann.annotator")
