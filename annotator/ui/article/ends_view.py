"""How the ends of a coding are changed by selecting: ends mode, kept or left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from annotator.model.passages import trim
from annotator.ui.article.outlines import paint_selection
from annotator.ui.article.quoted_view import QuotedView
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.model.blocks import Block
    from annotator.ui.article.marks import CodingMark
    from annotator.ui.article.page_view import Span


@dataclass(frozen=True, slots=True)
class _Mode:
    """Ends mode: which coding, and what was selected before."""

    coding: str
    before: Span
    fresh: bool


class EndsView(QuotedView):
    """A coded text whose current coding can be given other ends. It changes nothing itself: it tells."""

    ends_moved = Signal(str, int, int)
    ends_mode_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._mode: _Mode | None = None
        self._ends: Span | None = None  # what was selected last in ends mode
        super().__init__(parent)

    # Ends mode

    @property
    def ends_mode(self) -> str | None:
        """The coding whose ends are being changed by selecting; none outside ends mode."""
        return self._mode.coding if self._mode else None

    @property
    def ends(self) -> Span | None:
        """The ends as they would be kept; a caret put somewhere without selecting leaves them as they are."""
        return self._ends if self._mode else None

    def begin_ends(self, coding_id: str) -> None:
        """Make a coding's passage the selection, so that every selection key changes its ends."""
        mark = self.codings.marks.get(coding_id)
        if mark is None:
            return
        self.keep_ends()
        mode = _Mode(coding_id, self._selection() or (self.caret(), self.caret()), self.fresh)
        self.select_passage(mark.start, mark.end)
        self._ends = (mark.start, mark.end)
        self._set_mode(mode)

    def keep_ends(self, *, go_there: bool = True) -> Span | None:
        """Leave ends mode and tell the new ends, if there are any; return where they are. The caret goes to them."""
        mode, ends = self._mode, self._ends
        if mode is None or ends is None:
            return None
        mark = self.codings.marks[mode.coding]
        trimmed = trim(self.text, *ends)
        kept = trimmed if trimmed[0] < trimmed[1] else (mark.start, mark.end)
        self._set_mode(None)
        if go_there:
            self.place_caret(kept[0])
        if kept != (mark.start, mark.end):
            self.ends_moved.emit(mode.coding, *kept)
        return kept

    def leave_ends(self) -> None:
        """Leave ends mode as if it had not been: what was selected before is selected again."""
        mode = self._mode
        if mode is not None:
            self._set_mode(None)
            self._set_cursor(*mode.before)
            self.fresh = mode.fresh

    def _set_mode(self, mode: _Mode | None) -> None:
        if mode != self._mode:
            self._mode = mode
            self.viewport().update()
            self.ends_mode_changed.emit()

    def _give_up_if_gone(self) -> None:
        """Leave ends mode when its coding was removed."""
        if self._mode and self._mode.coding not in self.codings.marks:
            self._set_mode(None)

    def _selection_moved(self) -> None:
        if self._mode is not None:
            self._ends = self.passage() or self._ends
        super()._selection_moved()

    # What the codings do meanwhile

    def show_article(self, text: str, *, title: str = "", facts: str = "", blocks: Iterable[Block] = ()) -> None:
        """Show a text from its beginning, without codings."""
        self._set_mode(None)
        super().show_article(text, title=title, facts=facts, blocks=blocks)

    def set_marks(self, marks: Iterable[CodingMark]) -> None:
        """Show these codings and no others."""
        super().set_marks(marks)
        self._give_up_if_gone()

    def remove_mark(self, coding: str) -> None:
        """Take a coding out."""
        super().remove_mark(coding)
        self._give_up_if_gone()

    def set_current(self, coding: str | None) -> None:
        """Make a coding the current one: its tint wins, its ends get handles. Another one's new ends are kept."""
        if self._mode and coding not in (None, self._mode.coding):
            self.keep_ends(go_there=False)
        super().set_current(coding)

    # Painting

    def _handled(self) -> tuple[Span, QColor] | None:
        if self._mode is None:
            return super()._handled()
        return (trim(self.text, *self._ends), theme().colour("accent")) if self._ends else None

    def _paint_outlines(self, painter: QPainter) -> None:
        handled = self._handled()
        if handled and self._is_changing_ends():
            paint_selection(painter, self.visible_rects(*handled[0]), None)
        else:
            super()._paint_outlines(painter)

    def _is_changing_ends(self) -> bool:
        return self._mode is not None
