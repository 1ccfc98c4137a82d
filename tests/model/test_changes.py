"""A gesture is data: it can be turned round, and turned round twice it is the same."""

from __future__ import annotations

import pytest

from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Coder

ANN = Coder(id="a", name="Ann", created="2026-03-01T09:00:00.000Z")
BEN = Coder(id="b", name="Ben", created="2026-03-01T09:00:00.000Z")


def test_the_inverse_swaps_the_sides_and_goes_backwards() -> None:
    gesture = ChangeSet("Two join", (Change(None, ANN), Change(BEN, None)), carries_others=True)

    inverse = gesture.inverse("Undo Two join")

    assert inverse.changes == (Change(None, BEN), Change(ANN, None))
    assert (inverse.label, inverse.carries_others) == ("Undo Two join", True)
    assert inverse.inverse("Two join") == gesture


def test_a_gesture_without_changes_is_nothing_to_do() -> None:
    assert not ChangeSet("Nothing", ())
    assert ChangeSet("Ann joins", (Change(None, ANN),))


def test_a_change_tells_its_row_from_either_side() -> None:
    assert Change(None, ANN).record is ANN
    assert Change(ANN, None).record is ANN
    with pytest.raises(ValueError, match="one side"):
        _ = Change(None, None).record
