"""Which codings are drawn in full: all, or those of one code and below it, or of some coders; the rest is faded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.ui.codings_in_order import CodingsInOrder
from annotator.ui.shortcuts.naming import with_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.model.records import Coder
    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection


class Filtering(QObject):
    """Changes what is seen, never what is there. It stays from article to article until it is taken off.

    The choice of coders counts only where colleagues' codings are shown.
    """

    changed = Signal()

    def __init__(self, view: ArticleView, desk: Desk, selection: Selection, tell: Callable[[str], None]) -> None:
        super().__init__(desk)
        self._view = view
        self._desk = desk
        self._selection = selection
        self._tell = tell
        self.only = ""
        self._coders: frozenset[str] = frozenset()
        self._walked: CodingsInOrder | None = None
        desk.scheme_changed.connect(self._scheme_changed)
        for signal in (desk.article_opened, desk.marks_reset, desk.marks_changed):
            signal.connect(self._forget_walked)

    @property
    def on(self) -> bool:
        """Whether anything is faded."""
        return bool(self.only or self.coders)

    @property
    def coders(self) -> frozenset[str]:
        """Whose codings are in full; empty for everybody's."""
        there = frozenset(self._coders & self.who.keys())
        return there if len(there) < len(self.who) else frozenset()

    @property
    def who(self) -> dict[str, Coder]:
        """Whose codings are shown in the article, oneself first; nobody while colleagues' are hidden."""
        desk = self._desk
        ids = [desk.coder, *(id_ for id_ in desk.coders if id_ in desk.shown)] if desk.shown else []
        return {id_: desk.coders[id_] for id_ in ids}

    @property
    def sentence(self) -> str:
        """What is shown in full, as a sentence; empty without a filter."""
        code = self._desk.codes.get(self.only)
        names = listed(self.name(coder) for coder in self.who.values() if coder.id in self.coders)
        what = " by ".join(part for part in (code.title if code else "", names) if part)
        return f"Only {what} in full: all other codings are faded" if what else ""

    def name(self, coder: Coder) -> str:
        """Return how a coder is called here: oneself `you`."""
        return "you" if coder.id == self._desk.coder else coder.name

    @property
    def shown(self) -> set[str] | None:
        """The codes whose codings are in full; none for all."""
        return set(self._below(self.only)) if self.only else None

    def show_only_code(self) -> None:
        """Fade all codings but those of the current code and the codes below it; the same again shows all."""
        code = self._selection.code or ""
        if code not in self._desk.codes:
            self._tell("No code is current, so nothing was faded. Click a code or a coding first.")
        else:
            self._show("" if code == self.only else code, self._coders)

    def show_only_coder(self) -> None:
        """Fade all codings but those of the current coding's coder; the same again shows everybody's."""
        coding = self._desk.coding(self._selection.coding)
        if coding is None:
            self._tell(
                with_keys("No coding is current, so nothing was faded. Click one, or go to one: {coding_beneath}.")
            )
        else:
            only = frozenset({coding.coder})
            self._show(self.only, frozenset() if self.coders == only else only)

    def show_all_codes(self) -> None:
        """Draw all codings in full again."""
        self._show("", frozenset())

    def turn_coder(self, coder: str) -> None:
        """Fade a coder's codings, or draw them in full again."""
        self._show(self.only, (self.coders or frozenset(self.who)) ^ {coder})

    def walked(self) -> CodingsInOrder:
        """Return the codings one walks through: one's own, or those of the coders chosen."""
        if not self.coders:
            return self._desk.own
        if self._walked is None:
            everybody = (*self._desk.own.by_id.values(), *self._desk.others.by_id.values())
            self._walked = CodingsInOrder(coding for coding in everybody if coding.coder in self.coders)
        return self._walked

    def apply(self) -> None:
        """Draw anew what is in full; colleagues' codings came or went."""
        self._show(self.only, self._coders)

    def _show(self, code: str, coders: frozenset[str]) -> None:
        self.only, self._coders = code, coders
        self._walked = None
        if self.on or self._view.codings.passes is not None:
            self._view.set_faded(self._passes() if self.on else None)
        self.changed.emit()

    def _passes(self) -> Callable[[CodingMark], bool]:
        codes, coders = self.shown, self.coders
        return lambda mark: (codes is None or mark.code in codes) and (not coders or mark.coder_id in coders)

    def _below(self, code: str) -> Iterator[str]:
        yield code
        for other in self._desk.codes.values():
            if other.parent == code:
                yield from self._below(other.id)

    def _forget_walked(self) -> None:
        self._walked = None

    def _scheme_changed(self) -> None:
        if self.only:
            self._show(self.only if self.only in self._desk.codes else "", self._coders)


def listed(names: Iterable[str]) -> str:
    """Return names as one says them: `A, B and C`."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last
