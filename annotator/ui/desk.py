"""What lies on the coder's desk: the article, one's own codings of it, colleagues' where asked for, scheme, counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.errors import AnnotatorError
from annotator.model.memo_links import plain
from annotator.model.records import Article, Code, Coder, Coding, Reading
from annotator.model.scheme_tree import joined, name_paths
from annotator.ui.article.marks import CodingMark
from annotator.ui.codings_in_order import CodingsInOrder
from annotator.ui.initials import initials_of
from annotator.ui.library_kept import LibraryKept
from annotator.ui.session import MANY_CHANGES
from annotator.ui.words_coded import WordsCoded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.changes import Change, ChangeSet
    from annotator.ui.session import Session


class Desk(QObject):
    """Keeps in memory what the Code page shows, by following the session.

    Only one's own codings are read, and those of the colleagues that `colleagues_in` gives for an article.
    """

    article_opened = Signal()
    marks_changed = Signal(list, list)
    marks_reset = Signal()
    scheme_changed = Signal()
    counts_changed = Signal()
    articles_changed = Signal()
    reading_changed = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.article: Article | None = None
        self.text = ""
        self.own, self.others = CodingsInOrder(), CodingsInOrder()
        self.colleagues_in: Callable[[str], Sequence[str]] = lambda _article: ()
        self.shown: frozenset[str] = frozenset()
        self.coders: dict[str, Coder] = {}
        self.initials: dict[str, str] = {}
        self.codes: dict[str, Code] = {}
        self.articles: dict[str, Article] = {}
        self.readings: dict[str, Reading] = {}
        self.everywhere: Counter[str] = Counter()
        self.by_article: Counter[str] = Counter()
        self.paths: dict[str, tuple[str, ...]] = {}
        self.unsaved_memos: dict[str, str] = {}
        self._keys: dict[int, Code] = {}
        self._read_all()
        self.library = LibraryKept(session, self)  # first, so that cards are made of what is there now
        session.changed.connect(self._follow)
        self.words = WordsCoded(self)

    @property
    def coder(self) -> str:
        """The id of whoever codes."""
        return self.session.coder.id

    @property
    def codings(self) -> dict[str, Coding]:
        """One's own codings of the open article, by id."""
        return self.own.by_id

    @property
    def colleagues(self) -> list[Coder]:
        """Everybody else who codes in this project."""
        return [coder for coder in self.coders.values() if coder.id != self.coder]

    def coding(self, coding_id: str | None) -> Coding | None:
        """Return one's own coding, or one of those shown of colleagues."""
        return self.own.by_id.get(coding_id or "") or self.others.by_id.get(coding_id or "")

    def coder_name(self, coding: Coding) -> str:
        """Return who made a coding."""
        return self.coders[coding.coder].name

    def show_colleagues(self) -> None:
        """Read colleagues' codings of the open article anew, or let go of them, as `colleagues_in` says now."""
        shown = self._asked_for()
        if shown != self.shown:
            self._read_others()
            self.marks_reset.emit()

    def open_article(self, article_id: str | None) -> bool:
        """Put an article on the desk; a damaged text is refused and the one before stays."""
        article = self.articles.get(article_id or "")
        try:
            text = self.session.project.text(article.text_sha256) if article else ""
            codings = self._standing(article, [self.coder]) if article else []
        except AnnotatorError as error:
            self.refused.emit(error.sentence)
            return False
        self.article, self.text = article, text
        self.own = CodingsInOrder(codings)
        self._read_others()
        self.article_opened.emit()
        self.counts_changed.emit()
        return True

    def marks(self) -> list[CodingMark]:
        """Return what the article shows of one's own codings."""
        return [self.mark(coding) for coding in self.codings.values()]

    def all_marks(self) -> list[CodingMark]:
        """Return what the article shows of one's own codings and of colleagues' that are shown."""
        return [*self.marks(), *(self.mark(coding) for coding in self.others.by_id.values())]

    def mark(self, coding: Coding) -> CodingMark:
        """Return what the article shows of one coding."""
        code, path = self.codes[coding.code], self.paths[coding.code]
        return CodingMark(
            id=coding.id, start=coding.start, end=coding.end, hue=code.colour, label=code.label, name=code.shown_name,
            full_name=code.name, coder=self.coder_name(coding), memo=bool(coding.memo),
            memo_line=first_line(plain(coding.memo)) if coding.memo else "", suggested=coding.origin == "suggested",
            unsure=coding.unsure, stance=coding.stance, code=code.id,
            coder_id=coding.coder, initials="" if coding.coder == self.coder else self.initials[coding.coder],
            family=path[0] if len(path) > 1 else "",
        )  # fmt: skip

    def lines_of_paths(self) -> dict[str, str]:
        """Return code id -> path as one line."""
        return {code_id: joined(path) for code_id, path in self.paths.items()}

    def code_of_key(self, key: int) -> Code | None:
        """Return the code with a key from 1 to 9."""
        return self._keys.get(key)

    def finished(self) -> int:
        """Return how many articles are finished."""
        return sum(1 for reading in self.readings.values() if reading.state == "finished")

    def progress(self) -> str:
        """Return how far the work is in a few words."""
        return f"{self.finished():,} of {len(self.articles):,} finished" if self.articles else "no articles yet"

    def _standing(self, article: Article, coders: Sequence[str]) -> list[Coding]:
        """Return coders' codings that have a place in the text; lost ones point at nothing that could be marked."""
        codings = self.session.project.codings(articles=[article.id], coders=coders)
        return [coding for coding in codings if coding.place != "lost"]

    def _asked_for(self) -> frozenset[str]:
        return frozenset(self.colleagues_in(self.article.id)) if self.article else frozenset()

    def _read_others(self) -> None:
        self.shown = self._asked_for()
        there = self._standing(self.article, sorted(self.shown)) if self.article and self.shown else []
        self.others = CodingsInOrder(there)

    def _read_coders(self) -> None:
        self.coders = {coder.id: coder for coder in self.session.project.coders()}
        self.initials = initials_of({coder.id: coder.name for coder in self.coders.values()})

    def _read_all(self) -> None:
        project = self.session.project
        self._read_coders()
        self.codes = {code.id: code for code in project.codes()}
        self.paths = name_paths(self.codes.values())
        self._keys = {code.key: code for code in self.codes.values() if code.key is not None}
        self.everywhere = Counter(project.counts_by_code(coders=[self.coder]))
        self._read_articles()

    def _read_articles(self) -> None:
        project = self.session.project
        self.articles = {article.id: article for article in project.articles()}
        self.by_article = Counter(project.counts_by_article(coders=[self.coder]))
        self.readings = {reading.article: reading for reading in project.readings() if reading.coder == self.coder}

    def _follow(self, change_set: ChangeSet) -> None:
        kinds = {type(change.record) for change in change_set.changes}
        if len(change_set.changes) > MANY_CHANGES or kinds & {Code, Article}:
            self._start_over()
            return
        if Coder in kinds:
            self._read_coders()
            self.show_colleagues()
        self._follow_codings([change for change in change_set.changes if isinstance(change.record, Coding)])
        self._follow_readings([change for change in change_set.changes if isinstance(change.record, Reading)])

    def _start_over(self) -> None:
        self._read_all()
        self.scheme_changed.emit()
        article = self.article
        if article is not None and (article.id not in self.articles or self._text_changed(article)):
            self.open_article(article.id)
        elif article is not None:
            self.article = self.articles[article.id]
            self.own = CodingsInOrder(self._standing(article, [self.coder]))
            self._read_others()
            self.marks_reset.emit()
        self.articles_changed.emit()
        self.counts_changed.emit()

    def _text_changed(self, article: Article) -> bool:
        return self.articles[article.id].text_sha256 != article.text_sha256

    def _follow_readings(self, changes: Sequence[Change]) -> None:
        for change in changes:
            reading = change.record
            if not isinstance(reading, Reading) or reading.coder != self.coder:
                continue
            if isinstance(change.after, Reading):
                self.readings[reading.article] = change.after
            else:
                self.readings.pop(reading.article, None)
            self.reading_changed.emit(reading.article)

    def _follow_codings(self, changes: Sequence[Change]) -> None:
        put: list[CodingMark] = []
        removed: list[str] = []
        touched = False
        for change in changes:
            coding = change.record
            if not isinstance(coding, Coding) or coding.coder not in {self.coder, *self.shown}:
                continue
            touched = True
            if coding.coder == self.coder:
                self._count(change)
            if self.article is not None and coding.article == self.article.id:
                self._place(change, put, removed)
        if touched:
            self.marks_changed.emit(put, removed)
            self.counts_changed.emit()

    def _count(self, change: Change) -> None:
        for record, amount in ((change.before, -1), (change.after, 1)):
            if isinstance(record, Coding):
                self.everywhere[record.code] += amount
                self.by_article[record.article] += amount

    def _place(self, change: Change, put: list[CodingMark], removed: list[str]) -> None:
        if isinstance(change.after, Coding) and change.after.place != "lost":
            (self.own if change.after.coder == self.coder else self.others).put(change.after)
            put.append(self.mark(change.after))
        else:
            self.own.remove(change.record.id)
            self.others.remove(change.record.id)
            self.unsaved_memos.pop(change.record.id, None)
            removed.append(change.record.id)


def first_line(memo: str) -> str:
    """Return the first line of a memo that says something."""
    return next((line.strip() for line in memo.split("\n") if line.strip()), "")
