"""What an OpenDocument text (.odt) says: its text as LibreOffice shows it with all changes accepted."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from annotator.importing.binary import kind_of_bytes
from annotator.importing.formats.core_properties import OFFICE, properties
from annotator.importing.formats.html_walk import page_lines
from annotator.importing.formats.office_xml import local_name, parse_xml
from annotator.importing.formats.open_document_page import as_page, hiding_styles, running_lines, title_line
from annotator.importing.guard import check_zip
from annotator.importing.read_records import ReadText
from annotator.importing.told import Facts
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHANGES = frozenset({"insertion", "deletion"})


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of the file that are read."""

    content: etree._Element
    styles: etree._Element | None
    properties: etree._Element | None


def read_open_document(data: bytes, name: str) -> ReadText:
    """Return the text of an .odt, one line a paragraph, footnotes at the end behind their number.

    Running heads and feet stand last, once each. Raises CannotRead for what is no such file, damaged, encrypted or
    made to do harm.
    """
    if not data.startswith(b"PK"):
        kind = kind_of_bytes(data) or "no OpenDocument file"
        raise CannotRead(f"{name} is {kind} in spite of its name, so it was not read; save it as .odt again.")
    check_zip(data, name)
    parts = _parts(data, name)
    changes = [local_name(element) for element in parts.content.iter() if local_name(element) in _CHANGES]
    title = title_line(parts.content, parts.styles)
    page = as_page(parts.content, hiding_styles(parts.content, parts.styles))
    for tag, line in running_lines(parts.styles):
        etree.SubElement(page, tag).text = line
    lines = page_lines(page)
    told = _told(title, parts)
    notes = tuple(_notes(page, changes))
    return ReadText(title=title, text=lines.text(), notes=notes, blocks=lines.blocks(), told=told.told())


def _parts(data: bytes, name: str) -> _Parts:
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
                message = f"{name} is protected by a password, so it was not read; save it without one, then import it."
                raise CannotRead(message)
            wanted = ("content.xml", "styles.xml", "meta.xml")
            found = [parse_xml(archive.read(part)) if part in names else None for part in wanted]
    except etree.XMLSyntaxError as error:
        raise CannotRead(_damaged(name)) from error
    content, styles, meta = found
    if content is None:
        raise CannotRead(_damaged(name))
    return _Parts(content, styles, meta)


def _damaged(name: str) -> str:
    return f"{name} is no OpenDocument text or is damaged, so it was not read; open it and save it again as .odt."


def _told(title: str, parts: _Parts) -> Facts:
    facts = Facts()
    facts.add("title", title, "the paragraph in the style Title, or an early heading")
    if parts.properties is not None:
        facts.extend(properties(parts.properties, OFFICE, "the OpenDocument file’s properties").told())
    return facts


def _notes(page: etree._Element, changes: list[str]) -> Iterator[str]:
    if changes:
        kept, left_out = (
            _number(changes.count("insertion"), "insertion"),
            _number(changes.count("deletion"), "deletion"),
        )
        yield f"Tracked changes: {kept} kept, {left_out} left out."
    hidden = sum(element.get("hidden") == "text" for element in page.iter())
    if hidden:
        yield f"{_number(hidden, 'hidden piece')} of text left out, as it is not shown."
    comments = sum(element.get("hidden") == "comment" for element in page.iter())
    if comments:
        yield f"{_number(comments, 'comment')} in the margin left out."
    footnotes = sum(element.get("role") == "doc-footnote" for element in page.iter())
    if footnotes:
        yield f"{_number(footnotes, 'footnote')} at the end of the text."


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
