"""How the analyst's own fields go out: as last columns of a table, or by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.exporting.outgoing import OutgoingExtracts
    from annotator.model.records import Article, Field

PREFIX = "field_"
_BETWEEN = re.compile(r"[\W_]+")


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
