"""Two coders are compared from a terminal: figures by code, every kind of difference, and what was left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Rows

KEYS = ["code", "percent", "alpha", "alpha_low", "alpha_high", "kappa", "f1", "a_only", "both", "b_only"]


@pytest.fixture
def two(annotator: Annotator, project: Path, rows: Rows) -> Path:
    """Ann and Ben have coded both articles and finished them."""
    ann = [{"article": "first", "code": "G1", "start": 0, "end": 20}, {"article": "first", "code": "F1", "start": 21,
           "end": 40}, {"article": "second", "code": "G1", "start": 0, "end": 12}]  # fmt: skip
    ben = [{"article": "first", "code": "G1", "start": 0, "end": 12}, {"article": "second", "code": "F1", "start": 0,
           "end": 12}]  # fmt: skip
    for name, codings in (("Ann", ann), ("Ben", ben)):
        assert annotator("code", project, rows(*codings, name=f"{name}.csv"), "--coder", name).code == 0
        assert annotator("finish", project, "--coder", name).code == 0
    return project


def compared(annotator: Annotator, project: Path, *options: object) -> Any:
    answer = annotator("compare", project, "Ann", "Ben", "--json", *options)
    assert answer.code == 0, answer.err
    return answer.document


@pytest.mark.parametrize("unit", ["sentence", "character", "paragraph", "segment"])
def test_the_document_has_the_keys_that_were_promised(annotator: Annotator, two: Path, unit: str) -> None:
    document = compared(annotator, two, "--unit", unit)

    assert list(document) == ["articles", "codes", "pooled", "differences"]
    assert len(document["articles"]["compared"]) == 2
    for row in document["codes"]:
        assert [key for key in row if key != "undefined"] == KEYS
        assert ("undefined" in row) == (None in row.values())
    assert {"article", "kind", "code", "a", "b", "overlap"} <= set(document["differences"][0])


def test_each_difference_is_told_with_its_place(annotator: Annotator, two: Path) -> None:
    found = {
        (one["kind"], tuple(one["a"] or ()), tuple(one["b"] or ())) for one in compared(annotator, two)["differences"]
    }

    assert found == {
        ("boundary", (0, 20), (0, 12)), ("missing in B", (21, 40), ()), ("code", (0, 12), (0, 12)),
    }  # fmt: skip


def test_a_lower_threshold_takes_the_boundary_for_the_same(annotator: Annotator, two: Path) -> None:
    kinds = [one["kind"] for one in compared(annotator, two, "--overlap", "0.5")["differences"]]

    assert sorted(kinds) == ["code", "missing in B"]


def test_only_the_articles_that_both_finished_blind_are_compared(annotator: Annotator, two: Path) -> None:
    annotator("finish", two, "--coder", "Ben", "--article", "second", "--reopen")

    answer = annotator("compare", two, "Ann", "Ben", "--json")

    assert len(answer.document["articles"]["compared"]) == 1
    assert answer.document["articles"]["left_out"][0]["why"] == "Ben has not finished it"
    assert "left out, Ben has not finished it" in answer.err


def test_one_code_and_one_article_can_be_asked_for(annotator: Annotator, two: Path) -> None:
    document = compared(annotator, two, "--code", "F1", "--article", "first")

    assert [row["code"] for row in document["codes"]] == ["Funding > Pooled budget"]
    assert [one["kind"] for one in document["differences"]] == ["missing in B"]


def test_without_json_it_reads_as_a_table(annotator: Annotator, two: Path) -> None:
    answer = annotator("compare", two, "Ann", "Ben")

    lines = answer.out.splitlines()
    assert lines[0].split("\t") == [
        "code",
        "percent",
        "alpha",
        "alpha_low",
        "alpha_high",
        "kappa",
        "f1",
        "a_only",
        "both",
        "b_only",
    ]
    assert any(line.startswith("all codes\t") for line in lines)
    assert any("\tboundary\t" in line for line in lines)


def test_somebody_unknown_is_refused_with_the_nearest_name(annotator: Annotator, two: Path) -> None:
    answer = annotator("compare", two, "Ann", "Benn")

    assert answer.code == 2
    assert "Ben" in answer.err
    assert answer.out == ""
