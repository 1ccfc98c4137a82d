"""What an article tells of a passage: whose words, how that is known, which zone, what is cut, what is repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model.passage_facts import CUT, NOTHING_KNOWN, ArticleFacts, PassageFacts
from annotator.model.records import Quotation, Zone

if TYPE_CHECKING:
    from annotator.model.records import Grade

OPENS = "“We waited for ten years,” said Ida Moor. "
GUESSED = "“Now it is enough.” "
SECOND = "“Not yet,” answered Olaf Penn. "
TOLD = "Penn said that the money was gone. "
PLAIN = "The committee meets again in the spring."
FIRST_LINE = OPENS + GUESSED + SECOND + TOLD + PLAIN
RELATED = "Read more: Ten years of waiting"
TEXT = f"{FIRST_LINE}\n{RELATED}\nNobody knew what would come of it."


def _spoken(words: str, speaker: str = "", grade: Grade = "none", kind: str = "quotation", **more: object) -> Quotation:
    at = TEXT.index(words)
    return Quotation(
        id=words, article="a", start=at, end=at + len(words), kind=kind, speaker=speaker, grade=grade, created="",
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _zone(words: str, kind: str = "related link", text: str = TEXT, **more: object) -> Zone:
    at = text.index(words)
    return Zone(id=words, article="a", start=at, end=at + len(words), kind=kind, created="", **more)  # type: ignore[arg-type]


IDA = _spoken("“We waited for ten years,”", "Ida Moor", "sure", via="a newspaper")
GUESS = _spoken("“Now it is enough.”", "Ida Moor", "guess")
OLAF = _spoken("“Not yet,”", "Olaf Penn", "likely")
REPORTED = _spoken("Penn said that the money was gone.", "Olaf Penn", "likely", "reported")
FOUND = (IDA, GUESS, OLAF, REPORTED)


def told(words: str, quotations: tuple[Quotation, ...] = FOUND, zones: tuple[Zone, ...] = ()) -> PassageFacts:
    at = TEXT.index(words)
    return ArticleFacts(TEXT, quotations, zones).of(at, at + len(words))


@pytest.mark.parametrize(
    ("words", "voice", "speaker", "known_by"),
    [
        ("waited for ten", "quoted", "Ida Moor", "rule"),
        ("“We waited for ten years,”", "quoted", "Ida Moor", "rule"),
        ("“We waited for ten years,” said", "mixed", "Ida Moor", "rule"),
        ("said Ida Moor. “", "narrative", "", "none"),
        ("“Not yet,” answered Olaf Penn. Penn said", "mixed", "Olaf Penn", "rule"),
        ("the money was gone", "reported", "Olaf Penn", "rule"),
        ("The committee meets", "narrative", "", "none"),
    ],
)
def test_a_passage_gets_its_voice_and_speaker_from_the_quotations_it_touches(
    words: str, voice: str, speaker: str, known_by: str
) -> None:
    facts = told(words)
    assert (facts.voice, facts.speaker, facts.known_by) == (voice, speaker, known_by)


def test_both_speakers_of_a_passage_are_named_in_order_and_how_the_less_sure_is_known() -> None:
    confirmed = _spoken("“We waited for ten years,”", "Ida Moor", "sure", confirmed=True)
    facts = told(OPENS + GUESSED + SECOND, (confirmed, OLAF))
    assert (facts.speakers, facts.speaker, facts.known_by) == (("Ida Moor", "Olaf Penn"), "Ida Moor; Olaf Penn", "rule")
    assert facts.voice == "mixed"


def test_a_guess_is_left_empty_and_so_is_the_passage_of_which_only_a_part_has_a_known_speaker() -> None:
    for words in ("it is enough", OPENS + GUESSED):
        facts = told(words)
        assert (facts.speaker, facts.known_by, facts.via, facts.guessed) == ("", "none", "", True)


def test_a_confirmed_guess_is_told_as_confirmed() -> None:
    facts = told("it is enough", (_spoken("“Now it is enough.”", "Ida Moor", "guess", confirmed=True),))
    assert (facts.voice, facts.speaker, facts.known_by, facts.guessed) == ("quoted", "Ida Moor", "confirmed", False)


def test_words_in_marks_that_nobody_speaks_do_not_make_a_passage_quoted() -> None:
    term = _spoken("“Now it is enough.”", kind="term")
    facts = told("“Now it is enough.” “Not", (term,))
    assert (facts.voice, facts.speaker) == ("narrative", "")


def test_nobody_to_be_named_is_no_speaker_and_takes_none_away() -> None:
    nobody = _spoken("“Now it is enough.”", confirmed=True)
    assert told(OPENS + GUESSED, (IDA, nobody)).speaker == "Ida Moor"
    assert told("it is enough", (nobody,)).known_by == "none"


def test_through_whom_the_words_came_is_told_with_the_speaker() -> None:
    assert told("ten years").via == "a newspaper"


def test_a_question_that_somebody_asks_is_told_apart() -> None:
    zone = _zone("Nobody knew what would come of it.", "question", state="kept")
    assert told("what would come", (), (zone,)).voice == "question"
    assert told("Nobody knew what would come of it.", (), (zone,)).zone == "question"
    assert told(TEXT[TEXT.index(PLAIN) :], (), (zone,)).voice == "mixed"


def test_what_is_set_aside_inside_a_passage_is_cut_and_marked_its_text_stays() -> None:
    at = TEXT.index(PLAIN)
    facts = ArticleFacts(TEXT, (), (_zone(RELATED),)).of(at, len(TEXT))
    assert facts.reading(TEXT[at:], at) == f"{PLAIN}\n{CUT}\nNobody knew what would come of it."
    assert not facts.aside


def test_a_passage_that_begins_or_ends_in_what_is_set_aside_is_cut_there() -> None:
    at = TEXT.index("Ten years of")
    assert ArticleFacts(TEXT, (), (_zone(RELATED),)).of(at, len(TEXT)).reading(TEXT[at:], at).startswith(f"{CUT}\n")


def test_neighbouring_lines_set_aside_are_one_cut_and_a_passage_over_both_lies_wholly_in_them() -> None:
    zones = _zone(PLAIN, "caption"), _zone(RELATED)
    both = told(f"{PLAIN}\n{RELATED}", (), zones)
    assert both.aside
    assert both.reading(PLAIN, 0) == PLAIN
    around = told(TEXT[TEXT.index(TOLD) :], (), zones)
    assert around.cuts == ((TEXT.index(PLAIN), TEXT.index(RELATED) + len(RELATED)),)


def test_a_zone_that_is_kept_is_told_and_cuts_nothing() -> None:
    facts = told("Ten years", (), (_zone(RELATED, "heading", state="kept"),))
    assert (facts.zone, facts.aside, facts.cuts) == ("heading", False, ())


KEY_POINTS = """The council will share one budget with its neighbours from May

