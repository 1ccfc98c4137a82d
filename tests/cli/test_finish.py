"""A coder says which articles are finished, takes them up again, and the lists tell."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed


def finished(listed: Listed, project: Path) -> dict[str, int]:
    return {coder["name"]: coder["finished"] for coder in listed(project, "coders")}


def test_all_articles_are_finished_unless_some_are_named(annotator: Annotator, listed: Listed, coded: Path) -> None:
    first, second = (article["id"] for article in listed(coded, "articles"))
    one = annotator("finish", coded, "--article", "first.txt", "--article", first, "--coder", "Ann", "--json")
    assert (one.code, one.document) == (0, {"finished": [first], "reopened": []})
    assert finished(listed, coded) == {"Ann": 1, "Ben": 0}
    rest = annotator("finish", coded, "--coder", "Ann", "--json")
    assert rest.document == {"finished": [second], "reopened": []}
    again = annotator("finish", coded, "--coder", "Ann", "--json")
    assert (again.code, again.document) == (0, {"finished": [], "reopened": []})
    taken_up = annotator("finish", coded, "--article", "second", "--reopen", "--coder", "Ann", "--json")
    assert taken_up.document == {"finished": [], "reopened": [second]}
    assert finished(listed, coded) == {"Ann": 1, "Ben": 0}
    assert list(listed(coded, "coders")[0]) == ["id", "name", "kind", "codings", "finished"]


def test_a_pass_is_blind_unless_seen(annotator: Annotator, coded: Path, tmp_path: Path) -> None:
    assert annotator("finish", coded, "--coder", "Ann", "--seen").code == 0
    assert annotator("finish", coded, "--coder", "Ben", "--article", "first").code == 0
    assert annotator("export", coded, tmp_path / "all.csv").code == 0
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {(row["coder"], row["pass"]) for row in csv.DictReader(file)} == {("Ann", "seen"), ("Ben", "blind")}


def test_a_wrong_article_finishes_none(annotator: Annotator, listed: Listed, coded: Path) -> None:
    answer = annotator("finish", coded, "--article", "first", "--article", "secnd", "--coder", "Ann", "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "There is no article “secnd” in the project, so nothing was done. Nearest: “second”" in answer.err
    assert finished(listed, coded)["Ann"] == 0


def test_finishing_is_one_step_to_undo(annotator: Annotator, listed: Listed, coded: Path) -> None:
    annotator("finish", coded, "--coder", "Ben")
    assert "Undo Finish 2 articles" in annotator("undo", coded, "--coder", "Ben").err
    assert finished(listed, coded) == {"Ann": 0, "Ben": 0}
