"""What a web page says to somebody who reads it, and what it says about itself.

Every block is one line: paragraphs are parted by one line feed and nothing is invented, no bullets and no empty
lines. What a browser would not show is left out, links are never followed.
"""

from __future__ import annotations

import re

from lxml import etree

from annotator.importing.binary import is_binary, kind_of_bytes
from annotator.importing.encodings import decode
from annotator.importing.formats.html_facts import page_facts
from annotator.importing.formats.html_titles import without_site_names
from annotator.importing.formats.html_walk import page_lines
from annotator.importing.read_records import ReadText
from annotator.importing.told import title_of
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

_CHARSET = re.compile(
    rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_LOOKED_AT = 8_192


def read_html(data: bytes, name: str) -> ReadText:
    """Return the visible text of a page, its blocks and what it tells of itself; encoding as marked or declared.

    Raises CannotRead for what is no page, or one nested or filled beyond what the parser takes.
    """
    return read_page(data, name, declared_encoding(data))


def read_page(data: bytes, name: str, encoding: str) -> ReadText:
    """As `read_html`, with the encoding that a header declares, where no byte-order mark speaks against it."""
    kind = kind_of_bytes(data)
    if kind:
        raise CannotRead(f"{name} is {kind} under another name, so it was not read; give it its own ending.")
    decoded = decode(data, encoding)
    if is_binary(decoded.text):
        raise CannotRead(f"{name} holds no readable text, so it was not read; save the page again from the browser.")
    read = read_characters(decoded.text, name)
    return ReadText(
        title=read.title, text=read.text, encoding=decoded.encoding, notes=decoded.notes, blocks=read.blocks,
        told=read.told,
    )  # fmt: skip


def read_characters(source: str, name: str) -> ReadText:
    """Return what the source of a page says. Raises CannotRead where text would be lost."""
    page = parse_page(source, name)
    if page is None:
        return ReadText(title="", text="")
    lines = page_lines(page)
    text = lines.text()
    told = without_site_names(page_facts(page, source), text)
    return ReadText(title=title_of(told), text=text, blocks=lines.blocks(), told=told)


def parse_page(text: str, name: str) -> etree._Element | None:
    """Return the page's root element, None for an empty page. Raises CannotRead where text would be lost."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        page: etree._Element | None = etree.fromstring(canonical(text).encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        page = None
    errors = {error.type_name for error in parser.error_log}
    if "ERR_NO_MEMORY" in errors:
        raise MemoryError
    if "ERR_RESOURCE_LIMIT" in errors:
        message = f"{name} is nested more than 250 deep or holds a piece of over 10 MB, so it was not read"
        raise CannotRead(f"{message}; copy its text into a .txt file and read that.")
    return page


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a page names in its first lines; else an empty string."""
    found = _CHARSET.search(data[:_LOOKED_AT])
    return (found[1] or found[2]).decode("ascii") if found else ""
