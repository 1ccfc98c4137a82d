"""How one finds the way in the XML of a Word file: elements by name in either namespace, values, letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.importing.formats.office_xml import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)


def named(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Give the elements of these names at any depth, in the order of the file."""
    return root.iter(*[f"{{{namespace}}}{name}" for namespace in NAMESPACES for name in names])


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """Give the elements of a name right below another one; none below none."""
    return iter(()) if element is None else (child for child in element if local_name(child) == name)


def value_of(element: etree._Element, attribute: str = "val") -> str:
    """Return an attribute, whatever its namespace; empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == attribute), "")


def letters_of(element: etree._Element) -> str:
    """Return the text below an element, tabs as tabs and breaks as spaces."""
    pieces = {"tab": "\t", "br": " ", "cr": " "}
    return "".join(
        (one.text or "") if local_name(one) == "t" else pieces.get(local_name(one), "") for one in element.iter()
    )
