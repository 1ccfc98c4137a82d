"""A gesture that fails leaves file, history and views as they were; one that is written stays written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.articles import NewArticle
from annotator.model.errors import AnnotatorError, CannotWrite, Refused
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

    from making import Team


def coding_of(team: Team, **known: object) -> ChangeSet:
    gesture = edits.code_passage(
        article=team.article, text=making.TEXT, start=0, end=9, code=team.decides, coder=team.project.coder or team.ann
    )
    return ChangeSet(gesture.label, (Change(None, replace(gesture.changes[0].after, **known)),))  # type: ignore[type-var]


FAILING: dict[str, Callable[[Team], ChangeSet]] = {
    "no such code": lambda team: coding_of(team, code="nowhere"),
    "no such article": lambda team: coding_of(team, article="nowhere"),
    "ends before it starts": lambda team: coding_of(team, start=9, end=3),
    "a colleague's": lambda team: coding_of(team, coder=team.ben.id),
    "id taken": lambda team: coding_of(team, id=team.project.codings()[0].id),
    "article in use": lambda team: ChangeSet("Remove", (Change(team.article, None),)),
    "second half fails": lambda team: ChangeSet(
        "Code and lose", (*coding_of(team).changes, *coding_of(team, code="nowhere").changes)
    ),
    "text of nobody": lambda team: ChangeSet("Import", (Change(None, replace(team.article, id="x", text_sha256="0")),)),
}


@pytest.mark.parametrize("name", FAILING)
def test_it_is_a_sentence_and_nothing_moved(team: Team, name: str) -> None:
    project = team.project
    making.code(project, team.article, 10, 17, team.decides)
    before, steps = making.everything(project), project.history()
    heard: list[ChangeSet] = []
    project.on_change(heard.append)

    with pytest.raises(AnnotatorError) as refusal:
        project.do(FAILING[name](team))

    assert "Nothing was" in refusal.value.sentence or "not changed" in refusal.value.sentence
    assert (making.everything(project), project.history(), heard) == (before, steps, [])
    making.code(project, team.article, 0, 9, team.joins)
    project.close()
    assert check_project(team.path) == []


def test_an_import_that_fails_leaves_no_text_behind(team: Team) -> None:
    project = team.project
    gesture = edits.import_articles(
        articles=[NewArticle(title="Second", file="2.txt", text="Sovereignty is pooled.")], coder=team.ann, position=1
    )
    broken = replace(gesture, changes=(*gesture.changes, *coding_of(team, code="nowhere").changes))

    with pytest.raises(AnnotatorError):
        project.do(broken)

    assert list(project.text_lengths()) == [team.article.text_sha256]
    assert project.search("sovereignty") == []


def test_a_view_that_fails_does_not_undo_what_is_on_the_disk(team: Team) -> None:
    project = team.project

    def broken(_: ChangeSet) -> None:
        message = "a view with a bug"
        raise RuntimeError(message)

    project.on_change(broken)
    with pytest.raises(RuntimeError, match="a view with a bug"):
        making.code(project, team.article, 0, 9, team.decides)

    with Project.open(team.path, read_only=True) as elsewhere:
        assert [coding.quote for coding in elsewhere.codings()] == ["The board"]
    assert project.undo_label() == "Code passage: Who decides"


def test_each_view_hears_once_and_after_the_writing(team: Team) -> None:
    found: list[int] = []
    with Project.open(team.path, read_only=True) as elsewhere:
        team.project.on_change(lambda _: found.append(len(elsewhere.codings())))
        making.code(team.project, team.article, 0, 9, team.decides)
        team.project.undo()

    assert found == [1, 0]


def test_a_project_opened_for_reading_takes_nothing(team: Team) -> None:
    with Project.open(team.path, read_only=True) as reading:
        with pytest.raises(CannotWrite, match="open for reading only"):
            reading.join("Carl")
        assert reading.coder is None
        reading.act_as(team.ann)
        with pytest.raises(CannotWrite, match="open for reading only"):
            making.code(reading, team.article, 0, 9, team.decides)
        with pytest.raises(CannotWrite, match="open for reading only"):
            reading.undo()
    assert team.project.codings() == []


def test_a_name_that_is_refused_leaves_the_coder_who_acted(team: Team) -> None:
    with pytest.raises(Refused, match="needs a name"):
        team.project.join("  ")
    assert team.project.coder == team.ann


@pytest.mark.parametrize("name", ["file", "folder"])
def test_a_new_project_never_takes_the_place_of_what_is_there(name: str, team: Team) -> None:
    folder = team.path.parent
    (folder / "folder.annotator").mkdir()
    (folder / "file.annotator").write_text("mine")

    with pytest.raises(CannotWrite, match="is there already"):
        Project.create(folder / f"{name}.annotator")
    with pytest.raises(CannotWrite, match="is not there, so no project was made"):
        Project.create(folder / "gone" / "new.annotator")
    assert (folder / "file.annotator").read_text() == "mine"
