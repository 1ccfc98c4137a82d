"""Which codings are drawn in full: all, or those of one code and the codes below it; the rest is faded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection


class Filtering(QObject):
    """Changes what is seen, never what is there. It stays from article to article until it is taken off."""

    changed = Signal()

    def __init__(self, view: ArticleView, desk: Desk, selection: Selection, tell: Callable[[str], None]) -> None:
        super().__init__(desk)
        self._view = view
        self._desk = desk
        self._selection = selection
        self._tell = tell
        self.only = ""
        desk.scheme_changed.connect(self._scheme_changed)

    @property
    def sentence(self) -> str:
        """What is shown in full, as a sentence; empty without a filter."""
        code = self._desk.codes.get(self.only)
        return f"Only {code.title} in full: all other codings are faded" if code else ""

    def show_only_code(self) -> None:
        """Fade all codings but those of the current code and the codes below it; the same again shows all."""
        code = self._selection.code or ""
        if code not in self._desk.codes:
            self._tell("No code is current, so nothing was faded. Click a code or a coding first.")
        else:
            self._show("" if code == self.only else code)

    def show_all_codes(self) -> None:
        """Draw all codings in full again."""
        self._show("")

    def _show(self, code: str) -> None:
        self.only = code
        shown = set(self._below(code)) if code else set()
        self._view.set_faded((lambda mark: mark.code in shown) if code else None)
        self.changed.emit()

    def _below(self, code: str) -> Iterator[str]:
        yield code
        for other in self._desk.codes.values():
            if other.parent == code:
                yield from self._below(other.id)

    def _scheme_changed(self) -> None:
        if self.only:
            self._show(self.only if self.only in self._desk.codes else "")
