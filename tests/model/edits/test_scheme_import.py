"""A scheme from a file goes into the scheme that is there: by path, and nothing in use is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.model.edits.scheme_import import SchemeMerge, import_scheme
from annotator.model.records import Code
from annotator.model.scheme_rows import SchemeRow
from annotator.model.scheme_tree import name_paths, tree_order

if TYPE_CHECKING:
    from tests.model.edits.conftest import Records


def row(*path: str, **known: Any) -> SchemeRow:
    return SchemeRow(path=path, **known)


def imported(desk: Records, *rows: SchemeRow, has_keys: bool = False) -> SchemeMerge:
    merge = import_scheme(rows=rows, codes=desk.codes, coder=desk.ann, has_keys=has_keys)
    left = {code.id: code for code in desk.codes}
    made = [change.after for change in merge.change_set.changes if isinstance(change.after, Code)]
    left.update((code.id, code) for code in made)
    desk.codes = tree_order(left.values())
    return merge


def paths(desk: Records) -> list[str]:
    known = name_paths(desk.codes)
    return [" > ".join(known[code.id]) for code in desk.codes]


def test_a_first_scheme_gets_its_families_colours_and_keys(desk: Records) -> None:
    imported(desk, row("Governance", "Law", label="G2"), row("Governance", "Delegation"), row("Funding", "Pooled"))

    assert paths(desk) == [
        "Governance", "Governance > Law", "Governance > Delegation", "Funding", "Funding > Pooled",
    ]  # fmt: skip
    assert [code.key for code in desk.codes] == [None, 1, 2, None, 3]
    assert [code.codable for code in desk.codes] == [False, True, True, False, True]
    governance, law, _, funding, _ = desk.codes
    assert law.colour == governance.colour != funding.colour


def test_the_same_file_again_changes_nothing(desk: Records) -> None:
    rows = (row("Governance", "Law", label="G2", key=4, colour="#123456"), row("Governance"))
    imported(desk, *rows, has_keys=True)

    again = imported(desk, *rows, has_keys=True)

    assert not again.change_set
    assert again.same == (("Governance", "Law"), ("Governance",))


def test_a_filled_cell_replaces_an_empty_one_leaves(desk: Records) -> None:
    desk.code("Law", desk.code("Governance"), definition="What statute requires.")

    merge = imported(desk, row(" governance", "LAW", include="duties"))

    law = desk.codes[-1]
    assert (law.name, law.definition, law.include) == ("Law", "What statute requires.", "duties")
    assert (merge.new, merge.changed, merge.same) == ((), ((" governance", "LAW"),), ())


def test_codes_that_the_file_does_not_name_stay(desk: Records) -> None:
    desk.code("Plan")
    merge = imported(desk, row("Law"))

    assert paths(desk) == ["Plan", "Law"]
    assert merge.new == (("Law",),)


def test_a_key_in_the_file_is_taken_from_the_code_that_had_it(desk: Records) -> None:
    imported(desk, row("Law", key=1), row("Plan", key=2), has_keys=True)

    imported(desk, row("Plan", key=1), has_keys=True)

    assert {code.name: code.key for code in desk.codes} == {"Law": None, "Plan": 1}


def test_sub_codes_may_stand_before_their_parent(desk: Records) -> None:
    imported(desk, row("Governance", "Law", "Duty"), row("Governance", "Law", definition="statute"), row("Governance"))

    assert paths(desk) == ["Governance", "Governance > Law", "Governance > Law > Duty"]
    assert all(code.codable for code in desk.codes)


def test_each_row_of_the_project_stands_in_one_change(desk: Records) -> None:
    merge = imported(desk, row("Law", key=1), row("Plan", key=1), row("Law", key=1, definition="again"), has_keys=True)

    ids = [change.record.id for change in merge.change_set.changes]
    assert len(ids) == len(set(ids)) == 2
    assert merge.change_set.label == "Import scheme: 2 codes"
