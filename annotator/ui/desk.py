"""What lies on the coder's desk: the article, one's own codings of it, colleagues' where asked for, scheme, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.model.errors import AnnotatorError
from annotator.model.records import Article, Code, Coder, Coding, Reading, Verdict
from annotator.model.scheme_tree import joined
from annotator.ui.codings_in_order import CodingsInOrder
from annotator.ui.library_kept import LibraryKept
from annotator.ui.on_desk import OnDesk, judged, read_desk, standing
from annotator.ui.session import MANY_CHANGES
from annotator.ui.words_coded import WordsCoded

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Sequence

    from annotator.model.changes import Change, ChangeSet
    from annotator.project.project import Project
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.session import Session


class Desk(QObject):
    """Keeps in memory what the Code page shows, by following the session.

    Only one's own codings are read, and those of the colleagues that `colleagues_in` gives for an article.
    """

    article_opened = Signal()
    marks_changed = Signal(list, list)
    marks_reset = Signal(list)
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
        self.paths: dict[str, tuple[str, ...]] = {}
        self.unsaved_memos: dict[str, str] = {}
        self._keys: dict[int, Code] = {}
        self._read_all(self._read(session.project))
        self.library = LibraryKept(session, self)  # first, so that cards are made of what is there now
        session.changed.connect(self._follow)
        session.read_beside = self._read
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
    def everywhere(self) -> Counter[str]:
        """How many of one's codings count, by code."""
        return self.counts.everywhere

    @property
    def by_article(self) -> Counter[str]:
        """How many of one's codings count, by article."""
        return self.counts.by_article

    @property
    def colleagues(self) -> list[Coder]:
        """Everybody else who codes in this project."""
        return [coder for coder in self.coders.values() if coder.id != self.coder]

    def coding(self, coding_id: str | None) -> Coding | None:
        """Return one's own coding, or one of those shown of colleagues."""
        return self.own.by_id.get(coding_id or "") or self.others.by_id.get(coding_id or "")

    def verdict_on(self, coding_id: str) -> Verdict | None:
        """Return what one said to a colleague's coding that is shown."""
        return self._marking.judged.get(coding_id)

    def coder_name(self, coding: Coding) -> str:
        """Return who made a coding."""
        return self.coders[coding.coder].name

    def show_colleagues(self) -> None:
        """Read colleagues' codings of the open article anew, or let go of them, as `colleagues_in` says now."""
        shown = self._asked_for()
        if shown != self.shown:
            self._read_others()
            self.marks_reset.emit(self.all_marks())

    def open_article(self, article_id: str | None) -> bool:
        """Put an article on the desk; a damaged text is refused and the one before stays."""
        article = self.articles.get(article_id or "")
        try:
            text = self.session.project.text(article.text_sha256) if article else ""
            own = standing(self.session.project, article.id if article else "", [self.coder])
        except AnnotatorError as error:
            self.refused.emit(error.sentence)
            return False
        self.article, self.text = article, text
        self.own = own
        self._count_here()
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
        return self._marking.mark(coding)

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

    def _asked_for(self) -> frozenset[str]:
        return frozenset(self.colleagues_in(self.article.id)) if self.article else frozenset()

    def _read_others(self) -> None:
        self.shown = self._asked_for()
        self.others = self._standing(self.shown)
        self._read_judged()

    def _read_judged(self) -> None:
        here = self.article.id if self.article and self.shown else ""
        self._marking.judged = judged(self.session.project, here, self.coder)

    def _standing(self, coders: Iterable[str]) -> CodingsInOrder:
        return standing(self.session.project, self.article.id if self.article else "", coders)

    def _read_all(self, found: OnDesk) -> None:
        self._marking, self.articles, self.readings = found.marking, found.articles, found.readings
        self.coders, self.initials = found.marking.coders, found.marking.initials
        self.codes, self.paths = found.marking.codes, found.marking.paths
        self.counts = found.counts
        self._keys = {code.key: code for code in self.codes.values() if code.key is not None}

    def _read(self, project: Project) -> OnDesk:
        """Read what is on the desk; from another thread too."""
        article = self.article
        return read_desk(project, self.coder, article.id if article else "", self.shown)

    def _follow(self, change_set: ChangeSet) -> None:
        kinds = {type(change.record) for change in change_set.changes}
        if len(change_set.changes) > MANY_CHANGES or kinds & {Code, Article}:
            found = self.session.read_for(change_set)
            self._start_over(found if isinstance(found, OnDesk) else self._read(self.session.project))
            return
        if Coder in kinds:
            self._read_all(self._read(self.session.project))
            self.show_colleagues()
        self._follow_codings([change for change in change_set.changes if isinstance(change.record, Coding)])
        self._follow_readings([change for change in change_set.changes if isinstance(change.record, Reading)])
        if Verdict in kinds and self.shown:
            self._follow_verdicts(change_set)
        if Coder in kinds:  # they were counted anew
            self._count_here()
        elif not self.counts.follow(change_set, self.session.project, self._text_of):
            return
        self.counts_changed.emit()

    def _start_over(self, found: OnDesk) -> None:
        self._read_all(found)
        self.scheme_changed.emit()
        article = self.article
        if article is not None and (article.id not in self.articles or self._text_changed(article)):
            self.open_article(article.id)
        elif article is not None:
            self.article = self.articles[article.id]
            if (found.article, found.shown) == (article.id, self._asked_for()):
                self.own, self.others, self.shown = found.own, found.others, found.shown
                self.marks_reset.emit(found.marks)
            else:
                self.own = self._standing([self.coder])
                self._read_others()
                self.marks_reset.emit(self.all_marks())
            self._count_here()
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

    def _follow_verdicts(self, change_set: ChangeSet) -> None:
        """Mark anew the colleagues' codings to which one said something, or took it back."""
        self._read_judged()
        said = {change.record.a for change in change_set.changes if isinstance(change.record, Verdict)}
        put = [self.mark(self.others.by_id[row]) for row in sorted(said) if row in self.others.by_id]
        if put:
            self.marks_changed.emit(put, [])

    def _follow_codings(self, changes: Sequence[Change]) -> None:
        put: list[CodingMark] = []
        removed: list[str] = []
        touched = False
        for change in changes:
            coding = change.record
            if not isinstance(coding, Coding) or coding.coder not in {self.coder, *self.shown}:
                continue
            touched = True
            if self.article is not None and coding.article == self.article.id:
                self._place(change, put, removed)
        if touched:
            self.marks_changed.emit(put, removed)

    def _count_here(self) -> None:
        self.counts.open_article(self.article.id if self.article else "", self.own.counts, self.session.project)

    def _text_of(self, article_id: str) -> str:
        """Return the text of an article; empty where it is damaged, since opening it will say so."""
        article = self.articles.get(article_id)
        try:
            return self.session.project.text(article.text_sha256) if article else ""
        except AnnotatorError:
            return ""

    def _place(self, change: Change, put: list[CodingMark], removed: list[str]) -> None:
        if isinstance(change.after, Coding) and change.after.place != "lost":
            (self.own if change.after.coder == self.coder else self.others).put(change.after)
            put.append(self.mark(change.after))
        else:
            self.own.remove(change.record.id)
            self.others.remove(change.record.id)
            self.unsaved_memos.pop(change.record.id, None)
            removed.append(change.record.id)
