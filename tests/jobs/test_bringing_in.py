"""Files dropped on the window become articles in one gesture; known texts are left out and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

from annotator.importing.read_records import ReadArticle, Told
from annotator.jobs.bringing_in import bring_in, new_article
from annotator.model.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def team(tmp_path: Path) -> Iterator[making.Team]:
    made = making.team(tmp_path)
    yield made
    made.project.close()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Two new texts, one under two names, one that is in the project, one that is no article."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name, text in [
        ("a.txt", "One text."), ("b.txt", "Another text. 👩‍⚕️"), ("c.txt", "One text.\r\n".strip()),
        ("d.txt", making.TEXT.replace("\n", "\r\n")), ("e.xyz", "?"), ("f.txt", "   \n"),
    ]:  # fmt: skip
        (folder / name).write_bytes(text.encode())
    return folder


def test_what_is_new_comes_in_as_one_gesture(team: making.Team, inbox: Path) -> None:
    project, heard = team.project, []
    project.on_change(heard.append)
    seen: list[tuple[int, int]] = []

    report = bring_in(project, [inbox], progress=lambda done, of: seen.append((done, of)))

    assert [article.file for article in report.imported] == ["a.txt", "b.txt"]
    assert [article.position for article in project.articles()] == [0, 1, 2]
    assert report.characters == [len("One text."), len("Another text. 👩‍⚕️")]
    assert [path.rsplit("/")[-1] for path in report.files] == ["a.txt", "b.txt"]
    assert len(heard) == 1
    assert seen[-1][0] == seen[-1][1]

    project.undo()
    assert [article.id for article in project.articles()] == [team.article.id]


def test_known_texts_are_left_out_by_name_and_bad_files_say_why(team: making.Team, inbox: Path) -> None:
    report = bring_in(team.project, [inbox])

    skipped = {left.file.rsplit("/")[-1]: left.why for left in report.skipped}
    assert set(skipped) == {"c.txt", "d.txt"}
    assert "same text as “A briefing”" in skipped["d.txt"]
    failed = {left.file.rsplit("/")[-1]: left.why for left in report.failed}
    assert "f.txt" in failed
    assert all(why.startswith(name) for name, why in failed.items())


def test_the_same_files_again_do_nothing(team: making.Team, inbox: Path) -> None:
    bring_in(team.project, [inbox])
    steps = team.project.history()

    again = bring_in(team.project, [inbox])

    assert (again.imported, len(again.skipped)) == ([], 4)
    assert team.project.history() == steps


@pytest.mark.parametrize("after", [0, 1, 3])
def test_cancelling_changes_nothing(team: making.Team, inbox: Path, after: int) -> None:
    before, steps = making.everything(team.project), team.project.history()
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    report = bring_in(team.project, [inbox], cancelled=cancelled)

    assert report.cancelled
    assert report.imported == []
    assert (making.everything(team.project), team.project.history()) == (before, steps)


def test_the_bytes_of_the_file_are_kept(team: making.Team, inbox: Path) -> None:
    (article,) = bring_in(team.project, [inbox / "b.txt"]).imported

    assert team.project.text(article.text_sha256) == "Another text. 👩‍⚕️"
    assert (article.coder, article.title) == (team.ann.id, "b")


def test_without_a_coder_nothing_comes_in(team: making.Team, inbox: Path) -> None:
    team.project.coder = None

    with pytest.raises((Refused, ValueError)):
        bring_in(team.project, [inbox])
    assert [article.id for article in team.project.articles()] == [team.article.id]


def test_a_by_line_in_the_text_outdoes_whoever_saved_the_file() -> None:
    text = "Beds for the north of the county\n3 May 2016 By Jo Reed\nThe board met on Monday to share the money.\n"
    told = (
        Told(name="author", value="An Analyst", where="the Word file’s properties, “creator”"),
        Told(name="publication", value="The Ledger", where="the page’s <meta>"),
    )
    read = ReadArticle(path="a.docx", file="a.docx", title="a", text=text, original=b"", encoding="", told=told)

    article = new_article(read)

    assert (article.author, article.published, article.publication) == ("Jo Reed", "2016-05-03", "The Ledger")
    assert article.title == "Beds for the north of the county"
