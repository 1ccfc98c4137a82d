"""Ctrl+P puts the article with its codings on paper, or into a PDF, while coding goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter

from annotator.ui import messages
from annotator.ui.printing import printer as printing_printer

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from journeys.analyst import Analyst


def _done(ann: Analyst) -> bool:
    return not ann.workspace.printing.busy


def test_ctrl_p_prints_into_the_file_that_was_chosen_as_printer(
    ann: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "paper.pdf"

    def ask(_parent: object) -> QPrinter:
        chosen = QPrinter()
        chosen.setOutputFileName(str(out))
        return chosen

    monkeypatch.setattr(printing_printer, "ask_printer", ask)
    ann.press("J", "J", "1", "M")
    ann.type("why, still being typed")
    ann.press("Ctrl+Return", "Ctrl+P")
    ann.press("J", "2")
    ann.qtbot.waitUntil(lambda: _done(ann))
    assert ann.notice() == f"The article is in {out}."
    assert out.read_bytes().startswith(b"%PDF-")
    assert len(ann.codings()) == 2, "coding went on meanwhile"


def test_what_is_printed_is_what_is_seen(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2", "M")
    ann.type("why")
    ann.press("Ctrl+Return")
    printout = ann.workspace.printing.printout()
    assert {(mark.label, mark.start) for mark in printout.marks} == {
        (ann.code(label).label, coding.start) for (label, _), coding in zip(ann.coded(), ann.codings(), strict=True)
    }
    assert list(printout.memos.values()) == ["why"]
    assert printout.coder == "Ann"
    only = printout.marks[0].code
    ann.workspace.selection.set_code(only)
    ann.workspace.hands.filtering.show_only_code()
    printed = ann.workspace.printing.printout()
    assert {mark.code for mark in printed.marks} == {only}
    assert "only" in printed.coded


def test_a_pdf_lands_where_it_was_asked_for_or_a_sentence_says_why_not(
    ann: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [tmp_path / "gone" / "article.pdf", tmp_path / "article"]
    suggested: list[str] = []

    def choose(_parent: object, _title: str, name: Path, _kinds: str) -> Path:
        suggested.append(name.name)
        return places.pop(0)

    monkeypatch.setattr(messages, "choose_place_to_save", choose)
    ann.press("J", "J", "1")
    for _ in range(2):
        ann.window.actions_.by_id["save_as_pdf"].trigger()
        ann.qtbot.waitUntil(lambda: _done(ann))
        if places:
            assert "is not there" in ann.notice()
    assert suggested == ["Boards may share one budget.pdf"] * 2
    assert (tmp_path / "article.pdf").read_bytes().startswith(b"%PDF-")


def test_closing_the_window_stops_a_long_print(
    reader: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "report.pdf"
    monkeypatch.setattr(messages, "choose_place_to_save", lambda *_: out)
    reader.window.actions_.by_id["save_as_pdf"].trigger()
    assert reader.workspace.printing.busy
    reader.window.close()
    assert not out.exists() or out.read_bytes().rstrip().endswith(b"%%EOF")
