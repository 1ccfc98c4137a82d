"""What the analyst does to the ends of a coding: moved, split in two, joined with its neighbour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from annotator.model import edits
from annotator.model.changes import Change
from annotator.model.edits.codings import CONTEXT
from annotator.model.errors import Refused

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet
    from annotator.model.records import Coding, Stance
    from tests.model.edits.conftest import Records


def after(change_set: ChangeSet) -> list[Coding]:
    return [cast("Coding", change.after) for change in change_set.changes]


def fits(coding: Coding, text: str) -> bool:
    """Whether quote and context are what stands at the coding's place."""
    return (coding.quote, coding.before, coding.after) == (
        text[coding.start : coding.end], text[max(0, coding.start - CONTEXT) : coding.start],
        text[coding.end : coding.end + CONTEXT],
    )  # fmt: skip


def test_ends_are_moved_and_all_else_stays(desk: Records) -> None:
    code = desk.code("Buying")
    coding = replace(desk.coding("buys care", code), memo="why", stance="supports", unsure=True)
    start, end = desk.text.index("It buys"), desk.text.index(" for its")

    (moved,) = after(edits.move_ends(coding=coding, text=desk.text, start=start, end=end + 1, code=code))

    assert moved.quote == "It buys care"
    assert fits(moved, desk.text)
    assert replace(moved, start=coding.start, end=coding.end, quote=coding.quote, before=coding.before,
                   after=coding.after, modified=coding.modified) == coding  # fmt: skip


def test_ends_dragged_back_to_where_they_were_are_no_gesture(desk: Records) -> None:
    code = desk.code("Buying")
    coding = desk.coding("buys care", code)

    back = edits.move_ends(coding=coding, text=desk.text, start=coding.start - 1, end=coding.end + 1, code=code)

    assert not back


def test_moving_the_ends_of_a_lost_coding_gives_it_a_place_again(desk: Records) -> None:
    code = desk.code("Buying")
    coding = desk.coding("buys care", code)
    lost = replace(coding, start=0, end=1, place="lost")

    (found,) = after(edits.move_ends(coding=lost, text=desk.text, start=coding.start, end=coding.end, code=code))

    assert replace(found, modified=coding.modified) == coding
    doubtful = replace(coding, place="doubtful")
    assert edits.move_ends(coding=doubtful, text=desk.text, start=coding.start, end=coding.end, code=code)


def test_ends_are_not_moved_onto_a_passage_that_has_the_code(desk: Records) -> None:
    code, other = desk.code("Buying"), desk.code("Area")
    coding, twin = desk.coding("buys care", code), desk.coding("It buys care", code)

    def onto(there: Coding) -> ChangeSet:
        return edits.move_ends(
            coding=coding, text=desk.text, start=there.start, end=there.end, code=code, existing=[coding, there]
        )

    with pytest.raises(Refused, match="coded Buying already"):
        onto(twin)
    assert onto(replace(twin, code=other.id))
    assert onto(replace(twin, coder="ben"))


@pytest.mark.parametrize(("start", "end"), [(5, 4), (-1, 4), (0, 10_000), (45, 47)])
def test_ends_outside_the_text_or_around_nothing_are_refused(desk: Records, start: int, end: int) -> None:
    code = desk.code("Buying")
    coding = desk.coding("buys care", code)

    with pytest.raises(Refused):
        edits.move_ends(coding=coding, text=desk.text, start=start, end=end, code=code)


def test_a_coding_is_split_where_the_caret_stands(desk: Records) -> None:
    code = desk.code("Buying")
    coding = replace(
        desk.coding("The board decides. It buys care", code), memo="both at once", stance="opposes", unsure=True
    )
    at = desk.text.index("It buys")

    change_set = edits.split_coding(coding=coding, text=desk.text, at=at, code=code)

    first, second = after(change_set)
    assert (first.quote, second.quote) == ("The board decides.", "It buys care")
    assert fits(first, desk.text)
    assert fits(second, desk.text)
    assert first.id == coding.id
    assert second.id != coding.id
    assert (first.memo, second.memo) == ("both at once", "")
    assert {(one.stance, one.unsure, one.code, one.coder, one.created) for one in (first, second)} == {
        ("opposes", True, code.id, "ann", coding.created)
    }
    assert [change.before for change in change_set.changes] == [coding, None]


