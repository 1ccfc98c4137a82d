"""Who is speaking: what is said of a quotation by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.passages import checked_passage
from annotator.model.records import Quotation, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Article, Coder

BY_HAND = "named by hand"


def name_speaker(*, quotation: Quotation, speaker: str, coder: Coder, via: str | None = None) -> ChangeSet:
    """Say who speaks in a quotation; an empty name says that nobody is to be named. It counts as confirmed."""
    shown = " ".join(speaker.split())
    after = replace(
        quotation, speaker=shown, grade="sure" if shown else "none", confirmed=True, reason=BY_HAND,
        via=quotation.via if via is None else " ".join(via.split()), coder=coder.id,
    )  # fmt: skip
    return ChangeSet(f"Name speaker: {shown or 'nobody'}", () if after == quotation else (Change(quotation, after),))


def mark_quotation(
    *, article: Article, text: str, start: int, end: int, speaker: str, coder: Coder, existing: Iterable[Quotation] = ()
) -> ChangeSet:
    """Say that somebody speaks in `text[start:end]` where no rule had found a quotation.

    `existing` are the quotations of the article; one of exactly this stretch gets the speaker instead.
    Raises Refused for a range outside the text.
    """
    start, end = checked_passage(text, start, end)
    there = next((one for one in existing if (one.start, one.end) == (start, end)), None)
    if there is not None:
        return name_speaker(quotation=there, speaker=speaker, coder=coder)
    bare = Quotation(id=new_id(), article=article.id, start=start, end=end, kind="by hand", created=now())
    (change,) = name_speaker(quotation=bare, speaker=speaker, coder=coder).changes
    return ChangeSet(f"Name speaker: {' '.join(speaker.split()) or 'nobody'}", (Change(None, change.after),))
