"""Passages coded from a file: names, offsets, quotes, what is told as moved, same or failed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from cli.calling import FIRST

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed, Rows

KEYS = ["id", "article", "title", "code", "coder", "start", "end", "text", "memo", "stance", "created", "modified"]


def test_codings_are_listed_as_they_were_given(listed: Listed, coded: Path) -> None:
    first, second, third = listed(coded, "codings")
    ids = {article["title"]: article["id"] for article in listed(coded, "articles")}
    assert list(first)[: len(KEYS)] == KEYS
    assert (first["article"], first["title"], first["coder"]) == (ids["first"], "first", "Ann")
    assert (first["code"], first["start"], first["end"]) == ("Governance > Who answers", 0, 24)
    assert (first["text"], first["memo"], first["stance"]) == (FIRST[:24], "who else?", "opposes")
    assert (second["coder"], second["memo"], second["stance"]) == ("Ben", None, None)
    assert (third["title"], third["code"], third["text"]) == ("second", "Funding", "Money")
    assert [one["coder"] for one in listed(coded, "codings", "--coder", "ben")] == ["Ben"]
    assert len(listed(coded, "codings", "--coder", "Ben", "--coder", "Ann")) == 3


def test_the_same_file_again_changes_nothing(annotator: Annotator, listed: Listed, coded: Path, tmp_path: Path) -> None:
    before = listed(coded, "codings"), listed(coded, "history")
    answer = annotator("code", coded, tmp_path / "codings.csv", "--json", "--coder", "Ann")
    assert (answer.code, answer.document) == (0, {"coded": 0, "same": 3, "moved": [], "failed": []})
    assert (listed(coded, "codings"), listed(coded, "history")) == before


def test_articles_by_id_title_or_file_and_codes_by_path_or_label(
    annotator: Annotator, listed: Listed, project: Path, rows: Rows
) -> None:
    article = listed(project, "articles")[0]["id"]
    names = [(article, "Funding > Pooled budget"), ("first", "f1"), ("first.txt", "funding>pooled  budget")]
    file = rows(*({"article": one, "code": code, "start": at, "end": at + 3} for at, (one, code) in
                  enumerate(names, start=4)))  # fmt: skip
    assert annotator("code", project, file, "--json", "--coder", "Ann").document["coded"] == 3
    assert {coding["code"] for coding in listed(project, "codings")} == {"Funding > Pooled budget"}


def test_white_space_is_trimmed_graphemes_are_widened_and_both_are_told(
    annotator: Annotator, listed: Listed, project: Path, rows: Rows, tmp_path: Path
) -> None:
    text = "He said: cafe\u0301 \U0001f468\u200d\U0001f469 closed."
    (tmp_path / "marks.txt").write_text(text, encoding="utf-8")
    annotator("import", project, tmp_path / "marks.txt", "--coder", "Ann")
    family = text.index("\U0001f468")
    file = rows(
        {"article": "marks", "code": "G1", "start": 2, "end": 9},
        {"article": "marks", "code": "G1", "start": 9, "end": 13},
        {"article": "marks", "code": "G1", "start": family, "end": family + 1},
        {"article": "marks", "code": "G1", "start": family + 4, "end": len(text)},
    )
    answer = annotator("code", project, file, "--json", "--coder", "Ann")
    assert answer.code == 0
    article = listed(project, "articles")[-1]["id"]
    assert answer.document == {
        "coded": 4, "same": 0, "failed": [],
        "moved": [
            {"row": 1, "article": article, "from": [2, 9], "to": [3, 8]},
            {"row": 2, "article": article, "from": [9, 13], "to": [9, 14]},
            {"row": 3, "article": article, "from": [family, family + 1], "to": [family, family + 3]},
        ],
    }  # fmt: skip
    texts = [coding["text"] for coding in listed(project, "codings")]
    assert texts == ["said:", "cafe\u0301", "\U0001f468\u200d\U0001f469", "closed."]
    assert "Row 1: stored at [3, 8] instead of [2, 9]." in answer.err
    assert annotator("code", project, file, "--json", "--coder", "Ann").document["same"] == 4


def test_a_quote_is_looked_for_when_it_does_not_stand_at_its_place(
    annotator: Annotator, listed: Listed, project: Path, rows: Rows
) -> None:
    at = FIRST.index("Others may join")
    file = rows(
        {"article": "first", "code": "G1", "start": 0, "end": 15, "quote": "Others may join"},
        {"article": "first", "code": "G2", "start": 0, "end": 9, "quote": "The board"},
        {"article": "first", "code": "G2", "start": 0, "end": 9, "quote": "Words that stand nowhere at all"},
        {"article": "first", "code": "F1", "start": 10, "end": 17, "quote": ""},
    )
    answer = annotator("code", project, file, "--json", "--coder", "Ann")
    assert answer.code == 1
    assert answer.document["coded"] == 3
    assert [(one["row"], one["from"], one["to"]) for one in answer.document["moved"]] == [(1, [0, 15], [at, at + 15])]
    assert [one["row"] for one in answer.document["failed"]] == [3]
    assert {coding["text"] for coding in listed(project, "codings")} == {"Others may join", "The board", "decides"}


def test_overlapping_codings_of_one_code_stay_apart(
    annotator: Annotator, listed: Listed, project: Path, rows: Rows
) -> None:
    spans = [(0, 9), (4, 17), (0, 17), (10, 17)]
    file = rows(*({"article": "first", "code": "G1", "start": start, "end": end} for start, end in spans))
    assert annotator("code", project, file, "--json", "--coder", "Ann").document["coded"] == 4
    assert sorted((one["start"], one["end"]) for one in listed(project, "codings")) == sorted(spans)


WRONG: list[tuple[dict[str, object], str]] = [
    ({"article": "frist"}, "There is no article “frist”"),
    ({"article": ""}, "article is empty"),
    ({"code": "G9"}, "There is no code “G9” in the project, so the row was left out. Nearest:"),
    ({"start": 5, "end": 5}, "end (5) must be greater than start (5)"),
    ({"start": 9, "end": 5}, "end (5) must be greater than start (9)"),
    ({"end": 62}, "0 to 62 lies outside the article, which has 61 characters, so the row was left out"),
    ({"start": -1}, "start must be a whole number from 0"),
    ({"end": "4.5"}, "end must be a whole number from 0"),
    ({"start": 24, "end": 26}, "nothing but white space"),
    ({"stance": "perhaps"}, "stance must be supports, opposes, mixed or empty"),
    ({"coder": "y" * 201}, "A coder's name may have 200 characters"),
]


@pytest.mark.parametrize(("values", "why"), WRONG, ids=[why[:30] for _, why in WRONG])
def test_a_wrong_row_is_told_and_the_others_are_stored(
    annotator: Annotator, listed: Listed, project: Path, rows: Rows, values: dict[str, object], why: str
) -> None:
    right = {"article": "first", "code": "G1", "start": 0, "end": 9, "coder": "", "stance": ""}
    both = annotator("code", project, rows(right, {**right, **values}), "--json", "--coder", "Ann")
    assert both.code == 1
    assert both.document["coded"] == 1
    assert [(one["row"], why in one["why"]) for one in both.document["failed"]] == [(2, True)], both.document
    assert why in both.err
    alone = annotator("code", project, rows({**right, **values}), "--json", "--coder", "Ben")
    assert alone.code == 2
    assert [coder["name"] for coder in listed(project, "coders")] == ["Ann"]
    assert len(listed(project, "codings")) == 1


def test_rows_may_name_their_coder_and_each_has_a_step_to_undo(
    annotator: Annotator, listed: Listed, project: Path, rows: Rows
) -> None:
    file = rows(
        {"article": "first", "code": "G1", "start": 0, "end": 9, "coder": "Ben"},
        {"article": "first", "code": "G2", "start": 0, "end": 9, "coder": " ben "},
        {"article": "first", "code": "G1", "start": 0, "end": 9, "coder": ""},
    )
    answer = annotator("code", project, file, "--coder", "Cleo")
    assert "Ben is new in this project and was added as a coder.\n" in answer.err
    assert "Cleo is new in this project and was added as a coder.\n" in answer.err
    assert {one["name"]: one["codings"] for one in listed(project, "coders")} == {"Ann": 0, "Ben": 2, "Cleo": 1}
    assert annotator("undo", project, "--coder", "Ben").code == 0
    assert {one["name"]: one["codings"] for one in listed(project, "coders")} == {"Ann": 0, "Ben": 0, "Cleo": 1}


def test_lines_of_json_are_read_as_well(annotator: Annotator, listed: Listed, project: Path, tmp_path: Path) -> None:
    lines = [
        json.dumps({"article": "first", "code": "G1", "start": 0, "end": 9, "memo": "two\nlines", "more": [1]}),
        "{ not json",
        "",
        json.dumps({"article": "first", "code": "G2", "start": 0, "end": 9, "stance": None}),
    ]
    (tmp_path / "codings.jsonl").write_text("\n".join(lines), encoding="utf-8")
    answer = annotator("code", project, tmp_path / "codings.jsonl", "--json", "--coder", "Ann")
    assert answer.code == 1
    assert (answer.document["coded"], [one["row"] for one in answer.document["failed"]]) == (2, [2])
    assert {one["memo"] for one in listed(project, "codings")} == {"two\nlines", None}


def test_a_valid_empty_file_is_done_and_a_wrong_file_is_not(
    annotator: Annotator, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "none.csv").write_text("article,code,start,end\n", encoding="utf-8")
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    for name in ("none.csv", "none.jsonl"):
        answer = annotator("code", project, tmp_path / name, "--json", "--coder", "Ann")
        assert (answer.code, answer.document) == (0, {"coded": 0, "same": 0, "moved": [], "failed": []})
    (tmp_path / "short.csv").write_text("article,code\nfirst,G1\n", encoding="utf-8")
    for name in ("short.csv", "nnoe.csv", "evidence.annotator"):
        answer = annotator("code", project, tmp_path / name, "--json", "--coder", "Ann")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.count("\n") == 1
    assert "Nearest there: “none.csv”" in annotator("code", project, tmp_path / "nnoe.csv", "--coder", "Ann").err
