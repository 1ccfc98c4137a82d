"""Who is speaking: what is said of a quotation by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.errors import Refused
from annotator.model.passages import checked_passage
from annotator.model.records import Quotation, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Article, Coder

BY_HAND = "named by hand"
RELIABLE = frozenset(["sure", "likely"])


def name_speaker(*, quotation: Quotation, speaker: str, coder: Coder, via: str | None = None) -> ChangeSet:
    """Say who speaks in a quotation; an empty name says that nobody is to be named. It counts as confirmed."""
    shown = " ".join(speaker.split())
    after = replace(
        quotation, speaker=shown, grade="sure" if shown else "none", confirmed=True, reason=BY_HAND,
        via=quotation.via if via is None else " ".join(via.split()), coder=coder.id,
    )  # fmt: skip
    return ChangeSet(f"Name speaker: {shown or 'nobody'}", () if after == quotation else (Change(quotation, after),))


def set_via(*, quotation: Quotation, via: str, coder: Coder) -> ChangeSet:
    """Say through whom somebody's words are passed on; an empty name says that they speak for themselves.

    Who speaks stays as sure or unsure as it was. Raises Refused where nobody is said to speak, and for themselves.
    """
    shown = " ".join(via.split())
    if not quotation.speaker:
        raise Refused("Nobody is said to speak here, so nobody passes it on. Say first who speaks.")
    if shown.casefold() == quotation.speaker.casefold():
        raise Refused(f"{shown} speaks here, so nothing was changed. Choose who passes the words on.")
    after = replace(quotation, via=shown, coder=coder.id)
    label = f"Passed on by: {shown or 'nobody'}"
    return ChangeSet(label, () if shown == quotation.via else (Change(quotation, after),))


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


def rename_speaker(*, quotations: Iterable[Quotation], old: str, new: str, coder: Coder) -> ChangeSet:
    """Give a member of the cast another name wherever it stands; the name of another member makes the two one.

    The rows stay as sure or unsure as they were. Raises Refused for an empty name.
    """
    shown = " ".join(new.split())
    if not shown:
        raise Refused("The new name is empty, so nothing was renamed. Type a name; to say that nobody speaks, use Q.")
    folded = " ".join(old.split()).casefold()
    changes = [
        Change(one, replace(one, speaker=speaker, via=via, coder=coder.id))
        for one in quotations
        for speaker, via in [(_renamed(one.speaker, folded, shown), _renamed(one.via, folded, shown))]
        if (speaker, via) != (one.speaker, one.via)
    ]
    return ChangeSet(f"Rename speaker: {shown}", tuple(changes))


def confirm_cast(*, quotations: Iterable[Quotation], coder: Coder) -> ChangeSet:
    """Say that the rules are right wherever they are sure or find it likely. A guess stays a guess."""
    changes = [
        Change(one, replace(one, confirmed=True, coder=coder.id))
        for one in quotations
        if one.speaker and not one.confirmed and one.grade in RELIABLE
    ]
    return ChangeSet("Confirm cast", tuple(changes))


def _renamed(name: str, folded: str, new: str) -> str:
    return new if name and name.casefold() == folded else name
