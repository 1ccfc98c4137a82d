"""Extracts by voice and speaker from a terminal; a guess is never told as a fact there either."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from cli.calling import FIRST

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Quotation, Zone, new_id, now
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed

ALONE, LATER = "The board decides alone.", "Others may join it later"


@pytest.fixture
def spoken(coded: Path) -> Path:
    """The coded project, in whose first article the chair is confirmed and a member is guessed."""
    with Project.open(coded) as project:
        ann, _ = project.join("Ann")
        article = next(one for one in project.articles() if one.title == "first")
        project.do(
            edits.mark_quotation(
                article=article, text=FIRST, start=0, end=len(ALONE), speaker="the chair", coder=ann,
                existing=project.quotations(article.id),
            )
        )  # fmt: skip
        at = FIRST.index(LATER)
        guess = Quotation(
            id=new_id(), article=article.id, start=at, end=at + len(LATER), kind="quotation", speaker="a member",
            grade="guess", created=now(),
        )  # fmt: skip
        project.do(ChangeSet("Find", (Change(None, guess),)))
    return coded


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_the_extracts_of_one_speaker_go_out(annotator: Annotator, spoken: Path, tmp_path: Path) -> None:
    assert annotator("export", spoken, tmp_path / "out.csv", "--speaker", "The Chair").code == 0
    (row,) = _table(tmp_path / "out.csv")
    assert (row["text"], row["speaker"], row["speaker_known_by"]) == (ALONE, "the chair", "confirmed")


def test_what_somebody_passes_on_goes_out(annotator: Annotator, spoken: Path, tmp_path: Path) -> None:
    with Project.open(spoken) as project:
        ann, _ = project.join("Ann")
        said = next(one for one in project.quotations() if one.speaker == "the chair")
        project.do(edits.set_via(quotation=said, via="A councillor", coder=ann))
    assert annotator("export", spoken, tmp_path / "out.csv", "--via", "a councillor").code == 0
    (row,) = _table(tmp_path / "out.csv")
    assert (row["text"], row["via"]) == (ALONE, "A councillor")
    refused = annotator("export", spoken, tmp_path / "none.csv", "--via", "the chair")
    assert (refused.code, "“A councillor”" in refused.err) == (2, True)


def test_voices_are_alternatives(annotator: Annotator, spoken: Path, tmp_path: Path) -> None:
    assert annotator("export", spoken, tmp_path / "out.csv", "--voice", "narrative", "--voice", "question").code == 0
    assert {row["voice"] for row in _table(tmp_path / "out.csv")} == {"narrative"}


def test_an_unknown_speaker_is_refused_with_the_nearest_names(
    annotator: Annotator, spoken: Path, tmp_path: Path
) -> None:
    answer = annotator("export", spoken, tmp_path / "out.csv", "--speaker", "the chairman")
    assert answer.code == 2
    assert "no file was written" in answer.err
    assert "“the chair”" in answer.err


def test_a_guessed_speaker_is_told_in_a_note_and_matches_no_filter(
    annotator: Annotator, spoken: Path, tmp_path: Path
) -> None:
    answer = annotator("export", spoken, tmp_path / "out.csv", "--article", "first", "--coder", "Ben")
    assert answer.code == 0
    assert "Note: 1 extract has a guessed speaker, left empty." in answer.err
    (row,) = _table(tmp_path / "out.csv")
    assert (row["speaker"], row["speaker_known_by"]) == ("", "none")
    assert annotator("export", spoken, tmp_path / "none.csv", "--speaker", "a member").code == 2


def test_what_lies_in_lines_set_aside_goes_out_only_when_asked_for(
    annotator: Annotator, spoken: Path, tmp_path: Path
) -> None:
    with Project.open(spoken) as project:
        project.join("Ann")
        article = next(one for one in project.articles() if one.title == "first")
        zone = Zone(
            id=new_id(), article=article.id, start=0, end=len(ALONE), kind="caption", reason="a rule", created=now()
        )
        project.do(ChangeSet("Find", (Change(None, zone),)))
    answer = annotator("export", spoken, tmp_path / "out.csv", "--json")
    assert answer.document["extracts"] == 2
    assert "1 coding lies wholly in what is set aside" in " ".join(answer.document["notes"])
    answer = annotator("export", spoken, tmp_path / "all.csv", "--json", "--with-set-aside")
    assert answer.document["extracts"] == 3
    assert [row["zone"] for row in _table(tmp_path / "all.csv")] == ["caption", "", ""]


def test_the_list_of_quotations_tells_grade_and_confirmation(listed: Listed, spoken: Path) -> None:
    told = [(one["speaker"], one["grade"], one["confirmed"]) for one in listed(spoken, "quotations")]
    assert ("the chair", "sure", True) in told
    assert ("a member", "guess", False) in told
