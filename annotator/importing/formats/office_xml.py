"""How the XML in an Office file or an e-book is parsed: nothing fetched, no entities, no huge trees."""

from __future__ import annotations

from lxml import etree


def parse_xml(part: bytes) -> etree._Element:
    """Return the root element. Raises etree.XMLSyntaxError for what is no XML or nested more than 250 deep.

    Raises MemoryError where the parser ran out of memory, which it calls an error of syntax.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise


def local_name(element: etree._Element) -> str:
    """Return the tag without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
