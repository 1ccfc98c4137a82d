"""Extracts go out: formats, filters, manifest, what is refused."""

from __future__ import annotations

import csv
import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from cli.calling import FIRST

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Rows

COLUMNS = (
    "id article_id article_title publication published author link code_label code code_path family scheme_version "
    "coder pass coded_at text text_reading context_before context_after voice speaker speaker_known_by via stance "
    "unsure memo state reviewer reviewed_at reason zone repeat_of start end paragraph page page_end text_sha256"
)


def table(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_has_one_row_a_coding_and_a_manifest_beside_it(
    annotator: Annotator, coded: Path, tmp_path: Path
) -> None:
    out = tmp_path / "evidence for Ülrich.csv"
    answer = annotator("export", coded, out, "--json")
    assert answer.code == 0
    assert answer.err.startswith(f"Wrote 3 extracts from 2 articles to {out}.\n")
    rows = table(out)
    assert " ".join(rows[0]) == COLUMNS
    assert [(row["coder"], row["code_path"], row["text"]) for row in rows] == [
        ("Ann", "Governance > Who answers", FIRST[:24]), ("Ben", "Governance > Delegation", FIRST[26:50]),
        ("Ann", "Funding", "Money"),
    ]  # fmt: skip
    manifest = json.loads((tmp_path / "evidence for Ülrich.csv.manifest.json").read_text(encoding="utf-8"))
    assert manifest["counts"] == {"extracts": 3, "articles": 2, "coders": 2, "codes": 3, "memos": 0}
    assert manifest["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert manifest["filters"] == {}
    assert answer.document["extracts"] == 3
    assert answer.document["manifest"] == f"{out}.manifest.json"


FILTERS: list[tuple[list[str], list[int]]] = [
    ([], [0, 1, 2]),
    (["--code", "G1"], [0]),
    (["--code", "governance > delegation", "--code", "Funding"], [1, 2]),
    (["--code", "Governance", "--with-subcodes"], [0, 1]),
    (["--article", "second.txt"], [2]),
    (["--article", "first", "--article", "second"], [0, 1, 2]),
    (["--coder", "Ben"], [1]),
    (["--coder", "Ben", "--coder", "Ann", "--article", "first"], [0, 1]),
    (["--stance", "opposes"], [0]),
    (["--stance", "none"], [1, 2]),
    (["--search", "MONEY"], [2]),
    (["--search", "Who Else"], [0]),
]


@pytest.mark.parametrize(("options", "left"), FILTERS, ids=[" ".join(options) for options, _ in FILTERS])
def test_filters_leave_what_was_asked_for(
    annotator: Annotator, coded: Path, tmp_path: Path, options: list[str], left: list[int]
) -> None:
    assert annotator("export", coded, tmp_path / "all.csv").code == 0
    assert annotator("export", coded, tmp_path / "some.csv", *options).code == 0
    every = table(tmp_path / "all.csv")
    assert table(tmp_path / "some.csv") == [every[at] for at in left]


EMPTY = (
    ["--code", "Governance"], ["--agreed"], ["--speaker", "She"], ["--voice", "quoted"], ["--publication", "None"],
    ["--since", "2016-01-01"], ["--until", "2016-01-01"], ["--search", "no such words"],
)  # fmt: skip


@pytest.mark.parametrize("options", EMPTY, ids=[" ".join(options) for options in EMPTY])
def test_an_export_of_nothing_writes_no_file(
    annotator: Annotator, coded: Path, tmp_path: Path, options: list[str]
) -> None:
    before = sorted(tmp_path.iterdir())
    answer = annotator("export", coded, tmp_path / "none.csv", "--json", *options)
    assert (answer.code, answer.out) == (2, "")
    assert "no file was written" in answer.err
    assert sorted(tmp_path.iterdir()) == before


WRONG = [
    (["out.csv", "--code", "Delegtion"], "Nearest: “Governance > Delegation”"),
    (["out.csv", "--article", "thrid"], "There is no article “thrid”"),
    (["out.csv", "--coder", "Bem"], "Nearest: “Ben”"),
    (["out.csv", "--since", "2016-02-30"], "“2016-02-30” is no date"),
    (["out.csv", "--until", "May"], "Write it as YYYY-MM-DD"),
    (["out.csv", "--voice", "loud"], "'loud' is not one of"),
    (["out.csv", "--context", "-1"], "-1"),
    (["out.csv", "--format", "odt"], "The format odt is not known"),
    (["out.qqq"], "The format qqq is not known"),
    (["out"], "no ending that tells the format"),
    ([""], "empty name"),
    (["no/out.csv"], "no is not there"),
    (["evidence.annotator"], "is the project itself"),
    (["evidence.annotator", "--format", "csv"], "is the project itself"),
    (["linked.csv"], "is the project itself"),
    (["other.csv"], "is a project or another database"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_what_cannot_be_is_refused_and_nothing_is_touched(
    annotator: Annotator, coded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "linked.csv").symlink_to(coded)
    (tmp_path / "other.csv").write_bytes(coded.read_bytes())
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    answer = annotator("export", coded, *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_names_context_marking_and_cells_are_as_chosen(
    annotator: Annotator, project: Path, rows: Rows, tmp_path: Path
) -> None:
    (tmp_path / "sums.txt").write_text("One first. =1+1 is it. One last.", encoding="utf-8")
    annotator("import", project, tmp_path / "sums.txt", "--coder", "Ann")
    file = rows({"article": "sums", "code": "F1", "start": 11, "end": 22, "memo": "asked Ann", "coder": "Ben"})
    assert annotator("code", project, file).code == 0
    options = ("--context", "1", "--anonymous", "--safe-cells", "--marking", "OFFICIAL")
    assert annotator("export", project, tmp_path / "safe.csv", *options).code == 0
    (row,) = table(tmp_path / "safe.csv")
    assert (row["text"], row["context_before"], row["context_after"]) == ("'=1+1 is it.", "One first. ", " One last.")
    assert row["coder"] == "B"
    assert b"Ann" not in (tmp_path / "safe.csv").read_bytes()
    manifest = json.loads((tmp_path / "safe.csv.manifest.json").read_text(encoding="utf-8"))
    assert manifest["marking"] == "OFFICIAL"
    assert manifest["options"] == {"context": 1, "anonymous": True, "safe_cells": True, "without_texts": False}
    assert annotator("export", project, tmp_path / "bare.jsonl", "--without-texts").code == 0
    assert b"=1+1" not in (tmp_path / "bare.jsonl").read_bytes()
    assert not (tmp_path / "bare.articles.jsonl").exists()


def test_the_format_may_be_named_and_an_older_file_is_replaced_whole(
    annotator: Annotator, coded: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.txt"
    out.write_text("older", encoding="utf-8")
    assert annotator("export", coded, out, "--format", "jsonl", "--coder", "Ben").code == 0
    (line,) = out.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["coder"] == "Ben"
    articles = [json.loads(line) for line in (tmp_path / "out.articles.jsonl").read_text("utf-8").splitlines()]
    assert FIRST in [article["text"] for article in articles]


def test_every_coding_goes_out_whatever_is_unfinished(annotator: Annotator, coded: Path, tmp_path: Path) -> None:
    annotator("finish", coded, "--coder", "Ben")
    annotator("export", coded, tmp_path / "all.csv")
    assert {row["coder"]: row["pass"] for row in table(tmp_path / "all.csv")} == {"Ann": "", "Ben": "blind"}


def test_an_export_whose_manifest_cannot_be_written_is_done_in_part(
    annotator: Annotator, coded: Path, tmp_path: Path
) -> None:
    (tmp_path / "out.csv.manifest.json").mkdir()
    answer = annotator("export", coded, tmp_path / "out.csv", "--json")
    assert answer.code == 1
    assert answer.document["file"] == str(tmp_path / "out.csv")
    assert answer.document["manifest"] is None
    assert [one["file"] for one in answer.document["failed"]] == [str(tmp_path / "out.csv.manifest.json")]
    assert "was written and is whole, but its manifest is missing" in answer.err
    assert len(table(tmp_path / "out.csv")) == 3
