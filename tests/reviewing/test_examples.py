"""A disputed passage becomes an example of the code it belongs to, or of the one it does not."""

from __future__ import annotations

from annotator.model.records import AGREED_ID, Coding, new_id
from annotator.reviewing.examples import Example, example_of
from annotator.reviewing.listed import Listed, Place

DAY = "2026-02-03"


def coding(coder: str, code: str, quote: str) -> Coding:
    return Coding(
        id=new_id(), article="a", code=code, coder=coder, start=0, end=len(quote), quote=quote, created=DAY,
        modified=DAY,
    )  # fmt: skip


def difference(*codings: Coding) -> Listed:
    place = Place("a", "code", codings[0].code if codings else "g1", 0, 9, codings[:1], codings[1:])
    return Listed("key", place)


def test_while_it_is_open_it_is_one_of_the_code_it_stands_under() -> None:
    each = difference(coding("ann", "g1", "the law\nstays"), coding("ben", "g2", "the law stays"))
    assert example_of(each, "include", ()) == Example("g1", "“the law stays”")
    assert example_of(each, "exclude", ()) == Example("g1", "“the law stays”")


def test_what_is_agreed_belongs_and_what_was_not_agreed_does_not() -> None:
    each = difference(coding("ann", "g1", "the law stays"), coding("ben", "g2", "the law"))
    agreed = [coding(AGREED_ID, "g2", "the law")]
    assert example_of(each, "include", agreed) == Example("g2", "“the law”")
    assert example_of(each, "exclude", agreed) == Example("g1", "“the law stays”")


def test_what_was_agreed_with_both_codes_excludes_by_the_one_it_stands_under() -> None:
    ours, theirs = coding("ann", "g1", "the law"), coding("ben", "g2", "the law")
    agreed = [coding(AGREED_ID, code, "the law") for code in ("g1", "g2")]
    assert example_of(difference(ours, theirs), "exclude", agreed) == Example("g1", "“the law”")


def test_a_long_passage_is_cut_and_a_difference_that_is_gone_gives_none() -> None:
    found = example_of(difference(coding("ann", "g1", "x" * 900)), "include", ())
    assert found is not None
    assert len(found.words) == 302
    assert found.words.endswith("…”")
    assert example_of(difference(), "include", ()) is None
