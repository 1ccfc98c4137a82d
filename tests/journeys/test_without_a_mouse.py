"""An article is coded from the first start to finished, and no hand touches the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import BOARDS, SENTENCE

from annotator.preferences import load_preferences
from annotator.project.project import Project
from annotator.ui import messages

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from journeys.analyst import Analyst


def test_from_the_first_start_to_a_finished_article(
    analyst: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article, place = tmp_path / "boards.txt", tmp_path / "My evidence.annotator"
    article.write_text(BOARDS, encoding="utf-8")
    monkeypatch.setattr(messages, "choose_place_to_save", lambda *_, **__: place)
    monkeypatch.setattr(messages, "choose_files", lambda *_, **__: [article])
    analyst.press("Ctrl+A")
    analyst.type("Ann")
    analyst.press("Tab", "Tab", "Space")
    assert analyst.project.coder is not None
    assert analyst.project.coder.name == "Ann"
    analyst.press("Ctrl+I")
    analyst.looks_at_import()
    analyst.press("Ctrl+Return")
    analyst.qtbot.waitUntil(lambda: analyst.workspace.desk.article is not None)
    assert analyst.workspace.desk.text == BOARDS
    analyst.press("J", "J", "1", "Return")
    analyst.type("delegation")
    analyst.press("Return", "M")
    analyst.type("says who decides")
    analyst.press("Ctrl+Return", "D", "J", "Shift+J", "Shift+J", "2")
    analyst.press("Ctrl+Shift+Return")
    with Project.open(place, read_only=True) as project:
        codes = {code.id: code.label for code in project.codes()}
        codings = project.codings()
        assert [(codes[coding.code], coding.quote) for coding in codings] == [
            ("C11", SENTENCE),
            ("G3", SENTENCE),
            ("C4", "Each keeps its own accounts for a year. Then the council decides."),
        ]
        assert (codings[1].memo, codings[1].unsure) == ("says who decides", True)
        assert [reading.state for reading in project.readings()] == ["finished"]
    assert load_preferences().coder == "Ann"


def test_finishing_says_first_what_was_never_on_the_screen(reader: Analyst) -> None:
    reader.press("Ctrl+Shift+Return")
    assert "has not been on the screen" in reader.notice()
    assert reader.project.readings() == []
    reader.press("Ctrl+Shift+Return")
    assert [reading.state for reading in reader.project.readings()] == ["finished"]
    assert reader.workspace.desk.text.startswith("Wards"), "on to the next article"
    reader.press("Ctrl+Z")
    assert reader.workspace.desk.text.startswith("A long report"), "undo goes back to the article it took up again"
    assert reader.project.readings() == []


def test_an_article_opened_after_a_long_one_does_not_count_for_it(reader: Analyst) -> None:
    reader.press("Ctrl+J", "Ctrl+K")
    report, wards = reader.project.articles()
    read = reader.workspace.places.read
    assert read[wards.id] == 1.0
    assert read[report.id] < 0.5
