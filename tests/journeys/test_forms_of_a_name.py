"""Ann says which names are one person's: a role is typed as a form of a name, somebody is added, all is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import Analyst, make_project
from journeys.test_every_window_for_everyone import assert_for_everyone

from annotator.importing.found_in_text import find_in_text
from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.project.project import Project
from annotator.ui import messages

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.ui.speakers.cast_window import CastWindow
    from annotator.ui.speakers.forms_window import FormsWindow

LEADER = "the leader of the northern group"
TEXT = f"""Two towns, one budget

“We will share one budget,” said Ida Moor. “It is time.”

“The money is not the point,” {LEADER} said. “Patients are.” She added that “nobody loses”.
"""


@pytest.fixture
def towns(analyst: Analyst, tmp_path: Path) -> Analyst:
    """Ann with an article in which the rules take a leader for whoever spoke before."""
    path = make_project(tmp_path / "towns.annotator")
    found = find_in_text(TEXT)
    new = NewArticle(title="Towns", file="t.txt", text=TEXT, zones=found.zones, quotations=found.quotations)
    with Project.open(path) as project:
        coder, _ = project.join("Ann")
        project.act_as(coder)
        project.do(edits.import_articles(articles=[new], coder=coder, position=9))
    assert analyst.window.open_project(path, "Ann")
    analyst.workspace.open_article(analyst.project.articles()[-1].id)
    return analyst


def opened(ann: Analyst) -> CastWindow:
    ann.window.page.view.setFocus()
    ann.press("Shift+Q")
    window = ann.workspace.found.speakers.cast.window
    assert window is not None
    ann.qtbot.waitUntil(window.isActiveWindow)
    return window


def forms(ann: Analyst) -> FormsWindow:
    window = ann.workspace.found.speakers.cast.people.window
    assert window is not None
    ann.qtbot.waitUntil(window.isActiveWindow)
    return window


def listed(window: FormsWindow) -> list[str]:
    return [window.list.item(row).text() for row in range(window.list.count())]


def cast(window: CastWindow) -> list[tuple[str, int]]:
    return [(row.title, row.number) for row in window.cast.rows]


def test_somebody_is_added_with_a_form_and_gets_what_is_theirs(towns: Analyst) -> None:
    window = opened(towns)
    assert cast(window) == [("Ida Moor", 5)]
    towns.click(window.add)
    asked = forms(towns)
    towns.type("Cy Poole")
    towns.press("Return")
    assert cast(window) == [("Ida Moor", 5), ("Cy Poole", 0)]
    assert window.member() == "Cy Poole"
    assert window.cast.rows[1].also == "made known by hand"
    towns.type(LEADER)
    towns.press("Return")
    assert listed(asked) == [f"{LEADER}  ·  typed"]
    assert cast(window) == [("Cy Poole", 3), ("Ida Moor", 2)]
    assert window.cast.rows[0].also == f"also: {LEADER}"
    towns.press("Esc")
    towns.window.activateWindow()
    towns.qtbot.waitUntil(towns.window.isActiveWindow)
    towns.press("Ctrl+Z")
    assert cast(window) == [("Ida Moor", 5), ("Cy Poole", 0)]
    towns.press("Ctrl+Z")
    assert cast(window) == [("Ida Moor", 5)]


def test_a_form_is_taken_away_again_and_the_rules_speak(towns: Analyst) -> None:
    window = opened(towns)
    towns.click(window.rename)
    towns.type("Dame Ida Moor")
    towns.press("Return")
    assert cast(window) == [("Dame Ida Moor", 5)]
    towns.click(window.forms)
    asked = forms(towns)
    assert listed(asked)[0] == "Ida Moor  ·  typed"
    assert listed(asked)[1] == f"{LEADER}  ·  found by a rule"
    asked.list.setCurrentRow(1)
    assert not asked.take_away.isEnabled()
    asked.list.setCurrentRow(0)
    towns.click(asked.take_away)
    assert "Ida Moor  ·  typed" not in listed(asked)


def test_what_cannot_be_a_form_is_said_and_what_is_typed_is_not_lost(
    towns: Analyst, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(towns)
    towns.click(window.forms)
    asked = forms(towns)
    towns.type("she")
    towns.press("Return")
    assert "can stand for anybody" in asked.sentence.text()
    questions: list[str] = []
    monkeypatch.setattr(messages, "confirm", lambda _parent, question, _verb: questions.append(question))
    towns.press("Esc")
    assert asked.isVisible()
    assert "“she” is not added yet" in questions[0]


def test_whoever_is_no_person_leaves_the_cast(towns: Analyst) -> None:
    window = opened(towns)
    towns.click(window.add)
    forms(towns)
    towns.type("Cy Poole")
    towns.press("Return", "Esc")
    window.choose("Cy Poole")
    towns.click(window.nobody)
    assert cast(window) == [("Ida Moor", 5)]
    assert towns.project.people() == []


def test_the_window_with_forms_is_for_everyone(towns: Analyst) -> None:
    window = opened(towns)
    assert_for_everyone(towns, window)
    towns.click(window.forms)
    asked = forms(towns)
    asked.field.setText("x")
    assert_for_everyone(towns, asked)
    asked.field.clear()
