"""A passage that wants a look shows what changed in its words; rows are as high as their words need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget

from annotator.ui.finding.before_after import changed, parts, show_before_and_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

BEFORE, AFTER = "Groups will go on buying care.", "Groups and boards will go on paying."
LONG = " ".join(["a word"] * 40)


def test_only_the_words_that_differ_are_marked() -> None:
    gone, come = changed(BEFORE, AFTER)
    assert [BEFORE[slice(*span)] for span in gone] == ["buying care."]
    assert [AFTER[slice(*span)] for span in come] == ["and boards", "paying."]
    assert changed(BEFORE, BEFORE) == ((), ())
    assert changed("", AFTER) == ((), ((0, len(AFTER)),))


def test_a_row_is_read_as_it_is_written() -> None:
    head, lines = parts(f"C11 Mixed model · doubtful\nbefore: {BEFORE}\nnow: {AFTER}")
    assert head == "C11 Mixed model · doubtful"
    assert [(line.label, line.words) for line in lines] == [("before", BEFORE), ("now", AFTER)]
    assert lines[0].changed
    _, lines = parts(f"C1 · lost · An article\nwas: {BEFORE}")
    assert [(line.label, line.words, line.changed) for line in lines] == [("was", BEFORE, ())]
    _, lines = parts("C1 · sure, moves along\nA sentence: with a colon")
    assert [(line.label, line.words) for line in lines] == [("", "A sentence: with a colon")]


def test_rows_are_as_high_as_their_words_need_at_the_width_there_is(qtbot: QtBot, dress: Callable[[str], None]) -> None:
    dress("light")
    shown = QListWidget()
    qtbot.addWidget(shown)
    show_before_and_after(shown)
    shown.addItem(f"G1 · doubtful\nbefore: {LONG}\nafter: {LONG} 👩‍⚕️ more")
    shown.resize(600, 400)
    shown.show()
    wide = shown.visualItemRect(shown.item(0)).height()
    shown.resize(260, 400)
    shown.grab()
    assert shown.visualItemRect(shown.item(0)).height() > 1.5 * wide
    ink = shown.viewport().grab().toImage()
    assert len({ink.pixel(x, y) for x in range(20, 200) for y in range(100)}) > 10, "nothing was painted"
