"""What there is to decide of a colleague's file, in words: the question, its answers, and both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.model.records import Article, Code, Coder
from annotator.reviewing.choices import BRING_BACK, LEAVE_OUT, OURS, THEIRS, TWO_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.jobs.receiving import Looked
    from annotator.reviewing.choices import Choices
    from annotator.reviewing.questions import Question, QuestionKind

GROUPS: dict[QuestionKind, str] = {
    "code gone": "Deleted here, used there",
    "code differs": "Codes in other words",
    "text differs": "Articles with another text",
    "same name": "People of one name",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing to decide. `options` are (answer, words) in their order; those before `common` go for several."""

    group: str
    title: str
    note: str
    options: tuple[tuple[str, str], ...]
    common: int
    answer: str
    here: str
    there: str


def decisions(looked: Looked, choices: Choices, codes: Sequence[Code]) -> list[Decision]:
    """Return what there is to decide, as it stands now; `codes` are those that can take a deleted one's place."""
    return [_decision(one, looked, choices, codes) for one in looked.found.questions]


def _decision(one: Question, looked: Looked, choices: Choices, codes: Sequence[Code]) -> Decision:
    here, there = looked.sides[one.key]
    title, note = _words(one, looked)
    options, common = _options(one, codes)
    return Decision(GROUPS[one.kind], title, note, options, common, choices.of(one), here, there)


def _words(one: Question, looked: Looked) -> tuple[str, str]:
    on_it = counted(one.codings, "coding")
    changed = "changed on both sides" if one.both else "changed there" if one.default == THEIRS else "changed here"
    if isinstance(one.theirs, Code):
        return looked.names.path(one.theirs.id), f"{on_it} there" if one.ours is None else changed
    if isinstance(one.theirs, Article):
        return one.theirs.title, f"{changed}; {on_it} there, and passages are carried across"
    assert isinstance(one.theirs, Coder)
    return one.theirs.name, "is there under another identity than here"


def _options(one: Question, codes: Sequence[Code]) -> tuple[tuple[tuple[str, str], ...], int]:
    if one.kind == "code gone":
        others = tuple((code.id, f"{code.title} instead") for code in codes if code.codable)
        return ((BRING_BACK, "Bring it back"), (LEAVE_OUT, "Leave out what is on it"), *others), 2
    if one.kind == "same name":
        assert one.ours is not None
        return ((TWO_PEOPLE, "Two people"), (one.ours.id, "The same person")), 1
    what = "text" if one.kind == "text differs" else "words"
    return ((OURS, f"Keep my {what}"), (THEIRS, f"Take their {what}")), 2
