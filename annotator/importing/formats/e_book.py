"""What an e-book (.epub) says: its pages in the order of the spine, each read as a web page."""

from __future__ import annotations

import html
import io
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from annotator.importing.binary import kind_of_bytes
from annotator.importing.encodings import decode
from annotator.importing.formats.core_properties import BOOK, properties
from annotator.importing.formats.html_lines import Lines
from annotator.importing.formats.html_text import declared_encoding, parse_page
from annotator.importing.formats.html_walk import page_lines
from annotator.importing.formats.office_xml import local_name, parse_xml
from annotator.importing.guard import check_zip
from annotator.importing.read_records import ReadText
from annotator.importing.told import title_of
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")


@dataclass(frozen=True, slots=True)
class _Book:
    """The package of a book: its root element, and the paths of its pages in their order."""

    package: etree._Element
    pages: tuple[str, ...]


def read_e_book(data: bytes, name: str) -> ReadText:
    """Return the text of an .epub without its pictures. Raises CannotRead for what is damaged, locked or harmful."""
    if not data.startswith(b"PK"):
        kind = kind_of_bytes(data) or "no e-book"
        raise CannotRead(f"{name} is {kind} in spite of its name, so it was not read; give it its own ending.")
    check_zip(data, name, doctypes=True)
    lines = Lines()
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            book = _book(archive)
            _refuse_locked(archive, book, name)
            for path in book.pages:
                page = _page(archive.read(path), name)
                if page is not None:
                    page_lines(page, lines=lines)
    except (etree.XMLSyntaxError, KeyError) as error:
        message = f"{name} is no e-book or is damaged, so it was not read; get it again, or save its text as .txt."
        raise CannotRead(message) from error
    told = properties(book.package, BOOK, "the e-book’s description").told()
    return ReadText(title=title_of(told), text=lines.text(), blocks=lines.blocks(), told=told)


def _book(archive: ZipFile) -> _Book:
    """Follow the container to the package, and the package's spine to the pages."""
    container = parse_xml(archive.read("META-INF/container.xml"))
    root = next((str(one.get("full-path", "")) for one in container.iter() if local_name(one) == "rootfile"), "")
    package = parse_xml(archive.read(root))
    known = set(archive.namelist())
    items = {str(one.get("id")): one for one in package.iter() if local_name(one) == "item"}
    order = [items.get(str(one.get("idref"))) for one in package.iter() if local_name(one) == "itemref"]
    paths = (
        posixpath.normpath(
            posixpath.join(posixpath.dirname(root), unquote(str(item.get("href", "")).partition("#")[0]))
        )
        for item in order
        if item is not None and item.get("media-type") in _PAGES
    )
    return _Book(package, tuple(dict.fromkeys(path for path in paths if path in known)))


def _refuse_locked(archive: ZipFile, book: _Book, name: str) -> None:
    """Refuse a book whose pages are encrypted; fonts often are, and are not read."""
    if "META-INF/encryption.xml" not in archive.namelist():
        return
    encryption = parse_xml(archive.read("META-INF/encryption.xml"))
    locked = {unquote(str(one.get("URI", ""))) for one in encryption.iter() if local_name(one) == "CipherReference"}
    if locked.intersection(book.pages):
        raise CannotRead(f"{name} is locked by its seller, so it was not read; ask for a copy that is not.")


def _page(data: bytes, name: str) -> etree._Element | None:
    """Return a page's root: as the XML that it should be, else as browsers read what is not quite."""
    source = decode(data, declared_encoding(data)).text
    whole = _NAMED.sub(_character, source)
    try:
        page = parse_xml(re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", whole).encode("utf-8", "replace"))
    except etree.XMLSyntaxError:
        return parse_page(source, name)
    for element in _elements(page):
        element.tag = local_name(element)
    return page


def _character(entity: re.Match[str]) -> str:
    found = html.unescape(entity[0])
    return found if found != entity[0] and found not in "&<>" else entity[0].replace("&", "&amp;")


def _elements(page: etree._Element) -> Iterator[etree._Element]:
    return (element for element in page.iter() if isinstance(element.tag, str) and element.tag.startswith("{"))
