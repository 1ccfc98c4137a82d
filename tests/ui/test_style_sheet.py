"""The style sheet and the icons: whole, and in the colours of the theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.shipped import shipped_folder
from annotator.ui.icons import icon
from annotator.ui.theme import style_sheet
from annotator.ui.tokens import PALETTES, contrast

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

RESOURCES = shipped_folder("resources")
ICONS = sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg"))
CONTROLS = [QPushButton, QToolButton, QLineEdit, QComboBox, QCheckBox, QRadioButton]

# What the platform without a screen cannot do is no fault of the window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("name", PALETTES)
def test_every_placeholder_is_a_token_and_every_picture_lies_there(name: str) -> None:
    sheet = style_sheet(PALETTES[name])
    assert "$" not in sheet
    pictures = set(re.findall(r"url\(controls:([^)]+)\)", sheet))
    assert pictures
    assert pictures <= {path.name for path in (RESOURCES / "controls").iterdir()}


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_one_family_of_lines(qapp: QApplication, name: str) -> None:
    drawing = etree.parse(RESOURCES / "icons" / f"{name}.svg").getroot()
    looks = [drawing.get(key) for key in ("viewBox", "fill", "stroke", "stroke-width", "stroke-linecap")]
    assert looks == ["0 0 16 16", "none", "currentColor", "1.5", "round"]
    picture = icon(name).pixmap(16, 16).toImage()
    assert any(picture.pixelColor(x, y).alpha() > 100 for x in range(16) for y in range(16))


def _points_of(widget: QWidget, colour: str) -> int:
    picture = widget.grab().toImage()
    points = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return sum(picture.pixelColor(x, y).name() == colour for x, y in points)


@pytest.mark.parametrize("choice", PALETTES)
@pytest.mark.parametrize("control", CONTROLS)
def test_focus_is_visible_on_every_kind_of_control(
    qtbot: QtBot, dress: Callable, control: type[QWidget], choice: str
) -> None:
    dress(choice)
    window = QWidget()
    qtbot.addWidget(window)
    made, elsewhere = control(window), QLineEdit(window)
    made.resize(120, 32)
    elsewhere.move(0, 60)
    window.show()
    window.activateWindow()
    elsewhere.setFocus()
    QApplication.processEvents()
    accent = PALETTES[choice].accent
    assert _points_of(made, accent) == 0
    made.setFocus()
    QApplication.processEvents()
    assert _points_of(made, accent) > 40


@pytest.mark.parametrize("choice", PALETTES)
def test_buttons_and_fields_have_the_heights_of_the_design(qtbot: QtBot, dress: Callable, choice: str) -> None:
    dress(choice)
    window = QWidget()
    qtbot.addWidget(window)
    main = QPushButton("Export")
    main.setProperty("main", True)
    parts = [QPushButton("Cancel"), QLineEdit(), QComboBox(), QToolButton(), main]
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    window.show()
    assert [part.height() for part in parts] == [32, 32, 32, 32, 36]


def test_the_desktop_entry_names_what_is_there() -> None:
    entry = (RESOURCES / "annotator.desktop").read_text(encoding="utf-8")
    assert "Exec=annotator\n" in entry
    assert "Icon=annotator\n" in entry
    assert (RESOURCES / "annotator.svg").is_file()


@pytest.mark.parametrize("name", PALETTES)
def test_texts_of_the_style_sheet_are_readable_on_their_own_grounds(name: str) -> None:
    palette = PALETTES[name]
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", style_sheet(palette), flags=re.DOTALL))
    told = [
        (selector.strip(), dict(re.findall(r"(?<![-\w])(color|background):\s*([^;]+)", body)))
        for selector, body in rules
    ]
    pairs = [(selector, look["color"], look.get("background", "")) for selector, look in told if "color" in look]
    assert len(pairs) > 20
    for selector, ink, ground in pairs:
        if ":disabled" in selector or ink == "transparent":
            continue
        grounds = [ground] if ground.startswith("#") else [palette.paper, palette.panel, palette.field]
        assert all(contrast(ink, each) >= 4.5 for each in grounds), selector
