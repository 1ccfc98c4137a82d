"""Which column of a table holds the text of articles, and which what is known about them."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from annotator.importing.coding_rows import NEEDED
from annotator.importing.scheme_columns import find_columns
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.importing.rows.row_table import RowTable

NAMES = {
    "text": (
        "text", "full text", "fulltext", "full_text", "article text", "body", "body text", "content", "article",
        "transcript", "volltext", "inhalt", "artikel", "texte", "texte intégral", "contenu", "corps", "texto",
        "contenido", "cuerpo", "conteúdo", "testo", "contenuto", "tekst", "inhoud", "tekst główny", "innehåll",
    ),
    "title": (
        "title", "headline", "heading", "subject", "titel", "überschrift", "schlagzeile", "titre", "título", "titular",
        "titulo", "titolo", "kop", "rubrik", "tytuł", "name",
    ),
    "published": (
        "date", "published", "publication date", "date published", "pubdate", "publication_date", "published_at",
        "day", "datum", "erscheinungsdatum", "veröffentlicht", "date de publication", "fecha", "data", "data di",
        "dato", "publicatiedatum",
    ),
    "publication": (
        "publication", "source", "newspaper", "outlet", "journal", "media", "publisher", "medium", "quelle", "zeitung",
        "publikation", "journal name", "fuente", "periódico", "medio", "fonte", "giornale", "jornal", "bron", "krant",
    ),
    "author": (
        "author", "authors", "by", "byline", "by-line", "writer", "journalist", "autor", "autorin", "verfasser",
        "auteur", "auteurs", "autore", "autores", "auteur(s)", "skribent", "forfatter",
    ),
    "link": ("link", "url", "web address", "href", "permalink", "adresse", "lien", "enlace", "webadresse"),
}  # fmt: skip
_FIELD_OF = {name: field for field, names in NAMES.items() for name in names}
_UNDERSTOOD = (
    "text, full text, body, content, article, transcript, Volltext, Inhalt, texte, contenu, texto, testo or tekst"
)
_SHORT_TEXT = 120  # characters: a column whose usual cell is shorter is no text of articles
_SCHEME_MARKS = ("definition", "parent", "colour", "include", "exclude", "key", "codable")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """The number of the column, from 0, for each field of an article. `sure`: the column of the text is named so."""

    text: int | None = None
    title: int | None = None
    published: int | None = None
    publication: int | None = None
    author: int | None = None
    link: int | None = None
    sure: bool = False


def known_names(row: Sequence[str]) -> int:
    """Return how many cells of a row are names of columns."""
    return len({_FIELD_OF[name] for cell in row if (name := _folded(cell)) in _FIELD_OF}) + _foreign_names(row)


def guess_columns(table: RowTable) -> ColumnMapping:
    """Return which columns seem to hold what: by name in several languages, the text else by its length.

    Of two columns named as the text, the one with the longer cells is taken.
    """
    found: dict[str, int] = {}
    for field, names in NAMES.items():
        places = {_folded(cell): place for place, cell in reversed(list(enumerate(table.header)))}
        named = [places[name] for name in names if name in places and places[name] not in found.values()]
        if named:
            found[field] = max(named, key=lambda place: _length(table, place)) if field == "text" else named[0]
    sure = "text" in found
    if not sure and (longest := _longest(table, set(found.values()))) is not None:
        found["text"] = longest
    if "link" not in found and (link := _links(table)) is not None:
        found["link"] = link
    return ColumnMapping(sure=sure, **found)


def sure_columns(table: RowTable) -> ColumnMapping:
    """Return the columns where nobody need be asked.

    Raises CannotRead for a table of codings or a scheme, with the right command, and where no column names the text.
    """
    refuse_other_tables(table)
    mapping = guess_columns(table)
    if not mapping.sure:
        message = f"{table.file} has no column named as the text of articles, so nothing was read"
        raise CannotRead(f"{message}; call it in the first row: {_UNDERSTOOD}.")
    return mapping


def refuse_other_tables(table: RowTable) -> None:
    """Raise CannotRead for a table of codings, of extracts or for a scheme."""
    header = {_folded(cell) for cell in table.header}
    if header.issuperset(NEEDED):
        message = f"{table.file} holds codings and no articles, so nothing was read"
        raise CannotRead(f"{message}; take it in by `annotator code PROJECT {table.file}`.")
    if header.issuperset({"code", "coder", "start", "end"}):
        message = f"{table.file} holds extracts of a project and no articles, so nothing was read"
        raise CannotRead(f"{message}; import the articles that they were taken from.")
    if _is_scheme(header):
        message = f"{table.file} holds a scheme and no articles, so nothing was read"
        raise CannotRead(f"{message}; take it in by `annotator scheme import PROJECT {table.file}`.")


def _is_scheme(header: set[str]) -> bool:
    columns = find_columns(tuple(sorted(header)))
    named = columns.levels or "path" in columns or "name" in columns
    described = columns.levels or any(mark in columns for mark in _SCHEME_MARKS)
    return bool(named and described) and not header.intersection(NAMES["text"])


def _foreign_names(row: Sequence[str]) -> int:
    """Return how many names of codings' columns a row has: a table of them must not be taken for another."""
    names = {_folded(cell) for cell in row}
    return len(names.intersection(NEEDED)) if names.issuperset(NEEDED) else 0


def _longest(table: RowTable, taken: set[int]) -> int | None:
    places = [place for place in range(len(table.header)) if place not in taken]
    longest = max(places, key=lambda place: _length(table, place), default=None)
    return longest if longest is not None and _length(table, longest) >= _SHORT_TEXT else None


def _length(table: RowTable, place: int) -> float:
    return median([len(cell) for row in table.head if (cell := table.cell(row, place).strip())] or [0])


def _links(table: RowTable) -> int | None:
    """Return a column that holds nothing but addresses."""
    for place in range(len(table.header)):
        cells = [cell for row in table.head if (cell := table.cell(row, place).strip())]
        if cells and all(cell.startswith(("http://", "https://")) and " " not in cell for cell in cells):
            return place
    return None


def _folded(cell: str) -> str:
    return " ".join(cell.split()).casefold().strip(" :*\ufeff")
