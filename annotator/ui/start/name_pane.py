"""Who is starting: the left half of the start page, with the product's name and the field for one's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator import __version__
from annotator.shipped import shipped_folder
from annotator.ui.announce import announce
from annotator.ui.icon_label import IconLabel
from annotator.ui.theme import control_font, reading_font, theme

WIDTH = 400
WHY = "Your name stands beside each coding you make. It stays on this computer until you send your work."
NAME_FIRST = "Write your name first, or initials: codings need to say whose they are."
LONGEST_NAME = 80  # characters


class Mark(QWidget):
    """The product's mark, 40 by 40."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(40, 40)
        self._drawing = QSvgRenderer(str(shipped_folder("resources") / "annotator.svg"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._drawing.render(painter, QRectF(self.rect()))
        painter.end()


class NameField(QFrame):
    """A field of 36 with the focus ring round it: 2 px of accent, 2 px outside."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(44)
        self.edit = QLineEdit()
        self.edit.setObjectName("coderName")
        self.edit.setProperty("frameless", True)
        self.edit.setFrame(False)
        self.edit.setFont(control_font(14))
        self.edit.setMaxLength(LONGEST_NAME)
        self.edit.setAcceptDrops(False)
        self.edit.setAccessibleName("Who are you?")
        self.edit.setAccessibleDescription(WHY)
        self.edit.returnPressed.connect(self.entered)
        self.setFocusProxy(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(IconLabel("person"))
        row.addWidget(self.edit, 1)
        theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.edit.hasFocus()
        painter.setPen(Qt.PenStyle.NoPen if focused else QPen(theme().colour("line2"), 1))
        painter.setBrush(theme().colour("field"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5), 6, 6)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


class NamePane(QFrame):
    """400 wide, on paper."""

    name_entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("startName")
        self.setFixedWidth(WIDTH)
        self.field = NameField()
        self.field.entered.connect(self.name_entered)
        self.field.edit.textEdited.connect(self._say_why)
        self.why = _label(WHY, "ink3", 12)
        self._lay_out()

    def show_name(self, name: str) -> None:
        """Fill the field and select it, so that typing replaces the name."""
        self.field.edit.setText(" ".join(name.split()))
        self.field.edit.selectAll()
        self._say_why()

    def name(self) -> str:
        """Return the name as it is written, without spaces around it."""
        return " ".join(self.field.edit.text().split())

    def ask_for_name(self) -> None:
        """Say quietly that a name is needed, and go to the field."""
        self.why.setText(NAME_FIRST)
        self.why.setProperty("tone", "ink")
        self._repolish()
        self.field.setFocus()
        announce(self.field.edit, NAME_FIRST)

    def _say_why(self) -> None:
        self.why.setText(WHY)
        self.why.setProperty("tone", "ink3")
        self._repolish()

    def _repolish(self) -> None:
        self.why.style().unpolish(self.why)
        self.why.style().polish(self.why)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 64, 44, 32)
        column.setSpacing(0)
        product = _label("Annotator", "ink", 13, inset=4)
        product.setFont(reading_font(32, 600))
        product.setFixedHeight(40)
        promise = _label("Read closely, code passages, settle differences, quote exactly.", "ink2", 13, inset=4)
        promise.setFont(reading_font(16))
        promise.setFixedHeight(48)
        question = _label("Who are you?", "ink", 13, inset=4)
        question.setFont(control_font(13, 600))
        question.setBuddy(self.field.edit)
        top = QHBoxLayout()
        top.setContentsMargins(4, 0, 0, 0)
        top.addWidget(Mark(), alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(top)
        for gap, part in ((29, product), (8, promise), (58, question), (6, self.field), (4, self.why)):
            column.addSpacing(gap)
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(_label(f"Works offline. No account. Version {__version__}", "ink3", 12))


def _label(text: str, tone: str, pixels: int, inset: int = 4) -> QLabel:
    label = QLabel(text)
    label.setFont(control_font(pixels))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    label.setContentsMargins(inset, 0, inset, 0)
    return label
