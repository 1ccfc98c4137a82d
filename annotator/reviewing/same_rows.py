"""Which rows of two copies are the same under two ids: the same text, the same path of a code, the same place.

Of two ids the smaller stands for both, so that it does not matter who receives first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.model.edits.groups import pair_id
from annotator.model.pointing import pointing_fields
from annotator.model.records import (
    AGREED_ID,
    Article,
    Code,
    Coder,
    Coding,
    Field,
    FieldValue,
    Group,
    Membership,
    Person,
    Quotation,
    Reading,
    Record,
    Round,
    Verdict,
    Zone,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.model.revisions import RowKey
    from annotator.reviewing.copies import Copy

_ALIKE: dict[type[Record], Callable[[Any], tuple[object, ...]]] = {  # in the order in which they point at each other
    Article: lambda one: (one.text_sha256,),
    Group: lambda one: (one.name.casefold(),),
    Field: lambda one: (one.name.casefold(), one.kind),
    Code: lambda one: (one.parent, one.name),
    Reading: lambda one: (one.article, one.coder),
    Zone: lambda one: (one.article, one.start, one.end, one.kind),
    Quotation: lambda one: (one.article, one.start, one.end, one.kind),
    Person: lambda one: (one.article, one.name.casefold()),
    Round: lambda one: (one.name.casefold(), one.coders, one.articles),
    Verdict: lambda one: (one.article, one.kind, one.code, one.a, one.b, one.coder, one.round),
    Coding: lambda one: (one.article, one.code, one.start, one.end),
}
_ONLY: dict[type[Record], Callable[[Any], bool]] = {
    Coding: lambda one: one.coder == AGREED_ID,  # coders may code one passage twice; what was agreed stands once
}
# what a record names without pointing at it in the file: ids, one a line
_NAMES: dict[type[Record], tuple[tuple[type[Record], str], ...]] = {
    Verdict: ((Code, "code"), (Coding, "a"), (Coding, "b")),
    Round: ((Coder, "coders"), (Article, "articles")),
    Coding: ((Coding, "adopted_from"),),
}
_MADE_OF_BOTH = (Membership, FieldValue)  # their ids are made of the two that they bring together


class SameRows:
    """Which id stands for a row, and each record with the ids that stand for what it points at."""

    def __init__(self, ours: Copy, theirs: Copy, people: Mapping[str, str] | None = None) -> None:
        """Take which of their coders is which of ours; that is remembered, and ours stands."""
        self._stands: dict[RowKey, str] = {}
        for one, other in (people or {}).items():
            self._put(Coder, one, other)
        for copy in (ours, theirs):
            for (kind, row), revision in copy.revisions.items():
                if revision.same_as and kind is Coder:
                    self._put(kind, row, revision.same_as)
                elif revision.same_as and kind in _MADE_OF_BOTH:
                    self._stands[kind, row] = revision.same_as
                elif revision.same_as:
                    self._join(kind, row, revision.same_as)
        for kind in _ALIKE:
            while self._find_alike(kind, ours, theirs) and kind is Code:  # then what lies below may have one path too
                pass

    @property
    def each_is_itself(self) -> bool:
        """Whether no row stands for another, as is usual."""
        return not self._stands

    def key(self, key: RowKey) -> RowKey:
        """Return the key of the row that stands for one."""
        return key[0], self._id(*key)

    def given_up(self) -> dict[RowKey, str]:
        """Return which rows another one stands for, with its id."""
        return {key: self._id(*key) for key in self._stands}

    def record(self, record: Record) -> Record:
        """Return a record under the id that stands for it, pointing at the rows that stand for what it points at."""
        if not self._stands:
            return record
        new: dict[str, Any] = {
            field: self._id(kind, row)
            for kind, field in pointing_fields(record)
            if (row := getattr(record, field)) is not None and (kind, row) in self._stands
        }
        new |= self._named(record)
        pointing = replace(record, **new) if new else record
        if new and isinstance(pointing, Membership | FieldValue):
            row = pair_id(pointing.group if isinstance(pointing, Membership) else pointing.field, pointing.article)
            if row != record.id:
                self._stands[type(record), record.id] = row
        row = self._id(type(record), record.id)
        return pointing if row == record.id else replace(pointing, id=row)

    def _named(self, record: Record) -> dict[str, str]:
        found: dict[str, str] = {}
        for kind, field in _NAMES.get(type(record), ()):
            stored: str = getattr(record, field)
            stands = "\n".join(self._id(kind, row) for row in stored.split("\n")) if stored else ""
            if stands != stored:
                found[field] = stands
        return found

    def _id(self, kind: type[Record], row: str) -> str:
        while (kind, row) in self._stands:
            row = self._stands[kind, row]
        return row

    def _join(self, kind: type[Record], one: str, other: str) -> None:
        one, other = self._id(kind, one), self._id(kind, other)
        if one != other:
            self._stands[kind, max(one, other)] = min(one, other)

    def _put(self, kind: type[Record], one: str, other: str) -> None:
        """Let another row stand for one, unless that would lead in a ring."""
        if (kind, one) not in self._stands and self._id(kind, other) != one:
            self._stands[kind, one] = other

    def _find_alike(self, kind: type[Record], ours: Copy, theirs: Copy) -> bool:
        """Join the rows of a kind that only one copy knows with those that are alike in the other; tell if any."""
        alike = _ALIKE[kind]
        only_ours = {alike(self.record(one)): one.id for one in self._only_in(ours, theirs, kind)}
        found = [
            (only_ours[sign], one.id)
            for one in (self._only_in(theirs, ours, kind) if only_ours else ())
            if (sign := alike(self.record(one))) in only_ours
        ]
        for one, other in found:
            self._join(kind, one, other)
        return bool(found)

    def _only_in(self, one: Copy, other: Copy, kind: type[Record]) -> list[Record]:
        only = _ONLY.get(kind)
        some = [record for record in one.records[kind].values() if only is None or only(record)]
        if not some:
            return []
        known = {self._id(kind, row) for row in other.records[kind]}
        known |= {self._id(kind, row) for other_kind, row in other.revisions if other_kind is kind}
        return [record for record in some if self._id(kind, record.id) not in known]
