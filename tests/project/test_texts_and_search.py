"""Texts lie once and are checked when read; search finds words as they are spoken of."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.model.errors import CannotOpen, Refused
from annotator.project.project import Project

if TYPE_CHECKING:
    from making import Team


def titles(project: Project, words: str) -> list[str]:
    return [article.title for article in project.search(words)]


def test_equal_texts_lie_once(team: Team) -> None:
    project = team.project
    project.do(
        edits.import_articles(
            articles=[NewArticle(title=f"Copy {number}", file="c.txt", text="The same. 👩‍⚕️") for number in range(3)],
            coder=team.ann, position=1,
        )
    )  # fmt: skip
    shared = project.articles()[-1].text_sha256

    assert len(project.text_lengths()) == 2
    assert project.text_lengths()[shared] == len("The same. 👩‍⚕️")
    assert titles(project, "same") == ["Copy 0", "Copy 1", "Copy 2"]


def test_a_text_comes_back_as_it_was_put_in(team: Team) -> None:
    text = "no\u00a0break\te\u0301 \u200fעברית 👩‍⚕️\x0b\x0c\x85 end\n\n"

    article = making.add_article(team.project, text, "Odd")

    assert making.reopened(team.project).text(article.text_sha256) == text


def test_a_text_that_was_damaged_is_not_shown(team: Team) -> None:
    team.project.close()
    with closing(sqlite3.connect(team.path)) as connection:
        connection.execute("UPDATE text SET body = replace(body, 'board', 'bored')")
        connection.commit()

    with Project.open(team.path) as project:
        with pytest.raises(CannotOpen, match=r"A text in .* is damaged"):
            project.text(team.article.text_sha256)
        assert [article.title for article in project.articles()] == ["A briefing"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cafe", ["French"]), ("CAFÉ", ["French"]), ("décide", ["French"]), ("decid*", ["A briefing", "French"]),
        ('"The board"', ["A briefing"]), ('"board The"', []), ("board decides", ["A briefing"]),
        ("board OR café", ["A briefing", "French"]), ("board NOT care", []), ("nothing", []),
    ],
)  # fmt: skip
def test_words_phrases_beginnings_and_accents_are_found(team: Team, words: str, found: list[str]) -> None:
    making.add_article(team.project, "Le café décide.", "French")

    assert titles(team.project, words) == found


@pytest.mark.parametrize(
    "odd", ['"', "*", "AND", "board AND", "(", "a.b", "co-commissioning", "NEAR(", "body:", "^", "\x00", ""]
)
def test_what_cannot_be_searched_for_is_a_sentence(team: Team, odd: str) -> None:
    with pytest.raises(Refused, match=r"cannot be searched for .*straight quotation marks"):
        team.project.search(odd)
    assert titles(team.project, "board") == ["A briefing"]


def test_a_removed_article_is_not_found_until_it_is_back(team: Team) -> None:
    project = team.project
    project.do(edits.remove_article(article=team.article, codings=[], readings=[]))
    assert titles(project, "board") == []
    project.undo()
    assert titles(project, "board") == ["A briefing"]


def test_what_an_undone_import_brought_is_not_found(team: Team) -> None:
    making.add_article(team.project, "Sovereignty is pooled.", "Second")
    team.project.undo()
    assert titles(team.project, "sovereignty") == []
    team.project.redo()
    assert titles(team.project, "sovereignty") == ["Second"]
