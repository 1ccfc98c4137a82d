"""From a terminal: several coders, codes with their sub-codes, and the counts from which anyone can reckon again."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np
import pytest

from annotator.reviewing.pair_counts import alpha, f1, kappa, percent

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Rows


@pytest.fixture
def three(annotator: Annotator, project: Path, rows: Rows) -> Path:
    """Ann, Ben and Carl have coded both articles and finished them."""
    ann = [{"article": "first", "code": "G1", "start": 0, "end": 20}, {"article": "first", "code": "F1", "start": 21,
           "end": 40}, {"article": "second", "code": "G1", "start": 0, "end": 12}]  # fmt: skip
    ben = [{"article": "first", "code": "G1", "start": 0, "end": 12}, {"article": "second", "code": "F1", "start": 0,
           "end": 12}]  # fmt: skip
    carl = [{"article": "second", "code": "G1", "start": 0, "end": 12}]
    for name, codings in (("Ann", ann), ("Ben", ben), ("Carl", carl)):
        assert annotator("code", project, rows(*codings, name=f"{name}.csv"), "--coder", name).code == 0
        assert annotator("finish", project, "--coder", name).code == 0
    return project


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("unit", ["sentence", "character", "paragraph"])
@pytest.mark.parametrize("wide", [(), ("--with-subcodes",)])
def test_the_figures_can_be_reckoned_again_from_the_counts(
    annotator: Annotator, three: Path, tmp_path: Path, unit: str, wide: tuple[str, ...]
) -> None:
    out = tmp_path / "counts.csv"

    answer = annotator("compare", three, "Ann", "Ben", "--unit", unit, "--counts", out, "--json", *wide)

    assert answer.code == 0, answer.err
    rows = read(out)
    assert {row["with_sub_codes"] for row in rows} == {"true" if wide else "false"}
    for told in answer.document["codes"]:
        cells = [[int(row[column]) for column in ("both", "a_only", "b_only", "neither")]
                 for row in rows if row["code"] == told["code"]]  # fmt: skip
        assert len(cells) == 2
        total = np.array(cells, dtype=float).sum(axis=0)
        for name, figure in (("percent", percent), ("alpha", alpha), ("kappa", kappa), ("f1", f1)):
            value = float(figure(total))
            assert told[name] == (None if np.isnan(value) else pytest.approx(value))
    families = {"Governance", "Funding"} & {told["code"] for told in answer.document["codes"]}
    assert bool(families) is bool(wide)


def test_of_three_coders_each_two_are_told_and_the_counts_hold_them_all(
    annotator: Annotator, three: Path, tmp_path: Path
) -> None:
    out = tmp_path / "counts.csv"

    answer = annotator("compare", three, "Ann", "Ben", "Carl", "--json", "--counts", out)

    assert answer.code == 0, answer.err
    document = answer.document
    assert list(document) == ["articles", "coders", "codes", "pooled", "pairs"]
    assert [(pair["a"], pair["b"], pair["articles"]) for pair in document["pairs"]] == [
        ("Ann", "Ben", 2), ("Ann", "Carl", 2), ("Ben", "Carl", 2),
    ]  # fmt: skip
    assert {row["code"]: row["used_by"] for row in document["codes"]} == {
        "Governance > Who answers": ["Ann", "Ben", "Carl"], "Funding > Pooled budget": ["Ann", "Ben"],
    }  # fmt: skip
    assert {(row["coder_a"], row["coder_b"]) for row in read(out)} == {("Ann", "Ben"), ("Ann", "Carl"), ("Ben", "Carl")}


def test_three_coders_read_as_a_table_too(annotator: Annotator, three: Path) -> None:
    lines = annotator("compare", three, "Ann", "Ben", "Carl").out.splitlines()

    assert lines[0].split("\t")[0] == "code"
    assert lines[0].split("\t")[-2:] == ["some", "all"]
    assert any(line.startswith("all codes\t") for line in lines)
    assert [line.split("\t")[:2] for line in lines[-3:]] == [["Ann", "Ben"], ["Ann", "Carl"], ["Ben", "Carl"]]


@pytest.mark.parametrize(
    ("coders", "options", "sentence"),
    [
        (("Ann", "Ann"), (), "named twice"),
        (("Ann", "Ben", "Carl"), ("--unit", "segment"), "between two coders"),
        (("Ann", "Ben"), ("--counts", "counts.txt"), "csv"),
        (("Ann", "Ben"), ("--report", "report.txt"), ".docx"),
        (("Ann", "Ben", "Carl"), ("--report", "report.html"), "Name two"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_a_sentence(
    annotator: Annotator, three: Path, coders: tuple[str, ...], options: tuple[str, ...], sentence: str
) -> None:
    answer = annotator("compare", three, *coders, *options)

    assert answer.code == 2
    assert sentence in answer.err


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_a_report_of_two_is_written_beside_the_table(
    annotator: Annotator, three: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"agreement.{ending}"

    answer = annotator("compare", three, "Ann", "Ben", "--report", out)

    assert answer.code == 0, answer.err
    assert "3 differences" in answer.err
    assert out.stat().st_size > 1_000
    if ending == "html":
        assert "Who answers" in out.read_text("utf-8")


def test_counts_of_nothing_make_no_file(annotator: Annotator, three: Path, tmp_path: Path) -> None:
    annotator("finish", three, "--coder", "Ben", "--reopen")

    answer = annotator("compare", three, "Ann", "Ben", "--counts", tmp_path / "counts.csv")

    assert answer.code == 2
    assert not (tmp_path / "counts.csv").exists()
    assert "Let two coders finish" in answer.err
