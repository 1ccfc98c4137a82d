"""A paragraph is read and holds nothing to code: one key says so, undo goes back to it, closing keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

QUOTE = "“We have argued about this for long enough,” the chair of one board said. “Patients see one service.”"


def _checked(analyst: Analyst) -> list[str]:
    """Return the paragraphs that have a check beside them."""
    text, marked = analyst.window.page.view.text, analyst.workspace.hands.reading_on.marked
    return [text[start:end] for start, end in marked]


def test_v_checks_the_paragraph_and_v_again_takes_that_back(ann: Analyst) -> None:
    ann.press(*["J"] * 5, "V")
    assert _checked(ann) == [QUOTE]
    assert ann.echo() == "Read, nothing to code"
    assert [reading.state for reading in ann.project.readings()] == ["in progress"]
    ann.press("V")
    assert _checked(ann) == []
    assert ann.echo() == "Something to code"


def test_undo_goes_back_to_the_paragraph_from_another_article(ann: Analyst) -> None:
    ann.press(*["J"] * 5, "V", "Ctrl+J", "Ctrl+Z")
    assert ann.workspace.desk.text.startswith("Boards")
    assert _checked(ann) == []
    assert ann.echo() == "Undone: Nothing to code in a paragraph"
    assert ann.window.page.view.caret() == ann.workspace.desk.text.index(QUOTE)
    ann.press("Ctrl+Y")
    assert _checked(ann) == [QUOTE]


def test_a_coded_paragraph_is_not_called_empty(ann: Analyst) -> None:
    ann.press("J", "J", "J", "1", "V")
    assert _checked(ann) == []
    assert "This paragraph is coded" in ann.notice()


def test_the_mark_is_there_after_closing_and_finishing_keeps_it(ann: Analyst, project_path: Path) -> None:
    ann.press(*["J"] * 5, "V", "Ctrl+Shift+Return", "Ctrl+Shift+Return")
    assert ann.window.open_project(project_path, "Ann")
    ann.window.workspace.open_article(ann.project.articles()[0].id)  # type: ignore[union-attr]
    assert _checked(ann) == [QUOTE]
    assert [reading.state for reading in ann.project.readings()][:1] == ["finished"]
