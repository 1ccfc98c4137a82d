"""How the work of *Agreed* follows the verdicts: one gesture's changes, gathered verdict by verdict.

Of the verdicts that share a coding the newest decides. A passage has each code once: where two verdicts agree on it
the coding belongs to the newer one, and goes back to the older when the newer is taken back.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change
from annotator.model.edits.shaping import placed
from annotator.model.edits.standing_verdicts import StandingVerdicts, decides
from annotator.model.records import AGREED_ID, Coder, Coding, new_id, now
from annotator.model.settled import AgreedKey, AgreedPassage, Judgement, follows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Code
    from annotator.model.review_records import Verdict, VerdictKind

    Wanted = dict[AgreedKey, tuple[AgreedPassage, Verdict]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What lies before a reviewer: a difference, or a match, in an article. `verdict`: one's own on it.

    `a` and `b` are the codings of either side, `text` that of the article, `code` what it is filed under.
    """

    article: str
    text: str
    kind: VerdictKind
    code: Code
    a: tuple[Coding, ...]
    b: tuple[Coding, ...]
    a_coder: str
    b_coder: str | None
    verdict: Verdict | None = None
    round: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is settled so far in the articles concerned: all of *Agreed*, everybody's verdicts with their codings.

    `agreed_coder` tells whether the coder *Agreed* is in the project already.
    """

    agreed: tuple[Coding, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    agreed_coder: bool = False


class AgreedWork:
    """The work of *Agreed* and the verdicts while one gesture is put together."""

    def __init__(self, standing: Standing) -> None:
        self._agreed_coder = standing.agreed_coder
        self._before: dict[str, Coding | Verdict] = {}
        self._after: dict[str, Coding | Verdict] = {}
        self._at: dict[tuple[str, AgreedKey], str] = {}
        self._owned: defaultdict[str, set[str]] = defaultdict(set)
        self._verdicts = StandingVerdicts(standing.judgements)
        for one in standing.agreed:
            self._before[one.id] = one
            self._write(one)

    def settle(self, judged: Judgement, before: Verdict | None, text: str) -> None:
        """Let the work of *Agreed* follow a verdict as it is now. `before`: as it was."""
        verdict = judged.verdict
        if before is not None:
            self._before[verdict.id] = before
        self._after[verdict.id] = verdict
        self._verdicts.put(judged)
        ids = {*verdict.coding_ids, *(before.coding_ids if before else ())}
        rivals = self._verdicts.rivals(ids, verdict.id)
        now_its = set(verdict.coding_ids) if decides(judged) else set()
        standing = [
            one for one in rivals
            if now_its.isdisjoint(one.verdict.coding_ids) and not self._verdicts.is_overruled(one)
        ]  # fmt: skip
        wanted = {one.key: (one, verdict) for one in follows(judged, text)}
        for rival in standing:
            if not self._owned[rival.verdict.id]:
                for passage in follows(rival, text):
                    wanted.setdefault(passage.key, (passage, rival.verdict))
        gone = {verdict.id, *(one.verdict.id for one in rivals)} - {one.verdict.id for one in standing}
        self._take_away(gone, wanted, text)
        self._put(verdict.article, wanted, text)

    def is_overruled(self, verdict: str) -> bool:
        """Tell whether a newer verdict decides on something that this one, by its id, was passed on."""
        return (judged := self._verdicts.find(verdict)) is not None and self._verdicts.is_overruled(judged)

    def changes(self, agreed: Coder) -> tuple[Change, ...]:
        """Return all that changes; the coder *Agreed* joins with the first coding."""
        found = [Change(self._before.get(row), one) for row, one in self._after.items() if self._before.get(row) != one]
        gone = [one for row, one in self._before.items() if row not in self._after]
        joins = not self._agreed_coder and any(isinstance(change.after, Coding) for change in found)
        return (*([Change(None, agreed)] if joins else []), *found, *(Change(one, None) for one in gone))

    def _take_away(self, gone: Iterable[str], wanted: Wanted, text: str) -> None:
        """Take away what only the verdicts that are `gone` held; what another holds too becomes that one's."""
        owned = [self._after[row] for verdict in gone for row in sorted(self._owned[verdict])]
        for one in owned:
            assert isinstance(one, Coding)
            if one.place != "lost" and _key(one) in wanted:
                continue
            heir = None if one.place == "lost" else self._verdicts.holding(one.article, _key(one), text, set(gone))
            self._forget(one)
            if heir is not None:
                self._write(_filled(one, *heir))

    def _put(self, article: str, wanted: Wanted, text: str) -> None:
        for key, (passage, verdict) in wanted.items():
            there = self._after.get(self._at.get((article, key), ""))
            one = there if isinstance(there, Coding) else _new(article, passage, text)
            if one is there and one.verdict is None:
                continue  # agreed otherwise than by a verdict, so it is not this one's to take back
            self._forget(one)
            self._write(_filled(one, passage, verdict))

    def _write(self, coding: Coding) -> None:
        self._after[coding.id] = coding
        if coding.place != "lost":
            self._at[coding.article, _key(coding)] = coding.id
        if coding.verdict is not None:
            self._owned[coding.verdict].add(coding.id)

    def _forget(self, coding: Coding) -> None:
        self._after.pop(coding.id, None)
        if self._at.get((coding.article, _key(coding))) == coding.id:
            del self._at[coding.article, _key(coding)]
        self._owned[coding.verdict or ""].discard(coding.id)


def agreed_coder() -> Coder:
    """Return the coder to whom what is settled belongs: one and the same in every project."""
    return Coder(id=AGREED_ID, name="Agreed", kind="agreed", created=now())


def _key(coding: Coding) -> AgreedKey:
    return coding.code, coding.start, coding.end


def _new(article: str, passage: AgreedPassage, text: str) -> Coding:
    made = now()
    coding = Coding(
        id=new_id(), article=article, code=passage.code, coder=AGREED_ID, start=0, end=1, quote="", created=made,
        modified=made,
    )  # fmt: skip
    return placed(coding, text, passage.start, passage.end)


def _filled(coding: Coding, passage: AgreedPassage, verdict: Verdict) -> Coding:
    """Return a coding of *Agreed* with what follows from a verdict."""
    after = replace(
        coding, stance=passage.stance, memo=passage.memo, verdict=verdict.id, adopted_from="\n".join(passage.sources)
    )
    return coding if after == coding else replace(after, modified=now())
