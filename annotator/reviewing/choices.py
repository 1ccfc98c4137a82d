"""What an analyst decides where two copies differ. A decision counts as a later version, so that it stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from annotator.model.records import Article, Code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.revisions import RowKey
    from annotator.reviewing.copies import Version
    from annotator.reviewing.questions import Question

Side = Literal["ours", "theirs"]
OURS, THEIRS = "ours", "theirs"
BRING_BACK, LEAVE_OUT = "bring back", "leave out"
TWO_PEOPLE = "two people"
CodeGone = str  # BRING_BACK, LEAVE_OUT, or the id of the code that is used in its place


@dataclass(frozen=True, slots=True)
class Choices:
    """What was decided; what is not named here is left to the revisions.

    `sides`: whose words of a code or an article count. `gone`: what becomes of a code that was deleted here and is
    used there. `people`: which of their coders is which of ours.
    """

    sides: Mapping[RowKey, Side] = field(default_factory=dict)
    gone: Mapping[str, CodeGone] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    def of(self, question: Question) -> str:
        """Return what was decided on a question, else what would happen by itself."""
        row = question.key[1]
        if question.kind == "code gone":
            return self.gone.get(row, question.default)
        if question.kind == "same name":
            return self.people.get(row, question.default)
        return self.sides.get(question.key, question.default)

    def with_answer(self, question: Question, answer: str) -> Choices:
        """Return the choices with one question decided."""
        row = question.key[1]
        if question.kind == "code gone":
            return Choices(self.sides, {**self.gone, row: answer}, self.people)
        if question.kind == "same name":
            kept = {one: other for one, other in self.people.items() if one != row}
            return Choices(self.sides, self.gone, kept if answer == TWO_PEOPLE else {**kept, row: answer})
        side: Side = "theirs" if answer == THEIRS else "ours"
        return Choices({**self.sides, question.key: side}, self.gone, self.people)


def take_sides(
    ours: dict[RowKey, Version], theirs: dict[RowKey, Version], sides: Mapping[RowKey, Side]
) -> dict[RowKey, int]:
    """Give the version that was chosen a number above the other, so that it counts here and wherever it goes.

    Return the higher of both numbers as they were, where theirs was chosen.
    """
    were: dict[RowKey, int] = {}
    for key, side in sides.items():
        if key in ours and key in theirs and key[0] in (Code, Article):
            number = max(ours[key].number, theirs[key].number)
            if side == THEIRS:
                were[key] = number
            chosen, other = (ours, theirs) if side == OURS else (theirs, ours)
            if chosen[key].record != other[key].record and chosen[key].record is not None:
                ahead = chosen[key].number > other[key].number
                chosen[key] = chosen[key]._replace(number=number if ahead else number + 1)
    return were
