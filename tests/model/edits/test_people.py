"""An analyst says who is who in an article: a person, a form of a name, two that are one; and takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model.casting import cast_of, known_forms
from annotator.model.edits import add_form, add_person, forget_person, merge_people, remove_form
from annotator.model.errors import Refused
from annotator.model.records import Article, Coder, Person, Quotation

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet

ANN = Coder(id="ann", name="Ann", created="2016")
ARTICLE = Article(id="a", position=0, title="T", file="t.txt", text_sha256="x", coder="ann", created="2016")


def said(at: int, speaker: str, **more: object) -> Quotation:
    known: dict[str, object] = {"kind": "quotation", "grade": "likely", "created": "2016", "article": "a"} | more
    return Quotation(id=f"q{at}", start=at, end=at + 5, speaker=speaker, **known)  # type: ignore[arg-type]


def people_after(people: list[Person], edit: ChangeSet) -> list[Person]:
    there = {one.id: one for one in people}
    for change in edit.changes:
        if isinstance(change.after, Person):
            there[change.after.id] = change.after
        elif isinstance(change.before, Person):
            del there[change.before.id]
    return list(there.values())


def person(people: list[Person], name: str) -> Person:
    return next(one for one in people if one.name == name)


def test_somebody_is_made_known_gets_forms_and_loses_one() -> None:
    people = people_after([], add_person(article=ARTICLE, name="  Ida   Moor ", people=[], coder=ANN))
    for form in ("the chair", "Mrs Moor", "THE CHAIR"):
        edit = add_form(article=ARTICLE, name="ida moor", form=form, people=people, quotations=[], coder=ANN)
        people = people_after(people, edit)
    assert [(one.name, one.form_list) for one in people] == [("Ida Moor", ("the chair", "Mrs Moor"))]
    assert known_forms(people) == {"ida moor": "Ida Moor", "the chair": "Ida Moor", "mrs moor": "Ida Moor"}
    people = people_after(people, remove_form(person=people[0], form="The chair"))
    assert people[0].form_list == ("Mrs Moor",)
    assert people_after(people, forget_person(person=people[0])) == []


def test_a_form_belongs_to_one_person_only() -> None:
    people: list[Person] = []
    for name in ("Ida Moor", "Ben Rowe"):
        edit = add_form(article=ARTICLE, name=name, form="the chair", people=people, quotations=[], coder=ANN)
        people = people_after(people, edit)
    assert (person(people, "Ida Moor").form_list, person(people, "Ben Rowe").form_list) == ((), ("the chair",))
    people = people_after(
        people, add_form(article=ARTICLE, name="Ida Moor", form="Ben Rowe", people=people, quotations=[], coder=ANN)
    )
    assert [(one.name, one.form_list) for one in people] == [("Ida Moor", ("Ben Rowe", "the chair"))]


def test_what_was_named_by_hand_goes_with_its_form() -> None:
    rows = [said(0, "the chair", confirmed=True), said(10, "the chair", coder="ann"), said(20, "the chair")]
    edit = add_form(article=ARTICLE, name="Ida Moor", form="the chair", people=[], quotations=rows, coder=ANN)
    moved = [change.after for change in edit.changes if isinstance(change.after, Quotation)]
    assert [(one.id, one.speaker, one.confirmed) for one in moved] == [
        ("q0", "Ida Moor", True),
        ("q10", "Ida Moor", False),
    ]


def test_two_are_one_and_their_forms_are_joined() -> None:
    people = [
        Person(id="p1", article="a", name="Mrs Moor", forms="the chair", coder="ann", created="2016"),
        Person(id="p2", article="a", name="Ida Moor", forms="the leader", coder="ann", created="2016"),
    ]
    rows = [said(0, "Mrs Moor"), said(10, "Ben Rowe", via="mrs moor")]
    edit = merge_people(article=ARTICLE, name="Mrs Moor", into="Ida Moor", people=people, quotations=rows, coder=ANN)
    assert [(one.name, one.form_list) for one in people_after(people, edit)] == [
        ("Ida Moor", ("the leader", "Mrs Moor", "the chair"))
    ]
    moved = {change.after.id: change.after for change in edit.changes if isinstance(change.after, Quotation)}
    assert (moved["q0"].speaker, moved["q10"].via) == ("Ida Moor", "Ida Moor")


def test_another_spelling_of_one_name_makes_no_form_of_it() -> None:
    people = [Person(id="p", article="a", name="ida moor", coder="ann", created="2016")]
    edit = merge_people(article=ARTICLE, name="ida moor", into="Ida Moor", people=people, quotations=[], coder=ANN)
    assert [(one.name, one.forms) for one in people_after(people, edit)] == [("Ida Moor", "")]


def test_whoever_was_made_known_is_in_the_cast_before_anything_is_theirs() -> None:
    people = [Person(id="p", article="a", name="Ida Moor", forms="the chair", coder="ann", created="2016")]
    first, second = cast_of([said(0, "Ben Rowe", printed="he")], people)
    assert (first.name, first.forms, first.person) == ("Ben Rowe", ("he",), False)
    assert (second.name, second.forms, second.by_hand, second.number) == ("Ida Moor", ("the chair",), ("the chair",), 0)


@pytest.mark.parametrize(
    ("form", "why"), [(" ", "Nothing is typed"), ("She", "anybody"), ("IDA moor", "the name itself")]
)
def test_what_cannot_be_a_form_is_refused(form: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        add_form(article=ARTICLE, name="Ida Moor", form=form, people=[], quotations=[], coder=ANN)


def test_somebody_is_made_known_once() -> None:
    people = [Person(id="p", article="a", name="Ida Moor", forms="the chair", coder="ann", created="2016")]
    with pytest.raises(Refused, match="Ida Moor is in the cast already"):
        add_person(article=ARTICLE, name="The Chair", people=people, coder=ANN)
