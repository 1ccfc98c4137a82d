"""What is done to the passage of a coding: its ends moved, split in two, joined with its neighbour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.codings import CONTEXT, same_place
from annotator.model.errors import Refused
from annotator.model.passages import checked_passage
from annotator.model.records import Code, Coding, Stance, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def move_ends(
    *, coding: Coding, text: str, start: int, end: int, code: Code, existing: Iterable[Coding] = ()
) -> ChangeSet:
    """Give a coding the passage `text[start:end]`. White space at the ends is left out, graphemes kept whole.

    `existing` are the coder's codings of the article.
    Raises Refused for a range outside the text, and when that passage has the code already.
    """
    after = placed(coding, text, *checked_passage(text, start, end))
    if _taken((after,), existing, but=(coding.id,)):
        message = f"That passage is coded {code.title} already, so the ends stay. Remove one of the two instead."
        raise Refused(message)
    if (after.start, after.end, after.place) == (coding.start, coding.end, coding.place):
        return ChangeSet(f"Move ends: {code.title}", ())
    return ChangeSet(f"Move ends: {code.title}", (Change(coding, after),))


def split_coding(*, coding: Coding, text: str, at: int, code: Code, existing: Iterable[Coding] = ()) -> ChangeSet:
    """Split a coding in two at a position inside it. The first part keeps the memo.

    `existing` are the coder's codings of the article.
    Raises Refused when nothing would be left on one side, and when a part has the code already.
    """
    if not coding.start < at < coding.end:
        message = "The caret is not inside the coding, so it was not split. Put the caret where it shall part."
        raise Refused(message)
    first = placed(coding, text, *checked_passage(text, coding.start, at))
    second = replace(placed(coding, text, *checked_passage(text, at, coding.end)), id=new_id(), memo="")
    if first.end > second.start:
        message = "That place is inside one character, so the coding was not split. Move the caret by one."
        raise Refused(message)
    if _taken((first, second), existing, but=(coding.id,)):
        message = f"One part is coded {code.title} already, so the coding was not split. Remove that one first."
        raise Refused(message)
    return ChangeSet(f"Split coding: {code.title}", (Change(coding, first), Change(None, second)))


def join_codings(*, coding: Coding, other: Coding, text: str, code: Code, existing: Iterable[Coding] = ()) -> ChangeSet:
    """Join two codings of one code by one coder that overlap or have only white space between them.

    The first keeps its id; the memos are put one after the other, two opposite stances become a mixed one.
    `existing` are the coder's codings of the article.
    Raises Refused when they cannot be one passage, and when that passage has the code already.
    """
    first, second = sorted((coding, other), key=lambda one: (one.start, one.end))
    between = text[min(first.end, second.start) : second.start]
    alike = (first.article, first.code, first.coder) == (second.article, second.code, second.coder)
    if not alike or between.strip() or first.id == second.id or "lost" in (first.place, second.place):
        message = "Only codings of one code that touch can be joined, so both stay as they are."
        raise Refused(message)
    joined = with_remarks_of(placed(first, text, first.start, max(first.end, second.end)), second)
    if _taken((joined,), existing, but=(first.id, second.id)):
        message = f"That passage is coded {code.title} already, so both stay. Remove one of the three instead."
        raise Refused(message)
    return ChangeSet(f"Join codings: {code.title}", (Change(first, joined), Change(second, None)))


def with_remarks_of(kept: Coding, gone: Coding) -> Coding:
    """Return the coding that stays of two, with memo, stance and doubt of both."""
    memo = "\n\n".join(memo for memo in dict.fromkeys((kept.memo, gone.memo)) if memo)
    both = replace(kept, memo=memo, stance=_both(kept, gone), unsure=kept.unsure or gone.unsure)
    return kept if both == kept else replace(both, modified=now())


def _taken(codings: Iterable[Coding], existing: Iterable[Coding], *, but: Sequence[str]) -> bool:
    others = [other for other in existing if other.id not in but]
    return any(same_place(coding, other) for coding in codings for other in others)


def _both(first: Coding, second: Coding) -> Stance:
    """Return the stance of two codings made one: the one there is, mixed where they differ."""
    if not first.stance or not second.stance:
        return first.stance or second.stance
    return first.stance if first.stance == second.stance else "mixed"


def placed(coding: Coding, text: str, start: int, end: int) -> Coding:
    """Return the coding at another, sure place, with the quote and what stands around it there."""
    return replace(
        coding, start=start, end=end, quote=text[start:end], before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT], place="sure", modified=now(),
    )  # fmt: skip
