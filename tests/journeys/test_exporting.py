"""What the window exports is byte for byte what the command exports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE

from annotator.cli.main import main
from annotator.ui.extracts.export_window import ExportWindow

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.ui.extracts.export_choice import ExportChoice


def _choose(monkeypatch: pytest.MonkeyPatch, out: Path) -> None:
    def ask(window: ExportWindow) -> ExportChoice:
        window.form_switch.buttons[out.suffix[1:]].click()
        window.out_field.setText(str(out))
        return window.choice()

    monkeypatch.setattr(ExportWindow, "ask", ask)


def _timeless(file: Path) -> bytes:
    return re.sub(rb"20\d\d-[-\dT:.Z ]+", b"(when it was written)", file.read_bytes())


@pytest.mark.parametrize("ending", ["csv", "jsonl", "html"])
def test_window_and_command_write_the_same(
    ann: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    ann.press("J", "J", "1", "2", "J", "Shift+J", "Shift+J", "3", "M")
    ann.type("a memo, still being typed")
    by_window, by_command = tmp_path / f"window.{ending}", tmp_path / f"command.{ending}"
    _choose(monkeypatch, by_window)
    ann.press("Ctrl+E")
    ann.qtbot.waitUntil(lambda: not ann.window.transfers.busy)
    assert "3 extracts are in" in ann.notice()
    assert main(["export", str(ann.project.path), str(by_command)]) == 0
    assert _timeless(by_window).replace(b"window.", b"command.") == _timeless(by_command)
    assert b"a memo, still being typed" in by_window.read_bytes()


def test_an_export_that_cannot_be_written_is_asked_again(
    ann: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann.press("J", "J", "1")
    told: list[str] = []
    places = [tmp_path / "gone" / "x.jsonl", tmp_path / "x.jsonl"]

    def ask(window: ExportWindow) -> ExportChoice:
        told.append(window.failure.text())
        window.form_switch.buttons["jsonl"].click()
        window.out_field.setText(str(places.pop(0)))
        window.show_failure("")
        return window.choice()

    monkeypatch.setattr(ExportWindow, "ask", ask)
    ann.press("Ctrl+E")
    ann.qtbot.waitUntil(lambda: (tmp_path / "x.jsonl").exists())
    assert told[0] == ""
    assert "gone" in told[1]
    assert SENTENCE in (tmp_path / "x.jsonl").read_text(encoding="utf-8")


def test_the_window_counts_beside_the_work_and_says_how_much_goes(
    ann: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann.press("J", "J", "1", "2", "J", "3")
    told: list[str] = []

    def ask(window: ExportWindow) -> None:
        ann.qtbot.waitUntil(window.export_button.isEnabled)
        told.append(window.export_button.text())
        window.codes.tick([ann.project.codings()[0].code])
        told.append(window.sentence.text())

    monkeypatch.setattr(ExportWindow, "ask", ask)
    ann.press("Ctrl+E")
    assert told == ["Export 3 extracts", "1 extract, 1 coder, 1 article will go, with a manifest beside the file."]
