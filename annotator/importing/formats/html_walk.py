"""What of a page is seen, block by block: its lines, and the parts of the page that they come from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from annotator.importing.formats.html_elements import BLOCKS, UNSEEN
from annotator.importing.formats.html_lines import Lines
from annotator.importing.formats.html_parts import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACES = "spaces"  # no tag of web pages: white space that counts, in a text whose other white space does not
_PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext", SPACES})
UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def page_lines(page: etree._Element, *, spaces_kept: bool = False, lines: Lines | None = None) -> Lines:
    """Return the visible lines, added to `lines` if given. With `spaces_kept` white space counts, as in Word."""
    lines = Lines() if lines is None else lines
    lines.end_block()
    preformatted = int(spaces_kept)
    parts = [Part()]
    for event, element in _seen(page):
        tag = str(element.tag)
        if event == "start":
            _open(lines, tag)
            parts.append(parts[-1].inside(element))
            preformatted += _keeps_spaces(element)
            text = element.text or ""
            _add(lines, text.removeprefix("\n") if tag == "pre" else text, parts[-1], verbatim=preformatted > 0)
            continue
        if event == "end":
            preformatted -= _keeps_spaces(element)
            parts.pop()
            _close(lines, tag)
        if element is not page:
            _add(lines, element.tail or "", parts[-1], verbatim=preformatted > 0)
    return lines


def _seen(page: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Walk without recursion. An unseen element comes as one event, `unseen`: what stands after it is read on."""
    walk = etree.iterwalk(page, events=("start", "end"))
    unseen: etree._Element | None = None
    for event, element in walk:
        if event == "start" and _is_unseen(element):
            unseen = element
            walk.skip_subtree()
        elif unseen is not None and element is unseen:
            yield "unseen", element
        else:
            yield event, element


def _is_unseen(element: etree._Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in UNSEEN or "hidden" in element.attrib:
        return True
    if tag == "dialog" and "open" not in element.attrib:
        return True
    return bool(UNSEEN_STYLE.search(str(element.get("style", ""))))


def _keeps_spaces(element: etree._Element) -> int:
    return int(element.tag in _PREFORMATTED)


def _open(lines: Lines, tag: str) -> None:
    if tag == "br":
        lines.feed()
    elif tag == "tr":
        lines.start_row()
    elif tag in {"td", "th"}:
        lines.start_cell()
    elif tag in BLOCKS:
        lines.end_block()


def _close(lines: Lines, tag: str) -> None:
    if tag == "tr":
        lines.end_row()
    elif tag in BLOCKS:
        lines.end_block()


def _add(lines: Lines, text: str, part: Part, *, verbatim: bool) -> None:
    if verbatim:
        lines.add_verbatim(text, part)
    else:
        lines.add(text, part)
