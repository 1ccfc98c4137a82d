"""Where a code lands that is dropped above, on or below another one. Plain data, no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Code

Spot = Literal["above", "on", "below", "first"]  # `first`: as the first of its sub-codes
SPOTS: tuple[Spot, ...] = ("above", "on", "below", "first")
EDGE = 0.3  # the share of a row's height that is above it, and below it


def spot_in_row(share: float, *, unfolded: bool) -> Spot:
    """Return what a height in a row means, from 0 at its top to 1. Below an unfolded code come its sub-codes."""
    if share < EDGE:
        return "above"
    if share <= 1 - EDGE:
        return "on"
    return "first" if unfolded else "below"


def landing(codes: Sequence[Code], code_id: str, target_id: str, spot: Spot) -> tuple[str | None, int] | None:
    """Return parent and place among its sub-codes, from 0; none on itself. `codes` are in tree order."""
    target = next((code for code in codes if code.id == target_id), None)
    if target is None or code_id == target_id:
        return None
    parent = target.id if spot in ("on", "first") else target.parent
    row = [code.id for code in codes if code.parent == parent and code.id != code_id]
    if spot in ("on", "first"):
        return parent, len(row) if spot == "on" else 0
    return parent, row.index(target_id) + (spot == "below")
