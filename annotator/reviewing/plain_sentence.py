"""What the figures of a comparison mean, in one or two plain sentences; the numbers themselves stand in the table.

A code, or a family with its codes pooled, counts as agreed on from Krippendorff's upper line, as differed on below his
lower one; in between, and where too little was coded, nothing is said of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.reviewing.intervals import FAILING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.records import Code
    from annotator.reviewing.comparison import Comparison, Figures

TENTATIVE, RELIABLE = FAILING
FEWEST_UNITS = 3  # coded by either, from which on something is said of a code
MOST_NAMED = 3
_TURNS: dict[str, str] = {
    "boundary": "where a passage ends", "split": "where a passage ends", "code": "which code a passage has",
    "missing in A": "whether a passage is coded at all", "missing in B": "whether a passage is coded at all",
}  # fmt: skip
_OFTEN = 1 / 3  # of all differences, from which on what they turn on is named
_ONE_SIDED, _FEW = 3, 5  # times as many, and at least so many


def plain_sentence(comparison: Comparison, codes: Sequence[Code], names: tuple[str, str] = ("A", "B")) -> str:
    """Return what the two agree and differ on. `codes`: the whole scheme; `names`: the coders'."""
    kinds: Counter[str] = Counter(one.kind for _, compared in comparison.compared for one in compared.differences)
    matched = sum(len(compared.matched) for _, compared in comparison.compared)
    if not kinds and not matched:
        return "Neither of them coded anything here, so there is nothing to compare."
    if not kinds:
        return f"They agree everywhere: {counted(matched, 'passage')} coded by both, none by one alone."
    by_id = {code.id: code for code in codes}
    high, low = _named(comparison.rows, by_id)
    turns = _turns(kinds)
    told = [_first(high, low, turns), _one_sided(kinds, names)]
    return " ".join(part for part in told if part)


def _first(high: Sequence[str], low: Sequence[str], turns: Sequence[str]) -> str:
    differ = ", and ".join(f"on {part}" for part in (_listing(low), _listing(turns)) if part)
    if high and low:
        return f"They agree on {_listing(high)}; they differ {differ}."
    if high:
        return f"They agree on {_listing(high)}; where they differ, it is {differ}."
    if low:
        return f"They differ {differ}."
    return f"On no code do they clearly agree or differ yet; where they differ, it is {differ}."


def _turns(kinds: Mapping[str, int]) -> list[str]:
    """Return what most differences turn on, the commonest first; the commonest alone where none is frequent."""
    by_turn: Counter[str] = Counter()
    for kind, number in kinds.items():
        by_turn[_TURNS[kind]] += number
    common = by_turn.most_common()
    often = [turn for turn, number in common if number >= _OFTEN * by_turn.total()]
    return often or [common[0][0]]


def _one_sided(kinds: Mapping[str, int], names: tuple[str, str]) -> str:
    """Return who codes much more than the other, if anybody does."""
    only_a, only_b = kinds.get("missing in B", 0), kinds.get("missing in A", 0)
    more, less = max(only_a, only_b), min(only_a, only_b)
    name, other = names if only_a >= only_b else (names[1], names[0])
    if more < _FEW or more < _ONE_SIDED * less:
        return ""
    return f"{name} codes more: {counted(more, 'passage')} that {other} has not coded, {less:,} the other way round."


def _named(rows: Sequence[Figures], codes: Mapping[str, Code]) -> tuple[list[str], list[str]]:
    """Return what is agreed on and what is differed on: families by their codes pooled, and codes that stand out."""
    families: defaultdict[str, list[Figures]] = defaultdict(list)
    for row in rows:
        if row.code in codes:
            families[_family(row.code, codes)].append(row)
    units = _units(rows)
    high: list[str] = []
    low: list[str] = []
    for family, members in families.items():
        pooled = _side(members, units)
        sides = [(codes[row.code].title, _side([row], units)) for row in members]
        ours, theirs = ([title for title, side in sides if side == wanted] for wanted in ("high", "low"))
        whole = [codes[family].title] if len(members) > 1 else [title for title, _ in sides]
        high += whole if pooled == "high" else ours
        low += whole if pooled == "low" and not ours else theirs
    return high, low


def _side(rows: Sequence[Figures], units: float | None) -> str:
    """Return where the figure of some codes pooled lies; nothing is said of what was coded too seldom.

    It is alpha, 1 - sum of D_o / sum of D_e; where no units are counted but passages alone, their overlap.
    """
    apart, both = sum(row.a_only + row.b_only for row in rows), sum(row.both for row in rows)
    if apart + both < FEWEST_UNITS:
        return "seldom"
    if units is None:
        figure = 2 * both / (2 * both + apart)
    else:
        ones = [2 * row.both + row.a_only + row.b_only for row in rows]
        expected = sum(one * (2 * units - one) for one in ones) / (2 * units - 1)
        figure = 1 - apart / expected if expected else 1.0
    return "high" if figure >= RELIABLE else "low" if figure < TENTATIVE else "between"


def _units(rows: Sequence[Figures]) -> float | None:
    """Return how many units were counted: the share on which two agree tells, where they do not agree on all."""
    found = [
        (row.a_only + row.b_only) / (1 - row.percent) for row in rows if row.percent is not None and row.percent < 1
    ]
    return max(found, default=None)


def _family(code: str, codes: Mapping[str, Code]) -> str:
    seen = {code}
    parent = codes[code].parent
    while parent and parent in codes and parent not in seen:
        seen.add(parent)
        code, parent = parent, codes[parent].parent
    return code


def _listing(names: Sequence[str]) -> str:
    """Return names as in a sentence: `G1 and G3`, `G1, G2, G3 and 4 more codes`."""
    if len(names) > MOST_NAMED:
        rest = len(names) - MOST_NAMED
        return f"{', '.join(names[:MOST_NAMED])} and {counted(rest, 'more code')}"
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""
