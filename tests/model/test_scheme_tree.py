"""The scheme as the analyst sees it: parents before their sub-codes, paths, colours of families."""

from __future__ import annotations

import random

import pytest

from annotator.model.records import Code
from annotator.model.scheme_tree import (
    FAMILY_HUES,
    below,
    inherited_colour,
    joined,
    name_paths,
    next_position,
    tree_order,
    with_sub_codes,
)

DAY = "2026-03-0{}T09:00:00.000Z"


def made(name: str, parent: str | None = None, position: int = 0, colour: str = "#111111", day: int = 1) -> Code:
    return Code(
        id=name, name=name, parent=parent, position=position, colour=colour, coder="ann", created=DAY.format(day)
    )


SCHEME = [
    made("Funding", position=1),
    made("Pooled", "Funding", 0),
    made("Governance", position=0),
    made("Delegation", "Governance", 1),
    made("Terms", "Delegation", 0),
    made("Law", "Governance", 0),
]


@pytest.mark.parametrize("seed", range(5))
def test_the_tree_is_the_same_in_whatever_order_the_codes_come(seed: int) -> None:
    shuffled = random.Random(seed).sample(SCHEME, len(SCHEME))

    assert [code.name for code in tree_order(shuffled)] == [
        "Governance", "Law", "Delegation", "Terms", "Funding", "Pooled",
    ]  # fmt: skip
    assert joined(name_paths(shuffled)["Terms"]) == "Governance > Delegation > Terms"
    assert with_sub_codes(["Governance"], shuffled) == ["Governance", "Law", "Delegation", "Terms"]


def test_codes_at_one_place_stand_in_the_order_they_were_made() -> None:
    twins = [made("Later", day=2), made("Earlier", day=1)]

    assert [code.name for code in tree_order(twins)] == ["Earlier", "Later"]


def test_what_lies_below_is_everything_but_the_code_itself() -> None:
    governance, law = SCHEME[2], SCHEME[5]

    assert [code.name for code in below(governance, iter(SCHEME))] == ["Law", "Delegation", "Terms"]
    assert below(law, SCHEME) == []


def test_a_new_code_comes_last_and_takes_its_familys_hue() -> None:
    assert next_position(SCHEME, "Governance") == 2
    assert next_position(SCHEME, "Terms") == 0
    assert inherited_colour(SCHEME, "Governance") == "#111111"


def test_each_new_family_gets_a_hue_that_is_free_until_all_are_taken() -> None:
    families: list[Code] = []
    for number in range(len(FAMILY_HUES) + 1):
        families.append(made(f"Family {number}", colour=inherited_colour(families, None)))

    hues = [family.colour for family in families]
    assert sorted(hues[:-1]) == sorted(FAMILY_HUES)
    assert hues[-1] in FAMILY_HUES


def test_a_scheme_forty_deep_has_its_path() -> None:
    deep = [made(f"{depth}", f"{depth - 1}" if depth else None) for depth in range(40)]

    assert len(name_paths(deep)["39"]) == 40
    assert len(tree_order(reversed(deep))) == 40


def test_codes_that_hang_in_a_ring_do_not_hang_the_program() -> None:
    ring = [made("One", "Other"), made("Other", "One")]

    assert tree_order(ring) == []
    assert set(name_paths(ring)) == {"One", "Other"}
