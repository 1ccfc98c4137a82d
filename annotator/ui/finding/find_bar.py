"""The strip above the text in which words are looked for: a field, which hit of how many, on and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from annotator.ui.announce import announce
from annotator.ui.icon_button import IconButton
from annotator.ui.theme import control_font

LEAST_HEIGHT, FIELD_WIDTH, COUNT_WIDTH = 44, 320, 92
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OWN = (*ENTER, Qt.Key.Key_Escape)


class FindField(QLineEdit):
    """Enter goes to the next hit, Shift+Enter to the one before, Esc back to the text."""

    stepped = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Find in this article")
        self.setAccessibleName("Find in this article")
        self.setClearButtonEnabled(True)
        self.setToolTip('Words; a beginning as integrat*; a phrase as "pooled budget"')

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in OWN:
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            event.setAccepted(plain)
            return plain
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Tells what is typed and where one wants to go; it knows nothing of the article. Absent until it is wanted."""

    asked = Signal(str, bool)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName("Find in this article")
        self.setProperty("ground", "panel")
        self.setProperty("edge", "bottom")
        self.setMinimumHeight(LEAST_HEIGHT)
        self.field = FindField()
        self.field.setMaximumWidth(FIELD_WIDTH)
        self.count = QLabel()
        self.count.setFont(control_font(12, tabular=True))
        self.count.setProperty("tone", "ink2")
        self.count.setMinimumWidth(COUNT_WIDTH)
        self.before = IconButton("chevron-left", "Previous hit", self)
        self.after = IconButton("chevron-right", "Next hit", self)
        self.whole = QCheckBox("Whole words")
        self.aside = QCheckBox()
        self.aside.setToolTip("Also look in the lines of this article that are set aside")
        self.close_button = IconButton("close", "Close the search", self)
        self._lay_out()
        self._listen()
        self.show_aside(0)
        self.hide()

    def open_with(self, words: str) -> None:
        """Show the strip with the focus in its field; words given are taken, else those of before are selected."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, number: int | None, hits: int, sentence: str = "") -> None:
        """Show which hit of how many it is; its sentence is spoken."""
        words = self.field.text().strip()
        said = f"{number + 1:,} of {hits:,}" if number is not None else "Not found" if words else ""
        self.count.setText(said)
        self.before.setEnabled(hits > 0)
        self.after.setEnabled(hits > 0)
        if said:
            announce(self.field, f"{said}: {sentence}" if sentence else said)

    def show_aside(self, number: int) -> None:
        """Offer the hits in what is set aside, if there are any."""
        self.aside.setText(f"Set aside too ({number:,})")
        self.aside.setVisible(number > 0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.field, 3)
        row.addSpacing(4)
        row.addWidget(self.count)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addSpacing(8)
        row.addWidget(self.whole)
        row.addSpacing(8)
        row.addWidget(self.aside)
        row.addStretch(1)
        row.addWidget(self.close_button)

    def _listen(self) -> None:
        self.field.textChanged.connect(self._ask)
        self.whole.toggled.connect(self._ask)
        self.aside.toggled.connect(self._ask)
        self.field.stepped.connect(self.stepped)
        self.field.escaped.connect(self.closed)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.closed)

    def _ask(self) -> None:
        self.asked.emit(self.field.text(), self.whole.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
