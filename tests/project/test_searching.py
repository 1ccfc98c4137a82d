"""The analyst looks for words in all articles: what is listed stands there, to the letter, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.edits.articles import NewArticle

if TYPE_CHECKING:
    from making import Team

TEXTS = {
    "Pooling": "Pooled budgets hold.\nA POOLED budget, “integrated” care and it’s done: 2017–18.",
    "Cafe": "The cafe\u0301 is run by the naïve board. Integration is late. AND then?",
    "Apart": "Pooled is the money. The budget is not. Care is integrated near home.",
}


@pytest.fixture
def team(team: Team) -> Team:
    articles = [NewArticle(title=title, file=f"{title}.txt", text=text) for title, text in TEXTS.items()]
    team.project.do(edits.import_articles(articles=articles, coder=team.ann, position=1))
    return team


def found(team: Team, words: str) -> dict[str, list[str]]:
    return {one.article.title: [one.text[start:end] for start, end in one.hits] for one in team.project.find(words)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"pooled budget"', {"Pooling": ["POOLED budget"]}),
        ('"pooled budget', {"Pooling": ["POOLED budget"]}),
        ("pooled budget", {"Pooling": ["Pooled", "POOLED", "budget"], "Apart": ["Pooled", "budget"]}),
        ("integrat*", {"Pooling": ["integrated"], "Cafe": ["Integration"], "Apart": ["integrated"]}),
        ("integrat", {}),
        ("café NAIVE", {"Cafe": ["cafe\u0301", "naïve"]}),
        ("it's", {"Pooling": ["it’s"]}),
        ("2017-18", {"Pooling": ["2017–18"]}),
        ("AND", {"Pooling": ["and"], "Cafe": ["AND"]}),
        ("near NOT cafe", {}),
        ("near NOT home", {"Apart": ["not", "near", "home"]}),
        ("home NEAR", {"Apart": ["near", "home"]}),
        ("the", {"A briefing": ["The"], "Cafe": ["The", "the"], "Apart": ["the", "The"]}),
        ("", {}), ("*", {}), ('"', {}), ("(((", {}), ("£", {}), ("'; --", {}), ("\x00", {}), ("\ud800", {}),
    ],
)  # fmt: skip
def test_every_place_is_listed_and_nothing_else(team: Team, words: str, expected: dict[str, list[str]]) -> None:
    assert found(team, words) == expected


def test_only_the_present_text_of_an_article_is_searched(team: Team) -> None:
    article = team.project.articles()[-1]
    team.project.do(edits.remove_article(article=article, codings=[], readings=[]))

    assert "Apart" not in found(team, "pooled")
    team.project.undo()
    assert "Apart" in found(team, "pooled")


def test_a_very_long_search_is_answered(team: Team) -> None:
    assert found(team, "pooled " * 5_000).keys() == {"Pooling", "Apart"}
    assert found(team, " ".join(f"word{number}" for number in range(5_000))) == {}


def test_two_articles_of_one_text_are_two(team: Team) -> None:
    making.add_article(team.project, TEXTS["Cafe"], title="Cafe again")

    assert list(found(team, "cafe")) == ["Cafe", "Cafe again"]
