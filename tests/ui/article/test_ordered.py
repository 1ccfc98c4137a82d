"""Which codings touch a stretch, and which lanes a crowd has, tried by chance against looking at everything."""

from __future__ import annotations

import random
from itertools import combinations

from annotator.ui.article.marks import CodingMark
from annotator.ui.article.ordered import LONG, OrderedMarks, order
from annotator.ui.article.sweep import Sweep

LENGTH = 40_000


def made(chance: random.Random, number: int) -> CodingMark:
    start = chance.randrange(LENGTH // 50) * 50
    length = chance.choice([1, 50, 50, 400, LONG, LONG + 1, 30_000])
    return CodingMark(f"m{number}", start, start + length, "#6bd4f9")


def test_codings_are_found_where_they_are_in_the_order_of_the_text() -> None:
    chance = random.Random(5)
    marks = [made(chance, number) for number in range(200)]
    ordered = OrderedMarks(marks[:120])
    for mark in marks[120:]:
        ordered.add(mark)
    for mark in marks[:40]:
        ordered.remove(mark)
    for _ in range(300):
        start = chance.randrange(LENGTH)
        end = start + chance.choice([0, 1, 60, 5_000, 50_000])
        expected = [mark for mark in sorted(marks[40:], key=order) if max(mark.start, start) < min(mark.end, end)]
        assert ordered.touching(start, end) == expected


def test_codings_of_one_passage_have_one_order_however_they_came() -> None:
    marks = [CodingMark(f"m{number}", 10, 20, "#6bd4f9") for number in range(9)]
    for chance in map(random.Random, range(5)):
        mixed = marks.copy()
        chance.shuffle(mixed)
        assert OrderedMarks(mixed).touching(0, 99) == marks


def test_in_a_crowd_no_two_codings_at_one_place_share_a_lane_whatever_comes_and_goes() -> None:
    chance = random.Random(6)
    marks = [CodingMark(f"m{n}", start, start + chance.randint(1, 90), "#6bd4f9") for n in range(150)
             for start in [chance.randrange(900)]]  # fmt: skip
    ordered = OrderedMarks(marks[:80])
    sweep, present, coming = Sweep(ordered), marks[:80], marks[80:]
    while coming:
        sweep.reach(chance.randrange(400 + 6 * (150 - len(coming))))
        before = dict(sweep.lanes)
        present.append(coming.pop())
        ordered.add(present[-1])
        sweep.came(present[-1])
        gone = present.pop(chance.randrange(len(present)))
        ordered.remove(gone)
        sweep.went(gone)
        assert all(sweep.lanes[each] == lane for each, lane in before.items() if each != gone.id)
    sweep.reach(1_000)
    assert set(sweep.lanes) == {mark.id for mark in present}
    touching = [(a, b) for a, b in combinations(present, 2) if max(a.start, b.start) < min(a.end, b.end)]
    assert touching
    assert all(sweep.lanes[a.id] != sweep.lanes[b.id] for a, b in touching)


def test_a_crowd_that_is_read_from_the_start_has_the_lanes_it_has_when_its_end_is_opened_first() -> None:
    chance = random.Random(7)
    marks = [CodingMark(f"m{n}", n, n + chance.randint(1, 90), "#6bd4f9") for n in range(0, 900, 3)]
    step, leap = Sweep(OrderedMarks(marks)), Sweep(OrderedMarks(marks))
    for end in range(0, 1_000, 37):
        step.reach(end)
    leap.reach(1_000)
    step.reach(1_000)
    assert step.lanes == leap.lanes
    assert step.count == leap.count == max(leap.lanes.values()) + 1
