"""Which lines are no running text: heads and feet that pages repeat, and footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.importing.formats.pdf.columns import joined_row, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.importing.formats.pdf.printed_lines import Line

PAGE_HEAD, PAGE_FOOT, FOOTNOTE = "page head", "page foot", "footnote"
_FIRST_ROWS, _LAST_ROWS = 2, 3
_LEAST_PAGES = 3
_SAME_HEIGHT = 4.0  # points
_SMALLER = 0.93  # of the size of the running text: footnotes are set smaller
_NUMBER = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.IGNORECASE)
_AROUND_NUMBER = "-–—[]() "
_NOTE_MARK = re.compile(r"(?:\[?\d{1,3}\]?[.)]?|[*†‡§¶]{1,3}|[a-z][.)])")
_GLUED_MARK = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}|[*†‡§¶]{1,3})(?=[A-Z“\"‘(a-z])")

Row = list["Line"]
_Place = tuple[int, int]  # page, row from the top


def without_edges(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[list[Line]], list[list[Line]]]:
    """Return for each page its heads, its other lines and its feet."""
    rows = [rows_of(lines) for lines in pages]
    heads, feet = _repeated(rows, top=True), _repeated(rows, top=False)
    found: tuple[list[list[Line]], list[list[Line]], list[list[Line]]] = ([], [], [])
    for page, page_rows in enumerate(rows):
        kinds = [
            PAGE_HEAD if (page, row) in heads else PAGE_FOOT if (page, row) in feet else ""
            for row in range(len(page_rows))
        ]
        for part, kind in zip(found, (PAGE_HEAD, "", PAGE_FOOT), strict=True):
            chosen = [row for row, its_kind in zip(page_rows, kinds, strict=True) if its_kind == kind]
            part.append(
                [replace(joined_row(row), kind=kind) for row in chosen]
                if kind
                else [line for row in chosen for line in row]
            )
    return found


def _repeated(rows: Sequence[Sequence[Row]], *, top: bool) -> set[_Place]:
    """Return which rows at one end of the pages are repeated at the same height, numbers aside."""
    at_end = {
        (page, row): page_rows[row]
        for page, page_rows in enumerate(rows)
        for row in (
            range(min(_FIRST_ROWS, len(page_rows)))
            if top
            else range(max(0, len(page_rows) - _LAST_ROWS), len(page_rows))
        )
    }
    alike: dict[tuple[str, int], list[_Place]] = defaultdict(list)
    for place, row in at_end.items():
        height = round(row[0].base / _SAME_HEIGHT)
        for near in (height - 1, height, height + 1):
            alike[_NUMBER.sub("#", joined_row(row).text.casefold()), near].append(place)
    least = min(_LEAST_PAGES, max(2, len(rows)))
    sure = {place for places in alike.values() if len({page for page, _ in places}) >= least for place in places}
    sure |= {place for place, row in at_end.items() if joined_row(row).text.strip(_AROUND_NUMBER) == str(place[0] + 1)}
    return _reaching_in(sure | _at_their_heights(at_end, sure), rows, top=top)


def _at_their_heights(at_end: dict[_Place, Row], sure: set[_Place]) -> set[_Place]:
    """Return rows that stand where others are repeated, in the same size, on one row: a head with a chapter's name."""
    heights = Counter((round(at_end[place][0].base), round(at_end[place][0].size)) for place in sure)
    usual = {key for key, count in heights.items() if count >= _LEAST_PAGES}
    sizes = Counter(round(line.size) for row in at_end.values() for line in row)
    found = set()
    for place, row in at_end.items():
        key = round(row[0].base), round(row[0].size)
        if key in usual and (sizes[key[1]] * 2 < sum(sizes.values()) or len(joined_row(row).text) < 60):
            found.add(place)
    return found


def _reaching_in(places: set[_Place], rows: Sequence[Sequence[Row]], *, top: bool) -> set[_Place]:
    """Keep only rows with nothing but such rows between them and the end of the page."""
    kept: set[_Place] = set()
    for page, page_rows in enumerate(rows):
        inwards = range(len(page_rows)) if top else range(len(page_rows) - 1, -1, -1)
        for row in inwards:
            if (page, row) not in places:
                break
            kept.add((page, row))
    return kept


def with_footnotes(lines: Sequence[Line], body_size: float) -> list[Line]:
    """Mark the small lines at the end of each column, from the first that opens with a note's sign."""
    marked = list(lines)
    for start, end in _columns(marked):
        first = end
        while first > start and marked[first - 1].size <= _SMALLER * body_size and not marked[first - 1].kind:
            first -= 1
        opening = next((place for place in range(first, end) if opens_note(marked[place])), end)
        for place in range(opening, end):
            marked[place] = replace(marked[place], kind=FOOTNOTE)
    return marked


def opens_note(line: Line) -> bool:
    """Tell whether a line opens with the number or sign of a note."""
    first = line.words[0].text
    return _NOTE_MARK.fullmatch(first) is not None or _GLUED_MARK.match(first) is not None


def _columns(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return from where to where the lines run down the page before they begin above again."""
    starts = [place for place in range(1, len(lines)) if lines[place].base < lines[place - 1].base - lines[place].size]
    return list(zip([0, *starts], [*starts, len(lines)], strict=True))
