"""What the analyst does to the scheme, and what then happens to everyone's codings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.errors import Refused
from annotator.model.records import Code, Coding, Memo
from annotator.model.scheme_tree import tree_order

if TYPE_CHECKING:
    from tests.model.edits.conftest import Records

TIME = "2026-03-01T09:00:00.000Z"


def after(change_set: ChangeSet, codes: list[Code]) -> list[Code]:
    """The codes as the gesture leaves them, in tree order."""
    left = {code.id: code for code in codes}
    for change in change_set.changes:
        if isinstance(change.record, Code):
            if isinstance(change.after, Code):
                left[change.after.id] = change.after
            else:
                del left[change.record.id]
    return tree_order(left.values())


def names(codes: list[Code]) -> list[str]:
    return [code.name for code in codes]


def note(code: Code, text: str = "why we have it") -> Memo:
    return Memo(id=f"memo on {code.id}", about="code", subject=code.id, coder="ben", text=text, created=TIME,
                modified=TIME)  # fmt: skip


@pytest.mark.parametrize("name", ["", "  \n ", "x" * 501])
def test_a_code_needs_a_name_that_can_be_read(desk: Records, name: str) -> None:
    with pytest.raises(Refused, match="name"):
        desk.code(name)


def test_brothers_need_names_of_their_own_cousins_do_not(desk: Records) -> None:
    governance, funding = desk.code("Governance"), desk.code("Funding")
    desk.code("National  decision", governance)

    with pytest.raises(Refused, match="already"):
        desk.code("NATIONAL decision ", governance)
    assert desk.code("National decision", funding).name == "National decision"


def test_a_renamed_code_may_change_its_own_case_but_not_take_its_brothers_name(desk: Records) -> None:
    law, plan = desk.code("law"), desk.code("Plan")

    (change,) = edits.rename_code(code=law, name=" Law ", codes=desk.codes, short_name="L").changes
    assert change.after == replace(law, name="Law", short_name="L")
    with pytest.raises(Refused, match="already"):
        edits.rename_code(code=law, name="plan", codes=desk.codes)
    assert not edits.rename_code(code=plan, name="Plan", codes=desk.codes)


def test_describing_sets_what_is_given_and_leaves_the_rest(desk: Records) -> None:
    code = desk.code("Law", definition="What statute requires.")

    (change,) = edits.describe_code(code=code, include="duties", examples="").changes

    assert change.after == replace(code, include="duties")
    assert not edits.describe_code(code=code, definition="What statute requires.")


def test_a_colour_is_a_colour(desk: Records) -> None:
    code = desk.code("Law")

    assert edits.recolour_code(code=code, colour="#ABCDEF").changes[0].after == replace(code, colour="#abcdef")
    for wrong in ("red", "#12345", "#1234567", "#12345g", ""):
        with pytest.raises(Refused, match="no colour"):
            edits.recolour_code(code=code, colour=wrong)


def test_a_key_is_taken_from_the_code_that_had_it(desk: Records) -> None:
    law, plan = replace(desk.code("Law"), key=3), desk.code("Plan")

    change_set = edits.set_key(code=plan, key=3, codes=[law, plan])

    assert change_set.changes == (Change(law, replace(law, key=None)), Change(plan, replace(plan, key=3)))
    assert edits.set_key(code=law, key=None, codes=[law, plan]).changes[0].after == replace(law, key=None)
    assert not edits.set_key(code=law, key=3, codes=[law, plan])
    for wrong in (0, 10, -1):
        with pytest.raises(Refused, match="no key"):
            edits.set_key(code=law, key=wrong, codes=[law, plan])


@pytest.mark.parametrize(
    ("position", "order"),
    [
        (0, ["Plan", "Law", "Duty", "Funding"]),
        (1, ["Law", "Duty", "Plan", "Funding"]),
        (2, ["Law", "Duty", "Funding", "Plan"]),
        (99, ["Law", "Duty", "Funding", "Plan"]),
        (-5, ["Plan", "Law", "Duty", "Funding"]),
    ],
)
def test_a_code_is_moved_to_where_it_was_dropped(desk: Records, position: int, order: list[str]) -> None:
    law = desk.code("Law")
    desk.code("Duty", law)
    plan = desk.code("Plan")
    desk.code("Funding")

    moved = edits.move_code(code=plan, parent=None, position=position, codes=desk.codes)

    assert names(after(moved, desk.codes)) == order
    assert len({change.record.id for change in moved.changes}) == len(moved.changes)


def test_a_code_takes_what_is_below_it_along(desk: Records) -> None:
    law, funding = desk.code("Law"), desk.code("Funding")
    desk.code("Bills", desk.code("Duty", law))

    moved = edits.move_code(code=law, parent=funding.id, position=0, codes=desk.codes)

    assert names(after(moved, desk.codes)) == ["Funding", "Law", "Duty", "Bills"]
    assert all(isinstance(change.record, Code) and change.record.name == "Law" for change in moved.changes)


def test_a_code_takes_its_new_familys_hue_unless_its_own_was_another(desk: Records) -> None:
    law, funding = desk.code("Law"), desk.code("Funding")
    duty = desk.code("Duty", law)
    bills, odd = desk.code("Bills", duty), desk.code("Odd", duty)
    desk.codes[desk.codes.index(odd)] = replace(odd, colour="#123456")
    assert law.colour == duty.colour == bills.colour != funding.colour

    moved = edits.move_code(code=duty, parent=funding.id, position=0, codes=desk.codes)

    hues = {code.name: code.colour for code in after(moved, desk.codes)}
    assert hues["Duty"] == hues["Bills"] == funding.colour
    assert (hues["Odd"], hues["Law"]) == ("#123456", law.colour)
    own = replace(duty, colour="#654321")
    codes = [own if code.id == duty.id else code for code in desk.codes]
    moved = edits.move_code(code=own, parent=funding.id, position=0, codes=codes)
    assert {code.name: code.colour for code in after(moved, codes)}["Duty"] == "#654321"
    out = edits.move_code(code=duty, parent=None, position=0, codes=desk.codes)
    assert {code.name: code.colour for code in after(out, desk.codes)}["Duty"] == law.colour


def test_a_code_cannot_go_below_itself_nor_beside_its_namesake(desk: Records) -> None:
    law, funding = desk.code("Law"), desk.code("Funding")
    duty = desk.code("Duty", law)
    desk.code("duty", funding)

    for parent in (law.id, duty.id):
        with pytest.raises(Refused, match="below itself"):
            edits.move_code(code=law, parent=parent, position=0, codes=desk.codes)
    with pytest.raises(Refused, match="already"):
        edits.move_code(code=duty, parent=funding.id, position=0, codes=desk.codes)
    assert not edits.move_code(code=law, parent=None, position=0, codes=desk.codes)


def test_merging_carries_everyones_codings_sub_codes_and_memos(desk: Records) -> None:
    law, plan = desk.code("Law"), desk.code("Plan")
    desk.code("Duty", law)
    desk.code("Area", plan)
    anns, bens = desk.coding("The board", law), desk.coding("its area", law, desk.ben)
    memo = note(law)

    merged = edits.merge_codes(code=law, into=plan, codes=desk.codes, codings=desk.codings, memos=[memo, note(plan)])

    assert merged.carries_others
    assert names(after(merged, desk.codes)) == ["Plan", "Area", "Duty"]
    moved = {change.before: change.after for change in merged.changes}
    for coding in (anns, bens):
        now = moved[coding]
        assert isinstance(now, Coding)
        assert now == replace(coding, code=plan.id, modified=now.modified)
    assert moved[memo] == replace(memo, subject=plan.id)
    assert len(moved) == len(merged.changes)


def test_a_passage_coded_with_both_keeps_one_coding_and_both_memos(desk: Records) -> None:
    law, plan = desk.code("Law"), desk.code("Plan")
    gone = replace(desk.coding("The board", law), memo="it is a duty")
    stays = replace(desk.coding("The board", plan), memo="it is a plan")

    merged = edits.merge_codes(code=law, into=plan, codes=desk.codes, codings=[gone, stays])

    left = {change.record.id: change.after for change in merged.changes}
    now = left[stays.id]
    assert left[gone.id] is None
    assert isinstance(now, Coding)
    assert now.memo == "it is a plan\n\nit is a duty"


def test_stance_and_doubt_of_both_codings_stay_as_well(desk: Records) -> None:
    law, plan = desk.code("Law"), desk.code("Plan")
    gone = replace(desk.coding("The board", law), stance="opposes", unsure=True)
    stays = desk.coding("The board", plan)

    merged = edits.merge_codes(code=law, into=plan, codes=desk.codes, codings=[gone, stays])

    now = {change.record.id: change.after for change in merged.changes}[stays.id]
    assert isinstance(now, Coding)
    assert (now.stance, now.unsure) == ("opposes", True)


def test_a_passage_that_a_coder_had_coded_twice_loses_none_by_a_merge(desk: Records) -> None:
    law, plan = desk.code("Law"), desk.code("Plan")
    one = replace(desk.coding("The board", plan), memo="from one window")
    two = replace(desk.coding("The board", plan), memo="from the other")

    merged = edits.merge_codes(code=law, into=plan, codes=desk.codes, codings=[one, two])

    assert merged.changes == (Change(law, None),)


def test_two_coders_of_one_passage_keep_a_coding_each(desk: Records) -> None:
    law, plan = desk.code("Law"), desk.code("Plan")
    desk.coding("The board", law)
    desk.coding("The board", plan, desk.ben)

    merged = edits.merge_codes(code=law, into=plan, codes=desk.codes, codings=desk.codings)

    assert [change.after is None for change in merged.changes] == [False, True]


def test_a_code_cannot_be_merged_into_itself_or_its_own_sub_code(desk: Records) -> None:
    law = desk.code("Law")
    duty = desk.code("Duty", law)

    for into in (law, duty):
        with pytest.raises(Refused, match="cannot be merged"):
            edits.merge_codes(code=law, into=into, codes=desk.codes, codings=[])
    assert names(after(edits.merge_codes(code=duty, into=law, codes=desk.codes, codings=[]), desk.codes)) == ["Law"]


def test_deleting_takes_everything_below_and_nothing_beside(desk: Records) -> None:
    law, plan = desk.code("Law"), desk.code("Plan")
    duty = desk.code("Duty", law)
    gone = [desk.coding("The board", law), desk.coding("its area", duty, desk.ben)]
    desk.coding("The board", plan)

    deleted = edits.delete_code(code=law, codes=desk.codes, codings=desk.codings, memos=[note(duty), note(plan)])

    assert deleted.carries_others
    assert {change.record.id for change in deleted.changes} == {
        law.id, duty.id, note(duty).id, *(coding.id for coding in gone),
    }  # fmt: skip
    assert all(change.after is None for change in deleted.changes)
