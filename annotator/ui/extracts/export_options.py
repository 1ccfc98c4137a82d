"""How the extracts go out: the format, and what each extract carries."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.extracts.export_choice import FORMS, Form
from annotator.ui.theme import control_font

MOST_CONTEXT = 20  # sentences on either side


class FormSwitch(QWidget):
    """Three segments, and what the chosen format is good for."""

    form_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form: Form = "csv"
        switch = QFrame()
        switch.setProperty("switch", True)
        switch.setAccessibleName("Format")
        switch.setFixedHeight(32)
        switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        segments = QHBoxLayout(switch)
        segments.setContentsMargins(1, 1, 1, 1)
        segments.setSpacing(0)
        group = QButtonGroup(self)
        self.buttons = {form: self._segment(form) for form in FORMS}
        for button in self.buttons.values():
            group.addButton(button)
            segments.addWidget(button)
        self._about = QLabel()
        self._about.setFont(control_font(12))
        self._about.setProperty("tone", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(switch)
        row.addWidget(self._about, 1)
        self.buttons["csv"].setChecked(True)
        self._about.setText(FORMS["csv"].about)

    def _segment(self, form: Form) -> QToolButton:
        button = QToolButton()
        button.setText(FORMS[form].name)
        button.setAccessibleName(f"{FORMS[form].name}: {FORMS[form].about}")
        button.setCheckable(True)
        button.setFont(control_font(13, 500))
        button.clicked.connect(lambda: self._choose(form))
        return button

    def _choose(self, form: Form) -> None:
        self.form = form
        self._about.setText(FORMS[form].about)
        self.form_chosen.emit(form)


class CarriedOptions(QWidget):
    """What goes with each extract, and what is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = QSpinBox()
        self.context.setRange(0, MOST_CONTEXT)
        self.context.lineEdit().setTextMargins(6, 0, 0, 0)
        self.context.setAccessibleName("Sentences of context on either side")
        self.anonymous = _check("Coders as A, B", "Names of coders are replaced everywhere, in memos too.")
        self.without_texts = _check("Without texts", "Codes, places and memos only: no passage and no context.")
        self.safe_cells = _check(
            "Safe cells",
            "An apostrophe before cells that a spreadsheet would run as a formula. It changes those cells.",
        )
        self.marking = QLineEdit()
        self.marking.setPlaceholderText("None")
        self.marking.setAccessibleName("Protective marking")
        self.marking.setMaxLength(200)
        self._lay_out()

    def take_form(self, form: Form) -> None:
        """Offer what the format can carry: safe cells are for tables only."""
        self.safe_cells.setEnabled(form == "csv")
        self.safe_cells.setText("Safe cells" if form == "csv" else "Safe cells (CSV table only)")

    def _lay_out(self) -> None:
        checks = QVBoxLayout()
        checks.setSpacing(4)
        for check in (self.anonymous, self.without_texts, self.safe_cells):
            checks.addWidget(check)
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        for row, (text, field) in enumerate(
            (("Sentences of context", self.context), ("Protective marking", self.marking))
        ):
            label = QLabel(text)
            label.setBuddy(field)
            fields.addWidget(label, row, 0)
            fields.addWidget(field, row, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(32)
        both.addLayout(fields, 1)
        both.addLayout(checks, 1)


def _check(text: str, why: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(why)
    box.setAccessibleDescription(why)
    return box
