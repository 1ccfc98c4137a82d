"""Who speaks in an article or in several: the cast, each member with the forms the texts print and how often."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.passage_speech import NOT_SPOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Quotation


@dataclass(frozen=True, slots=True)
class Member:
    """One of a cast. `forms` are other printed forms of the name, the most frequent first; `number` of quotations.

    `confirmed` counts those of which somebody said that they are right, `guessed` those that no rule is sure of.
    """

    name: str
    forms: tuple[str, ...]
    number: int
    confirmed: int
    guessed: int

    @property
    def settled(self) -> bool:
        """Whether somebody has confirmed every quotation."""
        return self.confirmed == self.number


def cast_of(quotations: Iterable[Quotation]) -> list[Member]:
    """Return who speaks, whoever speaks most first. A name in other capitals is the same one's."""
    rows: dict[str, list[Quotation]] = {}
    for one in quotations:
        if one.speaker and one.kind not in NOT_SPOKEN:
            rows.setdefault(one.speaker.casefold(), []).append(one)
    members = [_member(there) for there in rows.values()]
    return sorted(members, key=lambda member: (-member.number, member.name.casefold()))


def _member(rows: list[Quotation]) -> Member:
    names = Counter(one.speaker for one in rows)
    name = names.most_common(1)[0][0]
    printed = Counter(one.printed for one in rows if one.printed and one.printed != name)
    return Member(
        name, tuple(form for form, _ in printed.most_common()), len(rows), sum(one.confirmed for one in rows),
        sum(one.grade == "guess" and not one.confirmed for one in rows),
    )  # fmt: skip
