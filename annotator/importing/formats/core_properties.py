"""What the properties of a Word, OpenDocument or e-book file tell about its article."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

from annotator.importing.formats.office_xml import local_name, parse_xml
from annotator.importing.told import Facts

if TYPE_CHECKING:
    from lxml import etree

_WORD = "docProps/core.xml"
# When a file was made is not when its article was published, so no day is taken from an Office file.
OFFICE = {
    "title": "title",
    "initial-creator": "author",
    "creator": "author",
}
BOOK = {"title": "title", "creator": "author", "publisher": "publication", "date": "published", "source": "link"}
_PROGRAMS = frozenset({"python-docx", "unknown author", "author", "microsoft office user", "user", "odfdo"})


def word_properties(data: bytes) -> Facts:
    """Return the facts in a Word file's properties."""
    with ZipFile(io.BytesIO(data)) as archive:
        if _WORD not in archive.namelist():
            return Facts()
        return properties(parse_xml(archive.read(_WORD)), OFFICE, "the Word file’s properties")


def properties(root: etree._Element, fields: dict[str, str], where: str) -> Facts:
    """Return the facts in a part with properties: `fields` has the field of Article for each element's name.

    In OpenDocument `date` is the day of the last change, so it is no field there.
    """
    facts = Facts()
    found = [(local_name(element), (element.text or "").strip()) for element in root.iter()]
    for key, field in fields.items():
        for name, value in found:
            if name == key and value.lower() not in _PROGRAMS:
                facts.add(field, value, f"{where}, “{key}”")
    return facts
