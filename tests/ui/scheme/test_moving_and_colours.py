"""Where a dropped code lands, which colours are too close, and what is said to go along. No widget."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.ui.scheme.close_colours import distance, too_close
from annotator.ui.scheme.moving import Spot, landing, spot_in_row
from annotator.ui.scheme.what_goes_along import by_coder, delete_question, merge_question

if TYPE_CHECKING:
    from annotator.model.records import Code


@pytest.mark.parametrize(
    ("share", "unfolded", "spot"),
    [(0.0, False, "above"), (0.5, False, "on"), (1.0, False, "below"), (1.0, True, "first"), (0.5, True, "on")],
)
def test_a_rows_height_is_parted_in_three(share: float, unfolded: bool, spot: Spot) -> None:
    assert spot_in_row(share, unfolded=unfolded) == spot


@pytest.mark.parametrize(
    ("target", "spot", "place"),
    [
        ("F2", "above", ("F", 1)),
        ("F2", "below", ("F", 2)),
        ("F2", "on", ("F2", 0)),
        ("F", "first", ("F", 0)),
        ("F", "on", ("F", 3)),
        ("F", "above", (None, 2)),
        ("G1", "above", ("G", 0)),
        ("G2", "below", ("G", 2)),
        ("G3", "on", None),
        ("gone", "on", None),
    ],
)
def test_a_code_lands_where_it_was_dropped(
    codes: list[Code], target: str, spot: Spot, place: tuple[str | None, int] | None
) -> None:
    assert landing(codes, "G3", target, spot) == place


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert distance("#000000", "#ffffff") == pytest.approx(100, abs=0.1)
    assert distance("#53a70b", "#53a70b") == 0


def test_only_another_familys_colour_is_too_close(codes: list[Code]) -> None:
    hues = {code.id: code.colour for code in codes if code.parent is None}
    scheme = [replace(code, colour=hues[code.parent or code.id]) for code in codes]
    delegation = next(code for code in scheme if code.id == "G3")
    near = too_close("#50a008", delegation, scheme)
    assert near is not None
    assert near.id in ("F", "F1", "F2", "F3")
    assert too_close(hues["G"], delegation, scheme) is None, "a family shares its hue"
    assert too_close("#824200", delegation, scheme) is None


def test_the_families_that_ship_are_told_apart(codes: list[Code]) -> None:
    for family in (code for code in codes if code.parent is None):
        assert too_close(family.colour, family, [code for code in codes if code.parent is None]) is None


def test_what_goes_along_is_counted_by_coder(codes: list[Code]) -> None:
    names = {"ann": "Ann", "ben": "Ben"}
    assert by_coder({"ann": 1, "ben": 2}, names) == "3 codings by 2 coders (Ben 2, Ann 1)"
    assert by_coder({"ann": 1}, names) == "1 coding by 1 coder (Ann 1)"
    assert by_coder({}, names) == "no codings"
    family, code = codes[1], codes[-1]
    assert merge_question(family, code, "no codings", 2).startswith(
        "Merge Governance into W4 System leaders: 2 sub-codes and no codings move to W4"
    )
    assert delete_question(family, "no codings", 1, 2).startswith(
        "Delete code Governance: no codings, 1 sub-code, 2 memos go with it."
    )
