"""How the flat list of codes becomes a tree, with hues inherited and counts summed. Plain data, no widget."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.model.records import Code

HUE_OF_NONE = "#8287d1"


@dataclass(slots=True, eq=False)
class Node:
    """One row of the tree. `here` and `everywhere` count the code's own codings, the sums also its sub-codes'."""

    code: Code
    number: int
    row: int
    parent: Node | None
    hue: str
    children: list[Node] = field(default_factory=list)
    here: int = 0
    everywhere: int = 0
    here_sum: int = 0
    everywhere_sum: int = 0
    memo: bool = False

    @property
    def depth(self) -> int:
        """How many codes are above this one."""
        depth, above = 0, self.parent
        while above is not None:
            depth, above = depth + 1, above.parent
        return depth

    @property
    def is_family(self) -> bool:
        """A code at the top that has codes under it."""
        return self.parent is None and bool(self.children)

    @property
    def used(self) -> bool:
        """Whether somebody coded with this very code."""
        return self.here > 0 or self.everywhere > 0

    @property
    def place(self) -> tuple[str, str | None, int]:
        """What has to stay the same for the tree to keep its shape."""
        return self.code.id, self.parent.code.id if self.parent else None, self.row


def nodes_of(codes: Iterable[Code]) -> list[Node]:
    """Return all nodes, each after its parent. A code whose parent is missing, or above itself, stands at the top."""
    listed = sorted(codes, key=lambda code: (code.position, code.name, code.id))
    ids = {code.id for code in listed}
    below: dict[str | None, list[Code]] = defaultdict(list)
    for code in listed:
        below[code.parent if code.parent in ids else None].append(code)
    nodes: list[Node] = []
    met: set[str] = set()
    for row, code in enumerate(below[None]):
        _grow(nodes, met, below, code, row)
    row = len(below[None])
    for code in listed:
        if code.id not in met:
            _grow(nodes, met, below, code, row)
            row += 1
    return nodes


def _grow(nodes: list[Node], met: set[str], below: Mapping[str | None, Sequence[Code]], top: Code, row: int) -> None:
    waiting: list[tuple[Code, Node | None, int]] = [(top, None, row)]
    while waiting:
        code, parent, place = waiting.pop()
        if code.id in met:
            continue
        met.add(code.id)
        hue = code.colour or (parent.hue if parent else HUE_OF_NONE)
        node = Node(code, len(nodes), len(parent.children) if parent else place, parent, hue)
        nodes.append(node)
        if parent:
            parent.children.append(node)
        waiting.extend((child, node, 0) for child in reversed(below.get(code.id, [])))


def count(nodes: Sequence[Node], here: Mapping[str, int], everywhere: Mapping[str, int]) -> list[Node]:
    """Write the counts into the nodes; return those whose figures changed. Children stand after their parents."""
    before = [(node.here, node.everywhere, node.here_sum, node.everywhere_sum) for node in nodes]
    for node in nodes:
        node.here = node.here_sum = here.get(node.code.id, 0)
        node.everywhere = node.everywhere_sum = everywhere.get(node.code.id, 0)
    for node in reversed(nodes):
        if node.parent:
            node.parent.here_sum += node.here_sum
            node.parent.everywhere_sum += node.everywhere_sum
    after = [(node.here, node.everywhere, node.here_sum, node.everywhere_sum) for node in nodes]
    return [node for node, old, new in zip(nodes, before, after, strict=True) if old != new]
