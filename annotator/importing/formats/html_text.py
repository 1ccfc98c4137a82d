"""What a web page says to somebody who reads it.

Every block is one line: paragraphs are parted by one line feed and nothing is invented, no bullets and no empty
lines. What a browser would not show is left out, links are never followed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from annotator.importing.binary import is_binary, kind_of_bytes
from annotator.importing.encodings import decode
from annotator.importing.formats.html_elements import BLOCKS, UNSEEN
from annotator.importing.formats.html_lines import Lines
from annotator.importing.read_records import ReadText
from annotator.importing.titles import one_line
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_LOOKED_AT = 8_192


def read_html(data: bytes, name: str) -> ReadText:
    """Return the visible text of a page and its title: `<title>`, else the first `<h1>`.

    Raises CannotRead for what is no page, or one nested or filled beyond what the parser takes.
    """
    kind = kind_of_bytes(data)
    if kind:
        raise CannotRead(f"{name} is {kind} under another name, so it was not read; give it its own ending.")
    decoded = decode(data, _declared_encoding(data))
    if is_binary(decoded.text):
        raise CannotRead(f"{name} holds no readable text, so it was not read; save the page again from the browser.")
    page = parse_page(decoded.text, name)
    title = "" if page is None else page_title(page)
    text = "" if page is None else page_text(page)
    return ReadText(title=title, text=text, encoding=decoded.encoding, notes=decoded.notes)


def parse_page(text: str, name: str) -> etree._Element | None:
    """Return the page's root element, None for an empty page. Raises CannotRead where text would be lost."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        page: etree._Element | None = etree.fromstring(canonical(text).encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        page = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        message = f"{name} is nested more than 250 deep or holds a piece of over 10 MB, so it was not read"
        raise CannotRead(f"{message}; copy its text into a .txt file and read that.")
    return page


def page_title(page: etree._Element) -> str:
    """Return what the page calls itself, on one line; else an empty string."""
    titles = (one_line("".join(map(str, element.itertext()))) for tag in ("title", "h1") for element in page.iter(tag))
    return next((title for title in titles if title), "")


def page_text(page: etree._Element, *, spaces_kept: bool = False) -> str:
    """Return the visible text in canonical form. With `spaces_kept` white space counts everywhere, as in Word."""
    lines = Lines()
    preformatted = int(spaces_kept)
    for event, element in _seen(page):
        tag = str(element.tag)
        if event == "start":
            _open(lines, tag)
            preformatted += _keeps_spaces(element)
            text = element.text or ""
            _add(lines, text.removeprefix("\n") if tag == "pre" else text, verbatim=preformatted > 0)
            continue
        if event == "end":
            preformatted -= _keeps_spaces(element)
            _close(lines, tag)
        if element is not page:
            _add(lines, element.tail or "", verbatim=preformatted > 0)
    return canonical(lines.text())


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


def _add(lines: Lines, text: str, *, verbatim: bool) -> None:
    if verbatim:
        lines.add_verbatim(text)
    else:
        lines.add(text)


def _declared_encoding(data: bytes) -> str:
    found = _CHARSET.search(data[:_LOOKED_AT])
    return (found[1] or found[2]).decode("ascii") if found else ""