def test_a_coding_is_split_only_inside_itself(desk: Records) -> None:
    code = desk.code("Buying")
    coding = desk.coding("buys care", code)

    for at in (0, coding.start, coding.end, len(desk.text)):
        with pytest.raises(Refused, match="not inside"):
            edits.split_coding(coding=coding, text=desk.text, at=at, code=code)


def test_a_letter_with_its_accent_is_not_split(desk: Records) -> None:
    code = desk.code("Buying")
    text = "The cafe\u0301 board"
    coding = replace(desk.coding("The board", code), start=4, end=len(text), quote=text[4:])

    with pytest.raises(Refused, match="inside one character"):
        edits.split_coding(coding=coding, text=text, at=text.index("\u0301"), code=code)


def test_a_coding_is_not_split_into_a_part_that_is_coded_already(desk: Records) -> None:
    code = desk.code("Buying")
    coding, part = desk.coding("It buys care", code), desk.coding("buys care", code)

    with pytest.raises(Refused, match="One part is coded Buying already"):
        edits.split_coding(coding=coding, text=desk.text, at=part.start, code=code, existing=[coding, part])
    assert edits.split_coding(
        coding=coding, text=desk.text, at=part.start, code=code, existing=[coding, replace(part, coder="ben")]
    )


def test_splitting_and_joining_again_gives_the_coding_back(desk: Records) -> None:
    code = desk.code("Buying")
    coding = replace(desk.coding("The board decides. It buys care", code), memo="m", stance="mixed")
    parts = after(edits.split_coding(coding=coding, text=desk.text, at=18, code=code))

    change_set = edits.join_codings(coding=parts[1], other=parts[0], text=desk.text, code=code)

    joined = after(change_set)[0]
    assert replace(joined, modified=coding.modified) == coding
    assert change_set.changes[1] == Change(parts[1], None)


def test_joining_keeps_both_memos_and_the_doubt(desk: Records) -> None:
    code = desk.code("Buying")
    first = replace(desk.coding("It buys care", code), memo="first")
    second = replace(desk.coding("care for its area", code), memo="second", unsure=True)

    joined = after(edits.join_codings(coding=first, other=second, text=desk.text, code=code))[0]

    assert (joined.quote, joined.memo, joined.unsure) == ("It buys care for its area", "first\n\nsecond", True)
    again = replace(second, memo="first")
    assert after(edits.join_codings(coding=again, other=first, text=desk.text, code=code))[0].memo == "first"


def test_a_coding_inside_another_is_joined_into_it(desk: Records) -> None:
    code = desk.code("Buying")
    whole, part = desk.coding("It buys care for its area", code), desk.coding("buys care", code)

    joined = after(edits.join_codings(coding=part, other=whole, text=desk.text, code=code))[0]

    assert (joined.id, joined.quote) == (whole.id, whole.quote)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [("", "", ""), ("supports", "", "supports"), ("", "opposes", "opposes"), ("mixed", "mixed", "mixed"),
     ("supports", "opposes", "mixed")],
)  # fmt: skip
def test_no_stance_is_lost_by_joining(desk: Records, one: Stance, other: Stance, together: Stance) -> None:
    code = desk.code("Buying")
    first = replace(desk.coding("It buys", code), stance=one)
    second = replace(desk.coding("care", code), stance=other)

    assert after(edits.join_codings(coding=first, other=second, text=desk.text, code=code))[0].stance == together


def test_what_does_not_touch_or_is_not_alike_is_not_joined(desk: Records) -> None:
    code, other_code = desk.code("Buying"), desk.code("Area")
    first, beside, apart = (desk.coding(words, code) for words in ("It buys", "care", "Others may"))

    for other in (apart, first, replace(beside, coder="ben"), replace(beside, code=other_code.id),
                  replace(beside, article="another"), replace(beside, place="lost")):  # fmt: skip
        with pytest.raises(Refused, match="Only codings of one code that touch"):
            edits.join_codings(coding=first, other=other, text=desk.text, code=code)


def test_two_are_not_joined_into_a_third(desk: Records) -> None:
    code = desk.code("Buying")
    first, second, third = (desk.coding(words, code) for words in ("It buys", "care", "It buys care"))

    with pytest.raises(Refused, match="coded Buying already, so both stay"):
        edits.join_codings(coding=first, other=second, text=desk.text, code=code, existing=[first, second, third])
