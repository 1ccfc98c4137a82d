"""How the line of facts is made to fit: names give way before figures do, and figures go whole or not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BETWEEN = " · "
KEPT = 12  # letters that a name keeps
SHORTENED = "…"
_SPEECH = re.compile(r"[\d,]+ quotation")
_OTHERS = re.compile(r"^(By [^,;&]+?)(?:[,;&]| and | und | et ).*$")


def fitting(facts: str, room: float, width: Callable[[str], float]) -> str:
    """Return the facts, shortened until they are no wider than the room, or as short as they can be."""
    shown = facts
    for shown in _ever_shorter(facts.split(BETWEEN)):
        if width(shown) <= room:
            return shown
    return shown


def _ever_shorter(parts: list[str]) -> Iterator[str]:
    yield BETWEEN.join(parts)
    parts = [_OTHERS.sub(r"\1 and others", part) for part in parts]
    yield BETWEEN.join(parts)
    speech = next((number for number, part in enumerate(parts) if _SPEECH.match(part)), None)
    if speech is not None:  # a click on the line tells that too
        parts[speech] = parts[speech].partition(", ")[0]
        yield BETWEEN.join(parts)
        del parts[speech]
        yield BETWEEN.join(parts)
    names = [number for number, part in enumerate(parts) if not _is_figure(part)]
    while names and len(parts[longest := max(names, key=lambda number: len(parts[number]))]) > KEPT:
        parts[longest] = parts[longest].removesuffix(SHORTENED)[:-1].rstrip(" ,.") + SHORTENED
        yield BETWEEN.join(parts)
    while len(parts) > 1:
        parts.pop(0)
        yield BETWEEN.join(parts)


def _is_figure(part: str) -> bool:
    return part[:1].isdigit() or part == "has a memo"
