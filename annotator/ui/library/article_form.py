"""The small form with what is known of an article: title, author, publication, date, link."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from annotator.model.records import Article

WIDTH = 520
FIELDS = {"title": "Title", "author": "Author", "publication": "Publication", "published": "Date", "link": "Link"}
HINTS = {"published": "YYYY-MM-DD, empty when it is not known", "link": "https://…"}
NO_TITLE = "An article needs a title, so nothing was saved. Type one."
NO_DATE = "“{0}” is no date as 2016-05-19, so nothing was saved. Leave it empty when the day is not known."


class ArticleForm(Sheet):
    """Tells what the analyst changed; whoever writes it says `saved`, or shows the problem."""

    save_wanted = Signal(dict)

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__("Title and facts", "Save", parent)
        self.setObjectName("articleForm")
        self.article = article
        self.fields = {name: fact_field(title, HINTS.get(name, "")) for name, title in FIELDS.items()}
        self.file = QLabel(f"From the file {article.file}" if article.file else "")
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.file.setProperty("tone", "ink3")
        self.file.setFont(control_font(12))
        self.file.setWordWrap(True)
        self.lay_out(self._content())
        self.resize(WIDTH, self.sizeHint().height())
        for name, field in self.fields.items():
            field.setText(getattr(article, name))
            field.setCursorPosition(0)
            field.textChanged.connect(self._settle)
        self._settle()

    def typed(self) -> dict[str, str]:
        """Return what differs from what is known."""
        values = {name: " ".join(field.text().split()) for name, field in self.fields.items()}
        return {name: value for name, value in values.items() if value != getattr(self.article, name)}

    def saved(self) -> None:
        """Close, since all that was typed is written."""
        self.done(0)

    def act(self) -> None:
        typed = self.typed()
        problem = problem_of(typed)
        if problem:
            self.show_problem(problem)
        elif typed:
            self.save_wanted.emit(typed)
        else:
            self.saved()

    def unsaved(self) -> str:
        if not self.typed():
            return ""
        return f"What you typed about “{self.article.title}” is not saved. Leaving loses it."

    def _content(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for row, (name, title) in enumerate(FIELDS.items()):
            label = QLabel(title)
            label.setBuddy(self.fields[name])
            grid.addWidget(label, row, 0)
            grid.addWidget(self.fields[name], row, 1)
        grid.addWidget(self.file, len(FIELDS), 1)
        grid.setRowStretch(len(FIELDS) + 1, 1)
        return content

    def _settle(self) -> None:
        self.show_problem("")
        self.leave_button.setText("Cancel" if self.typed() else "Close")


def fact_field(title: str, hint: str) -> QLineEdit:
    """Return the field of a fact."""
    field = QLineEdit()
    field.setAccessibleName(title)
    field.setPlaceholderText(hint)
    field.setFont(control_font(13))
    return field


def problem_of(typed: dict[str, str]) -> str:
    """Return why facts cannot be saved as they are typed; empty where they can."""
    if not typed.get("title", "there"):
        return NO_TITLE
    day = typed.get("published", "")
    try:
        known = not day or date.fromisoformat(day).isoformat() == day
    except ValueError:
        known = False
    return "" if known else NO_DATE.format(day)
