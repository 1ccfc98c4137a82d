"""What is changed in a Word file before mammoth reads it, and what mammoth would never read: heads and feet."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from annotator.importing.formats.office_xml import local_name, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_TRANSPARENT = frozenset({"fldSimple", "bdo", "dir"})
_TEXT_PART = re.compile(r"word/(document|footnotes|endnotes)\d*\.xml")
_RUNNING_PART = re.compile(r"word/(header|footer)\d*\.xml")
_ONLY_NUMBERS = re.compile(r"(?:page|of|seite|von|sur|[\W\d_])*", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off"})


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
        hiding = _hiding_styles(old)
        for name in old.namelist():
            content = old.read(name)
            if _TEXT_PART.fullmatch(name):
                root = parse_xml(content)
                hidden += _without_hidden(root, hiding)
                _rename(root)
                content = etree.tostring(root, encoding="utf-8", xml_declaration=True)
            elif found := _RUNNING_PART.fullmatch(name):
                running[found[1]].update(dict.fromkeys(_paragraphs(parse_xml(content))))
            new.writestr(name, content)
    return Prepared(parts.getvalue(), hidden, tuple(running["header"]), tuple(running["footer"]))


def _rename(root: etree._Element) -> None:
    """Let simple fields, directions and old line breaks be what mammoth knows."""
    for element in _named(root, *_TRANSPARENT, "cr"):
        name = etree.QName(element)
        element.tag = etree.QName(name.namespace, "br" if name.localname == "cr" else "smartTag").text


def _without_hidden(root: etree._Element, hiding: frozenset[str]) -> int:
    """Take out the hidden runs; return how many had letters."""
    hidden = [run for run in _named(root, "r") if _is_hidden(run, hiding)]
    count = sum(bool(_text(run).strip()) for run in hidden)
    for run in hidden:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    return count


def _is_hidden(run: etree._Element, hiding: frozenset[str]) -> bool:
    properties = next(iter(_children(run, "rPr")), None)
    if properties is None:
        return False
    for element in properties:
        name = local_name(element)
        if name == "vanish":
            return _value(element).lower() not in _OFF
        if name == "rStyle" and _value(element) in hiding:
            return True
    return False


def _hiding_styles(archive: ZipFile) -> frozenset[str]:
    """Return the ids of character styles that hide their text."""
    if "word/styles.xml" not in archive.namelist():
        return frozenset()
    hiding: set[str] = set()
    for style in _named(parse_xml(archive.read("word/styles.xml")), "style"):
        vanished = [one for properties in _children(style, "rPr") for one in _children(properties, "vanish")]
        if any(_value(one).lower() not in _OFF for one in vanished):
            hiding.update(str(value) for key, value in style.attrib.items() if str(key).endswith("}styleId"))
    return frozenset(hiding)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Give the lines of a running head or foot, but not those that are only a page's number."""
    for paragraph in _named(root, "p"):
        line = " ".join(_text(paragraph).split())
        if line and not _ONLY_NUMBERS.fullmatch(line):
            yield line


def _text(element: etree._Element) -> str:
    pieces = {"tab": "\t", "br": " ", "cr": " "}
    return "".join(
        (one.text or "") if local_name(one) == "t" else pieces.get(local_name(one), "") for one in element.iter()
    )


def _named(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    return root.iter(*[f"{{{namespace}}}{name}" for namespace in _NAMESPACES for name in names])


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element if local_name(child) == name)


def _value(element: etree._Element) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == "val"), "")
