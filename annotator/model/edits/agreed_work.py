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
from annotator.model.records import AGREED_ID, Coder, Coding, new_id, now
from annotator.model.settled import AgreedKey, AgreedPassage, Judgement, follows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Code
    from annotator.model.review_records import Verdict, VerdictKind


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
        self._before: dict[str, Coding | Verdict] = {one.id: one for one in standing.agreed}
        self._codings: defaultdict[str, dict[str, Coding]] = defaultdict(dict)
        for one in standing.agreed:
            self._codings[one.article][one.id] = one
        self._judgements: defaultdict[str, dict[str, Judgement]] = defaultdict(dict)
        for judged in standing.judgements:
            self._judgements[judged.verdict.article][judged.verdict.id] = judged
            self._before[judged.verdict.id] = judged.verdict
        self._written: dict[str, Verdict] = {}

    def settle(self, judged: Judgement, before: Verdict | None, text: str) -> None:
        """Let the work of *Agreed* follow a verdict as it is now. `before`: as it was."""
        verdict, known = judged.verdict, self._judgements[judged.verdict.article]
        if before is not None:
            self._before[verdict.id] = before
        ids = {*verdict.coding_ids, *(before.coding_ids if before else ())}
        others = [one for row, one in known.items() if row != verdict.id and _decided(one)]
        rivals = [one for one in others if ids & set(one.verdict.coding_ids)]
        standing = [] if _decided(judged) else [one for one in rivals if not _overruled(one, rivals)]
        wanted = {one.key: (one, verdict) for one in follows(judged, text)}
        for rival in standing:
            if not self._owned(verdict.article, {rival.verdict.id}):
                for passage in follows(rival, text):
                    wanted.setdefault(passage.key, (passage, rival.verdict))
        known[verdict.id] = judged
        self._written[verdict.id] = verdict
        gone = {verdict.id, *(one.verdict.id for one in rivals)} - {one.verdict.id for one in standing}
        heirs = [one for one in others if one.verdict.id not in gone and not _overruled(one, others)]
        self._take_away(verdict.article, gone, wanted.keys(), heirs, text)
        self._put(verdict.article, wanted, text)

    def changes(self, agreed: Coder) -> tuple[Change, ...]:
        """Return all that changes; the coder *Agreed* joins with the first coding."""
        after: dict[str, Coding | Verdict] = {**self._written}
        for codings in self._codings.values():
            after.update(codings)
        found = [Change(self._before.get(row), one) for row, one in after.items() if self._before.get(row) != one]
        gone = [one for row, one in self._before.items() if isinstance(one, Coding) and row not in after]
        joins = not self._agreed_coder and any(isinstance(change.after, Coding) for change in found)
        return (*([Change(None, agreed)] if joins else []), *found, *(Change(one, None) for one in gone))

    def _owned(self, article: str, verdicts: set[str]) -> list[Coding]:
        return [one for one in self._codings[article].values() if one.verdict in verdicts]

    def _take_away(
        self, article: str, gone: set[str], wanted: Iterable[AgreedKey], heirs: list[Judgement], text: str
    ) -> None:
        """Take away what only the verdicts that are `gone` held; what another holds too becomes that one's."""
        kept = set(wanted)
        lost = [one for one in self._owned(article, gone) if one.place == "lost" or _key(one) not in kept]
        held = {
            passage.key: (passage, heir.verdict) for heir in heirs for passage in follows(heir, text)
        } if lost else {}  # fmt: skip
        for one in lost:
            heir = held.get(_key(one)) if one.place != "lost" else None
            if heir is None:
                del self._codings[article][one.id]
            else:
                self._codings[article][one.id] = _filled(one, *heir)

    def _put(self, article: str, wanted: dict[AgreedKey, tuple[AgreedPassage, Verdict]], text: str) -> None:
        there = {_key(one): one for one in self._codings[article].values() if one.place != "lost"}
        for key, (passage, verdict) in wanted.items():
            one = there.get(key)
            if one is None:
                one = _new(article, passage, text)
            elif one.verdict is None:  # agreed otherwise than by a verdict, so it is not this one's to take back
                continue
            self._codings[article][one.id] = _filled(one, passage, verdict)


def agreed_coder() -> Coder:
    """Return the coder to whom what is settled belongs: one and the same in every project."""
    return Coder(id=AGREED_ID, name="Agreed", kind="agreed", created=now())


def _decided(judged: Judgement) -> bool:
    return bool(judged.verdict.decision) and judged.verdict.kind != "coding"


def _overruled(judged: Judgement, others: Iterable[Judgement]) -> bool:
    """Tell whether a newer verdict shares a coding with this one."""
    ids, age = set(judged.verdict.coding_ids), (judged.verdict.modified, judged.verdict.id)
    return any(
        age < (one.verdict.modified, one.verdict.id) and not ids.isdisjoint(one.verdict.coding_ids) for one in others
    )


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
