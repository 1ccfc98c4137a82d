"""How the codes hang together: paths, sub-codes, the order of brothers and sisters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.records import PATH_SEPARATOR, Code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FAMILY_HUES = ("#6bd4f9", "#5635b6", "#53a70b", "#fe838d", "#f4e300", "#824200", "#206254", "#8287d1")


def tree_order(codes: Iterable[Code]) -> list[Code]:
    """Return codes from the families down, each parent before its sub-codes, by position."""
    below: dict[str | None, list[Code]] = {}
    for code in sorted(codes, key=lambda code: (code.position, code.created, code.id)):
        below.setdefault(code.parent, []).append(code)
    ordered: list[Code] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        code = waiting.pop()
        ordered.append(code)
        waiting.extend(reversed(below.get(code.id, [])))
    return ordered


def name_paths(codes: Iterable[Code]) -> dict[str, tuple[str, ...]]:
    """Return code id -> its names from the family down. Parents may come in any order."""
    by_id = {code.id: code for code in codes}
    paths: dict[str, tuple[str, ...]] = {}
    for code in by_id.values():
        names: list[str] = []
        at: Code | None = code
        while at is not None and len(names) <= len(by_id):
            names.append(at.name)
            at = by_id.get(at.parent) if at.parent else None
        paths[code.id] = tuple(reversed(names))
    return paths


def joined(path: Sequence[str]) -> str:
    """Return a path as one line: `Governance > Delegation`."""
    return PATH_SEPARATOR.join(path)


def with_sub_codes(chosen: Iterable[str], codes: Iterable[Code]) -> list[str]:
    """Return the ids of codes and of everything below them, in tree order."""
    wanted = set(chosen)
    for code in tree_order(codes):
        if code.parent in wanted:
            wanted.add(code.id)
    return [code.id for code in tree_order(codes) if code.id in wanted]


def below(code: Code, codes: Iterable[Code]) -> list[Code]:
    """Return everything below a code, parents first."""
    ids = set(with_sub_codes([code.id], codes := list(codes))) - {code.id}
    return [other for other in tree_order(codes) if other.id in ids]


def sharing_colour(code: Code, codes: Iterable[Code]) -> list[Code]:
    """Return the codes below a code that have its colour."""
    return [other for other in below(code, codes) if other.colour == code.colour]


def next_position(codes: Iterable[Code], parent: str | None) -> int:
    """Return the position of a new last child."""
    return max((code.position for code in codes if code.parent == parent), default=-1) + 1


def inherited_colour(codes: Sequence[Code], parent: str | None) -> str:
    """Return the colour of a new code: its parent's, or the next unused hue for a family."""
    for code in codes:
        if code.id == parent:
            return code.colour
    used = {code.colour for code in codes if code.parent is None}
    free = [hue for hue in FAMILY_HUES if hue not in used]
    return free[0] if free else FAMILY_HUES[sum(code.parent is None for code in codes) % len(FAMILY_HUES)]
