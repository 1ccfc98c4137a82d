"""How a coder is named where there is room for two letters: initials, each of them once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def initials_of(names: Mapping[str, str]) -> dict[str, str]:
    """Return two letters for each name, by the key it has; where two would be the same, the later has a number."""
    found: dict[str, str] = {}
    for key, name in names.items():
        short, number = _short(name), 1
        while short in found.values():
            number += 1
            short = f"{_short(name)}{number}"
        found[key] = short
    return found


def _short(name: str) -> str:
    words = name.split()
    if len(words) > 1:
        return f"{words[0][0]}{words[-1][0]}".upper()
    return words[0][:2].capitalize() if words else "?"
