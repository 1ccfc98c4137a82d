"""How groups and the analyst's own fields go out: as last columns of a table, or by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.exporting.outgoing import OutgoingExtracts
    from annotator.model.records import Article, Field

PREFIX = "field_"
GROUPS = "groups"
BETWEEN_GROUPS = "; "
_BETWEEN = re.compile(r"[\W_]+")


def group_names(export: OutgoingExtracts, article: Article) -> list[str]:
    """Return the names of the groups that an article is in."""
    return [export.names.hidden(name) for name in export.source.gathered.get(article.id, ())]


def last_columns(export: OutgoingExtracts) -> tuple[str, ...]:
    """Return the columns behind those of every table: groups and own fields, where the project has any."""
    return (*((GROUPS,) if export.source.groups else ()), *own_columns(export.source.fields).values())


def last_cells(export: OutgoingExtracts, article: Article) -> list[str | None]:
    """Return what stands in those columns."""
    gathered = [BETWEEN_GROUPS.join(group_names(export, article)) or None] if export.source.groups else []
    return [*gathered, *own_cells(export, article)]


def facts_in_words(export: OutgoingExtracts, article: Article) -> list[tuple[str, str]]:
    """Return groups and own fields of an article as name and value, those that it has."""
    names = own_names(export.source.fields).values()
    cells = zip(names, own_cells(export, article), strict=True)
    gathered = BETWEEN_GROUPS.join(group_names(export, article))
    return [(name, value) for name, value in (("Groups", gathered), *cells) if value]


def own_names(fields: Iterable[Field]) -> dict[str, str]:
    """Return field id -> name, each only once: a second field of a name gets a number behind."""
    return _each_once({field.id: field.name for field in fields})


def own_columns(fields: Iterable[Field]) -> dict[str, str]:
    """Return field id -> column: `field_Region_of_England`."""
    plain = {field.id: PREFIX + _BETWEEN.sub("_", field.name).strip("_") for field in fields}
    return _each_once(plain)


def own_cells(export: OutgoingExtracts, article: Article) -> list[str | None]:
    """Return what an article has in each field, in the order of the fields; none where it has nothing."""
    values = export.source.values.get(article.id, {})
    return [export.names.hidden(values.get(field.id, "")) or None for field in export.source.fields]


def own_values(export: OutgoingExtracts, article: Article) -> dict[str, str | int | float | None]:
    """Return what an article has in each field by the field's name; numbers as numbers."""
    names = own_names(export.source.fields)
    cells = zip(export.source.fields, own_cells(export, article), strict=True)
    return {names[field.id]: _number(cell) if field.kind == "number" and cell else cell for field, cell in cells}


def own_facts(fields: Iterable[Field]) -> list[dict[str, str]]:
    """Return what the manifest says about the fields: name, kind, and the column in a table."""
    fields = list(fields)
    names, columns = own_names(fields), own_columns(fields)
    return [{"name": names[field.id], "kind": field.kind, "column": columns[field.id]} for field in fields]


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _each_once(names: dict[str, str]) -> dict[str, str]:
    once: dict[str, str] = {}
    taken: set[str] = set()
    for one, name in names.items():
        free = next(
            tried for number in range(1, len(names) + 2)
            if (tried := name if number == 1 else f"{name}_{number}").casefold() not in taken
        )  # fmt: skip
        taken.add(free.casefold())
        once[one] = free
    return once
