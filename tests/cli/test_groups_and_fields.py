"""Groups and own fields of articles are listed, and go out with the extracts: last columns, by name, as a filter."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from lxml import html

from annotator.model import edits
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed


@pytest.fixture
def library(coded: Path) -> Path:
    """The first article is in the group Pilot, has a region and a number; the second has nothing."""
    with Project.open(coded) as project:
        ann, _ = project.join("Ann")
        first = [project.articles()[0]]
        project.do(edits.add_group(name="Pilot", groups=(), coder=ann, articles=first))
        for name, kind, choices, value in (
            ("Region / part", "choice", "North\nSouth", "North"), ("Beds", "number", "", "1250"),
            ("Source", "text", "", "=told by Ann"),
        ):  # fmt: skip
            project.do(edits.add_field(name=name, kind=kind, choices=choices, fields=project.fields(), coder=ann))  # type: ignore[arg-type]
            field = project.fields()[-1]
            project.do(edits.set_value(field=field, articles=first, value=value, values=project.field_values()))
    return coded


def test_the_list_of_articles_says_groups_and_fields(library: Path, listed: Listed, annotator: Annotator) -> None:
    first, second = listed(library, "articles")
    assert first["groups"] == ["Pilot"]
    assert first["fields"] == {"Region / part": "North", "Beds": "1250", "Source": "=told by Ann"}
    assert second["groups"] == []
    assert second["fields"] == {"Region / part": None, "Beds": None, "Source": None}
    assert "Pilot\tRegion / part: North; Beds: 1250; Source: =told by Ann" in annotator("list", library, "articles").out


def test_a_table_has_them_as_last_columns_and_the_manifest_says_so(
    library: Path, annotator: Annotator, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    assert annotator("export", library, out, "--anonymous", "--safe-cells").code == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[-5:] == ["text_sha256", "groups", "field_Region_part", "field_Beds", "field_Source"]
    assert [tuple(row.values())[-4:] for row in rows] == [
        ("Pilot", "North", "1250", "'=told by A"), ("Pilot", "North", "1250", "'=told by A"), ("", "", "", ""),
    ]  # fmt: skip
    manifest = json.loads((tmp_path / "out.csv.manifest.json").read_text(encoding="utf-8"))
    assert manifest["fields"][0] == {"name": "Region / part", "kind": "choice", "column": "field_Region_part"}


def test_lines_have_them_by_name_and_numbers_as_numbers(library: Path, annotator: Annotator, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert annotator("export", library, out).code == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert lines[0]["fields"] == {"Region / part": "North", "Beds": 1250, "Source": "=told by Ann"}
    assert lines[2]["fields"] == {"Region / part": None, "Beds": None, "Source": None}
    assert [line["groups"] for line in lines] == [["Pilot"], ["Pilot"], []]


def test_the_page_says_under_each_article_what_is_known_of_it(
    library: Path, annotator: Annotator, tmp_path: Path
) -> None:
    out = tmp_path / "out.html"
    assert annotator("export", library, out).code == 0
    first, second = html.fromstring(out.read_bytes()).findall(".//ol[@class='articles']/li")
    told = [" ".join(line.text_content().split()) for line in first.findall("p[@class='own']")]
    assert told == ["Groups Pilot", "Region / part North", "Beds 1250", "Source =told by Ann"]
    assert second.findall("p[@class='own']") == []


def test_only_a_groups_articles_go_out_and_the_manifest_names_it(
    library: Path, annotator: Annotator, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    answer = annotator("export", library, out, "--group", "pilot", "--json")
    assert (answer.document["extracts"], answer.document["articles"]) == (2, 1)
    manifest = json.loads((tmp_path / "out.csv.manifest.json").read_text(encoding="utf-8"))
    assert manifest["filters"] == {"groups": ["Pilot"]}


def test_a_group_that_is_not_there_is_refused_with_the_nearest(
    library: Path, annotator: Annotator, tmp_path: Path
) -> None:
    answer = annotator("export", library, tmp_path / "out.csv", "--group", "Pilots")
    assert (answer.code, list(tmp_path.glob("out*"))) == (2, [])
    assert "There is no group of articles “Pilots” in the project" in answer.err
    assert "Nearest: “Pilot”" in answer.err


def test_any_sql_tool_sees_groups_and_fields(library: Path) -> None:
    with Project.open(library) as project:
        ann, _ = project.join("Ann")
        project.do(edits.add_group(name="Alpha", groups=project.groups(), coder=ann, articles=project.articles()[:1]))
    with closing(sqlite3.connect(library)) as db:
        rows = db.execute('SELECT article_title, "groups", fields FROM extract ORDER BY article_title').fetchall()
    assert {row[0]: row[1] for row in rows} == {"first": "Pilot; Alpha", "second": None}
    assert json.loads(rows[0][2]) == {"Region / part": "North", "Beds": "1250", "Source": "=told by Ann"}
    assert rows[-1][2] is None
