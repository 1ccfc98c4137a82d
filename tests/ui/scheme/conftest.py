"""A scheme of four families and an analyst's codings with it, for panel and finder."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.records import Code, Coding
from annotator.ui.scheme.scheme_panel import SchemePanel
from annotator.ui.theme import load_fonts, theme

FAMILIES = {
    "C": ("Commissioning model", "#6bd4f9"),
    "G": ("Governance", "#5635b6"),
    "F": ("Funding", "#53a70b"),
    "W": ("Workforce", "#fe838d"),
}
CODES = [
    ("C1", "One clinical commissioning group", None, 1, 9),
    ("C4", "Council or health and wellbeing board", 2, 1, 7),
    ("C6", "New care model holds the budget", None, 1, 6),
    ("C8", "Patient holds the budget", None, 1, 3),
    ("C11", "Mixed model", 1, 3, 11),
    ("C12", "No commissioner", None, 0, 0),
    ("G1", "Who answers for the budget", 5, 0, 5),
    ("G2", "Law and bills", None, 1, 6),
    ("G3", "Delegation", 3, 1, 8),
    ("G5", "Intervention in a struggling body", None, 0, 0),
    ("G6", "Earned freedom", None, 1, 7),
    ("G7", "Local choice", 6, 1, 6),
    ("G8", "National decision over deadlock", 4, 0, 4),
    ("G12", "National standards and equity", None, 1, 5),
    ("G15", "Party politics", None, 1, 6),
    ("F1", "Capitated budget", 7, 1, 3),
    ("F2", "Pooled health and social care budget", 8, 1, 5),
    ("F3", "Efficiency savings", None, 0, 0),
    ("W2", "Clinicians in management", 9, 1, 4),
    ("W4", "System leaders", None, 1, 3),
]
WORDS = {
    "G3": ("Passing a responsibility while the law stays.", "its terms; the case to be made for it",
           "only the receiver is named (its C code)"),
    "G5": ("A tougher line, stronger support, or others take over.", "its timing", "the law behind it (G2)"),
    "G8": ("National leaders settle disputes or lift a veto.", "asking permission; veto power",
           "intervention for failure (G5)"),
}  # fmt: skip


def code(code_id: str, **changes: Any) -> Code:
    """Return a code with what every code needs."""
    facts: dict[str, Any] = {"name": code_id, "position": 0, "colour": "", "coder": "ann", "created": "2016-05-19"}
    return Code(id=code_id, **(facts | changes))


def four_families() -> list[Code]:
    """Return families C, G, F and W with their codes; ids are the labels."""
    made = [
        code(letter, name=name, position=place, colour=hue, codable=False)
        for place, (letter, (name, hue)) in enumerate(FAMILIES.items())
    ]
    for place, (label, name, key, _, _) in enumerate(CODES):
        definition, include, exclude = WORDS.get(label, ("", "", ""))
        made.append(
            code(label, label=label, name=name, key=key, position=place, parent=label[0],
                 definition=definition, include=include, exclude=exclude)
        )  # fmt: skip
    return made


def paths_of(codes: list[Code]) -> dict[str, str]:
    """Return the path of each code, for codes one below a family at most."""
    names = {code.id: code.name for code in codes}
    return {code.id: f"{names[code.parent]} > {code.name}" if code.parent else code.name for code in codes}


HERE = {label: here for label, _, _, here, _ in CODES if here}
EVERYWHERE = {label: everywhere for label, _, _, _, everywhere in CODES if everywhere}


def coding(coding_id: str, memo: str = "", **changes: Any) -> Coding:
    """Return a coding of twelve characters with G3."""
    facts: dict[str, Any] = {
        "article": "a", "code": "G3", "coder": "ann", "start": 10, "end": 22, "quote": "twelve chars",
        "created": "2016-05-19T14:31:00.000Z", "modified": "2016-05-19T14:31:00.000Z",
    }  # fmt: skip
    return Coding(id=coding_id, memo=memo, **(facts | changes))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Fonts and style sheet as in the window."""
    load_fonts()
    theme().choose("light")


@pytest.fixture
def codes() -> list[Code]:
    return four_families()


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    """A window to stand in; sized by the test, not by a layout."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def panel(window: QWidget, codes: list[Code]) -> SchemePanel:
    panel = SchemePanel(window)
    panel.setGeometry(1112, 48, 328, 824)
    panel.show_scheme(codes)
    panel.show_counts(HERE, EVERYWHERE)
    panel.switch.begin(only_used=True)
    panel.show()
    QApplication.processEvents()
    return panel
