"""Two copies differ in scheme, text or who is who: what Ann decides is done, stays, and reaches the other copy."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import making
import pytest
from exchanging import exchanged, packed

from annotator.jobs.receiving import look_at, plan_receiving, write_received
from annotator.model import edits
from annotator.model.edits.correcting import correct_text
from annotator.model.errors import Refused
from annotator.model.records import Article, Code, Coding
from annotator.project.checking import check_project
from annotator.project.project import Project
from annotator.reviewing.choices import LEAVE_OUT, Choices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from making import Team

    from annotator.reviewing.receiving import Received


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


def decided(project: Project, file: Path, choices: Choices) -> Received:
    """Receive a file as it was decided; received again, decided so or not at all, it changes nothing."""
    found = plan_receiving(project, file, choices)
    write_received(project, found)
    assert plan_receiving(project, file, choices).nothing_new
    return found


def delete(project: Project, code: Code) -> None:
    """Delete a code with what is on it."""
    project.do(edits.delete_code(
        code=code, codes=project.codes(), codings=project.codings(codes=[code.id]), memos=[], declined=[]
    ))  # fmt: skip


def test_what_is_on_a_deleted_code_takes_another_code_for_good(team: Team, bens: Project, tmp_path: Path) -> None:
    coding = making.code(bens, team.article, 0, 9, team.joins)
    delete(team.project, team.joins)
    package = packed(bens, tmp_path)
    assert [(one.kind, one.key, one.codings) for one in plan_receiving(team.project, package).questions] == [
        ("code gone", (Code, team.joins.id), 1)
    ]

    decided(team.project, package, Choices(gone={team.joins.id: team.decides.id}))

    assert [(one.id, one.code, one.coder) for one in team.project.codings()] == [
        (coding.id, team.decides.id, team.ben.id)
    ]
    again = plan_receiving(team.project, package)
    assert (again.nothing_new, again.questions) == (True, ())
    exchanged(team.project, bens)
    assert making.everything(team.project) == making.everything(bens)
    assert team.joins not in bens.codes()


def test_a_passage_that_has_the_other_code_already_is_not_coded_twice(
    team: Team, bens: Project, tmp_path: Path
) -> None:
    kept = making.code(bens, team.article, 0, 9, team.decides)
    making.code(bens, team.article, 0, 9, team.joins)
    delete(team.project, team.joins)

    decided(team.project, packed(bens, tmp_path), Choices(gone={team.joins.id: team.decides.id}))

    assert [one.id for one in team.project.codings()] == [kept.id]


def test_what_is_left_out_is_told_and_stays_with_the_colleague(team: Team, bens: Project, tmp_path: Path) -> None:
    coding = making.code(bens, team.article, 0, 9, team.joins)
    below = making.add_code(bens, "Merging", team.joins)
    under = making.code(bens, team.article, 10, 17, below)
    kept = making.code(bens, team.article, 10, 17, team.decides)
    delete(team.project, team.joins)
    package = packed(bens, tmp_path)
    choices = Choices(gone={team.joins.id: LEAVE_OUT})

    found = decided(team.project, package, choices)

    assert {one.record.id for one in found.refused} == {coding.id, below.id, under.id}
    assert all("leave out" in one.why for one in found.refused)
    assert team.project.codings() == [kept]
    assert {team.joins, below}.isdisjoint(team.project.codes())
    write_received(bens, plan_receiving(bens, team.path))
    assert coding in bens.codings()


def test_a_code_that_stands_here_is_not_left_out_by_a_package(team: Team, bens: Project, tmp_path: Path) -> None:
    making.code(bens, team.article, 0, 9, team.joins)
    with pytest.raises(Refused, match="was not deleted here"):
        plan_receiving(team.project, packed(bens, tmp_path), Choices(gone={team.joins.id: LEAVE_OUT}))


@pytest.mark.parametrize(("side", "definition"), [("ours", "By Ann"), ("theirs", "By Ben, in more words")])
@pytest.mark.parametrize("again", [0, 3])
def test_a_code_that_both_described_is_as_decided_on_both_sides(
    team: Team, bens: Project, tmp_path: Path, side: str, definition: str, again: int
) -> None:
    team.project.do(edits.describe_code(code=team.joins, definition="By Ann"))
    for number in range(again):  # his revision is higher then, and by itself his words would count
        code = next(one for one in bens.codes() if one.id == team.joins.id)
        bens.do(edits.describe_code(code=code, definition=f"Not yet {number}"))
    code = next(one for one in bens.codes() if one.id == team.joins.id)
    bens.do(edits.describe_code(code=code, definition="By Ben, in more words"))
    package = packed(bens, tmp_path)
    (question,) = plan_receiving(team.project, package).questions
    assert (question.kind, question.both) == ("code differs", True)

    write_received(team.project, plan_receiving(team.project, package, Choices().with_answer(question, side)))

    exchanged(team.project, bens)
    assert making.everything(team.project) == making.everything(bens)
    assert [one.definition for one in bens.codes() if one.id == team.joins.id] == [definition]
    assert plan_receiving(team.project, package).nothing_new


def test_what_only_one_side_has_changed_is_no_question_once_it_is_here(team: Team, bens: Project) -> None:
    team.project.do(edits.describe_code(code=team.joins, definition="By Ann"))
    assert plan_receiving(team.project, bens.path).questions == ()
    assert [one.both for one in plan_receiving(bens, team.path).questions] == [False]


def test_the_text_of_an_article_is_chosen_and_passages_follow(team: Team, bens: Project) -> None:
    coding = making.code(team.project, team.article, 18, 45, team.decides)
    for project, new in ((team.project, "Yes: " + making.TEXT), (bens, "No, said he: " + making.TEXT)):
        project.do(correct_text(
            article=team.article, old_text=making.TEXT, new_text=new, codings=project.codings()
        ).change_set)  # fmt: skip
    key = (Article, team.article.id)

    for side, start in (("ours", 24), ("theirs", 32)):
        found = plan_receiving(team.project, bens.path, Choices(sides={key: side}))  # type: ignore[dict-item]
        after = {one.id: one for change in found.change_set.changes if isinstance(one := change.after, Coding)}
        here = {one.id: one for one in team.project.codings()}
        assert {**here, **after}[coding.id].start == start
    here, there = look_at(team.project, bens.path).sides[key]
    assert (here[:5], there[:5]) == ("Yes: ", "No, s")


def test_two_who_are_one_person_have_their_work_together_and_it_is_remembered(
    team: Team, bens: Project, tmp_path: Path
) -> None:
    here, there = making.join(team.project, "Carl"), making.join(bens, "Carl")
    bens.act_as(there)
    making.code(bens, team.article, 0, 9, team.joins)
    package = packed(bens, tmp_path)
    (question,) = plan_receiving(team.project, package).questions
    assert (question.kind, question.ours, question.theirs) == ("same name", here, there)

    decided(team.project, package, Choices(people={there.id: here.id}))

    assert [one.coder for one in team.project.codings()] == [here.id]
    assert there not in team.project.coders()
    making.code(bens, team.article, 10, 17, team.joins)
    write_received(team.project, plan_receiving(team.project, packed(bens, tmp_path)))
    assert [one.coder for one in team.project.codings()] == [here.id, here.id]
    write_received(bens, plan_receiving(bens, team.path))
    assert [one.coder for one in bens.codings()] == [here.id, here.id]
    assert {here, there} <= set(bens.coders()), "the history of this copy still names him"
    for project in (team.project, bens):
        project.close()
        assert check_project(project.path) == []


def test_what_was_decided_is_taken_back_with_what_came(team: Team, bens: Project, tmp_path: Path) -> None:
    making.code(bens, team.article, 0, 9, team.joins)
    delete(team.project, team.joins)
    package, before = packed(bens, tmp_path), making.everything(team.project)

    decided(team.project, package, Choices(gone={team.joins.id: team.decides.id}))
    team.project.undo()

    assert making.everything(team.project) == before
    assert [one.kind for one in plan_receiving(team.project, package).questions] == ["code gone"]
