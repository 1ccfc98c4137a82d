"""Which rows a row points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.records import (
    Answer,
    Article,
    Code,
    Coder,
    Coding,
    Declined,
    Field,
    FieldValue,
    Group,
    Membership,
    Memo,
    Person,
    Quotation,
    Reading,
    Record,
    Round,
    Verdict,
    Zone,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model.revisions import RowKey

_OF_A_CODER = ((Article, "article"), (Coder, "coder"))

# kind of record -> (kind, field) of what it points at
POINTS_AT: dict[type[Record], tuple[tuple[type[Record], str], ...]] = {
    Coder: (),
    Article: ((Coder, "coder"),),
    Code: ((Code, "parent"), (Coder, "coder")),
    Coding: ((Article, "article"), (Code, "code"), (Coder, "coder"), (Verdict, "verdict")),
    Reading: _OF_A_CODER,
    Memo: ((Code, "subject"), (Article, "subject"), (Coder, "coder")),
    Declined: ((Article, "article"), (Code, "code"), (Coder, "coder")),
    Zone: _OF_A_CODER,
    Quotation: _OF_A_CODER,
    Group: ((Coder, "coder"),),
    Membership: ((Article, "article"), (Group, "group")),
    Field: ((Coder, "coder"),),
    FieldValue: ((Article, "article"), (Field, "field")),
    Round: ((Coder, "coder"),),
    Verdict: ((Article, "article"), (Coder, "a_coder"), (Coder, "b_coder"), (Round, "round"), (Coder, "coder")),
    Answer: ((Verdict, "verdict"), (Coder, "coder")),
    Person: _OF_A_CODER,
}


def pointing_fields(record: Record) -> tuple[tuple[type[Record], str], ...]:
    """Return the kinds of what a record points at, each with the field that names it; a memo is about one thing."""
    found = POINTS_AT[type(record)]
    if isinstance(record, Memo):
        about = {"code": Code, "article": Article}.get(record.about)
        return tuple((kind, field) for kind, field in found if field != "subject" or kind is about)
    return found


def targets(record: Record) -> Iterator[RowKey]:
    """Yield what a record points at."""
    for kind, field in pointing_fields(record):
        row = getattr(record, field)
        if row is not None:
            yield kind, row
