"""Codings from a file: stored where the words stand, said when moved, left out when not found."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import making
import pytest

from annotator.jobs.coding_file import code_from_file
from annotator.model.errors import CannotRead, Refused
from annotator.project.checking import check_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = ("article", "code", "start", "end", "coder", "quote", "memo", "stance", "unsure")


@pytest.fixture
def team(tmp_path: Path) -> Iterator[making.Team]:
    made = making.team(tmp_path)
    yield made
    made.project.close()


def row(start: int, end: int, **known: Any) -> dict[str, Any]:
    return {"article": "briefing.txt", "code": "Governance > Who decides", "start": start, "end": end} | known


def file_of(team: making.Team, *rows: dict[str, Any]) -> Path:
    path = team.path.with_name("codings.csv")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def quotes(team: making.Team) -> list[str]:
    return [coding.quote for coding in team.project.codings()]


def test_rows_become_the_acting_coders_codings_in_one_gesture(team: making.Team) -> None:
    path = file_of(
        team,
        row(0, 9, quote="The board", memo="why", stance="opposes", unsure="yes"),
        row(10, 17, code="governance > JOINING", article="A briefing"),
    )

    report = code_from_file(team.project, path)

    assert (report.coded, report.same, report.moved, report.failed) == (2, 0, [], [])
    first, second = team.project.codings()
    assert (first.quote, first.memo, first.stance, first.unsure) == ("The board", "why", "opposes", True)
    assert (second.code, second.coder) == (team.joins.id, team.ann.id)
    assert team.project.undo_label() == "Code 2 passages from a file"
    team.project.undo()
    assert quotes(team) == []


def test_the_same_file_again_adds_nothing(team: making.Team) -> None:
    path = file_of(team, row(0, 9), row(0, 9), row(-0, 10))
    assert (code_from_file(team.project, path).coded, quotes(team)) == (1, ["The board"])
    steps = team.project.history()

    again = code_from_file(team.project, path)

    assert (again.coded, again.same) == (0, 3)
    assert team.project.history() == steps


def test_a_quote_that_stands_elsewhere_is_followed_and_said(team: making.Team) -> None:
    at = making.TEXT.index("Others may join it later")
    path = file_of(team, row(2, 26, quote="Others may join it later"), row(0, 10, quote="The board "))

    report = code_from_file(team.project, path)

    assert quotes(team) == ["The board", "Others may join it later"]
    moved = {one.row: (one.article, one.given, one.stored) for one in report.moved}
    assert moved[1] == (team.article.id, (2, 26), (at, at + 24))
    assert moved[2] == (team.article.id, (0, 10), (0, 9))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (row(0, 9, quote="Nowhere in this text at all"), "is not found elsewhere for sure"),
        (row(0, 9, article="other.txt"), "no article “other.txt”"),
        (row(0, 9, code="Governance > Who decide"), "Nearest: “Governance > Who decides”"),
        (row(70, 9_000), "lies outside the article"),
        (row(45, 47), "nothing but white space"),
        (row(9, 3), "must be greater than start"),
        (row(0, 9, stance="for"), "stance must be"),
    ],
)
def test_a_row_that_fits_nothing_is_left_out_and_the_rest_goes_in(
    team: making.Team, wrong: dict[str, Any], why: str
) -> None:
    report = code_from_file(team.project, file_of(team, wrong, row(10, 17)))

    assert quotes(team) == ["decides"]
    (failed,) = report.failed
    assert failed.row == 1
    assert failed.why.startswith("Row 1: ")
    assert why in failed.why


def test_each_coder_named_gets_her_own_step_and_the_acting_one_stays(team: making.Team) -> None:
    path = file_of(team, row(0, 9, coder="Ben"), row(10, 17, coder="Carl"), row(19, 21))

    report = code_from_file(team.project, path)

    assert (report.coded, report.new_coders) == (3, ["Carl"])
    assert team.project.coder == team.ann
    names = {coder.id: coder.name for coder in team.project.coders()}
    assert [names[coding.coder] for coding in team.project.codings()] == ["Ben", "Carl", "Ann"]
    team.project.undo()
    assert [names[coding.coder] for coding in team.project.codings()] == ["Ben", "Carl"]


def test_a_new_coder_joins_only_when_a_row_of_hers_fits(team: making.Team) -> None:
    report = code_from_file(team.project, file_of(team, row(0, 9, coder="Carl", article="other.txt")))

    assert [coder.name for coder in team.project.coders()] == ["Ann", "Ben"]
    assert (report.new_coders, [failed.row for failed in report.failed]) == ([], [1])


def test_json_lines_do_as_well_and_count_code_points(team: making.Team) -> None:
    article = making.add_article(team.project, "👩‍⚕️ said: wait.", "Said", "said.txt")
    path = team.path.with_name("codings.jsonl")
    start = "👩‍⚕️ said: wait.".index("wait")
    path.write_text(json.dumps(row(start, start + 4, article="said.txt", quote="wait")) + "\n{broken\n", "utf-8")

    report = code_from_file(team.project, path)

    (coding,) = team.project.codings(articles=[article.id])
    assert (coding.quote, report.moved) == ("wait", [])
    assert [failed.row for failed in report.failed] == [2]


def test_nobody_acting_and_nobody_named_is_a_sentence(team: making.Team) -> None:
    team.project.coder = None
    with pytest.raises(Refused, match="Nobody is named as the coder"):
        code_from_file(team.project, file_of(team, row(0, 9)))
    assert quotes(team) == []


def test_a_file_that_is_none_is_a_sentence_and_nothing_moves(team: making.Team) -> None:
    for name, content in (("none.csv", None), ("other.csv", "a,b\n1,2\n")):
        path = team.path.with_name(name)
        if content is not None:
            path.write_text(content)
        with pytest.raises(CannotRead):
            code_from_file(team.project, path)
    team.project.close()
    assert check_project(team.path) == []


def test_a_long_file_is_told_row_by_row_and_to_its_end(team: making.Team) -> None:
    heard: list[tuple[int, int]] = []
    path = file_of(team, *(row(0, 9) for _ in range(1_200)))
    code_from_file(team.project, path, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(500, 1_200), (1_000, 1_200), (1_200, 1_200)]


def test_the_looks_of_a_check_are_told(team: making.Team) -> None:
    heard: list[tuple[int, int]] = []
    check_project(team.path, lambda done, total: heard.append((done, total)))
    assert [done for done, _ in heard] == list(range(len(heard)))
    assert {total for _, total in heard} == {len(heard)}
