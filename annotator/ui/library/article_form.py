"""The small form with what is known of an article, or of several: facts, own fields, groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.model.counting import counted
from annotator.model.edits import Description
from annotator.model.field_values import is_day
from annotator.ui.library.own_facts import SEVERAL, OwnFacts
from annotator.ui.library.suggested_fact import Offer
from annotator.ui.sheet import Sheet
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.jobs.facts_suggested import Suggested
    from annotator.model.records import Article, Field, Group

WIDTH, TALLEST = 560, 620
FIELDS = {"title": "Title", "author": "Author", "publication": "Publication", "published": "Date", "link": "Link"}
OF_SEVERAL = ("author", "publication", "published")
HINTS = {"published": "YYYY-MM-DD, empty when it is not known", "link": "https://…"}
NO_TITLE = "An article needs a title, so nothing was saved. Type one."
NO_DATE = "“{0}” is no date as 2016-05-19, so nothing was saved. Leave it empty when the day is not known."


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What else is known of the articles: own values and groups, None where they differ; what the text suggests."""

    fields: Sequence[Field] = ()
    values: Mapping[str, str | None] = field(default_factory=dict)
    groups: Sequence[Group] = ()
    inside: Mapping[str, bool | None] = field(default_factory=dict)
    suggested: Mapping[str, Suggested] = field(default_factory=dict)


class ArticleForm(Sheet):
    """Tells what the analyst changed; whoever writes it says `saved`, or shows the problem."""

    save_wanted = Signal(object)

    def __init__(self, articles: Sequence[Article], known: Known, parent: QWidget | None = None) -> None:
        several = len(articles) > 1
        title = f"Facts of {counted(len(articles), 'article')}" if several else "Title and facts"
        super().__init__(title, "Save", parent)
        self.setObjectName("articleForm")
        self.articles, self.article, self._known = articles, articles[0], known
        names = OF_SEVERAL if several else tuple(FIELDS)
        self._before = {name: _common(articles, name) for name in names}
        self.fields = {name: self._fact(name) for name in names}
        self.offers = {name: Offer(self.fields[name], found) for name, found in known.suggested.items()}
        self.own = OwnFacts(known.fields, known.values, known.groups, known.inside)
        self.file = self._origin()
        self.lay_out(self._scrolled(self._content()))
        self.own.changed.connect(self._settle)
        for line in self.fields.values():
            line.textChanged.connect(self._settle)
        self._settle()

    def said(self) -> Description:
        """Return what differs from what is known."""
        facts = {}
        for name, line in self.fields.items():
            value, before = " ".join(line.text().split()), self._before[name]
            if value != (before or "") or (before is None and line.isModified()):
                facts[name] = value
        return Description(facts=facts, values=self.own.values(), into=self.own.into(), out_of=self.own.out_of())

    def saved(self) -> None:
        """Close, since all that was typed is written."""
        self.done(0)

    def act(self) -> None:
        said = self.said()
        problem = problem_of(dict(said.facts)) or self.own.problem()
        if problem:
            self.show_problem(problem)
        elif said:
            self.save_wanted.emit(said)
        else:
            self.saved()

    def unsaved(self) -> str:
        if not self.said():
            return ""
        about = f"“{self.article.title}”" if len(self.articles) == 1 else counted(len(self.articles), "article")
        return f"What you typed about {about} is not saved. Leaving loses it."

    def _fact(self, name: str) -> QLineEdit:
        before = self._before[name]
        line = fact_field(FIELDS[name], SEVERAL if before is None else HINTS.get(name, ""))
        line.setText(before or "")
        line.setCursorPosition(0)
        return line

    def _origin(self) -> QLabel:
        file = self.article.file if len(self.articles) == 1 else ""
        label = _quiet(f"From the file {file}" if file else "")
        label.setVisible(bool(file))
        return label

    def _scrolled(self, content: QWidget) -> QWidget:
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(WIDTH, min(TALLEST, content.sizeHint().height() + 110))
        return area

    def _content(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for name, line in self.fields.items():
            self._add_row(grid, FIELDS[name], line)
            if name in self.offers:
                grid.addWidget(self.offers[name], grid.rowCount(), 1)
        for name, control in self.own.rows():
            self._add_row(grid, name, control)
        if self.own.boxes:
            grid.addWidget(QLabel("Groups"), grid.rowCount(), 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._groups(), grid.rowCount() - 1, 1)
        grid.addWidget(self.file, grid.rowCount(), 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return content

    def _add_row(self, grid: QGridLayout, name: str, control: QWidget) -> None:
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMaximumWidth(140)
        label.setBuddy(control)
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(control, row, 1)

    def _groups(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for box in self.own.boxes.values():
            column.addWidget(box)
        return column

    def _settle(self) -> None:
        self.show_problem("")
        self.leave_button.setText("Cancel" if self.said() else "Close")


def fact_field(title: str, hint: str) -> QLineEdit:
    """Return the field of a fact."""
    line = QLineEdit()
    line.setAccessibleName(title)
    line.setPlaceholderText(hint)
    line.setFont(control_font(13))
    return line


def problem_of(typed: dict[str, str]) -> str:
    """Return why facts cannot be saved as they are typed; empty where they can."""
    if not typed.get("title", "there"):
        return NO_TITLE
    day = typed.get("published", "")
    return "" if not day or is_day(day) else NO_DATE.format(day)


def _common(articles: Sequence[Article], name: str) -> str | None:
    """Return what all articles have, or None where they differ."""
    found = {getattr(article, name) for article in articles}
    return str(found.pop()) if len(found) == 1 else None


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", "ink3")
    label.setFont(control_font(12))
    label.setWordWrap(True)
    return label
