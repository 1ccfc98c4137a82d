"""Zones and quotations from a terminal: listed with who set them, counted at import, brought back by a coding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cli.calling import FIRST

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Article, Quotation, Zone, new_id, now
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed, Rows

LATER = FIRST[FIRST.index("Others") :]
QUOTED = "Others may join it later"


@pytest.fixture
def marked(coded: Path) -> Path:
    """Give the first article a zone by a rule, one by Ann, and a speaker."""
    with Project.open(coded) as project:
        coder, _ = project.join("Ann")
        article = next(one for one in project.articles() if one.title == "first")
        _mark(project, article)
        at = FIRST.index(QUOTED)
        project.do(
            edits.mark_quotation(
                article=article, text=FIRST, start=at, end=at + len(QUOTED), speaker="the chair", coder=coder
            )
        )
        project.do(edits.set_aside(article=article, text=FIRST, start=0, end=9, coder=coder, kind="caption"))
    return coded


def _mark(project: Project, article: Article) -> None:
    at = FIRST.index(LATER)
    rule = Zone(
        id=new_id(), article=article.id, start=at, end=len(FIRST), kind="related link", reason="a rule", created=now()
    )
    project.do(ChangeSet("Find zones", (Change(None, rule),)))


def test_zones_tell_kind_state_reason_who_set_them_and_their_text(listed: Listed, marked: Path) -> None:
    article = next(one["id"] for one in listed(marked, "articles") if one["title"] == "first")
    assert listed(marked, "zones") == [
        {
            "article": article, "start": 0, "end": 9, "kind": "caption", "state": "set aside",
            "reason": "set by hand", "set_by": "Ann", "text": "The board",
        },
        {
            "article": article, "start": FIRST.index(LATER), "end": len(FIRST), "kind": "related link",
            "state": "set aside", "reason": "a rule", "set_by": "rule", "text": LATER,
        },
    ]  # fmt: skip
    assert [zone["set_by"] for zone in listed(marked, "zones", "--coder", "Ann")] == ["Ann"]


def test_quotations_tell_who_speaks_and_how_that_is_known(listed: Listed, marked: Path) -> None:
    (one,) = listed(marked, "quotations")
    assert list(one) == ["article", "start", "end", "kind", "speaker", "grade", "confirmed", "reason"]
    assert (FIRST[one["start"] : one["end"]], one["speaker"]) == (QUOTED, "the chair")
    assert (one["grade"], one["confirmed"], one["reason"]) == ("sure", True, "named by hand")


def test_reported_speech_is_listed_only_when_asked_for(listed: Listed, marked: Path) -> None:
    with Project.open(marked) as project:
        project.join("Ann")
        article = next(one for one in project.articles() if one.title == "first")
        told = Quotation(
            id=new_id(), article=article.id, start=0, end=9, kind="reported", speaker="the clerk", grade="likely",
            created=now(),
        )  # fmt: skip
        project.do(ChangeSet("Find reports", (Change(None, told),)))

    assert [one["speaker"] for one in listed(marked, "quotations")] == ["the chair"]
    both = listed(marked, "quotations", "--reported")
    assert {"the clerk", "the chair"} <= {one["speaker"] for one in both}
    assert {one["kind"] for one in both} == {"reported", "by hand"}


def test_plain_lines_hold_the_same(annotator: Annotator, marked: Path) -> None:
    answer = annotator("list", marked, "zones")
    assert answer.code == 0
    assert [line.split("\t")[6] for line in answer.out.splitlines()] == ["Ann", "rule"]


def test_a_coding_from_a_file_wholly_inside_a_zone_brings_it_back_and_undo_takes_back_both(
    annotator: Annotator, listed: Listed, marked: Path, rows: Rows
) -> None:
    at = FIRST.index("join it")
    file = rows({"article": "first", "code": "Funding", "start": at, "end": at + 7})
    assert annotator("code", marked, file, "--coder", "Ann").code == 0
    assert [(zone["state"], zone["set_by"]) for zone in listed(marked, "zones")] == [
        ("set aside", "Ann"), ("kept", "Ann"),
    ]  # fmt: skip
    assert annotator("undo", marked, "--coder", "Ann").code == 0
    assert [(zone["state"], zone["set_by"]) for zone in listed(marked, "zones")] == [
        ("set aside", "Ann"), ("set aside", "rule"),
    ]  # fmt: skip


def test_codings_in_what_was_set_aside_afterwards_are_in_no_list_of_numbers(listed: Listed, coded: Path) -> None:
    def numbers() -> list[int]:
        whole = ((what, listed(coded, what)) for what in ("codes", "articles", "coders", "progress"))
        return [sum(row["codings"] for row in rows) for _, rows in whole]

    assert numbers() == [3, 3, 3, 3]
    with Project.open(coded) as project:
        coder, _ = project.join("Ann")
        article = next(one for one in project.articles() if one.title == "first")
        project.do(edits.set_aside(article=article, text=FIRST, start=0, end=24, coder=coder))
    assert numbers() == [2, 2, 2, 2]
    assert len(listed(coded, "codings")) == 3, "nothing is lost"
