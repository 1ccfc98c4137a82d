"""How the selection grows from word to paragraph and back, and how the ends of a passage step by words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from annotator.model import passages
from annotator.model.sentences import sentence_at

if TYPE_CHECKING:
    from annotator.ui.article.keyboard import Walkable

    Span = tuple[int, int]

    class Growing(Walkable, Protocol):
        """The view, as far as widening needs it: it remembers the steps, and knows the quotations."""

        widened: list[Span]

        @property
        def quotation_spans(self) -> list[Span]: ...


_WORD = re.compile(r"\w")
_WORD_BEFORE = 256


def widen(view: Growing) -> None:
    """Select the next larger unit: the word at the caret, the fragment, the sentence, the quotation, the paragraph."""
    here = _here(view)
    wider = _wider(view, here)
    if wider != here:
        _step_to(view, here, wider)


def paragraph(view: Growing) -> None:
    """Select the paragraphs that the selection touches, or the one at the caret."""
    here = _here(view)
    first, last = passages.paragraph_at(view.text, here[0]), passages.paragraph_at(view.text, max(here[0], here[1] - 1))
    whole = view.signs.without(*passages.trim(view.text, first[0], last[1]))
    if whole[0] < whole[1] and whole != here:
        _step_to(view, here, whole)


def narrow(view: Growing) -> None:
    """Go back to what was selected before it was widened; else to the next smaller unit at the start."""
    here = view.passage()
    if here is None:
        return
    if view.widened[-1:] != [here]:
        view.widened = [*_units_within(view, here), here]
    view.widened.pop()
    start, end = view.widened[-1]
    if start < end:
        view.select_passage(start, end)
    else:
        view.place_caret(start)


def move_start(view: Walkable, start: int, end: int, outward: bool) -> Span:
    """Return the passage with its start one word further out, or in; the sentence's start is a stop too."""
    here = sentence_at(view.text, start - 1 if outward and start else start)
    if outward:
        word = _word_before(view.text, start)
        stops = [stop[0] for stop in (word, here) if stop and stop[0] < start]
        return max(stops, default=start), end
    word = _word_after(view.text, _word_end(view.text, start))
    return (word[0] if word and word[0] < end else start), end


def move_end(view: Walkable, start: int, end: int, outward: bool) -> Span:
    """Return the passage with its end one word further out, or in; the sentence's end is a stop too."""
    if outward:
        word, here = _word_after(view.text, end), sentence_at(view.text, end)
        stops = [stop[1] for stop in (word, here) if stop and stop[1] > end]
        return start, min(stops, default=end)
    word = _word_before(view.text, end)
    if word and word[1] == end:
        word = _word_before(view.text, word[0])
    return start, (word[1] if word and word[1] > start else end)


def _here(view: Growing) -> Span:
    return view.passage() or (view.caret(), view.caret())


def _step_to(view: Growing, here: Span, wider: Span) -> None:
    if view.widened[-1:] != [here]:
        view.widened = [here]
    view.widened.append(wider)
    view.select_passage(*wider)


def _wider(view: Growing, passage: Span) -> Span:
    """Return the next larger unit that shows more: one that adds only signs of mark-up is none."""
    unit, wider = passage, passages.widen(view.text, *passage, view.quotation_spans)
    while wider != unit and view.signs.without(*wider) == passage:
        unit, wider = wider, passages.widen(view.text, *wider, view.quotation_spans)
    return view.signs.without(*wider)


def _units_within(view: Growing, passage: Span) -> list[Span]:
    """Return the caret at the passage's start and the units there that are smaller than it, smallest first."""
    start, end = passage
    units = [(start, start)]
    while (wider := _wider(view, units[-1])) != units[-1] and wider != passage:
        if wider[0] < start or wider[1] > end:
            break
        units.append(wider)
    return units


def _word_end(text: str, position: int) -> int:
    word = passages.word_at(text, position)
    return word[1] if word and word[0] <= position < word[1] else position


def _word_after(text: str, position: int) -> Span | None:
    """Return the word that ends first after a position."""
    found = _WORD.search(text, position)
    return passages.word_at(text, found.start()) if found else None


def _word_before(text: str, position: int) -> Span | None:
    """Return the last word that begins before a position."""
    while position > 0:
        low = max(0, position - _WORD_BEFORE)
        last = max((found.start() for found in _WORD.finditer(text, low, position)), default=None)
        if last is not None:
            return passages.word_at(text, last)
        position = low
    return None
