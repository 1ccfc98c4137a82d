"""How much of each coder's work a review kept, changed, added and removed, or agreed with, by code: counts only."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.reviewing.learning import reviewed_codings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.model.records import Coding, Verdict
    from annotator.reviewing.learning import Outcome, Reviewed

Counted = Literal["kept", "changed", "added", "removed", "agreed", "disagreed", "commented"]
_COUNTED: Mapping[Outcome, Counted] = {
    "kept": "kept", "moved": "changed", "recoded": "changed", "both ways": "changed", "missed": "added",
    "dropped": "removed", "agreed with": "agreed", "questioned": "disagreed", "commented": "commented",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class JudgedCounts:
    """What became of one coder's codings of one code.

    `codings` are all there are of hers. By settling differences they were kept, changed (ends or code), added (agreed,
    though she had none) or removed; by reading them with the coding in sight a reviewer agreed, disagreed or only
    commented. They are counts of decisions: a coefficient of agreement needs two independent passes.
    """

    coder: str
    code: str
    codings: int = 0
    kept: int = 0
    changed: int = 0
    added: int = 0
    removed: int = 0
    agreed: int = 0
    disagreed: int = 0
    commented: int = 0


def judged_counts(
    coders: Sequence[str], order: Sequence[str], verdicts: Iterable[Verdict], codings: Iterable[Coding]
) -> list[JudgedCounts]:
    """Return the counts of each coder, by code in the order of the scheme; codes without any verdict are left out.

    `codings` are theirs and those of *Agreed*, `order` the ids of the scheme's codes.
    """
    known, said = list(codings), list(verdicts)
    there = Counter((one.coder, one.code) for one in known)
    place = {code: number for number, code in enumerate(order)}
    rows: list[JudgedCounts] = []
    for coder in coders:
        found = _by_code(coder, reviewed_codings(coder, said, known))
        ordered = sorted(found, key=lambda one: place.get(one, len(place)))
        rows += [JudgedCounts(coder, code, there[coder, code], **found[code]) for code in ordered]
    return rows


def in_all(rows: Iterable[JudgedCounts], coder: str, codings: int) -> JudgedCounts:
    """Return the sums of one coder; `codings` are all of hers, those of codes without a verdict too."""
    sums: Counter[str] = Counter()
    for row in rows:
        if row.coder == coder:
            sums.update({name: getattr(row, name) for name in set(_COUNTED.values())})
    return JudgedCounts(coder, "", codings, **sums)


def _by_code(coder: str, found: Iterable[Reviewed]) -> dict[str, Counter[str]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if _counts(coder, one):
            counts[one.code][_COUNTED[one.outcome]] += 1
    return dict(counts)


def _counts(coder: str, one: Reviewed) -> bool:
    """Tell whether it is about a coding: that she rightly had none, or an answer to an open verdict, is none."""
    verdict = one.verdict
    if one.outcome == "open":
        return False
    side = verdict.a if coder == verdict.a_coder else verdict.b
    return bool(side) or one.outcome != "kept"
