"""Passages: what is coded is never a cut accent, never white space, and grows by the units a reader sees."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.errors import Refused
from annotator.model.passages import (
    assign_lanes,
    checked_passage,
    clause_at,
    overlap,
    paragraph_at,
    paragraph_number,
    paragraphs,
    parts,
    snap_to_graphemes,
    trim,
    union,
    widen,
    word_at,
)
from annotator.model.sentences import sentence_at

FAMILY = "👩🏽\u200d👩🏽\u200d👧\u200d👦"
TEXT = "The mayor’s office said, after 2,500 letters (and calls), “we will wait – for now”; then it closed. It rained."
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1])), max_size=14)


def part(text: str, word: str) -> int:
    return text.index(word)


def test_white_space_of_every_kind_is_trimmed() -> None:
    assert trim("\u00a0\u3000 a b \t\n", 0, 8) == (3, 6)
    assert trim("a \n b", 1, 4) == (1, 1)


@pytest.mark.parametrize(
    "letter",
    [FAMILY, "🇬🇧", "e\u0301\u0323", "한", "\u1112\u1161\u11ab", "❤\ufe0f", "क\u094dष\u093f", "a" + "\u0301" * 9_000],
)
def test_a_selection_never_cuts_what_is_seen_as_one_letter(letter: str) -> None:
    text = "🇫🇷🇩🇪" + letter + "🇬🇧 x"
    inside = range(4, 4 + len(letter))
    for position in (inside[0], inside[len(inside) // 2], inside[-1]):
        assert snap_to_graphemes(text, position, position + 1) == (4, 4 + len(letter))
    assert checked_passage(" " + text, 2, 4) == (1, 5)


def test_a_selection_between_two_flags_takes_neither_apart_in_a_long_row() -> None:
    text = "a" + "🇬🇧" * 50_000
    assert snap_to_graphemes(text, 50_002, 50_002) == (50_001, 50_003)
    assert snap_to_graphemes(text, 50_001, 50_005) == (50_001, 50_005)


LETTERS = st.sampled_from([*"aé\u0301👩\u200d🏽🇬🇧한한가\n कि्❤漢©\u0600\u0e33\u200b\u0903"])


@settings(max_examples=300)
@given(st.text(LETTERS, max_size=14), st.data())
def test_snapping_nearby_finds_the_same_letters_as_reading_the_whole_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    ends = {0} | {grapheme.end() for grapheme in regex.finditer(r"\X", text)}
    expected = max(at for at in ends if at <= start), min(at for at in ends if at >= end)
    assert snap_to_graphemes(text, start, end) == expected


def test_a_passage_to_be_coded_is_trimmed() -> None:
    assert checked_passage("  to the point  ", 0, 16) == (2, 14)


@pytest.mark.parametrize(
    ("start", "end", "why"), [(4, 2, "before it starts"), (-1, 3, "outside"), (0, 99, "outside"), (2, 4, "white space")]
)
def test_what_cannot_be_coded_is_refused_with_a_sentence(start: int, end: int, why: str) -> None:
    with pytest.raises(Refused, match=why) as refusal:
        checked_passage("ab  cd", start, end)
    assert "Nothing was coded" in refusal.value.sentence


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    text = "One.\n\n \t\n  Two.\u2028Three\x0bFour\nFive"
    found = paragraphs(text)
    assert [text[a:b] for a, b in found] == ["One.", "  Two.\u2028Three\x0bFour", "Five"]
    assert paragraph_at(text, 12) == found[1]
    assert paragraph_at(text, 5) == (5, 5)
    assert paragraph_at(text, len(text)) == found[2]
    starts = [start for start, _ in found]
    assert [paragraph_number(starts, position) for position in (0, 5, 8, 9, len(text))] == [1, 1, 1, 2, 3]
    assert paragraph_number([], 0) == 0
    assert paragraph_number([3], 0) == 1


def test_a_word_keeps_its_apostrophe_hyphen_and_decimal_comma() -> None:
    text = "mayor’s top-down 2,500 3.5% end. 他走了 ミルク e\u0301te"
    words = {text[a:b] for position in range(len(text)) if (span := word_at(text, position)) for a, b in [span]}
    assert words == {"mayor’s", "top-down", "2,500", "3.5", "end", "他", "走", "了", "ミルク", "e\u0301te"}
    assert word_at(text, part(text, "% ") + 1) is None
    assert word_at("end.", 3) == (0, 3)
    assert word_at("", 0) is None


def test_a_clause_lies_between_the_marks_of_its_sentence() -> None:
    def clause(word: str) -> str:
        span = clause_at(TEXT, part(TEXT, word))
        assert span
        return TEXT[slice(*span)]

    assert clause("office") == "The mayor’s office said"
    assert clause("500") == "after 2,500 letters"
    assert clause("calls") == "and calls"
    assert clause("wait") == "we will wait"
    assert clause("– for") == "we will wait"
    assert clause("for now") == "for now"
    assert clause("closed") == "then it closed"
    assert clause("rained") == "It rained"
    assert clause_at("\n\n", 1) is None
    assert clause_at("—!", 0) == (0, 2)


def test_single_quotation_marks_cut_a_clause_but_apostrophes_do_not() -> None:
    text = "The boards’ rule was ‘the same for everyone’ for the boards’ sake"
    assert [text[slice(*clause_at(text, part(text, word)) or (0, 0))] for word in ("rule", "same", "sake")] == [
        "The boards’ rule was",
        "the same for everyone",
        "for the boards’ sake",
    ]


def test_widening_grows_word_by_clause_by_sentence_to_the_paragraph_and_rests_there() -> None:
    text = "Title\n  " + TEXT + " \nEnd"
    at = part(text, "calls") + 2
    seen, span = [], (at, at)
    for _ in range(5):
        span = widen(text, *span)
        seen.append(text[slice(*span)])
    assert seen == ["calls", "and calls", TEXT.removesuffix(" It rained."), TEXT, TEXT]


def test_widening_a_rough_selection_takes_in_whole_units_at_both_ends() -> None:
    start, end = part(TEXT, "fice said"), part(TEXT, "ters (") + 1
    assert TEXT[slice(*widen(TEXT, start, end))] == "office said, after 2,500 letters"
    text = "One a. Two b. Three c."
    assert text[slice(*widen(text, part(text, "b"), part(text, "hree") + 1))] == "b. Three"
    assert widen("one\n\ntwo", 4, 4) == (4, 4)


def test_shared_and_joined_extent_of_two_passages() -> None:
    assert overlap((0, 5), (3, 9)) == overlap((3, 9), (0, 5)) == 2
    assert overlap((0, 3), (3, 9)) == 0
    assert union((0, 2), (5, 9)) == (0, 9)


def test_lanes_are_taken_from_the_left_and_freed_again() -> None:
    assert assign_lanes([(0, 10), (2, 4), (3, 6), (4, 5), (10, 12)]) == [0, 1, 2, 1, 0]
    assert assign_lanes([(5, 6), (0, 9), (0, 20)]) == [2, 1, 0]
    assert assign_lanes([]) == []


@given(SPANS)
def test_no_two_overlapping_bars_share_a_lane_and_no_lane_is_wasted(spans: list[tuple[int, int]]) -> None:
    lanes = assign_lanes(spans)
    for i, span in enumerate(spans):
        rivals = [lanes[j] for j, other in enumerate(spans) if j != i and overlap(span, other)]
        assert lanes[i] not in rivals
    depth = max((sum(a <= at < b for a, b in spans) for at in range(45)), default=0)
    assert max(lanes, default=-1) + 1 == depth


@given(SPANS)
def test_the_painter_gets_for_every_letter_exactly_the_codings_on_it(spans: list[tuple[int, int]]) -> None:
    painted = {at: indices for start, end, indices in parts(spans) for at in range(start, end)}
    for at in range(45):
        covering = tuple(index for index, (start, end) in enumerate(spans) if start <= at < end)
        assert painted.get(at, ()) == covering
    assert all(start < end and indices for start, end, indices in parts(spans))


def test_widening_takes_the_speakers_whole_quotation_on_the_way() -> None:
    text = "He was asked.\n“One comes first. Two follows,” he said.\nNext."
    quotation = (text.index("“"), text.index("”") + 1)
    first = sentence_at(text, text.index("comes"))
    assert first is not None
    assert widen(text, *first, [quotation]) == quotation
    assert widen(text, *quotation, [quotation]) == paragraph_at(text, quotation[0])


def test_a_running_quotation_is_wider_than_its_paragraph() -> None:
    text = "“One comes first.\n“Two follows.”\nNext."
    running = (0, text.index("”") + 1)
    paragraph = paragraph_at(text, 3)
    assert widen(text, *paragraph, [running]) == running
    assert widen(text, *running, [running]) == running
