"""How the caret goes from sentence to sentence, and the selection grows and shrinks by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.model import sentences as units
from annotator.model.zones import is_aside, stretch_around
from annotator.ui.article.widening import move_end, move_start, narrow, paragraph, widen

if TYPE_CHECKING:
    from annotator.ui.article.signs import Signs

    Span = tuple[int, int]

__all__ = [
    "extend_sentence", "move_end", "move_start", "narrow", "next_sentence", "paragraph", "previous_sentence",
    "take_back_sentence", "widen",
]  # fmt: skip


class Walkable(Protocol):
    """The view, as far as walking needs it."""

    text: str
    fresh: bool
    passed_over: list[Span]

    @property
    def signs(self) -> Signs: ...
    def caret(self) -> int: ...
    def passage(self) -> Span | None: ...
    def sentence(self) -> Span | None: ...
    def place_caret(self, position: int) -> None: ...
    def select_passage(self, start: int, end: int) -> None: ...
    def scroll_to(self, start: int, end: int) -> None: ...


def next_sentence(view: Walkable) -> None:
    """Outline the next sentence; the first press in a fresh article outlines the first one.

    Sentences that are set aside are passed over, here as elsewhere.
    """
    passage = view.passage()
    if passage is not None:
        _go(view, _following(view, max(passage[0], passage[1] - 1)))
    elif view.fresh:
        first = units.sentence_at(view.text, 0)
        _go(view, first if first and not is_aside(first, view.passed_over) else _following(view, 0))
    else:
        _go(view, _following(view, view.caret()))


def previous_sentence(view: Walkable) -> None:
    """Outline the sentence before."""
    passage = view.passage()
    _go(view, _preceding(view, passage[0] if passage else view.caret()))


def extend_sentence(view: Walkable) -> None:
    """Select the sentence at the caret, or add the next one to the selection."""
    passage = view.passage()
    if passage is None:
        grown = view.sentence()
    else:
        start, end = passage
        here = units.sentence_at(view.text, max(start, end - 1))
        more = here if here and view.signs.without(*here)[1] > end else _following(view, max(start, end - 1))
        grown = (start, more[1]) if more else None
    if grown:
        view.select_passage(*grown)


def take_back_sentence(view: Walkable) -> None:
    """Take the last sentence out of the selection; the first one stays outlined when nothing is left."""
    passage = view.passage()
    if passage is None:
        return
    start, end = passage
    last = units.sentence_at(view.text, max(start, end - 1))
    before = _preceding(view, last[0]) if last else None
    if last and before and last[0] > start and before[1] > start:
        view.select_passage(start, before[1])
    else:
        view.place_caret(start)


def _following(view: Walkable, position: int) -> Span | None:
    sentence = units.next_sentence(view.text, position)
    while sentence is not None and (aside := _passed_over(view, sentence)):
        sentence = units.next_sentence(view.text, aside[1] - 1)
    return sentence


def _preceding(view: Walkable, position: int) -> Span | None:
    sentence = units.previous_sentence(view.text, position)
    while sentence is not None and (aside := _passed_over(view, sentence)):
        sentence = units.previous_sentence(view.text, aside[0])
    return sentence


def _passed_over(view: Walkable, sentence: Span) -> Span | None:
    """Return the stretch round a sentence that is passed over: what is set aside, and signs alone."""
    return stretch_around(sentence, view.passed_over) or (sentence if view.signs.only(*sentence) else None)


def _go(view: Walkable, sentence: Span | None) -> None:
    if sentence is not None:
        view.place_caret(sentence[0])
        view.scroll_to(*sentence)
