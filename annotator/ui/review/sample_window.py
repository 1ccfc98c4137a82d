"""The window in which a share of a coder's articles is drawn for a second, blind coding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.announce import announce
from annotator.ui.pressing import Pressing
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE, FIELD, INSET = (520, 520), 32, 10
USUAL_SHARE, FIRST_SEED, MOST_SEEDS = 20, 1, 999_999
SPREADS = (("publication", "By publication"), ("group", "By group"), ("", "Over all articles alike"))


class SampleWindow(Pressing):
    """Tells what is asked for; what is drawn is given to it."""

    asked = Signal()
    taken = Signal()

    def __init__(self, coders: Sequence[tuple[str, str]], parent: QWidget) -> None:
        """`coders`: id and name of those with finished articles."""
        super().__init__(parent)
        self.setObjectName("sampleArticles")
        self.setWindowTitle("Draw articles for double coding")
        self.resize(*SIZE)
        self.coder, self.spread, self.share, self.seed = QComboBox(), QComboBox(), QSpinBox(), QSpinBox()
        self.said, self.drawn = QLabel(), QListWidget()
        self.again, self.take, self.leave = QPushButton("Draw others"), QPushButton(), QPushButton("Cancel")
        for coder, name in coders:
            self.coder.addItem(name, coder)
        for spread, words in SPREADS:
            self.spread.addItem(words, spread)
        self._dress()
        self._lay_out()
        self._connect()

    def wanted(self) -> tuple[str, float, str, int]:
        """Return whose articles, how many percent, spread over what, and the seed."""
        return str(self.coder.currentData()), self.share.value(), str(self.spread.currentData()), self.seed.value()

    def show_drawn(self, sentence: str, titles: Sequence[str]) -> None:
        """List what is drawn."""
        self.said.setText(sentence)
        announce(self.said, sentence)
        self.drawn.clear()
        self.drawn.addItems([" ".join(title.split()) for title in titles])
        self.take.setText(f"Make a group of these {len(titles):,}" if len(titles) != 1 else "Make a group of this one")
        self.take.setEnabled(bool(titles))

    def _dress(self) -> None:
        for box, name in (
            (self.coder, "Whose articles"), (self.spread, "Spread"), (self.share, "Share in percent"),
            (self.seed, "Seed"),
        ):  # fmt: skip
            box.setAccessibleName(name)
        for number in (self.share, self.seed):
            number.lineEdit().setTextMargins(INSET, 0, 0, 0)
        self.share.setRange(1, 100)
        self.share.setValue(USUAL_SHARE)
        self.share.setSuffix(" %")
        self.seed.setRange(1, MOST_SEEDS)
        self.seed.setValue(FIRST_SEED)
        self.seed.setToolTip("The same seed draws the same articles again")
        self.said.setFont(control_font(13))
        self.said.setWordWrap(True)
        self.drawn.setAccessibleName("Articles drawn")
        self.drawn.setProperty("framed", True)
        self.drawn.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.drawn.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.take.setProperty("main", True)

    def _lay_out(self) -> None:
        column, form, foot = QVBoxLayout(self), QFormLayout(), QHBoxLayout()
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        rows = (("Articles of", self.coder), ("Share", self.share), ("Spread", self.spread), ("Seed", self.seed))
        for head, box in rows:
            label = QLabel(head)
            label.setFixedHeight(FIELD)
            label.setBuddy(box)
            form.addRow(label, box)
        for button in (self.again, self.leave, self.take):
            button.setAutoDefault(False)
        foot.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.drawn, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        for box in (self.coder, self.spread):
            box.currentIndexChanged.connect(self.asked)
        for number in (self.share, self.seed):
            number.valueChanged.connect(self.asked)
        self.again.clicked.connect(lambda: self.seed.setValue(self.seed.value() % MOST_SEEDS + 1))
        self.take.clicked.connect(self.taken)
        self.leave.clicked.connect(self.reject)
