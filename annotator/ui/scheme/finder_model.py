"""Which codes the finder lists for what was typed, and what each row says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from annotator.model.finding_codes import Match, find_codes
from annotator.ui.scheme.scheme_model import NOWHERE, Index, on_one_line, spoken_name, tooltip
from annotator.ui.scheme.scheme_nodes import Node, nodes_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.records import Code

Spans = tuple[tuple[int, int], ...]
SHOWN_BEFORE_HIT = 40  # characters of the second line before its first hit, where that lies far in
LONGEST, LONGEST_LINE = 4000, 300
INCLUDES = "Includes "
PART = re.compile(r"[^;\s][^;]*")


class FinderRole(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """One code as the finder shows it. Spans are code points of `name` and of `words`."""

    code: Code
    hue: str
    path: str
    name: str
    spans: Spans
    loose: bool
    words: str
    words_spans: Spans


class FinderModel(QAbstractListModel):
    """The codes that can be taken: the recent ones first, or those found, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: dict[str, Node] = {}
        self._codes: list[Code] = []
        self._paths: Mapping[str, str] = {}
        self._unasked: list[Code] = []
        self._found: list[Code | Match] = []
        self._query = ""

    def set_scheme(self, codes: Sequence[Code], paths: Mapping[str, str], recent: Sequence[str]) -> None:
        """Take these codes; those that take no codings are left out."""
        nodes = nodes_of(codes)
        self._nodes = {node.code.id: node for node in nodes}
        self._codes = [node.code for node in nodes if node.code.codable]
        self._paths = paths
        last = [self._nodes[code_id].code for code_id in dict.fromkeys(recent) if code_id in self._nodes]
        met = {code.id for code in last}
        self._unasked = [code for code in last if code.codable] + [c for c in self._codes if c.id not in met]
        self.ask("")

    def ask(self, query: str) -> None:
        """List what is found for these words."""
        self.beginResetModel()
        self._query = query.strip()
        self._found = list(find_codes(self._query, self._codes, self._paths)) if self._query else list(self._unasked)
        self.endResetModel()

    def code_at(self, row: int) -> Code:
        """Return the code of a row."""
        found = self._found[row]
        return found.code if isinstance(found, Match) else found

    def name_of(self, code_id: str | None) -> str:
        """Return the name of a code, empty where there is none."""
        return self._nodes[code_id].code.name if code_id in self._nodes else ""

    def has_name(self, name: str, family: str | None) -> bool:
        """Whether the family has a code of this name."""
        same = name.strip().casefold()
        return any(
            node.code.name.casefold() == same and node.code.parent == family for node in self._nodes.values()
        )  # fmt: skip

    def row(self, number: int) -> Row:
        """Return what the delegate paints."""
        found = self._found[number]
        match = found if isinstance(found, Match) else None
        node = self._nodes[self.code_at(number).id]
        words, words_spans = second_line(node.code, match)
        return Row(
            code=node.code, hue=node.hue, path=path_above(node), name=on_one_line(node.code.name),
            spans=match.name_spans if match else (), loose=bool(match and match.loose),
            words=words, words_spans=words_spans,
        )  # fmt: skip

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        if role == FinderRole.ROW:
            return self.row(index.row())
        node = self._nodes[self.code_at(index.row()).id]
        if role == Qt.ItemDataRole.DisplayRole:
            return on_one_line(node.code.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            above = path_above(node)
            return f"{spoken_name(node)}{f', in {above}' if above else ''}. {second_line(node.code)[0]}".strip()
        return tooltip(node) if role == Qt.ItemDataRole.ToolTipRole else None


def path_above(node: Node) -> str:
    """Return the names above a code, from the family down."""
    names, above = [], node.parent
    while above is not None:
        names.append(on_one_line(above.code.shown_name, 60))
        above = above.parent
    return " › ".join(reversed(names))


def second_line(code: Code, match: Match | None = None) -> tuple[str, Spans]:
    """Return the definition with what it includes, and where the words typed stand in it."""
    words = on_one_line(code.definition, LONGEST).rstrip()
    hits = match.definition_spans if match else ()
    include, include_hits = _included(code.include, match.include_spans if match else ())
    if include:
        words = f"{words} {INCLUDES}".lstrip()
        hits += tuple((start + len(words), end + len(words)) for start, end in include_hits)
        words += include.rstrip(". ") + "."
    if hits and hits[0][0] > 2 * SHOWN_BEFORE_HIT:
        cut = words.find(" ", hits[0][0] - SHOWN_BEFORE_HIT, hits[0][0]) + 1 or hits[0][0]  # at the next word
        words, hits = f"… {words[cut:]}", tuple((start - cut + 2, end - cut + 2) for start, end in hits)
    return words[:LONGEST_LINE], hits


def _included(include: str, hits: Spans) -> tuple[str, Spans]:
    """Return the first part of what a code includes, or the first that was meant, with its hits."""
    parts = [found.span() for found in PART.finditer(on_one_line(include, LONGEST))]
    if not parts:
        return "", ()
    meant = [(start, end) for start, end in parts if any(start <= hit < end for hit, _ in hits)]
    start, end = meant[0] if meant else parts[0]
    inside = tuple((max(a, start) - start, min(b, end) - start) for a, b in hits if a < end and b > start)
    return on_one_line(include[start:end], LONGEST), inside
