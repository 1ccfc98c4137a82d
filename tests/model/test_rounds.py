"""Which round a comparison, or somebody's coding of an article, belongs to."""

from __future__ import annotations

from annotator.model.review_records import Round
from annotator.model.rounds import latest_round, round_of, rounds_of


def made(name: str, position: int, coders: str, articles: str = "") -> Round:
    return Round(
        id=name, name=name, position=position, coders="\n".join(coders), articles="\n".join(articles), coder="a",
        created="2026-01-01",
    )  # fmt: skip


PILOT, MAIN, LATE = made("Pilot", 0, "abc", "xy"), made("Main", 1, "ab"), made("Late", 2, "ac")
ALL = [MAIN, LATE, PILOT]


def test_the_latest_round_of_all_who_are_asked_about() -> None:
    assert rounds_of(ALL, "ab") == [PILOT, MAIN]
    assert latest_round(ALL, "ab") == MAIN
    assert latest_round(ALL, "bc") == PILOT
    assert latest_round(ALL, "ad") is None


def test_a_round_of_some_articles_is_not_that_of_others() -> None:
    assert round_of(ALL, "x", "bc") == PILOT
    assert round_of(ALL, "z", "bc") is None
    assert round_of(ALL, "z", "b") == MAIN, "a round without articles is of all"
