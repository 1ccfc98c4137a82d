"""Where each code of a scheme file stands in the tree: by path, by parent column or by level columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.importing.scheme_columns import separator_in
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from annotator.importing.scheme_columns import Columns

CodePath = tuple[str, ...]
_Rows = list[tuple[int, dict[str, str]]]
_BREAK = re.compile(r"\s*[\t\n\v\f]\s*")
DEEPEST = 100


def _name(written: str) -> str:
    """Return a name on one line, else as it is written."""
    return _BREAK.sub(" ", written.strip())


def same_name(name: str) -> str:
    """Return a name as it is compared: without regard to case and white space."""
    return " ".join(name.split()).casefold()


def same_path(path: CodePath) -> CodePath:
    """Return a path as it is compared."""
    return tuple(map(same_name, path))


def find_paths(rows: _Rows, columns: Columns, file: str) -> dict[int, CodePath]:
    """Return the path of each row that names a code, by row number. Raises CannotRead when parents run in a circle."""
    if columns.levels:
        paths = _by_levels(rows, columns)
    elif "parent" in columns and "path" not in columns:
        paths = _by_parents(rows, columns, file)
    else:
        paths = _by_paths(rows, columns)
    if max(map(len, paths.values()), default=0) > DEEPEST:
        raise CannotRead(_too_deep(file))
    return paths


def split_path(written: str, separator: str) -> CodePath:
    """Return the names in a path, trimmed; empty ones are dropped."""
    return tuple(part for part in map(_name, written.split(separator)) if part)


def _by_paths(rows: _Rows, columns: Columns) -> dict[int, CodePath]:
    """Read the path column, or names that are paths.

    A path includes the code's own name, unless a name column beside it says another.
    """
    ours = "path" if "path" in columns else "name"
    separator = separator_in([columns.cell(cells, ours) for _, cells in rows], surely_paths=ours == "path")
    paths = {}
    for number, cells in rows:
        path = split_path(columns.cell(cells, ours), separator)
        name = _name(columns.cell(cells, "name")) if ours == "path" else ""
        if name and (not path or same_name(path[-1]) != same_name(name)):
            path = (*path, name)
        if path:
            paths[number] = path
    return paths


def _by_levels(rows: _Rows, columns: Columns) -> dict[int, CodePath]:
    """Fill the levels above the first name of a row from the row before."""
    paths: dict[int, CodePath] = {}
    above: list[str] = []
    for number, cells in rows:
        levels = [_name(cells.get(column, "")) for column in columns.levels]
        filled = [index for index, name in enumerate(levels) if name]
        if not filled:
            continue
        above = [*above[: filled[0]], *levels[filled[0] : filled[-1] + 1]]
        name = _name(columns.cell(cells, "name"))
        paths[number] = tuple(part for part in (*above, name) if part)
    return paths


def _by_parents(rows: _Rows, columns: Columns, file: str) -> dict[int, CodePath]:
    """Follow the parents of each row up to the top."""
    names = {number: name for number, cells in rows if (name := _name(columns.cell(cells, "name")))}
    parents = {number: columns.cell(cells, "parent") for number, cells in rows}
    tree = _Parents(names, parents, separator_in(list(parents.values()), surely_paths=False), file)
    for ours in ("name", "label"):
        for number, cells in rows:
            tree.make_known(number, columns.cell(cells, ours))
    return {number: tree.climb(number) for number in names}


class _Parents:
    """A parent column: a parent is named by its name, its label or a path, and may stand later or nowhere."""

    def __init__(self, names: dict[int, str], parents: dict[int, str], separator: str, file: str) -> None:
        self._names = names
        self._parents = parents
        self._separator = separator
        self._file = file
        self._known: dict[str, list[int]] = {}

    def make_known(self, number: int, word: str) -> None:
        """Let a row be found under this word."""
        if word and number in self._names:
            self._known.setdefault(same_name(word), []).append(number)

    def climb(self, number: int) -> CodePath:
        """Return the names from the top down to this row."""
        path: CodePath = (self._names[number],)
        seen = {number}
        while parent := self._parents[number]:
            rows = self._known.get(same_name(parent), [])
            if not rows:
                return (*split_path(parent, self._separator), *path)
            number = next((row for row in rows if row not in seen), 0)
            if not number:
                raise CannotRead(_circle(self._file, path[0]))
            if len(seen) > DEEPEST:
                raise CannotRead(_too_deep(self._file))
            seen.add(number)
            path = (self._names[number], *path)
        return path


def _too_deep(file: str) -> str:
    return f"{file} puts codes more than {DEEPEST} deep, so nothing was read; check what parts the names of a path."


def _circle(file: str, name: str) -> str:
    return f"{file} puts the code “{name[:60]}” below itself, so nothing was read; correct its parent and import again."
