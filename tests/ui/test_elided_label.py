"""Long texts give way instead of pushing the window wider."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF

from annotator.ui.elided_label import ElidedLabel
from annotator.ui.theme import control_font
from annotator.ui.two_lines import two_lines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# What the platform without a screen cannot do is no fault of the window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_label_shows_what_fits_and_keeps_the_whole_text_for_those_who_ask(qtbot: QtBot) -> None:
    label = ElidedLabel("Governance › Delegation, by Ann")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    label.grab()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "Governance › Delegation, by Ann"
    label.resize(600, 20)
    label.grab()
    assert label.shown_text() == "Governance › Delegation, by Ann"
    assert label.toolTip() == ""


def test_what_looks_like_markup_is_shown_as_it_is(qtbot: QtBot) -> None:
    label = ElidedLabel("<b>bold</b> & plain")
    qtbot.addWidget(label)
    label.resize(400, 20)
    assert label.shown_text() == "<b>bold</b> & plain"


@pytest.mark.parametrize("text", ["Who buys care", "commissioning " * 290, "x" * 4_000, "one\ntwo", "", "   "])
def test_two_lines_are_never_wider_than_the_room_and_never_three(qtbot: QtBot, text: str) -> None:
    font = control_font(13, 500)
    lines = two_lines(text, font, 200)
    assert len(lines) <= 2
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 201 for line in lines)
    assert "".join(lines).rstrip("…")[:12].strip() == " ".join(text.split())[:12].strip()
