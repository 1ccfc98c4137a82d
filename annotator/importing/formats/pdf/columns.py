"""In which order the lines of a page are read: one column after the other, what runs across them in its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from annotator.importing.formats.pdf.printed_lines import parted_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.importing.formats.pdf.printed_lines import Line

_LEAST_LINES = 4  # on either side of a gutter
_LEAST_WORDS = 3  # in the usual line of a column; fewer are the cells of a table
_LEAST_SHARE = 0.45  # of a column's width that its usual line fills
_MOST_CROSSING = 0.15  # of the lines on the smaller side may run across a gutter
_MOST_DEPTH = 3
_MOST_SHORT = 8  # words
_STEP = 2.0  # points between the places tried for a gutter
_RAGGED = 0.1  # of a column's width that all lines of one page may leave free
_NEAR_END = 0.05  # of the lines end near the edge of their column ...
_STRIP = 0.03  # ... so near, as a share of its width
_SAME_ROW = 0.35  # of the height of the letters


def in_reading_order(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """Return the lines as they are read, the pieces of a row joined or told to be cells, edges of columns set."""
    gutter = _gutter(lines) if depth < _MOST_DEPTH else None
    if gutter is None:
        return _one_column(lines)
    lines = [part for line in lines for part in parted_at(line, gutter)]
    ordered: list[Line] = []
    for band in _bands(lines, gutter):
        if _crosses(band[0], gutter):
            ordered += _one_column(band, _edges(lines))
            continue
        left = [line for line in band if line.right <= gutter + _STEP]
        right = [line for line in band if line.right > gutter + _STEP]
        ordered += in_reading_order(left, depth + 1) + in_reading_order(right, depth + 1)
    return _with_common_edges(ordered, gutter)


def with_wide_edges(lines: Sequence[Line]) -> list[Line]:
    """Let columns that begin at the same place on several pages also end at the same: where many lines come near."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        columns[round(line.column[0])].append(line)
    ends = {left: _usual_end(column) for left, column in columns.items()}
    widened = []
    for line in lines:
        (left, right), end = line.column, ends[round(line.column[0])]
        near = end - right < _RAGGED * (end - left)
        widened.append(replace(line, column=(left, end)) if near else line)
    return widened


def _usual_end(lines: Sequence[Line]) -> float:
    """Return the furthest place near which several lines end; single lines that run out of the column do not count."""
    ends = sorted(line.right for line in lines)
    width = ends[-1] - lines[0].column[0]
    least = max(2, int(_NEAR_END * len(ends)))
    for place in range(len(ends) - 1, least - 2, -1):
        if ends[place] - ends[place - least + 1] < _STRIP * width:
            return ends[place]
    return ends[-1]


def rows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return lines that stand at one height together, from the top down, each row from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.base, line.left)):
        if rows and line.base - rows[-1][0].base < _SAME_ROW * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def joined_row(row: Sequence[Line]) -> Line:
    """Return the pieces of a row as one line."""
    words = tuple(word for line in row for word in line.words)
    return replace(row[0], words=words, size=max(line.size for line in row), bold=all(line.bold for line in row))


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return the middle of the widest empty strip with columns of text on both sides, if there is one."""
    if len(lines) < 2 * _LEAST_LINES:
        return None
    left, right = _edges(lines)
    free = _free_places(lines, [left + _STEP * step for step in range(1, min(int((right - left) / _STEP), 2_000))])
    strips: list[list[float]] = []
    for place in free:
        if strips and place - strips[-1][1] <= _STEP * 1.5:
            strips[-1][1] = place
        else:
            strips.append([place, place])
    fitting = [(start + end) / 2 for start, end in sorted(strips, key=lambda strip: strip[0] - strip[1])]
    return next((place for place in fitting if _has_columns(lines, place)), None)


def _free_places(lines: Sequence[Line], places: Sequence[float]) -> list[float]:
    """Return the places with lines on both sides that hardly a short line runs across."""
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    short = [line for line in lines if len(line.words) <= _MOST_SHORT]
    short_lefts, short_rights = sorted(line.left for line in short), sorted(line.right for line in short)
    free = []
    for place in places:
        least = min(bisect_right(rights, place), len(lines) - bisect_left(lefts, place))
        crossing = bisect_left(short_lefts, place) - bisect_right(short_rights, place)
        if least >= _LEAST_LINES and crossing <= _MOST_CROSSING * least:
            free.append(place)
    return free


def _has_columns(lines: Sequence[Line], place: float) -> bool:
    sides = [line for line in lines if line.right <= place], [line for line in lines if line.left >= place]
    (top, bottom), (other_top, other_bottom) = (
        (min(line.base for line in side), max(line.base for line in side)) for side in sides
    )
    beside = min(bottom, other_bottom) - max(top, other_top)
    return beside > 0.3 * min(bottom - top, other_bottom - other_top) and all(map(_is_column, sides))


def _is_column(lines: Sequence[Line]) -> bool:
    left, right = _edges(lines)
    filled = median(line.right - line.left for line in lines) >= _LEAST_SHARE * (right - left)
    return filled and median(len(line.words) for line in lines) >= _LEAST_WORDS


def _bands(lines: Sequence[Line], gutter: float) -> list[list[Line]]:
    """Part a page, from the top down, where lines run across the gutter and where they do not."""
    bands: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        if bands and _crosses(bands[-1][0], gutter) == _crosses(line, gutter):
            bands[-1].append(line)
        else:
            bands.append([line])
    return bands


def _crosses(line: Line, place: float) -> bool:
    return line.left < place - _STEP and line.right > place + _STEP


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    return min(line.left for line in lines), max(line.right for line in lines)


def _with_common_edges(lines: Sequence[Line], gutter: float) -> list[Line]:
    """Give a column cut into bands the edges that all its lines keep to."""
    sides = [[line for line in lines if _side(line, gutter) == side] for side in range(3)]
    edges = [_edges(side) if side else (0.0, 0.0) for side in sides]
    return [
        line
        if line.column[1] - line.column[0] < (edges[side][1] - edges[side][0]) / 2
        else replace(line, column=edges[side])
        for line in lines
        for side in (_side(line, gutter),)
    ]


def _side(line: Line, gutter: float) -> int:
    return 1 if _crosses(line, gutter) else 0 if line.right <= gutter + _STEP else 2


def _one_column(lines: Sequence[Line], edges: tuple[float, float] | None = None) -> list[Line]:
    """Return lines from the top down. Pieces of a row are cells where the next row has pieces at the same places."""
    rows = rows_of(lines)
    edges = edges or (_edges(lines) if lines else (0.0, 0.0))
    ordered: list[Line] = []
    for place, row in enumerate(rows):
        near = [*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2]]
        if len(row) > 1 and any(_aligned(row, other) for other in near):
            ordered += [replace(line, column=edges, kind="table cell") for line in row]
        else:
            ordered.append(replace(joined_row(row), column=edges))
    return ordered


def _aligned(row: Sequence[Line], other: Sequence[Line]) -> bool:
    """Tell whether the second pieces of two rows begin, or end, at the same place: a table, no wide spaces."""
    if len(other) < 2:
        return False
    begins, ends = row[1].left - other[1].left, row[1].right - other[1].right
    return min(abs(begins), abs(ends)) < 3.0
