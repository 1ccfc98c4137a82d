"""Who is who in an article's cast, as said by hand: a person made known, a form of a name, two that are one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.casting import PRONOUNS, folded
from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.speakers import rename_speaker
from annotator.model.errors import Refused
from annotator.model.records import Person, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.records import Article, Coder, Quotation


def add_person(*, article: Article, name: str, people: Sequence[Person], coder: Coder) -> ChangeSet:
    """Make somebody known in an article whom no rule has found. `people` are those of the article.

    Raises Refused for an empty name, a pronoun, and somebody who is known already.
    """
    shown = _checked(name)
    there = person_called(people, shown)
    if there is not None:
        raise Refused(f"{there.name} is in the cast already, so nothing was added.")
    return ChangeSet(f"Add to the cast: {shown}", (Change(None, _person(article, shown, (), coder)),))


def add_form(
    *, article: Article, name: str, form: str, people: Sequence[Person], quotations: Iterable[Quotation], coder: Coder
) -> ChangeSet:
    """Say that the article also calls somebody by this form. Whoever was called so by hand is this person now.

    `people` and `quotations` are those of the article. What rules have found is looked at anew by `casting_anew`.
    Raises Refused for an empty form, a pronoun, and the name itself.
    """
    shown, who = _checked(form), " ".join(name.split())
    if folded(shown) == folded(who):
        raise Refused(f"“{shown}” is the name itself, so nothing was added. Type another form of it.")
    label = f"A form of {who}: {shown}"
    other = person_called(people, shown)
    if other is not None and folded(other.name) == folded(who):
        return ChangeSet(label, ())
    whole = other is not None and folded(other.name) == folded(shown)
    given = (shown, *(other.form_list if other is not None and whole else ()))
    changes = _with_forms(article, who, given, people, coder)
    if other is not None:
        changes.append(Change(other, None if whole else _without_form(other, shown)))
    by_hand = [one for one in quotations if one.confirmed or one.coder is not None]
    named = rename_speaker(quotations=by_hand, old=shown, new=who, coder=coder)
    return ChangeSet(label, (*changes, *named.changes))


def remove_form(*, person: Person, form: str) -> ChangeSet:
    """Say that somebody is not called by this form."""
    after = _without_form(person, form)
    return ChangeSet(f"No form of {person.name}: {form}", () if after == person else (Change(person, after),))


def merge_people(
    *, article: Article, name: str, into: str, people: Sequence[Person], quotations: Iterable[Quotation], coder: Coder
) -> ChangeSet:
    """Say that two names are one person's, or give somebody another name. The old name stays known as a form.

    `people` and `quotations` are those of the article. Raises Refused for an empty name and a pronoun.
    """
    shown, old = _checked(into), " ".join(name.split())
    named = rename_speaker(quotations=quotations, old=old, new=shown, coder=coder)
    if folded(shown) == folded(old):  # only its capitals change
        known = person_called(people, old)
        again = [Change(known, replace(known, name=shown))] if known is not None and known.name != shown else []
        return ChangeSet(named.label, (*named.changes, *again))
    there = next((one for one in people if folded(one.name) == folded(old)), None)
    forms = (old, *(there.form_list if there is not None else ()))
    changes = _with_forms(article, shown, forms, people, coder)
    gone = [Change(there, None)] if there is not None else []
    return ChangeSet(named.label, (*changes, *gone, *named.changes))


def forget_person(*, person: Person) -> ChangeSet:
    """Take somebody whom a coder had made known out of the cast again. What is said of quotations stays."""
    return ChangeSet(f"Take out of the cast: {person.name}", (Change(person, None),))


def person_called(people: Iterable[Person], called: str) -> Person | None:
    """Return whoever has this name, or was given this form of it; none for nobody."""
    wanted = folded(called)
    return next((one for one in people if wanted in map(folded, (one.name, *one.form_list))), None)


def _with_forms(
    article: Article, name: str, forms: Sequence[str], people: Iterable[Person], coder: Coder
) -> list[Change]:
    """Return how somebody gets forms besides those there are."""
    there = next((one for one in people if folded(one.name) == folded(name)), None)
    if there is None:
        return [Change(None, _person(article, name, forms, coder))]
    joined = {folded(form): form for form in (*there.form_list, *forms) if folded(form) != folded(name)}
    after = replace(there, forms="\n".join(joined.values()))
    return [Change(there, after)] if after != there else []


def _person(article: Article, name: str, forms: Sequence[str], coder: Coder) -> Person:
    others = {folded(form): form for form in forms if folded(form) != folded(name)}
    return Person(
        id=new_id(), article=article.id, name=name, forms="\n".join(others.values()), coder=coder.id, created=now()
    )


def _without_form(person: Person, form: str) -> Person:
    left = [one for one in person.form_list if folded(one) != folded(form)]
    return replace(person, forms="\n".join(left))


def _checked(name: str) -> str:
    shown = " ".join(name.split())
    if not shown:
        raise Refused("Nothing is typed, so nothing was changed. Type a name as the article prints it.")
    if folded(shown) in PRONOUNS:
        raise Refused(f"“{shown}” can stand for anybody, so nothing was changed. Use Q where it is said.")
    return shown
