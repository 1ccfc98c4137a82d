"""Who speaks in an article or in several: the cast, each member with the forms the texts print and how often."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.passage_speech import NOT_SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Person, Quotation


PRONOUNS = frozenset({"he", "she", "they", "i", "we", "him", "her", "them", "it", "you"})


def folded(name: str) -> str:
    """Return a name as it is compared: without regard to capitals and spaces."""
    return " ".join(name.split()).casefold()


def known_forms(people: Iterable[Person]) -> dict[str, str]:
    """Return what each form of a name that was made known by hand stands for, the forms folded."""
    return {folded(form): one.name for one in people for form in (*one.form_list, one.name)}


@dataclass(frozen=True, slots=True)
class Member:
    """One of a cast. `forms` are other printed forms of the name, the most frequent first; `number` of quotations.

    `by_hand` are those of them that somebody made known; `person` whether somebody said anything of this member.
    `confirmed` counts those of which somebody said that they are right, `guessed` those that no rule is sure of.
    """

    name: str
    forms: tuple[str, ...]
    number: int
    confirmed: int
    guessed: int
    by_hand: tuple[str, ...] = ()
    person: bool = False

    @property
    def settled(self) -> bool:
        """Whether somebody has confirmed every quotation."""
        return self.confirmed == self.number


def cast_of(quotations: Iterable[Quotation], people: Iterable[Person] = ()) -> list[Member]:
    """Return who speaks, whoever speaks most first, and whoever was made known. Other capitals are the same one's."""
    known = {folded(one.name): one for one in people}
    rows: dict[str, list[Quotation]] = {name: [] for name in known}
    for one in quotations:
        if one.speaker and one.kind not in NOT_SPOKEN:
            rows.setdefault(folded(one.speaker), []).append(one)
    members = [_member(there, known.get(name)) for name, there in rows.items()]
    return sorted(members, key=lambda member: (-member.number, member.name.casefold()))


def _member(rows: list[Quotation], person: Person | None) -> Member:
    names = Counter(one.speaker for one in rows)
    name = person.name if person is not None else names.most_common(1)[0][0]
    by_hand = person.form_list if person is not None else ()
    taken = {folded(form) for form in (name, *by_hand)}
    printed = Counter(one.printed for one in rows if one.printed and folded(one.printed) not in taken)
    return Member(
        name, (*by_hand, *(form for form, _ in printed.most_common())), len(rows), sum(one.confirmed for one in rows),
        sum(one.grade == "guess" and not one.confirmed for one in rows), by_hand, person is not None,
    )  # fmt: skip
