"""Which actions somebody means by a few letters: by name, then by what they do or their key, then nearly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from annotator.model.folding import fold
from annotator.ui.keycap import keycap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

Spans = tuple[tuple[int, int], ...]
SHORTEST_NEARLY = 4  # letters; what is shorter is nearly like everything
ALIKE = 78.0  # rapidfuzz partial ratio, 0 to 100, from which a misspelt name counts


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """An action as it can be found. `why` says why it cannot be done now; empty when it can."""

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    help: str = ""
    why: str = ""


def ranked(query: str, rows: Sequence[ActionRow]) -> list[ActionRow]:
    """Return the actions that answer the query, best first, what can be done now before what cannot."""
    words = fold(query).text.split()
    if not words:
        return sorted(rows, key=lambda row: bool(row.why))
    scored = [(_rank(words, row), bool(row.why), place) for place, row in enumerate(rows)]
    return [rows[place] for rank, _, place in sorted(scored) if rank < NOT_MEANT]


NOT_MEANT = 9


def _rank(words: Sequence[str], row: ActionRow) -> int:
    name = f" {fold(row.text).text}"
    if name.strip() == " ".join(words):
        return 0
    if name[1:].startswith(words[0]) and all(f" {word}" in name for word in words):
        return 1
    if all(f" {word}" in name for word in words):
        return 2
    if all(word in name for word in words):
        return 3
    keys = " ".join(f"{key} {keycap_text(key)}" for key in row.keys)
    everything = f"{name} {fold(f'{row.menu} {row.help} {keys}').text}"
    if all(f" {word}" in everything for word in words):
        return 4
    return 5 if _nearly("".join(words), name) else NOT_MEANT


def _nearly(query: str, name: str) -> bool:
    if len(query) < SHORTEST_NEARLY:
        return False
    letters = name.replace(" ", "")
    alike = fuzz.partial_ratio if len(letters) >= len(query) else fuzz.ratio
    return alike(query, letters) >= ALIKE or _with_gaps(query, name)


def _with_gaps(query: str, name: str) -> bool:
    letters = iter(name.strip())
    return all(letter in letters for letter in query)


def marked(query: str, text: str) -> Spans:
    """Return where the words typed stand in a name, in code points."""
    folded = fold(text)
    found = []
    for word in fold(query).text.split():
        at = folded.text.find(word)
        if at >= 0:
            found.append(folded.span(at, at + len(word)))
    return tuple(sorted(found))
