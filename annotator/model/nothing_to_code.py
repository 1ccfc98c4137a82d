"""Which paragraphs a coder has read and found nothing to code in.

A paragraph is known by its words, so that the mark stays with it when the text around it is corrected.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from annotator.model.passages import paragraphs

if TYPE_CHECKING:
    from annotator.model.passages import Span
    from annotator.model.records import Reading

_DIGITS = 16


def paragraph_key(paragraph: str) -> str:
    """Return the sign by which a paragraph is known: it depends on its words only."""
    return sha256(" ".join(paragraph.split()).encode()).hexdigest()[:_DIGITS]


def spans_without_codes(text: str, reading: Reading | None) -> list[Span]:
    """Return the paragraphs of a text that were read and hold nothing to code."""
    keys = set(reading.nothing_to_code.split()) if reading is not None else set()
    if not keys:
        return []
    return [span for span in paragraphs(text) if paragraph_key(text[slice(*span)]) in keys]


def span_that_differs(text: str, before: Reading | None, after: Reading | None) -> Span | None:
    """Return the first paragraph that is marked on one side only; none where both sides mark the same."""
    one, other = (set(spans_without_codes(text, reading)) for reading in (before, after))
    return min(one ^ other, default=None)
