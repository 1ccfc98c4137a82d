"""A reason that was typed is kept: where the disk is full, and where the difference became another meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.test_first_comparison import current, desk_of, page_of, reviewer
from journeys.test_not_saved import full_disk

from annotator.model import edits
from annotator.project.project import Project
from annotator.ui import messages

if TYPE_CHECKING:
    import pytest
    from journeys.analyst import Analyst

__all__ = ["reviewer"]


def shown(reviewer: Analyst) -> str:
    return page_of(reviewer).dock.reason.field.text()


def reasons(reviewer: Analyst) -> list[str]:
    return [one.reason for one in reviewer.project.verdicts() if one.reason]


def test_a_reason_that_could_not_be_written_is_kept_and_written_later(reviewer: Analyst) -> None:
    reviewer.press("M")
    reviewer.type("reads alone")
    with full_disk():
        reviewer.press("Ctrl+Return", "N")
        assert "disk" in reviewer.notice()
        assert shown(reviewer) == ""
        reviewer.press("Shift+N")
        assert shown(reviewer) == "reads alone"
        reviewer.press("N")
    assert reasons(reviewer) == []

    reviewer.press("D")

    assert reasons(reviewer) == ["reads alone"]
    reviewer.press("Shift+N")
    assert shown(reviewer) == "reads alone"


def test_a_reason_typed_anew_after_it_could_not_be_written_is_the_one_that_counts(reviewer: Analyst) -> None:
    reviewer.press("M")
    reviewer.type("first")
    with full_disk():
        reviewer.press("Esc")
    reviewer.press("M")
    reviewer.type("second")
    reviewer.press("Esc")
    assert (reasons(reviewer), shown(reviewer)) == (["second"], "second")


def test_leaving_asks_when_a_reason_would_be_lost(reviewer: Analyst, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(messages, "confirm", lambda _parent, sentence, _verb: bool(asked.append(sentence)))
    reviewer.press("M")
    reviewer.type("reads alone")
    with full_disk():
        reviewer.window.close()
        assert asked == ["A reason could not be written to the project. Leaving now loses what was typed."]
        assert reviewer.window.isVisible()
    reviewer.press("Esc")
    assert reasons(reviewer) == ["reads alone"]


def test_a_reason_goes_along_when_the_difference_becomes_another_one_meanwhile(reviewer: Analyst) -> None:
    desk = desk_of(reviewer)
    assert desk.list is not None
    each = next(one for one in desk.list.ordered() if one.kind == "missing in B")
    desk.go_to(each.key)
    mine = each.place.a[0]
    reviewer.press("M")
    reviewer.type("half of it")
    with Project.open(reviewer.project.path) as other:
        other.join("Coder B")
        assert other.coder is not None
        article = next(one for one in other.articles() if one.id == mine.article)
        other.do(edits.code_passage(
            article=article, text=other.text(article.text_sha256), start=mine.start, end=mine.start + 9,
            code=next(one for one in other.codes() if one.id == mine.code), coder=other.coder,
        ))  # fmt: skip
    reviewer.workspace.session.follow()
    reviewer.press("Esc")

    assert desk.find(each.key) is None
    assert reasons(reviewer) == ["half of it"]
    assert mine.id in current(reviewer).place.ids
    assert shown(reviewer) == "half of it"
