"""Where codings overlap, one tint wins and the others are underlined in lane order."""

from annotator.ui.article.layers import Layer, has_tint, layers, one_tint
from annotator.ui.article.marks import CodingMark

WHOLE = CodingMark("whole", 0, 40, "#5635b6")
PART = CodingMark("part", 10, 20, "#6bd4f9")
LATE = CodingMark("late", 15, 40, "#5635b6")
LANES = {"whole": 0, "part": 1, "late": 2}


def drawn(current: str | None = None) -> list[tuple[int, int, str, list[str]]]:
    found = layers([WHOLE, PART, LATE], LANES, 0, 50, current)
    return [(layer.start, layer.end, layer.top.id, [mark.id for mark in layer.under]) for layer in found]


def test_the_shortest_coding_has_the_tint_and_the_others_follow_in_lane_order() -> None:
    assert drawn() == [
        (0, 10, "whole", []),
        (10, 15, "part", ["whole"]),
        (15, 20, "part", ["whole", "late"]),
        (20, 40, "late", ["whole"]),
    ]


def test_the_current_coding_wins_against_a_shorter_one() -> None:
    assert {top for _, _, top, _ in drawn("whole")} == {"whole"}


def test_only_two_are_underlined_however_many_lie_there() -> None:
    crowd = [CodingMark(f"c{n}", 0, 10 + n, "#6bd4f9") for n in range(9)]
    found = layers(crowd, {mark.id: n for n, mark in enumerate(crowd)}, 0, 10)
    assert [mark.id for mark in found[0].under] == ["c1", "c2"]


def test_one_hue_goes_on_through_a_nested_coding_but_not_across_two_neighbours() -> None:
    inner = CodingMark("inner", 10, 20, WHOLE.hue)
    assert one_tint(Layer(0, 10, WHOLE), Layer(10, 20, inner, (WHOLE,)))
    assert not one_tint(Layer(0, 10, CodingMark("a", 0, 10, WHOLE.hue)), Layer(10, 20, inner))
    assert not one_tint(Layer(0, 10, WHOLE), Layer(10, 20, PART))


def test_ones_own_coding_has_the_tint_however_short_a_colleagues_is_and_that_is_underlined() -> None:
    theirs = CodingMark("theirs", 5, 8, WHOLE.hue, initials="BO")
    lanes = {"whole": 0, "theirs": 1}
    found = layers([WHOLE, theirs], lanes, 5, 8)
    assert [(layer.top.id, [mark.id for mark in layer.under]) for layer in found] == [("whole", ["theirs"])]
    found = layers([WHOLE, theirs], lanes, 5, 8, "theirs")
    assert [(layer.top.id, [mark.id for mark in layer.under]) for layer in found] == [("theirs", ["whole"])]


def test_a_colleagues_coding_alone_is_underlined_and_joins_no_tint_of_ones_own() -> None:
    theirs = CodingMark("theirs", 40, 50, WHOLE.hue, initials="BO")
    own, alone = layers([WHOLE, theirs], {"whole": 0, "theirs": 0}, 30, 50)
    assert [mark.id for mark in alone.under] == ["theirs"]
    assert not has_tint(alone.top, None)
    assert not one_tint(own, Layer(40, 50, theirs, (WHOLE,)))
