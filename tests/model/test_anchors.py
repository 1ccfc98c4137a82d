"""When a text is corrected, coded passages must stay on their words; what is doubtful is said, never guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.anchors import carry, find_quote

OLD = (
    "The council met on Monday. It agreed to share one budget with the hospital trust.\n"
    "Nobody asked who would answer for the money. The mayor said the plan was sound.\n"
    "A second council may follow. The mayor said so twice.\n"
)


def span(text: str, words: str, which: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(which + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def test_an_untouched_text_keeps_every_place() -> None:
    found = find_quote(OLD, "one budget", OLD.index("one budget"))
    assert found
    assert (found.score, found.how) == (1.0, "unchanged")
    assert [c.how for c in carry(OLD, OLD, [(0, 3), (4, 30)])] == ["unchanged", "unchanged"]


def test_the_same_words_elsewhere_are_sure_when_there_is_one_such_place() -> None:
    found = find_quote("A new first line.\n" + OLD, "agreed to share one budget", 30)
    assert found
    assert found.sure
    assert (found.start, found.how) == (OLD.index("agreed") + 18, "moved")


def test_of_several_places_the_one_with_the_old_neighbours_is_taken() -> None:
    start, end = span(OLD, "The mayor said", 1)
    before, after = OLD[start - 20 : start], OLD[end : end + 20]
    found = find_quote("Added at the top. " + OLD, "The mayor said", 40, before, after)
    assert found
    assert found.sure
    assert found.start == start + 18


def test_of_several_places_without_known_neighbours_the_nearest_is_offered_for_a_look() -> None:
    found = find_quote("xx" + OLD, "The mayor said", OLD.rindex("The mayor said"))
    assert found
    assert not found.sure
    assert (found.start, found.how) == (OLD.rindex("The mayor said") + 2, "one of several")


def test_a_short_word_in_strange_surroundings_is_not_sure() -> None:
    found = find_quote(
        "Some wholly different text on the budget here.", "budget", 0, "agreed to share one ", " with the"
    )
    assert found
    assert not found.sure


def test_changed_words_are_found_nearby_and_far_away_with_whole_words() -> None:
    quote = "It agreed to share one budget with the hospital trust."
    start, end = span(OLD, quote)
    new = OLD.replace("share one budget with", "share its budgets with")
    new_quote = "It agreed to share its budgets with the hospital trust."
    for text, near in ((new, start), ("Filler words stand here. " * 400 + new, start)):
        found = find_quote(text, quote, near, OLD[:start], OLD[end : end + 32])
        assert found
        assert found.how == "changed"
        assert text[found.start : found.end] == new_quote
        assert not found.lost


def test_a_small_slip_mended_in_a_long_passage_is_sure_only_among_its_old_neighbours() -> None:
    quote = "It agreed to share one budget with the hospital trust."
    start, end = span(OLD, quote)
    new = OLD.replace("hospital", "hospitals")
    among = find_quote(new, quote, 0, OLD[start - 20 : start], OLD[end : end + 20])
    alone = find_quote(new, quote, 0, "something else here ", " and other words")
    assert among
    assert among.sure
    assert alone
    assert not alone.sure


def test_what_is_gone_is_not_found() -> None:
    assert find_quote(OLD, "Schools in the north closed early because of snow", 0) is None
    assert find_quote(OLD, "tariff", 0) is None
    assert find_quote(OLD, "", 0) is None
    assert find_quote("", "budget", 5) is None
    assert find_quote("abc", "A quote that is longer than the text", 99) is None


def test_text_added_at_an_end_stays_outside_the_passage() -> None:
    new = OLD.replace("one budget", "just one budget only")
    (kept,) = carry(OLD, new, [span(OLD, "one budget")])
    assert new[kept.start : kept.end] == "one budget"
    assert kept.sure


def test_replaced_words_at_an_end_belong_to_the_passage_and_want_a_look() -> None:
    new = OLD.replace("the plan was sound", "the plan was weak")
    (changed,) = carry(OLD, new, [span(OLD, "The mayor said the plan was sound")])
    assert new[changed.start : changed.end] == "The mayor said the plan was weak"
    assert changed.how == "changed"
    assert not changed.sure
    assert not changed.lost


def test_a_paragraph_moved_to_the_end_takes_its_passages_along() -> None:
    first, *rest = OLD.splitlines(keepends=True)
    new = "".join(rest) + first
    quotes = ["agreed to share one budget", "Nobody asked who would answer", "A second council may follow."]
    for quote, place in zip(quotes, carry(OLD, new, [span(OLD, quote) for quote in quotes]), strict=True):
        assert new[place.start : place.end] == quote
        assert place.sure


def test_a_deleted_passage_is_listed_as_lost_where_it_was() -> None:
    gone = "Nobody asked who would answer for the money. "
    (lost,) = carry(OLD, OLD.replace(gone, ""), [span(OLD, gone.strip())])
    assert lost.lost
    assert lost.start == lost.end == OLD.index(gone)
    assert lost.score < 0.75


def test_a_deleted_phrase_is_not_silently_moved_to_its_twin() -> None:
    new = OLD.replace("The mayor said the plan was sound.\n", "\n")
    (twin,) = carry(OLD, new, [span(OLD, "The mayor said")])
    assert new[twin.start : twin.end] == "The mayor said"
    assert not twin.sure


def test_a_mended_phrase_stays_where_it_is_although_its_twin_keeps_the_old_words() -> None:
    new = OLD.replace("The mayor said the plan", "The mayor says the plan")
    (mended,) = carry(OLD, new, [span(OLD, "The mayor said")])
    assert new[mended.start : mended.end] == "The mayor says"


def test_a_colleague_with_another_encoding_of_accents_and_emoji_keeps_whole_letters() -> None:
    old = "👩\u200d🚀 The café owner agreed with the naïve plan of the cafe."
    new = "👩\u200d🚀 The cafe\u0301 owner agreed with the naïve plan of the cafe."
    (place,) = carry(old, new, [span(old, "The café")])
    assert new[place.start : place.end] == "The cafe\u0301"


@pytest.mark.parametrize("word", ["the ", "ab"])
def test_a_word_that_stands_everywhere_is_answered_all_the_same(word: str) -> None:
    found = find_quote("x" + word * 20_000, word, 30_000)
    assert found
    assert abs(found.start - 30_000) <= len(word)
    assert found.how in {"unchanged", "one of several"}


WORDS = st.lists(st.integers(0, 9_999).map("w{:04}q".format), min_size=8, max_size=40, unique=True)


@settings(max_examples=80, deadline=None)
@given(WORDS, st.lists(st.text("xyz .\n", max_size=12), min_size=1, max_size=4), st.data())
def test_passages_beside_an_edit_are_carried_exactly(words: list[str], fresh: list[str], data: st.DataObject) -> None:
    old = " ".join(words)
    start = data.draw(st.integers(0, len(words) - 2))
    end = data.draw(st.integers(start, min(len(words) - 1, start + 5)))
    new_words = [*words[:start], *fresh, *words[end:]]
    new = " ".join(new_words)
    kept = [word for index, word in enumerate(words) if not start <= index < end]
    spans = [span(old, word) for word in kept]
    for word, place in zip(kept, carry(old, new, spans), strict=True):
        assert (place.start, place.end, place.score) == (*span(new, word), 1.0)


@settings(max_examples=80, deadline=None)
@given(st.text("ab .\u0301👩", max_size=40), st.text("ab .\u0301👩", max_size=40), st.data())
def test_whatever_the_edit_every_passage_gets_a_place_inside_the_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    (place,) = carry(old, new, [(start, end)])
    assert 0 <= place.start <= place.end <= len(new)
    assert place.lost == (place.start == place.end)
    assert place.lost == (place.score < 0.75)


def test_a_mark_that_stands_twice_after_the_correction_is_not_taken_for_the_other() -> None:
    passage = "“It is why I began by offering a larger say to every group.”"
    old_text = f"What of it?\n\n{passage} He left."
    new_text = f"What of it?\n\n“{passage} He left."

    (found,) = carry(old_text, new_text, [(old_text.index(passage), old_text.index(passage) + len(passage))])

    assert new_text[found.start : found.end] == passage
    assert found.sure


def test_words_at_an_end_stay_where_a_paragraph_before_goes_and_a_word_within_changes() -> None:
    kept = "England will not have one way of buying care for at least five years, the chief executive has said.\n\n"
    gone = (
        "He was asked about plans by two parties to move budgets and duties to councils. He said he would rather see "
        "several forms side by side, chosen by each area, than one form imposed on all.\n\n"
        "Related: What the parties propose for health and wellbeing boards\n\n"
    )
    quote = "The country is too large for a single pattern. We can live with several kinds of commissioner"
    old = f"{kept}{gone}“{quote}, provided that every patient keeps the same entitlements."
    new = old.replace(gone, "").replace("too large", "far too large")
    (found,) = carry(old, new, [span(old, quote)])
    assert new[found.start : found.end] == quote.replace("too large", "far too large")
    assert (found.how, found.sure) == ("changed", True)
