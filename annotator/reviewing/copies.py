"""What two copies of a project hold, row by row, and which of two versions of a row counts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.records import Article
from annotator.model.revisions import NEVER_WRITTEN_AGAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.model.records import Record
    from annotator.model.revisions import Revision, RowKey


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a project: its rows by kind and id, how often they were written, and its texts by their hash.

    `past` tells what a row was before, as far as the copy's history knows.
    """

    records: dict[type[Record], dict[str, Record]]
    revisions: dict[RowKey, Revision]
    text: Callable[[str], str]
    holds_text: Callable[[str], bool]
    past: Callable[[RowKey], list[Record]] = lambda _key: []

    def rows(self) -> Iterator[tuple[RowKey, Version]]:
        """Yield each row that is in the copy or was, except those for which another one stands."""
        for kind, found in self.records.items():
            for row, record in found.items():
                one = self.revisions.get((kind, row), NEVER_WRITTEN_AGAIN)
                yield (kind, row), Version(one.number, one.gone, record)
        for key, one in self.revisions.items():
            if not one.same_as and key[1] not in self.records[key[0]]:
                yield key, Version(one.number, one.gone, one.kept if self._is_whole(one.kept) else None)

    def _is_whole(self, kept: Record | None) -> bool:
        """Tell whether what was removed could come back from here: an article only with its text."""
        return not isinstance(kept, Article) or self.holds_text(kept.text_sha256)


class Version(NamedTuple):
    """What a row is in one copy: the number of its version, the one up to which it was removed, its values."""

    number: int
    gone: int
    record: Record | None


def joined(one: Version, other: Version | None) -> Version:
    """Return what counts of a row in two copies: the higher number, of equal ones the larger text."""
    if other is None:
        return one
    return Version(max(one.number, other.number), max(one.gone, other.gone), _winner(one, other))


def _winner(one: Version, other: Version) -> Record | None:
    if one.record is None or other.record is None:
        return one.record or other.record
    if one.number != other.number:
        return one.record if one.number > other.number else other.record
    if one.record == other.record or _told(one.record) > _told(other.record):
        return one.record
    return other.record


def _told(record: Record) -> str:
    return json.dumps(asdict(record), ensure_ascii=False, separators=(",", ":"))
