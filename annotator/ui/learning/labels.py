"""The plain words of the windows about a review: a head, a caption, a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from annotator.ui.theme import Weight

LONGEST = 5_000  # characters of a reason or an answer that are laid out


def shortened(text: str) -> str:
    """Return the beginning of a text that is too long to be laid out, another text as it is."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def words(text: str = "", *, pixels: int = 13, weight: Weight = 400, tone: str = "") -> QLabel:
    """Return a label of plain text that wraps and can be selected; `tone` such as `ink2`, else ink."""
    label = QLabel(shortened(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(control_font(pixels, weight))
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if tone:
        label.setProperty("tone", tone)
    return label
