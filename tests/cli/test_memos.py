"""Memos are listed with what they are about and where their links lead, and go out with the extracts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from cli.calling import FIRST

from annotator.model import edits
from annotator.model.memo_links import CodingLink, in_markdown, passage_link
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed

    from annotator.model.records import MemoAbout


def write(path: Path, coder: str, about: MemoAbout, text: str, subject: str | None = None) -> None:
    with Project.open(path) as project:
        who, _ = project.join(coder)
        project.do(edits.write_note(about=about, text=text, coder=who, subject=subject))


@pytest.fixture
def noted(coded: Path) -> Path:
    """Ann wrote on the project, with links to a passage and to Ben's coding, and on a code; Ben on an article."""
    with Project.open(coded) as project:
        article, code = project.articles()[0], project.codes()[-1]
        (bens,) = [coding for coding in project.codings() if coding.quote.startswith("Others")]
    passage = in_markdown(passage_link(article.id, FIRST, 0, 9), FIRST[:9])
    write(coded, "Ann", "project", f"Compare {passage} and {in_markdown(CodingLink(bens.id), bens.quote)}")
    write(coded, "Ann", "code", "Too wide?", code.id)
    write(coded, "Ben", "article", "Short, says Ann", article.id)
    return coded


def test_every_memo_is_listed_with_what_it_is_about(noted: Path, listed: Listed) -> None:
    memos = listed(noted, "memos")
    assert list(memos[0]) == ["id", "about", "subject", "title", "coder", "text", "links", "created", "modified"]
    assert [(memo["about"], memo["title"], memo["coder"]) for memo in memos] == [
        ("project", "evidence", "Ann"), ("article", "first", "Ben"), ("code", "Funding > Pooled budget", "Ann"),
        ("coding", "Governance > Who answers", "Ann"),
    ]  # fmt: skip
    assert memos[0]["subject"] is None
    assert memos[3]["text"] == "who else?"
    passage, coding = memos[0]["links"]
    assert (passage["start"], passage["end"], passage["quote"], passage["title"]) == (0, 9, FIRST[:9], "first")
    assert (coding["quote"], coding["paragraph"]) == (FIRST[26:50], 2)
    assert [memo["coder"] for memo in listed(noted, "memos", "--coder", "Ben")] == ["Ben"]


def test_plain_lines_tell_the_links_too(annotator: Annotator, noted: Path) -> None:
    first, *_ = annotator("list", noted, "memos").out.splitlines()
    assert first.split("\t")[:3] == [first.split("\t")[0], "project", ""]
    assert f"{FIRST[:9]}; " in first


def test_the_filters_of_an_export_choose_the_memos_too(annotator: Annotator, noted: Path, tmp_path: Path) -> None:
    def exported(*filters: str) -> list[str]:
        out = tmp_path / "out.jsonl"
        (tmp_path / "out.memos.jsonl").unlink(missing_ok=True)
        assert annotator("export", noted, out, *filters).code == 0
        beside = tmp_path / "out.memos.jsonl"
        lines = beside.read_text(encoding="utf-8").splitlines() if beside.exists() else []
        return [json.loads(line)["about"] for line in lines]

    assert exported() == ["project", "article", "code"]
    assert exported("--coder", "Ann") == ["project", "code"]
    assert exported("--article", "second") == ["project", "code"]
    assert exported("--code", "Funding", "--with-subcodes") == ["project", "article", "code"]
    assert exported("--code", "G1") == ["project", "article"]


def test_letters_stand_for_the_coders_of_memos(annotator: Annotator, noted: Path, tmp_path: Path) -> None:
    assert annotator("export", noted, tmp_path / "out.csv", "--anonymous", "--without-texts").code == 0
    memos = (tmp_path / "out.memos.csv").read_text(encoding="utf-8")
    assert "Short, says A" in memos
    assert not [word for word in ("Ann", "Ben", FIRST[:9], "Others may") if word in memos]
