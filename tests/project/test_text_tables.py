"""What a file marks in its text lies with it: read back, sent along, checked, corrected and purged with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import making
from project.test_older_files import EIGHTH_VERSION, behind_our_back

from annotator.jobs.sending import send_work
from annotator.jobs.taking_in import outcome
from annotator.model import edits
from annotator.model.blocks import Block
from annotator.model.edits.articles import NewArticle
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from making import Team

    from annotator.model.records import Article

TEXT = "The plan\n\nThe board decides.\n\n\nIt buys care on two pages at once."
BLOCKS = (
    Block(start=0, end=8, kind="heading", level=1, page=1),
    Block(start=10, end=28, page=3),
    Block(start=31, end=65, page=3),
    Block(start=44, end=65, kind="page", page=4),
)


def report(team: Team) -> Article:
    """Import a report of a few pages."""
    new = NewArticle(title="The plan", file="plan.pdf", text=TEXT, original=b"%PDF-", blocks=BLOCKS)
    team.project.do(edits.import_articles(articles=[new], coder=team.ann, position=1))
    return team.project.articles()[-1]


def asked(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        return db.execute(sql).fetchall()


def test_they_are_read_back_as_they_came(team: Team) -> None:
    article = report(team)

    assert team.project.blocks(article.text_sha256) == BLOCKS
    assert team.project.whole_text(article.text_sha256).blocks == BLOCKS
    assert team.project.blocks(team.article.text_sha256) == ()
    assert check_project(team.path) == []


def test_the_view_of_extracts_tells_paragraph_and_pages_as_the_exports_do(team: Team) -> None:
    article = report(team)
    for start, end in ((0, 8), (14, 19), (34, 38), (34, 50), (51, 56)):
        making.code(team.project, article, start, end, team.decides)
    making.code(team.project, team.article, 0, 9, team.decides)

    sql = "SELECT paragraph, page, page_end FROM extract ORDER BY article_title = 'The plan', start, \"end\""
    assert asked(team.path, sql) == [
        (1, None, None), (1, 1, None), (2, 3, None), (3, 3, None), (3, 3, 4), (3, 4, None),
    ]  # fmt: skip


def test_a_colleague_gets_them_with_the_text(team: Team, tmp_path: Path) -> None:
    article = report(team)
    making.code(team.project, article, 10, 19, team.decides)
    send_work(team.project, team.ann, tmp_path / "ann.annotator")

    with Project.open(tmp_path / "ann.annotator", read_only=True) as package:
        assert package.blocks(article.text_sha256) == BLOCKS
    assert check_project(tmp_path / "ann.annotator") == []


def test_in_a_package_without_texts_the_view_still_shows_the_codings(team: Team, tmp_path: Path) -> None:
    making.code(team.project, report(team), 10, 19, team.decides)
    send_work(team.project, team.ann, tmp_path / "ann.annotator", with_texts=False)

    assert asked(tmp_path / "ann.annotator", "SELECT start, page FROM extract") == [(10, None)]


def test_they_move_with_a_correction_and_undo_brings_the_old_ones_back(team: Team) -> None:
    article = report(team)
    corrected = TEXT.replace("The board", "Today the whole board")
    team.project.do(outcome(team.project, article, corrected).change_set)

    moved = team.project.blocks(team.project.articles()[-1].text_sha256)
    assert [(one.kind, one.page, corrected[one.start : one.end]) for one in moved] == [
        ("heading", 1, "The plan"), ("paragraph", 3, "Today the whole board decides."),
        ("paragraph", 3, "It buys care on two pages at once."), ("page", 4, "on two pages at once."),
    ]  # fmt: skip
    team.project.undo()
    assert team.project.blocks(team.project.articles()[-1].text_sha256) == BLOCKS


def test_a_corrected_file_brings_its_own(team: Team) -> None:
    article = report(team)
    own = (Block(start=0, end=8, kind="heading", level=2, page=7),)
    team.project.do(outcome(team.project, article, f"{TEXT} Twice.", b"%PDF-", own).change_set)

    assert team.project.blocks(team.project.articles()[-1].text_sha256) == own


def test_purging_an_article_takes_them_along(team: Team) -> None:
    article = report(team)
    team.project.purge(article)
    team.project.close()

    assert asked(team.path, "SELECT count(*) FROM block") == [(0,)]
    assert check_project(team.path) == []


def test_one_that_lies_outside_its_text_and_a_paragraph_of_another_number_are_found(team: Team) -> None:
    report(team)
    team.project.close()
    behind_our_back(
        team.path, 'UPDATE block SET "end" = 900 WHERE page = 4', "DELETE FROM paragraph WHERE start = 10 AND text = 2"
    )

    assert [problem.what for problem in check_project(team.path)] == [
        "what its file marks lies outside the text", "its paragraphs are not numbered as they stand",
    ]  # fmt: skip


def test_a_file_of_the_eighth_version_numbers_its_paragraphs_and_knows_no_pages(team: Team) -> None:
    making.code(team.project, team.article, 48, 54, team.decides)
    team.project.close()
    behind_our_back(team.path, *EIGHTH_VERSION)

    assert check_project(team.path) == []
    with Project.open(team.path) as project:
        assert project.blocks(team.article.text_sha256) == ()
    assert asked(team.path, "SELECT paragraph, page FROM extract") == [(2, None)]