• Neighbours share one budget from May, the council says
• Bring a coat

The council has long looked for money. From May it will share one budget with its neighbours, the council says. """


def test_a_key_point_that_says_again_what_the_text_says_names_the_place() -> None:
    point, other, head = (
        _zone(line, kind, KEY_POINTS, state="kept")
        for line, kind in (
            ("Neighbours share one budget from May, the council says", "key point"), ("Bring a coat", "key point"),
            ("The council will share one budget with its neighbours from May", "headline"),
        )
    )  # fmt: skip
    facts = ArticleFacts(KEY_POINTS, (), (point, other, head))
    found = facts.of(point.start, point.end).repeats
    assert found is not None
    assert KEY_POINTS[slice(*found)] == "From May it will share one budget with its neighbours, the council says."
    assert facts.of(head.start, head.end).repeats == found
    assert facts.of(other.start, other.end).repeats is None
    assert facts.of(*found).repeats is None


def test_hostile_numbers_of_zones_and_quotations_stay_near() -> None:
    text = "“a” b " * 20_000
    quotations = [
        Quotation(id=str(at), article="a", start=at, end=at + 3, kind="quotation", created="")
        for at in range(0, len(text), 6)
    ]
    zones = [
        Zone(id=str(at), article="a", start=at, end=at + 2, kind="key point", created="")
        for at in range(4, len(text), 6)
    ]
    facts = ArticleFacts(text, quotations, zones)
    assert [facts.of(at, at + 3).voice for at in range(0, len(text), 6)] == ["quoted"] * 20_000


def test_nothing_is_told_of_nothing() -> None:
    assert NOTHING_KNOWN.reading("words", 5) == "words"
    assert ArticleFacts("", (), ()).of(0, 0).voice == "narrative"
