"""Which key does what: a sheet in two columns, made from the table of actions, with a field to search it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.ui.keycap import Keycap, keycap_text, keycap_texts
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

ALTERNATIVES = "; "  # how QKeySequence.listToString parts several keys of one action
HEADING_WEIGHT = 2  # a heading with its gap takes the height of so many rows


@dataclass(frozen=True, slots=True)
class ShortcutRow:
    """One action: its group, what it is called, its key in portable form (or several), what it does."""

    group: str
    text: str
    shortcut: str
    help: str = ""

    def fits(self, words: Sequence[str]) -> bool:
        """Tell whether every word occurs in it; a key is found as it is written, `ctrl+z` or `ctrl z`."""
        keys = f"{self.shortcut} {keycap_text(self.shortcut)}"
        there = f"{self.group} {self.text} {keys} {self.help}".casefold()
        return all(word in there for word in words)


def in_two_columns(rows: Sequence[ShortcutRow]) -> tuple[list[list[ShortcutRow]], list[list[ShortcutRow]]]:
    """Return the groups in their order, parted where both columns come out about as high."""
    groups: dict[str, list[ShortcutRow]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    listed = list(groups.values())
    parted = min(range(len(listed) + 1), key=lambda place: max(_height(listed[:place]), _height(listed[place:])))
    return listed[:parted], listed[parted:]


def _height(groups: list[list[ShortcutRow]]) -> int:
    return sum(len(group) + HEADING_WEIGHT for group in groups)


class ShortcutHelp(QDialog):
    """Opens with the focus in the search field; Esc closes."""

    def __init__(self, rows: Sequence[ShortcutRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self.setWindowTitle("Keys")
        self.setObjectName("shortcutHelp")
        self.resize(920, 640)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Search by name or key")
        self.field.setAccessibleName("Search the keys")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._show_matching)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName("Keys")
        self.area.setProperty("ringed", True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 8, 8)
        column.setSpacing(16)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 16, 0)
        top.addWidget(self.field)
        column.addLayout(top)
        column.addWidget(self.area, 1)
        self._show_matching("")
        self.field.setFocus()

    def shown_rows(self) -> list[ShortcutRow]:
        """Return the rows that fit what is searched."""
        words = self.field.text().casefold().split()
        return [row for row in self._rows if row.fits(words)]

    def _show_matching(self, _words: str) -> None:
        rows = self.shown_rows()
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(0, 0, 16, 16)
        columns.setSpacing(48)
        if rows:
            for groups in in_two_columns(rows):
                columns.addLayout(_column(groups), 1)
        else:
            columns.addWidget(_label("No action and no key fits. Try another word.", 13, "ink2"))
        self.area.setWidget(sheet)


def _column(groups: list[list[ShortcutRow]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    for place, group in enumerate(groups):
        if place:
            column.addSpacing(16)
        heading = _label(group[0].group, 13, "ink")
        heading.setFont(control_font(13, 600))
        column.addWidget(heading)
        for row in group:
            column.addWidget(_row(row))
    column.addStretch(1)
    return column


def _row(row: ShortcutRow) -> QWidget:
    holder = QWidget()
    spoken = ", ".join(part for part in (row.text, keycap_text(row.shortcut), row.help) if part)
    holder.setAccessibleName(spoken)
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 2, 0, 2)
    line.setSpacing(4)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(_label(row.text, 13, "ink"))
    if row.help and row.help != row.text:
        words.addWidget(_label(row.help, 12, "ink3"))
    line.addLayout(words, 1)
    for keycap in keycap_texts(filter(None, row.shortcut.split(ALTERNATIVES))):
        line.addWidget(Keycap(keycap), alignment=Qt.AlignmentFlag.AlignTop)
    return holder


def _label(text: str, pixels: int, tone: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(control_font(pixels))
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    return label
