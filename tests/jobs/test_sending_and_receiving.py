"""Two analysts code apart and exchange files: work comes over whole, once, and can be taken back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import making
import pytest
from exchanging import exchanged, packed, taken

from annotator.jobs.receiving import plan_receiving, write_received
from annotator.jobs.sending import send_work
from annotator.model import edits
from annotator.model.edits.correcting import correct_text
from annotator.model.errors import CannotOpen, CannotWrite, Refused
from annotator.model.records import Article, Code, Coding, Reading
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


def test_a_package_is_a_sound_project_with_one_coders_work(team: Team, bens: Project, tmp_path: Path) -> None:
    making.code(team.project, team.article, 0, 9, team.decides)
    making.code(bens, team.article, 0, 9, team.decides)
    making.add_article(bens, "Nobody has coded this.", "Other")

    sent = send_work(bens, team.ben, tmp_path / "ben.annotator")

    assert (sent.codings, sent.articles, sent.codes, sent.revision) == (1, 1, 3, 3)
    assert check_project(tmp_path / "ben.annotator") == []
    with Project.open(tmp_path / "ben.annotator", read_only=True) as package:
        assert (package.id, package.package_of) == (team.project.id, team.ben.id)
        assert [one.coder for one in package.codings()] == [team.ben.id]
        assert package.text(team.article.text_sha256) == making.TEXT


def test_a_package_is_never_written_over_a_project(team: Team, bens: Project) -> None:
    with pytest.raises(CannotWrite, match="is a project"):
        send_work(bens, team.ben, team.path)


def test_what_a_colleague_coded_comes_over_once_and_is_taken_back_by_one_undo(
    team: Team, bens: Project, tmp_path: Path
) -> None:
    coding = making.code(bens, team.article, 0, 9, team.decides)
    code = making.add_code(bens, "Money")
    bens.do(edits.finish_reading(articles=[team.article], readings=[], coder=team.ben))
    package = packed(bens, tmp_path)
    before = making.everything(team.project)

    found = plan_receiving(team.project, package)
    assert making.everything(team.project) == before
    backup = write_received(team.project, found).backup

    assert (found.new[Coding], found.new[Code], found.new[Reading], found.same[Code]) == (1, 1, 1, 3)
    assert team.project.codings() == [coding]
    assert code in team.project.codes()
    assert backup is not None
    assert backup.name.startswith("evidence before receiving ")
    with Project.open(backup, read_only=True) as old:
        assert making.everything(old) == before

    after = making.everything(team.project)
    assert plan_receiving(team.project, package).nothing_new
    team.project.undo()
    assert making.everything(team.project) == before
    taken(team.project, package)
    assert making.everything(team.project) == after
    team.project.undo()
    team.project.redo()
    assert making.everything(team.project) == after
    team.project.close()
    assert check_project(team.path) == []


def test_what_a_colleague_removed_goes_and_what_was_changed_changes(team: Team, bens: Project, tmp_path: Path) -> None:
    gone = making.code(bens, team.article, 0, 9, team.decides)
    kept = making.code(bens, team.article, 10, 17, team.joins)
    taken(team.project, packed(bens, tmp_path))
    bens.do(edits.remove_coding(coding=gone, code=team.decides))
    bens.do(edits.write_memo(coding=kept, memo="why"))

    found = taken(team.project, packed(bens, tmp_path))

    assert (found.removed[Coding], found.changed[Coding]) == (1, 1)
    assert [(one.id, one.memo) for one in team.project.codings()] == [(kept.id, "why")]


def test_an_older_package_is_refused_in_a_sentence(team: Team, bens: Project, tmp_path: Path) -> None:
    making.code(bens, team.article, 0, 9, team.decides)
    old = packed(bens, tmp_path)
    making.code(bens, team.article, 10, 17, team.joins)
    taken(team.project, packed(bens, tmp_path))

    with pytest.raises(Refused, match=r"older than what is here of Ben \(revision 2; here is 3\)"):
        plan_receiving(team.project, old)


def test_what_one_coder_did_on_another_computer_is_not_taken_for_older(
    team: Team, bens: Project, tmp_path: Path
) -> None:
    making.code(bens, team.article, 0, 9, team.decides)
    team.as_ben()
    for start in (10, 18, 26):
        making.code(team.project, team.article, start, start + 7, team.joins)

    write_received(team.project, plan_receiving(team.project, packed(bens, tmp_path)))

    assert len(team.project.codings(coders=[team.ben.id])) == 4


def test_ones_own_newer_work_is_never_written_over(team: Team, bens: Project) -> None:
    coding = making.code(team.project, team.article, 0, 9, team.decides)
    taken(bens, team.project.path)
    team.project.do(edits.write_memo(coding=coding, memo="newer"))
    before = making.everything(team.project)

    taken(team.project, bens.path)

    assert making.everything(team.project) == before


def test_the_same_code_added_on_both_sides_is_one(team: Team, bens: Project) -> None:
    mine, theirs = (making.add_code(project, "Money") for project in (team.project, bens))
    sub = making.add_code(bens, "Pooled", theirs)
    own = making.add_code(team.project, "Pooled", mine)
    making.code(team.project, team.article, 0, 9, own)
    making.code(bens, team.article, 0, 9, sub)

    exchanged(team.project, bens)

    names = [one.name for one in team.project.codes()]
    assert sorted(names) == sorted({*names})
    assert {one.code for one in team.project.codings()} == {min(own.id, sub.id)}
    assert making.everything(team.project) == making.everything(bens)


def test_a_code_deleted_here_and_used_there_comes_back_and_is_told(team: Team, bens: Project) -> None:
    making.code(bens, team.article, 0, 9, team.joins)
    team.project.do(edits.delete_code(code=team.joins, codes=team.project.codes(), codings=[], memos=[], declined=[]))

    found = taken(team.project, bens.path)

    assert found.brought_back == (team.joins,)
    exchanged(team.project, bens)
    assert making.everything(team.project) == making.everything(bens)
    assert team.joins in bens.codes()


def test_a_code_that_nobody_uses_stays_deleted(team: Team, bens: Project) -> None:
    team.project.do(edits.delete_code(code=team.joins, codes=team.project.codes(), codings=[], memos=[], declined=[]))

    exchanged(team.project, bens)

    assert team.joins not in bens.codes()
    assert making.everything(team.project) == making.everything(bens)


def test_an_article_that_both_imported_is_one_with_both_ones_codings(team: Team, bens: Project) -> None:
    for project, at in ((team.project, 0), (bens, 6)):
        article = making.add_article(project, "Money follows the plan.", "Money")
        making.code(project, article, at, at + 5, team.decides)

    exchanged(team.project, bens)

    assert [one.title for one in team.project.articles()] == ["A briefing", "Money"]
    assert [one.coder for one in team.project.codings()] == [team.ann.id, team.ben.id]
    assert making.everything(team.project) == making.everything(bens)


def test_an_unknown_article_comes_with_its_text_and_is_found(team: Team, bens: Project, tmp_path: Path) -> None:
    article = making.add_article(bens, "Money follows the plan.", "Money")
    making.code(bens, article, 0, 5, team.decides)

    found = taken(team.project, packed(bens, tmp_path))

    assert found.new[Article] == 1
    assert team.project.text(article.text_sha256) == "Money follows the plan."
    assert [one.title for one in team.project.search("follows")] == ["Money"]


def test_passages_on_a_text_corrected_meanwhile_are_carried_and_the_doubtful_ones_listed(
    team: Team, bens: Project
) -> None:
    sure = making.code(bens, team.article, 18, 45, team.decides)
    lost = making.code(bens, team.article, 0, 17, team.decides)
    new_text = making.TEXT.replace("The board decides. ", "Well: ")
    team.project.do(correct_text(article=team.article, old_text=making.TEXT, new_text=new_text, codings=[]).change_set)

    found = taken(team.project, bens.path)

    assert [one.coding.id for one in found.doubtful] == [lost.id]
    quotes = {one.id: one.quote for one in team.project.codings() if one.place == "sure"}
    assert quotes == {sure.id: sure.quote}
    exchanged(team.project, bens)
    assert making.everything(team.project) == making.everything(bens)
    for project in (team.project, bens):
        project.close()
        assert check_project(project.path) == []


def test_same_named_people_stay_two(team: Team, bens: Project) -> None:
    carl, other = making.join(team.project, "Carl"), making.join(bens, "Carl")

    exchanged(team.project, bens)

    assert {carl, other} <= set(team.project.coders())
    assert making.everything(team.project) == making.everything(bens)


def test_another_project_and_the_project_itself_are_refused(team: Team, tmp_path: Path) -> None:
    before = making.everything(team.project)
    Project.create(tmp_path / "other.annotator").close()
    (tmp_path / "no.annotator").write_bytes(b"no project at all" * 20)

    with pytest.raises(Refused, match="of another project"):
        plan_receiving(team.project, tmp_path / "other.annotator")
    with pytest.raises(Refused, match="is the project itself"):
        plan_receiving(team.project, team.path)
    with pytest.raises(CannotOpen, match="no Annotator project"):
        plan_receiving(team.project, tmp_path / "no.annotator")
    assert making.everything(team.project) == before
