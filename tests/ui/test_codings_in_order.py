"""A coder's codings stay in the order of the text however they come and go."""

from __future__ import annotations

import random
from dataclasses import replace

from annotator.model.records import Coding
from annotator.ui.codings_in_order import CodingsInOrder


def _coding(number: int, start: int, end: int, code: str = "a") -> Coding:
    moment = f"2026-01-01T00:00:{number:02}.000Z"
    return Coding(
        id=f"c{number}", article="x", code=code, coder="ann", start=start, end=end, quote="", created=moment,
        modified=moment,
    )  # fmt: skip


def _walk(own: CodingsInOrder) -> list[str]:
    first = own.from_position(0, 1)
    met: list[str] = []
    while first is not None and first.id not in met:
        met.append(first.id)
        first = own.from_coding(first.id, 1)
    return met


def test_walking_follows_the_text_and_goes_round() -> None:
    own = CodingsInOrder([_coding(1, 10, 20), _coding(2, 0, 5), _coding(3, 10, 12)])
    assert _walk(own) == ["c2", "c3", "c1"]
    assert own.from_coding("c2", -1) == _coding(1, 10, 20)
    assert own.from_position(7, -1) == _coding(2, 0, 5)
    assert own.from_position(11, 1) == _coding(2, 0, 5), "after the last comes the first"


def test_nothing_is_found_where_nothing_is() -> None:
    own = CodingsInOrder()
    assert own.from_position(0, 1) is None
    assert own.from_coding("gone", 1) is None
    assert own.newest_code == ""
    own.remove("gone")
    assert len(own) == 0


def test_chance_and_order_agree() -> None:
    chance = random.Random(7)
    own, there = CodingsInOrder(), {}
    for number in range(60):
        coding = _coding(number, chance.randrange(30), 30 + chance.randrange(9), chance.choice("abc"))
        own.put(coding)
        there[coding.id] = coding
        if number % 3 == 0:
            gone = chance.choice(sorted(there))
            own.remove(gone)
            del there[gone]
        elif number % 5 == 0:
            moved = replace(there[chance.choice(sorted(there))], start=chance.randrange(30), code="d")
            own.put(moved)
            there[moved.id] = moved
    ordered = sorted(there.values(), key=lambda coding: (coding.start, coding.end, coding.created))
    assert _walk(own) == [coding.id for coding in ordered]
    assert own.counts.total() == len(there)
    assert all(own.counts[code] == sum(coding.code == code for coding in there.values()) for code in "abcd")


def test_the_codings_of_one_passage_are_found_and_no_others() -> None:
    others = [_coding(3, 3, 8), _coding(4, 2, 9), _coding(5, 3, 10)]
    own = CodingsInOrder([_coding(1, 3, 9), _coding(2, 3, 9, "b"), *others])
    assert {coding.id for coding in own.of_passage(3, 9)} == {"c1", "c2"}


def test_the_last_code_given_is_that_of_the_newest_coding() -> None:
    own = CodingsInOrder([_coding(2, 0, 1, "b"), _coding(1, 5, 9, "a")])
    assert own.newest_code == "b"
    own.put(replace(_coding(1, 5, 9, "a"), memo="changed"))
    assert own.newest_code == "b", "a change gives no code"
    own.put(_coding(3, 7, 9, "c"))
    assert own.newest_code == "c"
