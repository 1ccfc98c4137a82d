"""What is changed in a Word file before mammoth reads it, and what mammoth would never read: heads and feet."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from annotator.importing.formats.office_xml import parse_xml
from annotator.importing.formats.word_hidden import HidingStyles, hiding_styles, take_out_hidden
from annotator.importing.formats.word_xml import letters_of, named

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRANSPARENT = frozenset({"fldSimple", "bdo", "dir"})
_TEXT_PART = re.compile(r"word/(document|footnotes|endnotes)\d*\.xml")
_RUNNING_PART = re.compile(r"word/(header|footer)\d*\.xml")
_ONLY_NUMBERS = re.compile(r"(?:page|of|seite|von|sur|[\W\d_])*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A Word file that mammoth can read whole; how much hidden text was taken out; what runs on each page."""

    data: bytes
    hidden: int
    heads: tuple[str, ...]
    feet: tuple[str, ...]

    def running(self, page: etree._Element | None) -> etree._Element:
        """Return the page with the running heads and feet at its end, each once."""
        page = etree.Element("div") if page is None else page
        for tag, lines in (("header", self.heads), ("footer", self.feet)):
            for line in lines:
                etree.SubElement(page, tag).text = line
        return page


def prepare(data: bytes) -> Prepared:
    """Rename what mammoth would leave out although its text is plain; take out what Word hides."""
    parts = io.BytesIO()
    hidden, running = 0, {"header": dict[str, None](), "footer": dict[str, None]()}
    with ZipFile(io.BytesIO(data)) as old, ZipFile(parts, "w") as new:
        styles = _styles(old)
        for name in old.namelist():
            content = old.read(name)
            if _TEXT_PART.fullmatch(name):
                root = parse_xml(content)
                hidden += take_out_hidden(root, styles)
                _rename(root)
                content = etree.tostring(root, encoding="utf-8", xml_declaration=True)
            elif found := _RUNNING_PART.fullmatch(name):
                running[found[1]].update(dict.fromkeys(_paragraphs(parse_xml(content))))
            new.writestr(name, content)
    return Prepared(parts.getvalue(), hidden, tuple(running["header"]), tuple(running["footer"]))


def _rename(root: etree._Element) -> None:
    """Let simple fields, directions and old line breaks be what mammoth knows."""
    for element in named(root, *_TRANSPARENT, "cr"):
        name = etree.QName(element)
        element.tag = etree.QName(name.namespace, "br" if name.localname == "cr" else "smartTag").text


def _styles(archive: ZipFile) -> HidingStyles:
    """Return which styles hide their text."""
    if "word/styles.xml" not in archive.namelist():
        return HidingStyles()
    return hiding_styles(parse_xml(archive.read("word/styles.xml")))


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Give the lines of a running head or foot, but not those that are only a page's number."""
    for paragraph in named(root, "p"):
        line = " ".join(letters_of(paragraph).split())
        if line and not _ONLY_NUMBERS.fullmatch(line):
            yield line
