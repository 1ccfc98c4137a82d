"""Who is compared first, and what stays hidden from somebody who codes blind herself."""

from __future__ import annotations

from annotator.model.records import Coder, Reading, ReadingState, new_id
from annotator.reviewing.pairs import hidden_articles, likely_pair

ANN, BEN, CAT = (Coder(id=name.lower(), name=name, created="2026-01-01") for name in ("Ann", "Ben", "Cat"))
AGREED = Coder(id="agreed", name="Agreed", kind="agreed", created="2026-01-01")


def reading(coder: Coder, article: str, state: ReadingState = "finished", *, seen: bool = False) -> Reading:
    return Reading(id=new_id(), article=article, coder=coder.id, state=state, seen=seen, modified="2026-01-02")


def test_those_who_finished_most_together_come_first_and_whoever_looks_is_a() -> None:
    done = [reading(BEN, "one"), reading(CAT, "one"), reading(CAT, "two"), reading(BEN, "two"), reading(ANN, "one")]
    assert likely_pair([ANN, BEN, CAT, AGREED], done, ANN.id) == (BEN, CAT)
    assert likely_pair([ANN, BEN, CAT, AGREED], done, CAT.id) == (CAT, BEN)


def test_before_anybody_has_finished_one_is_compared_with_the_first_colleague() -> None:
    assert likely_pair([ANN, BEN, CAT], [], BEN.id) == (BEN, ANN)
    assert likely_pair([ANN, BEN, CAT], [], "nobody") == (ANN, BEN)


def test_one_person_alone_has_nobody_to_be_compared_with() -> None:
    assert likely_pair([ANN, AGREED], [], ANN.id) is None
    assert likely_pair([], [], ANN.id) is None


def test_whoever_codes_sees_nothing_of_what_she_has_not_finished() -> None:
    readings = [
        reading(ANN, "done"), reading(ANN, "under way", "in progress"),
        reading(ANN, "looked at", "in progress", seen=True), reading(BEN, "another's", "in progress"),
    ]  # fmt: skip
    articles = ["done", "under way", "looked at", "another's", "not begun"]
    hidden = {"under way", "another's", "not begun"}
    assert hidden_articles(readings, ANN.id, articles, codes_too=False) == hidden
    assert hidden_articles([], ANN.id, articles, codes_too=True) == set(articles), "she has coded, or is in a round"


def test_from_a_reader_who_codes_nothing_nothing_is_hidden() -> None:
    assert hidden_articles([reading(ANN, "done")], CAT.id, ["done", "other"], codes_too=False) == set()
