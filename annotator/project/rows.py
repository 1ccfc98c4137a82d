"""How a record becomes a row, and a row a record."""

from __future__ import annotations

import json
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from annotator.model.records import RECORD_TYPES, FieldValue, Group, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

AnyRecord = TypeVar("AnyRecord", bound=Record)

_NAMED_OTHERWISE: dict[type[Any], str] = {Group: "article_group", FieldValue: "field_value"}  # GROUP is a word of SQL
TABLES: dict[type[Any], str] = {kind: _NAMED_OTHERWISE.get(kind, kind.__name__.lower()) for kind in RECORD_TYPES}
KINDS: dict[str, type[Record]] = {table: kind for kind, table in TABLES.items()}
COLUMNS: dict[type[Any], tuple[str, ...]] = {kind: tuple(field.name for field in fields(kind)) for kind in RECORD_TYPES}
_VALUES: dict[type[Any], attrgetter[tuple[Any, ...]]] = {kind: attrgetter(*COLUMNS[kind]) for kind in RECORD_TYPES}
_TRUTHS: dict[type[Any], tuple[str, ...]] = {
    kind: tuple(
        name for name in COLUMNS[kind] if name in {"codable", "unsure", "seen", "confirmed", "discuss", "by_both"}
    )
    for kind in RECORD_TYPES
}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def table_of(record: Record) -> str:
    """Return the table in which a record lies."""
    return TABLES[type(record)]


def column_list(kind: type[AnyRecord], prefix: str = "") -> str:
    """Return the quoted columns of a kind of record, in the order of its fields."""
    return ", ".join(f'{prefix}"{name}"' for name in COLUMNS[kind])


def to_row(record: Record) -> tuple[Any, ...]:
    """Return the values of a record in the order of its columns."""
    return _VALUES[type(record)](record)


def from_row(kind: type[AnyRecord], row: Sequence[Any]) -> AnyRecord:
    """Return the record of a row whose values stand in the order of the columns."""
    return from_values(kind, dict(zip(COLUMNS[kind], row, strict=False)))


def from_values(kind: type[AnyRecord], values: dict[str, Any]) -> AnyRecord:
    """Return the record with these values, a dict of its own; numbers become truths where the field is one."""
    for name in _TRUTHS[kind]:
        if name in values:  # an older history may not know the field
            values[name] = bool(values[name])
    return kind(**values)


def to_json(record: Record | None) -> str | None:
    """Return a record as the history keeps it."""
    if record is None:
        return None
    return _ENCODER.encode(dict(zip(COLUMNS[type(record)], to_row(record), strict=True)))


def from_json(table: str, stored: str | None) -> Record | None:
    """Return the record that the history kept, or none."""
    return None if stored is None else from_values(KINDS[table], json.loads(stored))


def in_chunks(ids: Iterable[str], size: int = 500) -> Iterable[list[str]]:
    """Split ids into lists short enough for one statement's parameters."""
    chunk: list[str] = []
    for one in ids:
        chunk.append(one)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def marks(values: Sequence[object]) -> str:
    """Return as many question marks as there are values."""
    return ", ".join("?" * len(values))
