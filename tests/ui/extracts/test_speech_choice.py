"""An analyst lets only somebody's words go out, or only what is quoted, and is told what that leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from ui.extracts.test_export_window import ARTICLES, CODERS, CODES

from annotator.model.extracts import ExtractFilter
from annotator.ui.extracts.export_window import ExportWindow

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SPEAKERS = ("Ida Moor", "Olaf Penn")


def _count(chosen: ExtractFilter) -> tuple[int, int, int]:
    """Two extracts for each voice, one more for what is set aside; only one by a speaker."""
    number = 1 if chosen.speakers else 2 * (len(chosen.voices) or 5) + chosen.set_aside
    return number, 1, 1


def _window(qtbot: QtBot, tmp_path: Path, base: ExtractFilter | None = None) -> ExportWindow:
    made = ExportWindow(CODERS, CODES, ARTICLES, _count, tmp_path / "extracts", base, speakers=SPEAKERS)
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    return made


def test_at_first_every_voice_goes_and_what_is_set_aside_stays(qtbot: QtBot, tmp_path: Path) -> None:
    window = _window(qtbot, tmp_path)
    assert (window.filter().voices, window.filter().speakers, window.filter().set_aside) == ((), (), False)
    window.speech.set_aside.click()
    assert window.sentence.text().startswith("11 extracts")


def test_only_what_is_quoted_goes_when_the_other_voices_are_not_ticked(qtbot: QtBot, tmp_path: Path) -> None:
    window = _window(qtbot, tmp_path)
    for voice, box in window.speech.voices.items():
        if voice != "quoted":
            box.click()
    assert window.choice().filter.voices == ("quoted",)
    assert window.sentence.text().startswith("2 extracts")
    window.speech.voices["quoted"].click()
    assert window.sentence.text() == "Nothing to export: no voice is ticked."
    assert not window.export_button.isEnabled()


def test_one_speaker_is_chosen_and_with_none_the_window_says_why_nothing_goes(qtbot: QtBot, tmp_path: Path) -> None:
    window = _window(qtbot, tmp_path)
    window.speakers.tick(("Olaf Penn",))
    assert window.choice().filter.speakers == ("Olaf Penn",)
    assert window.sentence.text().startswith("1 extract,")
    window.speakers.tick(())
    assert "no speaker is ticked" in window.sentence.text()


def test_a_choice_made_before_is_shown_again(qtbot: QtBot, tmp_path: Path) -> None:
    base = ExtractFilter(speakers=("Ida Moor",), voices=("reported", "mixed"), set_aside=True)
    assert _window(qtbot, tmp_path, base).filter() == base


def test_without_known_speakers_nobody_is_asked_about(qtbot: QtBot, tmp_path: Path) -> None:
    made = ExportWindow(CODERS, CODES, ARTICLES, _count, tmp_path / "extracts")
    qtbot.addWidget(made)
    made.show()
    assert not made.speakers.isVisible()
    assert made.export_button.isEnabled()
