"""Which column of a scheme file means what, in the words that different programs use."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = {
    "label": ("label", "number", "no.", "code label"),
    "path": ("path", "code path", "full path"),
    "name": ("name", "code name", "code", "tag", "theme", "title"),
    "parent": ("parent", "parent code", "category", "group", "family", "code group 1"),
    "short_name": ("short_name", "short name", "short"),
    "colour": ("colour", "color", "farbe", "cor", "couleur"),
    "definition": ("definition", "description", "memo", "comment", "kommentar", "comentário", "commentaire"),
    "include": ("include", "inclusion", "inclusion criteria", "when to use", "includes"),
    "exclude": ("exclude", "exclusion", "exclusion criteria", "when not to use", "excludes"),
    "examples": ("examples", "example", "quote", "quotes", "example quote"),
    "key": ("key", "shortcut", "keyboard shortcut"),
    "codable": ("codable", "iscodable", "is codable"),
}
_LEVEL = re.compile(r"(?:level|ebene|nível|niveau)\s*(\d{1,2})")
KNOWN = frozenset(word for words in _WORDS.values() for word in words) | {f"level {n}" for n in range(1, 41)}
_SEPARATORS = (" > ", ">>", "::", ">", "\\")
_IN_NAMES = _SEPARATORS[:3]


@dataclass(frozen=True, slots=True)
class Columns:
    """The file's own column name for each of ours; `levels` from the top down, where the tree is written so."""

    names: dict[str, str]
    levels: tuple[str, ...]

    def __contains__(self, ours: str) -> bool:
        """Tell whether the file has this column of ours."""
        return ours in self.names

    def cell(self, cells: dict[str, str], ours: str) -> str:
        """Return the cell of one of our columns, trimmed; empty when the file has no such column."""
        return cells.get(self.names.get(ours, ""), "").strip()


def find_columns(header: tuple[str, ...]) -> Columns:
    """Match a header, in lower case, with our columns; the first word of a list that is there wins.

    `code` beside a name or a path is the code's label; `label` alone is its name.
    """
    names = {ours: found for ours, words in _WORDS.items() if (found := _first(header, words))}
    levels = sorted((int(match[1]), column) for column in header if (match := _LEVEL.fullmatch(column)))
    if "code" in header and names.get("name") != "code" and "label" not in names:
        names["label"] = "code"
    if names.get("name") == "code" and ("path" in names or levels) and "label" not in names:
        names["label"] = names.pop("name")
    if "name" not in names and "path" not in names and not levels and "label" in names:
        names["name"] = names.pop("label")
    return Columns(names, tuple(column for _, column in levels))


def separator_in(written: list[str], *, surely_paths: bool) -> str:
    """Return what parts the names of a path, in all cells alike; ` > ` when nothing does.

    Where the cells may be names and no paths, a bare `>` or a backslash is taken to belong to the name.
    """
    signs = _SEPARATORS if surely_paths else _IN_NAMES
    return next((sign for sign in signs if any(sign in cell for cell in written)), _SEPARATORS[0])


def _first(header: tuple[str, ...], words: tuple[str, ...]) -> str:
    return next((word for word in words if word in header), "")
