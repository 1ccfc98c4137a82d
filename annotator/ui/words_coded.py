"""How many words of each article the coder has coded: known at once after a gesture, counted in quiet moments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.model.coded_words import CodedWords
from annotator.model.errors import AnnotatorError
from annotator.model.records import Article, Coding, Zone
from annotator.model.zones import aside_spans
from annotator.ui.session import MANY_CHANGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.changes import Change, ChangeSet
    from annotator.model.progress import Span
    from annotator.ui.desk import Desk

QUIET_MS, BETWEEN_MS = 400, 5
SHORT = 60_000  # code points: counted within a frame


class Words(NamedTuple):
    """Words of an article, and those of them that are coded."""

    there: int
    coded: int


class WordsCoded(QObject):
    """Follows the desk. The words of the open article are kept; of the others only the numbers."""

    changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._known: dict[str, Words] = {}
        self._open: tuple[str, CodedWords] | None = None
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._count_one)
        desk.article_opened.connect(self._opened)
        desk.session.changed.connect(self._follow)
        self._quiet.start(QUIET_MS)

    def known(self, article: str) -> Words | None:
        """Return the numbers of an article, none while they are not counted."""
        if self._open is not None and self._open[0] == article:
            return Words(len(self._open[1]), self._open[1].coded)
        return self._known.get(article)

    def of(self, article: str) -> Words:
        """Return the numbers of an article, counted now if need be."""
        return self.known(article) or self._count(article)

    def in_all(self) -> Words | None:
        """Return the numbers of all articles together, none while some are not counted."""
        counted = [self.known(article) for article in self._desk.articles]
        if None in counted:
            return None
        there = [words for words in counted if words is not None]
        return Words(sum(words.there for words in there), sum(words.coded for words in there))

    def wait(self) -> None:
        """Count nothing while the hands move."""
        if self._quiet.isActive():
            self._quiet.start(QUIET_MS)

    def _opened(self) -> None:
        if self._open is not None:
            self._known[self._open[0]] = Words(len(self._open[1]), self._open[1].coded)
        self._open = None
        article = self._desk.article
        if article is not None and len(self._desk.text) <= SHORT:
            self._count(article.id)
        self._quiet.start(QUIET_MS)

    def _follow(self, change_set: ChangeSet) -> None:
        counting = [change for change in change_set.changes if self._counts(change)]
        if len(counting) > MANY_CHANGES and self._open is not None:  # counting anew is quicker than following
            self._known.pop(self._open[0], None)
            self._open = None
        touched = {self._take(change) for change in counting}
        for article in touched:
            self.changed.emit(article)
        if touched:
            self._quiet.start(QUIET_MS)

    def _counts(self, change: Change) -> bool:
        """Tell whether a change may change how many words are coded, or are there."""
        before, after = change.before, change.after
        if isinstance(before, Coding) and isinstance(after, Coding):
            stays = before.start == after.start and before.end == after.end and before.place == after.place
            return not stays and after.coder == self._desk.coder
        record = change.record
        return isinstance(record, Article | Zone) or (isinstance(record, Coding) and record.coder == self._desk.coder)

    def _take(self, change: Change) -> str:
        """Take over a change; return the article whose numbers may have changed."""
        record = change.record
        assert isinstance(record, Article | Coding | Zone)
        article = record.id if isinstance(record, Article) else record.article
        if self._open is None or self._open[0] != article:
            self._known.pop(article, None)
        elif isinstance(record, Coding):
            for coding, take in ((change.before, self._open[1].take_away), (change.after, self._open[1].add)):
                if isinstance(coding, Coding) and coding.place != "lost":
                    take(coding.start, coding.end)
        else:
            self._open = None
            self._known.pop(article, None)
        return article

    def _count_one(self) -> None:
        """Count one article that nobody asked for yet, the open one first, and go on a little later."""
        desk = self._desk
        first = [desk.article.id] if desk.article is not None else []
        missing = next((one for one in (*first, *desk.articles) if self.known(one) is None), None)
        if missing is None or desk.session.closed:
            return
        self._count(missing)
        self.changed.emit(missing)
        self._quiet.start(BETWEEN_MS)

    def _count(self, article_id: str) -> Words:
        desk, project = self._desk, self._desk.session.project
        here = desk.article is not None and desk.article.id == article_id
        article = desk.articles.get(article_id)
        if article is None:
            return Words(0, 0)
        try:
            text = desk.text if here else project.text(article.text_sha256)
            spans = _spans(desk.codings.values()) if here else project.coded_spans(article_id, desk.coder)
            aside = aside_spans(project.zones(article_id))
        except AnnotatorError:  # a damaged text: opening it will say so
            text, spans, aside = "", [], []
        counted = CodedWords(text, spans, aside)
        if here:
            self._open = article_id, counted
        self._known[article_id] = words = Words(len(counted), counted.coded)
        return words


def _spans(codings: Iterable[Coding]) -> list[Span]:
    return [(coding.start, coding.end) for coding in codings if coding.place != "lost"]
