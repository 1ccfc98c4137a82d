"""The fields in which everything about a code is typed or chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.model.edits.scheme_describing import LONGEST_SHORT_NAME
from annotator.ui.memos.memo_field import MemoField
from annotator.ui.scheme.close_colours import too_close
from annotator.ui.scheme.colour_choice import ColourChoice
from annotator.ui.theme import control_font
from annotator.ui.typing_field import FIRST_LINE, TypingField, choose_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Code

NO_KEY = "none"
LINES = {"label": "Label", "name": "Name", "short_name": "Short name"}
TEXTS = {"definition": 3, "include": 2, "exclude": 2, "examples": 2, "memo": 2}
TITLES = {"definition": "Definition", "include": "Include", "exclude": "Exclude", "examples": "Examples",
          "memo": "Your memo"}  # fmt: skip
NEAR_WARNING = "Close to the colour of {0}: hard to tell apart at a glance."


class CodeForm(QWidget):
    """Knows what it showed, so that only what the analyst changed is written."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code: Code | None = None
        self._codes: Sequence[Code] = ()
        self._memo = ""
        self.lines = {field: _line(title) for field, title in LINES.items()}
        self.memo = MemoField(TITLES["memo"], TEXTS["memo"])
        self.texts = {
            field: self.memo if field == "memo" else TypingField(TITLES[field], lines) for field, lines in TEXTS.items()
        }
        self.parent_name, self.warning = QLabel(), QLabel()
        self.colour, self.key = ColourChoice(self), QComboBox()
        self.key.setAccessibleName("Key")
        self._dress()
        self._lay_out()
        for line in self.lines.values():
            line.textChanged.connect(self.changed)
        for text in self.texts.values():
            text.textChanged.connect(self.changed)
        self.key.currentIndexChanged.connect(self.changed)
        self.colour.colour_chosen.connect(self._warn)

    def show_code(self, code: Code, codes: Sequence[Code], above: str, memo: str) -> None:
        """Show a code, the names above it, one's memo. What was typed meanwhile and not saved stays."""
        typed = self.typed() if self._code is not None and self._code.id == code.id else {}
        self.blockSignals(True)
        self._code, self._codes, self._memo = code, codes, memo
        self.parent_name.setText(above or "none: a family of its own")
        self._name_keys(code, codes)
        for field in (*self.lines, *self.texts, "colour", "key"):
            self._show(field, typed.get(field, memo if field == "memo" else getattr(code, field)))
        self.blockSignals(False)
        self._warn()

    def typed(self) -> dict[str, Any]:
        """Return field -> what it says now, for the fields that the analyst changed. `memo` is one of them."""
        code = self._code
        if code is None:
            return {}
        now: dict[str, Any] = {field: line.text().strip() for field, line in self.lines.items()}
        now |= {field: text.text() for field, text in self.texts.items()}
        now |= {"colour": self.colour.colour, "key": self.key.currentIndex() or None}
        before = {field: self._memo if field == "memo" else getattr(code, field) for field in now}
        return {field: value for field, value in now.items() if value != _bare(before[field])}

    def take_focus(self, field: str) -> None:
        """Put the focus into a field, its text chosen where it is one line."""
        if field == "colour":
            self.colour.take_focus()
            return
        widget: QWidget = {**self.lines, **self.texts, "key": self.key}[field]
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(widget, QLineEdit):
            choose_all(widget)

    def _show(self, field: str, value: Any) -> None:  # noqa: ANN401
        if field in self.lines:
            if self.lines[field].text().strip() != value:
                self.lines[field].setText(value)
        elif field in self.texts:
            if self.texts[field].text() != value:
                self.texts[field].show_text(value)
        elif field == "colour":
            self.colour.show_colour(value)
        else:
            self.key.setCurrentIndex(value or 0)

    def _name_keys(self, code: Code, codes: Sequence[Code]) -> None:
        owners = {other.key: other.title for other in codes if other.key and other.id != code.id}
        self.key.clear()
        self.key.addItem(NO_KEY)
        for key in range(1, 10):
            self.key.addItem(f"{key}, now {owners[key]}" if key in owners else str(key))

    def _warn(self) -> None:
        code = self._code
        near = too_close(self.colour.colour, replace(code, colour=self.colour.colour), self._codes) if code else None
        self.warning.setText(NEAR_WARNING.format(near.title) if near is not None else "")
        self.warning.setVisible(near is not None)
        self.changed.emit()

    def _dress(self) -> None:
        self.lines["short_name"].setMaxLength(LONGEST_SHORT_NAME)
        self.lines["short_name"].setPlaceholderText(f"at most {LONGEST_SHORT_NAME} characters")
        self.lines["label"].setMaximumWidth(96)
        for label, tone in ((self.parent_name, "ink2"), (self.warning, "ink2")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("tone", tone)
            label.setWordWrap(True)
            label.setFont(control_font(13 if label is self.parent_name else 12))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.lines["label"])
        top.addWidget(_title("Short name"))
        top.addWidget(self.lines["short_name"], 1)
        colours = QVBoxLayout()
        colours.setSpacing(4)
        colours.addWidget(self.colour)
        colours.addWidget(self.warning)
        rows: list[tuple[str, QWidget | QHBoxLayout | QVBoxLayout]] = [
            ("Label", top), ("Name", self.lines["name"]), ("Below", self.parent_name), ("Colour", colours),
            ("Key", self.key),
        ]  # fmt: skip
        rows += [(TITLES[field], text) for field, text in self.texts.items()]
        for row, (title, part) in enumerate(rows):
            named = _with_link(title, self.memo) if part is self.memo else _title(title)
            if isinstance(part, TypingField) and part is not self.memo:
                named.setContentsMargins(0, FIRST_LINE, 0, 0)
            flat = isinstance(part, TypingField | QLabel)
            grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop if flat else Qt.AlignmentFlag.AlignVCenter)
            if isinstance(part, QWidget):
                grid.addWidget(part, row, 1)
            else:
                grid.addLayout(part, row, 1)
            if isinstance(part, TypingField):
                grid.setRowStretch(row, 1)
        grid.setColumnStretch(1, 1)


def _bare(value: Any) -> Any:  # noqa: ANN401
    return value.strip() if isinstance(value, str) else value


def _line(title: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(title)
    line.setFont(control_font(13))
    return line


def _with_link(title: str, memo: MemoField) -> QWidget:
    """Return the title of a memo with its button below it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, FIRST_LINE, 0, 0)
    column.setSpacing(0)
    column.addWidget(_title(title))
    column.addWidget(memo.link_button)
    return both


def _title(text: str) -> QLabel:
    title = QLabel(text)
    title.setFont(control_font(13))
    title.setProperty("tone", "ink2")
    return title
