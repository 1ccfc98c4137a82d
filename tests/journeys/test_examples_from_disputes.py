"""A disputed passage becomes an example of its code with one key, and that can be taken back where it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.jobs.sample import SAMPLE_CODERS, sample_in
from annotator.model.progress import codings_before_definition

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.model.records import Code
    from annotator.reviewing.listed import Listed


@pytest.fixture
def reviewer(analyst: Analyst, tmp_path: Path) -> Analyst:
    """Return somebody before the Review page of the sample."""
    analyst.window.open_project(sample_in(tmp_path), next(iter(SAMPLE_CODERS)))
    analyst.press("Ctrl+2")
    return analyst


def current(reviewer: Analyst) -> Listed:
    desk = reviewer.window.reviewing.desk
    assert desk is not None
    assert desk.difference is not None
    return desk.difference


def code_of(reviewer: Analyst, code: str) -> Code:
    return next(one for one in reviewer.project.codes() if one.id == code)


def words(each: Listed) -> str:
    return f"“{' '.join((each.place.a or each.place.b)[0].quote.split())}”"


def test_y_keeps_the_passage_with_what_belongs_and_shift_y_with_what_does_not(reviewer: Analyst) -> None:
    each = current(reviewer)
    before = code_of(reviewer, each.code)
    reviewer.press("Y")
    after = code_of(reviewer, each.code)
    assert after.include == f"{before.include}\n{words(each)}"
    assert reviewer.notice().startswith(f"Kept as an include example of {before.title}")
    assert current(reviewer).key == each.key, "it is no decision"
    reviewer.press("Y")
    assert code_of(reviewer, each.code) == after
    assert "already" in reviewer.notice()
    reviewer.press("Shift+Y")
    assert code_of(reviewer, each.code).exclude == f"{before.exclude}\n{words(each)}"
    side = reviewer.window.reviewing.page.dock.side
    assert words(each) in side.text.toPlainText()


def test_undo_takes_the_example_back_on_the_page_and_says_so(reviewer: Analyst) -> None:
    each = current(reviewer)
    before = code_of(reviewer, each.code)
    reviewer.press("Y", "Ctrl+Z")
    assert code_of(reviewer, each.code) == before
    assert current(reviewer).key == each.key
    assert reviewer.window.reviewing.page.article.text.echo.text == f"Undone: Describe code: {before.title}"


def test_a_locked_scheme_stays_as_it_is(reviewer: Analyst) -> None:
    each = current(reviewer)
    reviewer.workspace.scheme.lock.turn()
    before = code_of(reviewer, each.code)
    reviewer.press("Y")
    assert code_of(reviewer, each.code) == before
    assert "locked" in reviewer.notice()


def test_the_rule_is_a_new_definition_and_tells_which_codings_are_older(reviewer: Analyst) -> None:
    each = current(reviewer)
    reviewer.press("Y")
    changes = reviewer.project.definition_changes(each.code)
    codings = reviewer.project.codings(codes=[each.code])
    older = codings_before_definition(changes, codings, reviewer.project.coded_in_step(each.code))
    assert older == codings


def test_after_the_decision_the_agreed_code_takes_the_passage_and_the_other_leaves_it_out(reviewer: Analyst) -> None:
    desk = reviewer.window.reviewing.desk
    assert desk is not None
    assert desk.list is not None
    each = next(one for one in desk.list.ordered() if one.kind == "code")
    desk.go_to(each.key)
    reviewer.press("B")
    desk.go_to(each.key)
    reviewer.press("Y", "Shift+Y")
    a, b = each.place.a[0], each.place.b[0]
    assert b.quote in code_of(reviewer, b.code).include
    assert a.quote in code_of(reviewer, a.code).exclude
