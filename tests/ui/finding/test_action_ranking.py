"""A few letters find the action that is meant: its name before its help, what can be done before what cannot."""

from __future__ import annotations

import pytest

from annotator.ui.finding.action_ranking import ActionRow, marked, ranked

ROWS = [
    ActionRow(id="remove", text="Remove coding", menu="Edit", keys=("Del", "X"), help="Undo brings it back"),
    ActionRow(id="undo", text="Undo Code passage", menu="Edit", keys=("Ctrl+Z",), help="Take back the last gesture"),
    ActionRow(id="next", text="Next coding", menu="Coding", keys=("N",), why="no article is open"),
    ActionRow(id="before", text="Previous coding", menu="Coding", keys=("Shift+N",)),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("undo", "undo"), ("UNDO", "undo"), ("coding rem", "remove"), ("ctrl z", "undo"), ("shift+n", "before"),
        ("gesture", "undo"), ("previuos", "before"), ("remcod", "remove"),
    ],
)  # fmt: skip
def test_what_is_meant_comes_first(typed: str, first: str) -> None:
    assert ranked(typed, ROWS)[0].id == first


def test_what_cannot_be_done_now_comes_after_its_like() -> None:
    assert [row.id for row in ranked("coding", ROWS)][-1] == "next"
    assert ranked("", ROWS)[-1].id == "next"
    assert ranked("zeppelin", ROWS) == []


def test_the_letters_typed_are_marked_in_the_name() -> None:
    assert marked("cod rem", "Remove coding") == ((0, 3), (7, 10))
