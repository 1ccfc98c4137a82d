"""A paragraph read with nothing to code keeps its mark by its words, whatever is corrected around it."""

from __future__ import annotations

from annotator.model.nothing_to_code import paragraph_key, span_that_differs, spans_without_codes
from annotator.model.records import Reading

TEXT = "A headline\n\nNothing happened here.\n\nSomething did."


def _reading(*paragraphs: str) -> Reading:
    keys = " ".join(paragraph_key(paragraph) for paragraph in paragraphs)
    return Reading(id="one", article="a", coder="ann", nothing_to_code=keys, modified="2026-03-01T09:00:00.000Z")


def _words(text: str, reading: Reading | None) -> list[str]:
    return [text[start:end] for start, end in spans_without_codes(text, reading)]


def test_nothing_is_marked_without_a_reading() -> None:
    assert _words(TEXT, None) == []
    assert _words(TEXT, _reading()) == []


def test_a_mark_goes_with_its_paragraph_when_the_text_is_corrected() -> None:
    marked = _reading("Nothing happened here.")
    assert _words(TEXT, marked) == ["Nothing happened here."]
    corrected = TEXT.replace("A headline", "A longer headline\n\nA paragraph that was missing.")
    assert _words(corrected, marked) == ["Nothing happened here."]


def test_a_paragraph_that_says_something_else_now_has_no_mark_any_more() -> None:
    marked = _reading("Nothing happened here.")
    assert _words(TEXT.replace("Nothing", "Much"), marked) == []
    assert _words(TEXT.replace("happened here", "happened  here"), marked) == ["Nothing happened  here."]


def test_the_paragraph_that_differs_is_found_from_either_side() -> None:
    one, both = _reading("Something did."), _reading("Something did.", "Nothing happened here.")
    place = TEXT.index("Nothing"), TEXT.index("Nothing") + len("Nothing happened here.")
    assert span_that_differs(TEXT, one, both) == place
    assert span_that_differs(TEXT, both, one) == place
    assert span_that_differs(TEXT, None, _reading("Something did.")) is not None
    assert span_that_differs(TEXT, both, both) is None
