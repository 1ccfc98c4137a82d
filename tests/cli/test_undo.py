"""Own steps are taken back and done again, across calls; what others built on stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.calling import FIRST

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed, Rows


def test_undo_and_redo_walk_through_own_steps_only(annotator: Annotator, listed: Listed, coded: Path) -> None:
    before = listed(coded, "codings")
    undone = annotator("undo", coded, "--coder", "Ann", "--json")
    assert (undone.code, undone.document) == (0, {"steps": ["Undo Code 2 passages from a file"]})
    assert [one["coder"] for one in listed(coded, "codings")] == ["Ben"]
    assert annotator("undo", coded, "--coder", "Ben").code == 0
    assert listed(coded, "codings") == []
    assert annotator("redo", coded, "--coder", "Ben").code == 0
    assert annotator("redo", coded, "--coder", "Ann").code == 0
    assert listed(coded, "codings") == before
    nothing = annotator("redo", coded, "--coder", "Ann", "--json")
    assert (nothing.code, nothing.out) == (2, "")
    assert nothing.err == "There is nothing left to redo for Ann.\n"
    assert annotator("check", coded).code == 0


def test_the_history_names_what_each_step_undoes(annotator: Annotator, listed: Listed, coded: Path) -> None:
    annotator("undo", coded, "--coder", "Ann")
    steps = listed(coded, "history")
    assert list(steps[0]) == ["seq", "id", "time", "coder", "label", "undoes", "changes"]
    assert [step["seq"] for step in steps] == sorted(step["seq"] for step in steps)
    coding, undo = (next(step for step in steps if step["label"] == label) for label in
                    ("Code 2 passages from a file", "Undo Code 2 passages from a file"))  # fmt: skip
    assert (coding["coder"], coding["undoes"], coding["changes"]) == ("Ann", None, 2)
    assert undo["undoes"] == coding["id"]
    assert {step["coder"] for step in listed(coded, "history", "--coder", "Ben")} == {"Ben"}


def test_fewer_steps_than_asked_for_is_done_in_part(
    annotator: Annotator, listed: Listed, project: Path, rows: Rows
) -> None:
    for at in (0, 4):
        file = rows({"article": "first", "code": "G1", "start": at, "end": 9})
        annotator("code", project, file, "--coder", "Dora")
    two = annotator("undo", project, "--coder", "Dora", "--steps", "2", "--json")
    assert (two.code, len(two.document["steps"]), listed(project, "codings")) == (0, 2, [])
    more = annotator("redo", project, "--coder", "Dora", "--steps", "5", "--json")
    assert (more.code, len(more.document["steps"])) == (1, 2)
    assert "There is nothing left to redo for Dora." in more.err
    assert len(listed(project, "codings")) == 2
    assert annotator("undo", project, "--coder", "Dora", "--steps", "0").code == 2


def test_what_somebody_built_on_is_refused_and_the_step_is_named(
    annotator: Annotator, listed: Listed, coded: Path
) -> None:
    annotator("undo", coded, "--coder", "Ann")
    answer = annotator("undo", coded, "--coder", "Ann", "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "Ben has since done “Code 1 passage from a file”" in answer.err
    assert len(listed(coded, "articles")) == 2


def test_a_purged_article_leaves_no_word_and_does_not_come_back(
    annotator: Annotator, listed: Listed, coded: Path
) -> None:
    article = listed(coded, "articles")[0]["id"]
    wrong = annotator("purge", coded, "--article", "first", "--article", "third", "--coder", "Ann")
    assert wrong.code == 2
    assert len(listed(coded, "articles")) == 2
    answer = annotator("purge", coded, "--article", "first", "--json", "--coder", "Ann")
    assert (answer.code, answer.document["purged"], answer.document["codings"]) == (0, [article], 2)
    assert "“first” is out of the project for good, with 2 codings." in answer.err
    data = coded.read_bytes()
    assert FIRST[:24].encode() not in data
    assert b"who else?" not in data
    assert [one["title"] for one in listed(coded, "articles")] == ["second"]
    assert annotator("check", coded, "--json").document["ok"]
    annotator("undo", coded, "--coder", "Ann", "--steps", "9")
    assert article not in {one["id"] for one in listed(coded, "articles")}
