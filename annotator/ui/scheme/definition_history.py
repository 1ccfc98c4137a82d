"""How a code was defined before, and which of one's codings were made then: two lists beside the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 280
NEVER_CHANGED = "The definition has not been changed yet. Earlier ones will be kept here."
NONE_BEFORE = "None of your codings is older than the present definition."


@dataclass(frozen=True, slots=True)
class EarlierDefinition:
    """A definition that no longer holds: until when, and how it read."""

    until: str
    words: str


@dataclass(frozen=True, slots=True)
class EarlierCoding:
    """A coding made under another definition: its id, the article's title, its words."""

    id: str
    article: str
    quote: str


class DefinitionHistory(QWidget):
    """Newest first. A click, or Enter, on a coding leads to its passage."""

    passage_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.definitions, self.codings = _list("Earlier definitions"), _list("Coded before this definition")
        self._no_definitions, self._no_codings = _label(NEVER_CHANGED, "ink3"), _label(NONE_BEFORE, "ink3")
        self._codings_head = _head("Coded before this definition")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(_head("Earlier definitions"))
        rows.addWidget(self._no_definitions)
        rows.addWidget(self.definitions, 1)
        rows.addSpacing(8)
        rows.addWidget(self._codings_head)
        rows.addWidget(self._no_codings)
        rows.addWidget(self.codings, 1)
        rows.addStretch(0)
        for signal in (self.codings.itemClicked, self.codings.itemActivated):
            signal.connect(self._go)

    def show_history(self, earlier: Sequence[EarlierDefinition], codings: Sequence[EarlierCoding]) -> None:
        """Show these definitions and codings."""
        self._fill(self.definitions, [(f"Until {each.until}\n{each.words}", "") for each in earlier])
        self._fill(self.codings, [(f"“{each.quote}”\n{each.article}", each.id) for each in codings])
        self._no_definitions.setVisible(not earlier)
        self._no_codings.setVisible(not codings)
        count = f" ({len(codings):,})" if codings else ""
        self._codings_head.setText(f"Coded before this definition{count}")

    def _fill(self, into: QListWidget, rows: Sequence[tuple[str, str]]) -> None:
        into.clear()
        for text, coding in rows:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, coding)
            into.addItem(item)
        into.setVisible(bool(rows))

    def _go(self, item: QListWidgetItem) -> None:
        self.passage_wanted.emit(item.data(Qt.ItemDataRole.UserRole))


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setProperty("framed", True)
    made.setWordWrap(True)
    made.setSpacing(4)
    made.setFont(control_font(12))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    return made


def _head(text: str) -> QLabel:
    head = _label(text, "ink")
    head.setFont(control_font(13, 600))
    return head


def _label(text: str, tone: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(control_font(12))
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    return label
