"""What the analyst types into the search field is found where it stands, to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.folding import fold
from annotator.model.keyword_in_context import hits_in, in_context, search_expression

TEXT = (
    "Pooled budgets, it’s said, pool what councils hold.\n"
    "A POOLED\u00a0budget integrates care; integration isn't the point of the pooled, budget.\n\n"
    "The cafe\u0301 in the Straße ran a de\ufb01cit of £5m in 2017–18."
)


def found(words: str, *, whole_words: bool = False, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in hits_in(text, words, whole_words=whole_words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pool", ["Pool", "pool", "POOL", "pool"]),
        ("budget", ["budget", "budget", "budget"]),
        ('"pooled budget"', ["Pooled budget", "POOLED\u00a0budget"]),
        ("“Pooled Budget", ["Pooled budget", "POOLED\u00a0budget"]),
        ("integrat*", ["integrates", "integration"]),
        ("it's", ["it’s"]),
        ("isn’t", ["isn't"]),
        ("café", ["cafe\u0301"]),
        ("cafe", ["cafe\u0301"]),
        ("strasse", ["Straße"]),
        ("deficit", ["de\ufb01cit"]),
        ("£5m", ["£5m"]),
        ("2017-18", ["2017–18"]),
        ("egrat", ["egrat", "egrat"]),
        ("(pooled)", []),
        ("nothing", []),
        ("", []),
        ("   ", []),
        ('"" *', []),
    ],
)
def test_letters_are_found_wherever_they_stand(words: str, expected: list[str]) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pool", ["pool"]),
        ("budget", ["budget", "budget"]),
        ('"pooled budget"', ["POOLED\u00a0budget", "pooled, budget"]),
        ('"pooled budget*"', ["Pooled budgets", "POOLED\u00a0budget", "pooled, budget"]),
        ('"pooled bud" *', []),
        ('"pooled bud"*', ["Pooled budgets", "POOLED\u00a0budget", "pooled, budget"]),
        ("integrat", []),
        ("integrat*", ["integrates", "integration"]),
        ("2017-18", ["2017–18"]),
        ("£5m", ["5m"]),
        ("£", []),
        ("café", ["cafe\u0301"]),
    ],
)
def test_whole_words_are_found_as_the_search_in_all_articles_finds_them(words: str, expected: list[str]) -> None:
    assert found(words, whole_words=True) == expected


def test_each_of_several_words_is_found_when_all_are_there() -> None:
    assert found("straße councils") == ["councils", "Straße"]
    assert found("straße nowhere") == []
    assert found('budget "pooled budget"') == ["Pooled budget", "POOLED\u00a0budget", "budget"]


def test_hits_come_in_order_and_each_once() -> None:
    hits = hits_in(TEXT, "pool budget pool POOL the")

    assert hits == sorted(set(hits))


@given(st.text(alphabet="ab é\u0301ßﬁ’'*\n-", max_size=60), st.sampled_from(["a", "ab", "b*", "é", "ss", "fi", "a b"]))
def test_each_hit_in_any_text_begins_with_a_letter_that_was_typed(text: str, words: str) -> None:
    for whole in (False, True):
        for start, end in hits_in(text, words, whole_words=whole):
            assert 0 <= start < end <= len(text)
            assert fold(text[start:end]).text[:1] in {fold(word).text[0] for word in words.split()}


def test_five_megabytes_of_typographic_text_are_searched_to_the_last_letter() -> None:
    text = "The board’s pooled bud\u00adget – cafe\u0301 – is shared. " * 110_000 + "At last the very end."

    assert len(hits_in(text, '"pooled budget"')) == 110_000
    assert found("end", text=text, whole_words=True) == ["end"]
    assert found("VERY", text=text) == ["very"]


def test_a_hit_is_shown_between_what_stands_around_it() -> None:
    start = TEXT.index("integrates")

    before, hit, after = in_context(TEXT, (start, start + 10), width=20)

    assert (before, hit, after) == ("A POOLED\u00a0budget ", "integrates", " care; integration")


def test_the_context_stays_in_the_paragraph() -> None:
    start = TEXT.index("hold")

    before, hit, after = in_context(TEXT, (start, start + 4), width=500)

    assert before + hit + after == TEXT[: TEXT.index("\n")]


def test_context_cuts_no_word_where_a_whole_one_is_left_and_no_visible_character() -> None:
    text = "x" * 30 + "e\u0301" * 20 + " word " + "e\u0301" * 20 + "y" * 30
    at = text.index("word")

    before, hit, after = in_context(text, (at, at + 4), width=10)

    assert hit == "word"
    assert before == "e\u0301" * 4 + " "
    assert after == " " + "e\u0301" * 4


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("integrat*", '"integrat" *'),
        ("pooled budget", '"pooled" "budget"'),
        ('"pooled budget"', '"pooled budget"'),
        ('"pooled budget', '"pooled budget"'),
        ("“pooled budget”", '"pooled budget"'),
        ('"pooled bud"*', '"pooled bud" *'),
        ("AND", '"AND"'),
        ("NEAR(a b, 3)", '"NEAR a" "b" "3"'),
        ("body:x -y ^z", '"body x" "y" "z"'),
        ("2017-18", '"2017 18"'),
        ("don't", '"don t"'),
        ("£ — *", ""),
        ("", ""),
        ("cafe\u0301", '"cafe\u0301"'),
        ("bud\u00adget", '"budget"'),
        ("a\x00b \ud800", '"a b"'),
    ],
)
def test_what_is_typed_becomes_a_safe_expression(typed: str, expression: str) -> None:
    assert search_expression(typed) == expression
