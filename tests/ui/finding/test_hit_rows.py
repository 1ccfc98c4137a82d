"""Hits are listed one a row with their paragraph; ticks choose which of them are coded."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from annotator.model.canonical import text_sha256
from annotator.model.keyword_in_context import ArticleHits, hits_in
from annotator.model.records import Article
from annotator.ui.finding.hit_rows import HitRows

TEXTS = ("A headline 😀\n\nThe 😀 board met.\n\nThe board left the board.", "Nothing.\n\nOne board.")


def found() -> list[ArticleHits]:
    """Return what a search for `board` finds."""
    made = []
    for place, text in enumerate(TEXTS):
        article = Article(
            id=f"a{place}", position=place, title=f"Article {place}", file="a.txt", text_sha256=text_sha256(text),
            coder="c", created="",
        )  # fmt: skip
        made.append(ArticleHits(article, text, tuple(hits_in(text, "board"))))
    return made


@pytest.fixture
def rows() -> HitRows:
    made = HitRows()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show(found())
    return made


def test_each_hit_stands_in_its_article_and_paragraph(rows: HitRows) -> None:
    there = [rows.row(number) for number in range(rows.rowCount())]
    assert [(row.article, row.paragraph) for row in there] == [("a0", 2), ("a0", 3), ("a0", 3), ("a1", 2)]
    assert (there[0].before, there[0].words, there[0].after) == ("The 😀 ", "board", " met.")


def test_only_ticked_hits_are_chosen_and_the_same_search_keeps_the_ticks(rows: HitRows) -> None:
    rows.turn(1)
    rows.turn(3)
    rows.show(found())
    assert [(one.article.id, len(one.hits)) for one in rows.chosen()] == [("a0", 2)]
    assert rows.ticked() == 2
    rows.tick_all(False)
    assert rows.chosen() == []
    rows.tick_all(True)
    assert [len(one.hits) for one in rows.chosen()] == [3, 1]
