"""Sentences are what J and K step through: each case is one that an analyst would otherwise have to mend by hand."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.canonical import canonical
from annotator.model.sentences import later_starts, next_sentence, previous_sentence, sentence_at, sentences

ONE_EACH = {
    "titles": ["Mr. Ash met Dr. Elm at St. Anne Hall.", "They spoke."],
    "letters with full stops": ["She left the U.S. Senate at 9 a.m. Monday.", "In the U.K.", "He stayed."],
    "a letter at the end": ["He praised plan B.", "The board did not."],
    "initials": ["J. K. Birch wrote to A. Lime.", "He answered."],
    "latin": [
        "Some bodies, e.g. Councils, cf. Boards, pay more, i.e. Twice as much.",
        "Others pay less, etc.",
        "Fine.",
    ],
    "numbers": [
        "See No. 5 and p. 12 of 2.5 million.",
        "It ran in 2017-18.",
        "Was it so?",
        "No.",
        "It was 10.",
        "Good.",
    ],
    "companies": ["Acme Inc. Limited sold it.", "The buyer was Ash Ltd.", "They paid."],
    "closing marks": [
        "“We go.”",
        "‘They stay.’",
        '"You wait."',
        "(All did.)",
        "[So it was.]",
        "Yes!)",
        "*Now.*",
        "End.[1]",
        "On.",
    ],
    "speech goes on": ["“Stop!” he said.", "“Why?” – asked the mayor.", "‘Go.’ (he went.)", "What? she asked."],
    "a new quotation in small letters": ["It was said.", "“and then it was done.”", "[the] rest was silence."],
    "a dropped space": ["They signed up.”", "The rest did not."],
    "ellipsis goes on": ["It is … driving us, or... “driving” them, or . . . nobody."],
    "ellipsis ends": ["Nobody had tried…", "Then it was...", "“So it was…”", "They went . . .", "Away."],
    "ellipsis begins": ["It ends.", "... And on it goes.", "… Then more."],
    "small first letter": ["They bought it.", "iPhone sales rose.", "mRNA works."],
    "french": ["« Comment ça ? »", "Il part.", "Elle dit : « Oui. »", "Bien !"],
    "german": ["„Nein.“", "»Ja.«", "Am 5. Mai kam er, z.B. Montag.", "Sie blieb."],
    "spanish": ["¿Qué?", "¡No!", "Vale."],
    "arabic": ["هل جئت؟", "نعم.", "ثم ذهب۔", "وصل"],
    "hindi": ["वह गया।", "वह आया।"],
    "headings": ["On what it costs"],
    "question and exclamation": ["Really?!", "Yes.", "Ha!!!", "Good."],
}


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("name", ONE_EACH)
def test_a_line_falls_into_the_sentences_a_reader_sees(name: str) -> None:
    assert shown(" ".join(ONE_EACH[name])) == ONE_EACH[name]


def test_chinese_and_japanese_sentences_end_without_a_space() -> None:
    assert shown("他走了。她说：“好！”然后呢？") == ["他走了。", "她说：“好！”", "然后呢？"]
    assert shown("「止まれ。」と彼は言った。次。") == ["「止まれ。」と彼は言った。", "次。"]


def test_a_line_is_a_paragraph_and_bullets_are_left_out() -> None:
    text = "A heading\n\n  • First point. Second point\n- third\n- 1\n1. Numbered. On\n\t\n***\n•"
    assert shown(text) == [
        "A heading", "First point.", "Second point", "third", "1", "1. Numbered.", "On", "***", "•",
    ]  # fmt: skip


def test_a_range_gives_the_sentences_it_touches_whole() -> None:
    text = "One here. Two here. Three here."
    assert [text[a:b] for a, b in sentences(text, 3, 11)] == ["One here.", "Two here."]
    assert [text[a:b] for a, b in sentences(text, 10, 19)] == ["Two here."]
    assert sentences(text, 9, 10) == []


def test_later_starts_are_those_of_the_sentences_but_the_first_and_of_no_other_line() -> None:
    text = "  One. Two? Three\nFour. Five.\nSix"

    assert later_starts(text, 0, 17) == [start for start, _ in sentences(text, 0, 17)[1:]] == [7, 12]
    assert later_starts(text, 18, 29) == [24]
    assert later_starts(text, 30, 33) == []


def test_white_space_belongs_to_the_sentence_before_and_a_blank_line_to_none() -> None:
    text = "  One.  Two. \n\nThree."
    assert sentence_at(text, 0) == sentence_at(text, 7) == (2, 6)
    assert sentence_at(text, 8) == sentence_at(text, 13) == (8, 12)
    assert sentence_at(text, 14) is None
    assert sentence_at(text, len(text)) == (15, 21)
    assert sentence_at("", 0) is None


def test_stepping_down_and_up_visits_every_sentence_and_stops_at_the_ends() -> None:
    text = "\n\nOne. Two.\n\n• Three. Four.\n \nFive\n\n"
    steps, here = [], next_sentence(text, 0)
    while here:
        steps.append(here)
        here = next_sentence(text, here[0])
    assert [text[a:b] for a, b in steps] == ["One.", "Two.", "Three.", "Four.", "Five"]
    back, up = [], sentence_at(text, steps[-1][0])
    while up:
        back.append(up)
        up = previous_sentence(text, up[0])
    assert back == steps[::-1]


def test_from_a_blank_line_up_goes_to_the_sentence_above() -> None:
    text = "One. Two.\n\n\nThree."
    assert previous_sentence(text, 10) == (5, 9)
    assert next_sentence(text, 10) == (12, 18)
    assert previous_sentence(text, 7) == (0, 4)


PIECES = st.sampled_from(
    [
        "One ",
        "two ",
        "U.S. ",
        "Mr. ",
        "end. ",
        "“Why?” ",
        "… ",
        ". ",
        '."',
        " ",
        "\n",
        "• ",
        "好。",
        "5. ",
        "»",
        "?",
        "a",
        "\t",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@settings(max_examples=150)
@given(TEXTS)
def test_sentences_hold_all_words_in_order_and_never_cross_a_line(text: str) -> None:
    end = 0
    for first, last in sentences(text):
        assert end <= first < last
        assert text[first:last] == text[first:last].strip()
        assert "\n" not in text[first:last]
        assert not any(letter.isalnum() for letter in text[end:first])
        end = last
    assert not any(letter.isalnum() for letter in text[end:])


@settings(max_examples=150)
@given(TEXTS, st.data())
def test_looking_from_one_place_agrees_with_reading_all(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    every = sentences(text)
    assert next_sentence(text, position) == next((span for span in every if span[0] > position), None)
    here = sentence_at(text, position)
    assert here is None or here in every
    before = [span for span in every if (span < here if here else span[0] < position)]
    assert previous_sentence(text, position) == (before[-1] if before else None)


def test_a_line_of_megabytes_reads_the_same_from_the_middle() -> None:
    text = "The U.S. Senate met Mr. Ash. “Why?” he asked… Then 他走了。" * 20_000
    every = sentences(text)
    for index in (0, 1, 5_000, 50_001, len(every) - 1):
        start, end = every[index]
        assert sentence_at(text, end - 1) == every[index]
        assert next_sentence(text, start) == (every[index + 1] if index + 1 < len(every) else None)
        assert previous_sentence(text, start) == (every[index - 1] if index else None)


@pytest.mark.parametrize("mark", ['"', "'", '."', '" ', ". ", "“", "(", "...", "? "])
def test_thousands_of_marks_are_read_without_stalling(mark: str) -> None:
    text = mark * 5_000
    assert sentences(text) == [(0, len(text.rstrip()))]
    assert sentence_at(text, len(text) // 2) == (0, len(text.rstrip()))


@pytest.mark.skipif("ANNOTATOR_REAL_ARTICLES" not in os.environ, reason="needs ANNOTATOR_REAL_ARTICLES")
def test_in_real_articles_nothing_ends_at_a_title_or_inside_a_word() -> None:
    for file in sorted(Path(os.environ["ANNOTATOR_REAL_ARTICLES"]).glob("*.txt")):
        text = canonical(file.read_text(encoding="utf-8"))
        for start, end in sentences(text):
            assert not text[start:end].endswith(("Mr", "Mr.", "e.g.", "i.e."))
            assert not text[start].islower()
            assert end == len(text) or not text[end].isalnum() or text[end - 1] == "”"
