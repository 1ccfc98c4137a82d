"""Somebody types a name: it is the one meant, or a sentence with the nearest ones; never a guess."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.jobs.naming import CodeNames, find_article, find_coder
from annotator.model.errors import NotFound
from annotator.model.records import Article, Code, Coder

TIME = "2026-03-01T09:00:00.000Z"


def article(number: int, title: str, file: str) -> Article:
    return Article(id=f"id{number}", position=number, title=title, file=file, text_sha256="0", coder="a", created=TIME)


def code(name: str, parent: Code | None = None, **known: Any) -> Code:
    return Code(
        id=f"id-{name}".lower(), name=name, parent=parent and parent.id, position=0, colour="#112233", coder="a",
        created=TIME, **known,
    )  # fmt: skip


ARTICLES = [
    article(1, "Leaders back a mixed model", "1.txt"),
    article(2, "Twice", "2.txt"),
    article(3, "Twice", "3.txt"),
    article(4, "3.txt", "4.txt"),
]
GOVERNANCE = code("Governance")
CODES = [GOVERNANCE, code("Delegation", GOVERNANCE, label="G3"), code("Funding"), code("Straße", label="F1")]
CODERS = [Coder(id="ann", name="Ann Other", created=TIME), Coder(id="ben", name="Ben", created=TIME)]


@pytest.mark.parametrize("name", ["id1", "Leaders back a mixed model", "1.txt"])
def test_an_article_goes_by_id_title_or_file(name: str) -> None:
    assert find_article(ARTICLES, name).id == "id1"


def test_a_title_goes_before_a_file_name() -> None:
    assert find_article(ARTICLES, "3.txt").id == "id4"


def test_two_articles_of_one_title_are_not_chosen_between() -> None:
    with pytest.raises(NotFound, match="2 articles are called “Twice”, so nothing was done"):
        find_article(ARTICLES, "Twice")
    assert find_article(ARTICLES, "id3").id == "id3"


def test_a_misspelt_article_is_answered_with_the_nearest() -> None:
    with pytest.raises(NotFound, match=r"no article “Leader backs mixed model”.*Nearest: “Leaders back a mixed model”"):
        find_article(ARTICLES, "Leader backs mixed model")
    with pytest.raises(NotFound, match="has none yet"):
        find_article([], "any")


@pytest.mark.parametrize(
    "name", ["Governance > Delegation", "governance>DELEGATION", "  Governance  >  Delegation ", "G3", "g3"]
)
def test_a_code_goes_by_path_or_label_whatever_the_case(name: str) -> None:
    names = CodeNames(CODES)

    assert names.find(name) == CODES[1]
    assert names.path(CODES[1].id) == "Governance > Delegation"


def test_other_alphabets_have_cases_too() -> None:
    assert CodeNames(CODES).find("STRASSE") == CODES[3]


def test_a_code_goes_by_its_id() -> None:
    assert CodeNames([code("Law")]).find("id-law").name == "Law"


def test_a_name_alone_is_no_path_and_a_label_given_twice_is_no_name() -> None:
    with pytest.raises(NotFound, match=r"no code “Delegation”.*Nearest: “Governance > Delegation”"):
        CodeNames(CODES).find("Delegation")
    twice = [*CODES, code("Other", label="g3")]
    with pytest.raises(NotFound, match=r"2 codes are called “G3”.*Name it by its whole path or its id"):
        CodeNames(twice).find("G3")


def test_a_coder_goes_by_name_or_id() -> None:
    for name in ("ann", "ann  other ", "ANN OTHER"):
        assert find_coder(CODERS, name) == CODERS[0]
    with pytest.raises(NotFound, match="Nearest: “Ben”"):
        find_coder(CODERS, "Benn")
