"""The cast of an article: who speaks, under which names, and how much of it somebody has confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model.casting import cast_of
from annotator.model.edits import confirm_cast, rename_speaker
from annotator.model.errors import Refused
from annotator.model.records import Coder, Grade, Quotation, new_id, now

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet

ANN = Coder(id=new_id(), name="Ann", created=now())


def row(start: int, speaker: str, grade: Grade = "sure", printed: str = "", via: str = "") -> Quotation:
    return Quotation(
        id=new_id(), article="a", start=start, end=start + 5, kind="quotation", speaker=speaker, grade=grade,
        printed=printed, via=via, created=now(),
    )  # fmt: skip


def cast() -> list[Quotation]:
    return [
        row(0, "Jo Marsh", printed="Ms Marsh"), row(10, "jo marsh", "likely", printed="she"), row(20, "Marsh", "guess"),
        row(30, "Cy Poole", via="Marsh"), row(40, ""), row(50, "Jo Marsh", printed="she"),
    ]  # fmt: skip


def applied(rows: list[Quotation], edit: ChangeSet) -> list[Quotation]:
    after = {change.before.id: change.after for change in edit.changes if isinstance(change.before, Quotation)}
    found = [after.get(one.id, one) for one in rows]
    return [one for one in found if isinstance(one, Quotation)]


def test_who_speaks_most_stands_first_with_the_other_forms_of_the_name() -> None:
    first, *others = cast_of(cast())

    assert (first.name, first.forms, first.number, first.confirmed) == ("Jo Marsh", ("she", "Ms Marsh"), 3, 0)
    assert [(one.name, one.guessed) for one in others] == [("Cy Poole", 0), ("Marsh", 1)]


def test_two_names_of_one_person_are_made_one_and_that_is_taken_back() -> None:
    rows = cast()
    edit = rename_speaker(quotations=rows, old="marsh", new=" Jo  Marsh ", coder=ANN)

    after = applied(rows, edit)
    assert [(one.name, one.number) for one in cast_of(after)] == [("Jo Marsh", 4), ("Cy Poole", 1)]
    assert [one.via for one in after if one.via] == ["Jo Marsh"]
    assert [one.grade for one in after] == [one.grade for one in rows]
    assert applied(after, edit.inverse()) == rows


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(Refused):
        rename_speaker(quotations=cast(), old="Marsh", new="  ", coder=ANN)


def test_confirming_the_cast_settles_what_rules_know_and_leaves_guesses() -> None:
    rows = cast()
    after = applied(rows, confirm_cast(quotations=rows, coder=ANN))

    assert confirm_cast(quotations=after, coder=ANN).changes == ()
    assert [one.confirmed for one in after if one.speaker] == [True, True, False, True, True]
    assert {one.name: one.settled for one in cast_of(after)} == {"Jo Marsh": True, "Cy Poole": True, "Marsh": False}
