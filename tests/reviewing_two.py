"""Two coders' work on one article and a reviewer, for tests of settling: what is done is kept as tables in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from work_in_memory import Tables, changed

from annotator.model.edits.agreed_work import Standing
from annotator.model.records import AGREED_ID, Code, Coder, Coding
from annotator.model.settled import judgements
from annotator.reviewing.comparison import ArticleWork
from annotator.reviewing.differences import compare_codings
from annotator.reviewing.segments import STRICT
from annotator.reviewing.worklist import Worklist, worklist

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet
    from annotator.model.edits.agreed_work import Case
    from annotator.model.review_records import Verdict

WHEN = "2026-01-01T00:00:00.000Z"
TEXT = "The board decides. It buys care for its area. Others may join it later, he said. The board decides again."
ARTICLE = "article"
FAMILIES = {"law": None, "bills": "law", "plan": None, "pay": None}
CODES = [
    Code(id=name, label=f"G{at}", name=name.capitalize(), parent=parent, position=at, colour="#112233", coder="ann",
         created=WHEN)
    for at, (name, parent) in enumerate(FAMILIES.items())
]  # fmt: skip


def coder(name: str) -> Coder:
    return Coder(id=name.lower(), name=name, created=WHEN)


ANN, BEN, EVE = coder("Ann"), coder("Ben"), coder("Eve")


def coding(who: Coder, words: str | tuple[int, int], code: str = "law", **more: Any) -> Coding:
    """A coding of some words, or of a span, with the id `ann-law-0-9`."""
    start, end = words if isinstance(words, tuple) else (TEXT.index(words), TEXT.index(words) + len(words))
    values = {
        "quote": TEXT[start:end], "before": TEXT[max(0, start - 32) : start], "after": TEXT[end : end + 32],
        "created": WHEN, "modified": WHEN,
    } | more  # fmt: skip
    return Coding(
        id=f"{who.id}-{code}-{start}-{end}", article=ARTICLE, code=code, coder=who.id, start=start, end=end, **values
    )


@dataclass
class Review:
    """The tables, and what a reviewer sees of them."""

    a: list[Coding]
    b: list[Coding]
    reviewer: Coder = EVE
    threshold: float = STRICT
    tables: Tables = field(init=False)

    def __post_init__(self) -> None:
        self.tables = {
            "coder": {}, "coding": {one.id: one for one in (*self.a, *self.b)}, "verdict": {}, "answer": {}, "round": {}
        }  # fmt: skip

    @property
    def agreed(self) -> list[Coding]:
        found = [one for one in self.codings() if one.coder == AGREED_ID]
        return sorted(found, key=lambda one: (one.start, one.end, one.code))

    @property
    def passages(self) -> list[tuple[str, str]]:
        """What is agreed: code and words."""
        return [(one.code, TEXT[one.start : one.end]) for one in self.agreed]

    @property
    def verdicts(self) -> list[Verdict]:
        return list(self.tables["verdict"].values())  # type: ignore[arg-type]

    def codings(self, who: Coder | None = None) -> list[Coding]:
        found = [one for one in self.tables["coding"].values() if isinstance(one, Coding)]
        return [one for one in found if who is None or one.coder == who.id]

    def list(self, reviewer: Coder | None = None, a: Coder = ANN, b: Coder = BEN) -> Worklist:
        sides = self.codings(a), self.codings(b)
        work = ArticleWork(ARTICLE, TEXT, tuple(sides[0]), tuple(sides[1]))
        return worklist(
            [work], {ARTICLE: compare_codings(*sides, self.threshold)}, codes=CODES, verdicts=self.verdicts,
            coders=(a.id, b.id), reviewer=(reviewer or self.reviewer).id,
        )  # fmt: skip

    def standing(self) -> Standing:
        there = {one.id: one for one in self.codings()}
        return Standing(
            agreed=tuple(self.agreed), judgements=tuple(judgements(self.verdicts, there)),
            agreed_coder=AGREED_ID in self.tables["coder"],
        )  # fmt: skip

    def case(self, at: int = 0, reviewer: Coder | None = None) -> Case:
        """The difference with this place in the list."""
        found = self.list(reviewer)
        return found.case(found.ordered()[at].key)

    def do(self, gesture: ChangeSet) -> ChangeSet:
        """Apply a gesture as the file does: each row once, and as it was said to be."""
        rows = [(type(change.record), change.record.id) for change in gesture.changes]
        assert len(rows) == len(set(rows))
        for change in gesture.changes:
            assert self.tables[type(change.record).__name__.lower()].get(change.record.id) == change.before
        self.tables = changed(self.tables, gesture)
        return gesture
