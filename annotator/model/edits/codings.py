"""What is done to codings: made, recoded, noted, removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.errors import Refused
from annotator.model.passages import checked_passage
from annotator.model.records import STANCES, Article, Code, Coder, Coding, Stance, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CONTEXT = 32  # characters kept on either side, to find the passage again


def code_passage(
    *, article: Article, text: str, start: int, end: int, code: Code, coder: Coder, existing: Iterable[Coding] = ()
) -> ChangeSet:
    """Code `text[start:end]`. White space at the ends is left out, an end inside a grapheme widened.

    `existing` are the coder's codings of the article.
    Raises Refused for a range outside the text, a code that takes no codings, or a passage coded so already.
    """
    start, end = checked_passage(text, start, end)
    coding = new_coding(article=article, text=text, start=start, end=end, code=code, coder=coder)
    for other in existing:
        if same_place(coding, other):
            message = f"This passage is coded {code.title} already, so nothing was added. Choose another code for it."
            raise Refused(message)
    return code_passages(codings=[coding], label=f"Code passage: {code.title}")


def code_passages(*, codings: Sequence[Coding], label: str) -> ChangeSet:
    """Add codings as one gesture."""
    return ChangeSet(label, tuple(Change(None, coding) for coding in codings))


def new_coding(
    *,
    article: Article,
    text: str,
    start: int,
    end: int,
    code: Code,
    coder: Coder,
    memo: str = "",
    stance: Stance = "",
    unsure: bool = False,
) -> Coding:
    """Return a coding of `text[start:end]` with its quote and what stands around it.

    Raises Refused when the code takes no codings or the stance is none of ours.
    """
    if not code.codable:
        message = f"{code.title} only groups other codes, so nothing was coded. Choose one of the codes below it."
        raise Refused(message)
    if stance not in STANCES:
        message = f"“{stance}” is no stance. Use supports, opposes, mixed, or leave it empty."
        raise Refused(message)
    made = now()
    return Coding(
        id=new_id(), article=article.id, code=code.id, coder=coder.id, start=start, end=end, quote=text[start:end],
        before=text[max(0, start - CONTEXT) : start], after=text[end : end + CONTEXT], memo=memo, stance=stance,
        unsure=unsure, created=made, modified=made,
    )  # fmt: skip


def same_place(one: Coding, other: Coding) -> bool:
    """Tell whether two codings are of one passage, code, article and coder."""
    return (one.article, one.code, one.coder, one.start, one.end) == (
        other.article, other.code, other.coder, other.start, other.end,
    )  # fmt: skip


def recode(*, coding: Coding, code: Code, existing: Iterable[Coding] = ()) -> ChangeSet:
    """Give the coding another code.

    Raises Refused when the passage has that code already, or the code takes no codings.
    """
    if not code.codable:
        message = f"{code.title} only groups other codes, so the coding stays. Choose one of the codes below it."
        raise Refused(message)
    after = replace(coding, code=code.id, modified=now())
    if any(same_place(after, other) for other in existing):
        message = f"This passage is coded {code.title} already, so the coding stays. Remove one of the two instead."
        raise Refused(message)
    return _altered(f"Change code to {code.title}", coding, after)


def remove_coding(*, coding: Coding, code: Code) -> ChangeSet:
    """Remove a coding; undo brings it back."""
    return ChangeSet(f"Remove coding: {code.title}", (Change(coding, None),))


def write_memo(*, coding: Coding, memo: str) -> ChangeSet:
    """Write the memo of a coding; an empty one removes it."""
    return _altered("Write memo" if memo else "Remove memo", coding, replace(coding, memo=memo, modified=now()))


def set_stance(*, coding: Coding, stance: Stance) -> ChangeSet:
    """Say whether the speaker supports or opposes what the code names."""
    return _altered(f"Stance: {stance or 'none'}", coding, replace(coding, stance=stance, modified=now()))


def mark_unsure(*, coding: Coding, unsure: bool) -> ChangeSet:
    """Mark a coding as one to discuss, or as settled."""
    label = "Mark as unsure" if unsure else "Mark as sure"
    return _altered(label, coding, replace(coding, unsure=unsure, modified=now()))


def _altered(label: str, before: Coding, after: Coding) -> ChangeSet:
    if replace(before, modified=after.modified) == after:
        return ChangeSet(label, ())
    return ChangeSet(label, (Change(before, after),))
