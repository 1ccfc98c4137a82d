"""Which parts of a Rich Text source striprtf would drop or run together, and how they are marked for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.importing.formats.rich_text_signs import CELL, FOOT, HEAD, HEADING, LIST_ITEM, NOTE, written

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\[^a-zA-Z]|[{}]|[^\\{}]+|\\", re.DOTALL)
_CODE_PAGE = re.compile(r"\\ansicpg\d{3,5}")
_LEFT_OUT = frozenset({"pict", "object", "objdata", "themedata", "datastore", "deleted", "v"})
_ASIDE = {
    "footnote": NOTE, "header": HEAD, "headerl": HEAD, "headerr": HEAD, "headerf": HEAD,
    "footer": FOOT, "footerl": FOOT, "footerr": FOOT, "footerf": FOOT,
}  # fmt: skip
_LOOKED_AT = 8_192


@dataclass(slots=True)
class Marked:
    """A source with its cells, list items and headings marked, and what stands aside taken out, in its order.

    `aside` has the sign of each piece and its source, `notes` is the number of footnotes among them.
    """

    plain: str = ""
    aside: list[tuple[str, str]] = field(default_factory=list)
    notes: int = 0


@dataclass(slots=True)
class _Group:
    """An open group: its place among what is kept; the sign of what stands aside; whether it is left out."""

    begun: int
    aside: str = ""
    left_out: bool = False


def marked(source: str) -> Marked:
    """Return the source for striprtf. Runs once over it, without recursion; binary data is passed over."""
    page = _CODE_PAGE.search(source[:_LOOKED_AT])
    found = Marked()
    kept: list[str] = []
    groups: list[_Group] = []
    position = 0
    while token := _TOKEN.match(source, position):
        position = token.end()
        text, word, argument = token[0], token[1], token[2] or ""
        if text == "{":
            groups.append(_Group(len(kept)))
        elif word == "bin":
            position += max(0, int(argument or 0))
            continue
        elif word is not None:
            _mark_group(groups, kept, word, argument)
        kept.extend((text,) if word is None else _replaced(word, argument, text))
        if text == "}" and groups:
            _close(groups.pop(), kept, found, page[0] if page else "")
    found.plain = "".join(kept)
    return found


def _close(group: _Group, kept: list[str], found: Marked, code_page: str) -> None:
    if not group.aside and not group.left_out:
        return
    inside = "".join(kept[group.begun :])
    del kept[group.begun :]
    if group.aside and not group.left_out:
        found.aside.append((group.aside, f"{{\\rtf1\\ansi{code_page}{inside}}}"))
        if group.aside == NOTE:
            found.notes += 1
            kept.append(f"[{found.notes}]")


def _mark_group(groups: list[_Group], kept: list[str], word: str, argument: str) -> None:
    """Mark an inner group by a word in it; the outermost is the text itself."""
    if len(groups) < 2:
        return
    group = groups[-1]
    group.aside = group.aside or _ASIDE.get(word, "")
    if word in _LEFT_OUT:
        group.left_out = argument != "0"
    elif word in {"listtext", "pntext"}:
        kept[group.begun] = written(LIST_ITEM) + "{"


def _replaced(word: str, argument: str, text: str) -> Iterator[str]:
    """Give what stands for a control word: striprtf writes cells as `|` and looks for links in quadratic time."""
    if word in {"cell", "nestcell"}:
        yield written(CELL)
    elif word == "fldinst":
        yield "\\fldinst "
    elif word == "outlinelevel" and argument.isdigit() and int(argument) < len(HEADING):
        yield written(HEADING[int(argument)])
    elif word not in _ASIDE and word != "chftn":
        yield text
