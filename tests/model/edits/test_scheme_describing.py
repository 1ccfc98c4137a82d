"""What the analyst gets when everything about a code is set in one form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.model.changes import Change
from annotator.model.edits.scheme_describing import revise_code
from annotator.model.errors import Refused

if TYPE_CHECKING:
    from tests.model.edits.conftest import Records


def test_words_and_key_are_one_gesture_and_the_key_is_taken_from_the_other(desk: Records) -> None:
    decides, joins = desk.code("Who decides"), desk.code("Joining")
    keyed = replace(joins, key=3)
    after = replace(decides, name="Who  decides now", definition="Names the body that decides.", key=3)

    change_set = revise_code(before=decides, after=after, codes=[decides, keyed])

    assert change_set.label == "Describe code: Who decides now"
    assert list(change_set.changes) == [
        Change(keyed, replace(keyed, key=None)),
        Change(decides, replace(after, name="Who decides now")),
    ]


def test_a_familys_new_colour_goes_to_the_sub_codes_that_shared_it(desk: Records) -> None:
    family = desk.code("Governance")
    sharing, own = desk.code("Who decides", family), replace(desk.code("Joining", family), colour="#123456")
    after = replace(family, colour="#b5d519")

    change_set = revise_code(before=family, after=after, codes=[family, sharing, own])

    assert {change.record.id for change in change_set.changes} == {family.id, sharing.id}
    assert Change(sharing, replace(sharing, colour="#b5d519")) in change_set.changes


def test_what_was_not_changed_is_no_gesture(desk: Records) -> None:
    code = desk.code("Who decides")
    assert not revise_code(before=code, after=code, codes=[code])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "joining"}, "There is a code"),
        ({"short_name": "Twenty-three characters"}, "22 characters, not 23"),
        ({"label": "j1"}, "The label j1 belongs to Joining"),
        ({"colour": "blue"}, "is no colour"),
        ({"key": 10}, "is no key"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(desk: Records, change: dict[str, object], sentence: str) -> None:
    code, other = desk.code("Who decides"), replace(desk.code("Joining"), label="J1")
    with pytest.raises(Refused, match=sentence):
        revise_code(before=code, after=replace(code, **change), codes=[code, other])  # type: ignore[arg-type]
