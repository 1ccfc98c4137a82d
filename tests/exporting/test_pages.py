"""Where an extract stands in its file goes out with it: the page, and the last one where it spans several."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from making import add_code, code, join, project_file

from annotator.exporting.export import export_extracts
from annotator.exporting.options import ExportOptions
from annotator.exporting.quoting import quoted
from annotator.jobs.taking_out import export_source
from annotator.model import edits
from annotator.model.blocks import Block, OnPages
from annotator.model.edits.articles import NewArticle
from annotator.model.edits.correcting import correct_text
from annotator.model.extracts import ExtractFilter
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "A title\n\nThe board decides on this page and goes on deciding on the next."
OVER = TEXT.index("and goes")
BLOCKS = (
    Block(start=9, end=len(TEXT), page=3),
    Block(start=OVER, end=len(TEXT), kind="page", page=4),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A report, coded before its first page, on a page, over a page end and behind it."""
    with Project.create(project_file(tmp_path)) as made:
        ann = join(made, "Ann")
        made.act_as(ann)
        new = NewArticle(title="The report", file="report.pdf", text=TEXT, blocks=BLOCKS, author="Ida Moor")
        made.do(edits.import_articles(articles=[new], coder=ann, position=0))
        with_code = add_code(made, "Money")
        for start, end in ((0, 7), (13, 18), (13, OVER + 3), (OVER + 4, OVER + 8)):
            code(made, made.articles()[0], start, end, with_code)
        yield made


def exported(project: Project, out: Path) -> str:
    export_extracts(out, export_source(project, ExtractFilter()), ExportOptions())
    return out.read_text(encoding="utf-8-sig")


def test_a_table_has_page_and_last_page_and_nothing_where_they_are_not_known(project: Project, tmp_path: Path) -> None:
    exported(project, out := tmp_path / "extracts.csv")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["page"], row["page_end"]) for row in rows] == [("", ""), ("3", ""), ("3", "4"), ("4", "")]


def test_lines_have_them_as_numbers_and_null(project: Project, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in exported(project, tmp_path / "extracts.jsonl").splitlines()]
    assert [(one["page"], one["page_end"]) for one in lines] == [(None, None), (3, None), (3, 4), (4, None)]


def test_a_page_to_read_cites_them(project: Project, tmp_path: Path) -> None:
    written = exported(project, tmp_path / "extracts.html")
    assert [written.count(f">{words}<") for words in ("p. 3", "pp. 3–4", "p. 4")] == [1, 1, 1]


def test_a_lost_passage_is_on_no_page(project: Project, tmp_path: Path) -> None:
    article = project.articles()[0]
    corrected = correct_text(
        article=article, old_text=TEXT, new_text=f"{TEXT[: OVER - 1]}.", codings=project.codings(), blocks=BLOCKS
    )
    project.do(corrected.change_set)
    lines = [json.loads(line) for line in exported(project, tmp_path / "extracts.jsonl").splitlines()]
    assert [one["page"] for one in lines if one["state"] == "lost"] == [None]


def test_a_quotation_is_cited_by_its_page_or_else_its_paragraph(project: Project) -> None:
    article = project.articles()[0]
    assert quoted("It pays.", article, 2, pages=OnPages(4, 4)) == "“It pays.” (Ida Moor, “The report”, p. 4)"
    assert quoted("It pays.", article, 2, pages=OnPages(4, 6)) == "“It pays.” (Ida Moor, “The report”, pp. 4–6)"
    assert quoted("It pays.", article, 2, pages=OnPages()) == "“It pays.” (Ida Moor, “The report”, paragraph 2)"
