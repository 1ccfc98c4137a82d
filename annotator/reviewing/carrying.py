"""Where the passages of one copy are in the text that counts, when two copies have an article in different words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.model.edits.correcting import correct_text
from annotator.model.records import Article, Coding, Quotation, Verdict, Zone
from annotator.reviewing.copies import Copy, Version, joined

if TYPE_CHECKING:
    from annotator.model.records import Record
    from annotator.model.revisions import RowKey

Versions = dict["RowKey", Version]


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A coding whose place in the other text wants a look, or is lost; `before` is what it was in its own text."""

    coding: Coding
    before: Coding
    why: str


def carry_across(ours: Copy, our_rows: Versions, theirs: Copy, their_rows: Versions) -> list[Uncertain]:
    """Place the passages of the copy whose text does not count in the other text; return what is not sure there."""
    uncertain: list[Uncertain] = []
    for key in [key for key in their_rows if key[0] is Article and key in our_rows]:
        mine, other = our_rows[key], their_rows[key]
        counts = joined(mine, other).record
        if not _differ(mine.record, other.record):
            continue
        if counts is mine.record:
            uncertain += _carry(other.record, theirs, counts, ours, their_rows)
        else:
            uncertain += _carry(mine.record, ours, counts, theirs, our_rows)
    return uncertain


def _differ(one: Record | None, other: Record | None) -> bool:
    return isinstance(one, Article) and isinstance(other, Article) and one.text_sha256 != other.text_sha256


def _carry(old: Record | None, old_copy: Copy, new: Record | None, new_copy: Copy, rows: Versions) -> list[Uncertain]:
    assert isinstance(old, Article)
    assert isinstance(new, Article)
    there = [
        one.record
        for one in rows.values()
        if isinstance(one.record, Coding | Zone | Quotation | Verdict)
        and one.number > one.gone
        and one.record.article == old.id
    ]
    if not there:
        return []
    correction = correct_text(
        article=old, old_text=old_copy.text(old.text_sha256), new_text=new_copy.text(new.text_sha256),
        codings=[one for one in there if isinstance(one, Coding)],
        found_in_text=[one for one in there if isinstance(one, Zone | Quotation)],
        verdicts=[one for one in there if isinstance(one, Verdict)],
    )  # fmt: skip
    for change in correction.change_set.changes[1:]:
        key, before, after = (type(change.record), change.record.id), change.before, change.after
        if after is None:  # a zone or a quotation whose words are gone
            del rows[key]
        elif isinstance(before, Coding) and isinstance(after, Coding):  # nobody has worked on it
            rows[key] = rows[key]._replace(record=replace(after, modified=before.modified))
        else:
            rows[key] = rows[key]._replace(record=after)
    doubtful = [
        Uncertain(one.after, one.before, "its words changed; look whether it stands where it belongs")
        for one in correction.doubtful
    ]
    return doubtful + [
        Uncertain(one.after, one.before, "its words are not in the text any more") for one in correction.lost
    ]
