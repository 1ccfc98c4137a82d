"""How the content of an OpenDocument file becomes a page with the tags of HTML, so that one walk reads both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from annotator.importing.formats.html_walk import SPACES
from annotator.importing.formats.office_xml import local_name
from annotator.importing.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAGS = {
    "p": "p", "list": "ul", "list-item": "li", "list-header": "li", "table": "table", "table-row": "tr",
    "table-cell": "td", "covered-table-cell": "td", "line-break": "br", "text-box": "div", "section": "section",
    "a": "a", "table-of-content": "nav", "alphabetical-index": "nav", "s": SPACES, "tab": SPACES,
}  # fmt: skip
_UNSEEN = frozenset({
    "tracked-changes", "annotation", "forms", "sequence-decls", "variable-decls", "user-field-decls", "title", "desc",
    "ruby-text", "hidden-text", "hidden-paragraph", "note", "script", "scripts", "object", "object-ole", "binary-data",
    "font-face-decls", "automatic-styles",
    "event-listeners", "index-source", "table-of-content-source", "alphabetical-index-source",
})  # fmt: skip
_MOST_SPACES = 10_000
_HEADING_AMONG = 5


def as_page(content: etree._Element, hiding: frozenset[str]) -> etree._Element:
    """Retag the content in place and return it. Its notes stand at its end, each behind its number."""
    notes: list[etree._Element] = []
    for element in list(content.iter()):
        name = local_name(element)
        if name == "note":
            _take_out(element, notes)
        elif name in {"annotation", "tracked-changes"}:
            _hide(element, "comment" if name == "annotation" else "changes")
        elif name in _UNSEEN:
            _hide(element, "text" if name.startswith("hidden") else name)
        elif _is_hidden(element, hiding):
            _hide(element, "text")
        else:
            _retag(element, name)
    for note in notes:
        content.append(note)
    content.tag = "div"
    return content


def hiding_styles(content: etree._Element, styles: etree._Element | None) -> frozenset[str]:
    """Return the names of the styles that hide their text."""
    hiding = set()
    for style in _styles(content, styles):
        if any(_get(one, "display") == "none" for one in style if local_name(one) == "text-properties"):
            hiding.add(_get(style, "name"))
    return frozenset(hiding)


def title_line(content: etree._Element, styles: etree._Element | None) -> str:
    """Return the paragraph in the style Title, else a heading among the first five paragraphs; else nothing."""
    called = {"Title"} | {
        _get(one, "name") for one in _styles(content, styles) if _get(one, "parent-style-name") == "Title"
    }
    paragraphs = [element for element in content.iter() if local_name(element) in {"p", "h"} and _line(element)]
    titled = next((_line(one) for one in paragraphs if _get(one, "style-name") in called), "")
    return titled or next((_line(one) for one in paragraphs[:_HEADING_AMONG] if local_name(one) == "h"), "")


def running_lines(styles: etree._Element | None) -> Iterator[tuple[str, str]]:
    """Give the lines that run at the head and foot of pages with their tag, each once."""
    seen = set()
    for element in () if styles is None else styles.iter():
        name = local_name(element).removesuffix("-first").removesuffix("-left")
        if name not in {"header", "footer"}:
            continue
        for paragraph in element.iter():
            line = _line(paragraph) if local_name(paragraph) == "p" else ""
            if any(letter.isalpha() for letter in line) and (name, line) not in seen:
                seen.add((name, line))
                yield name, line


def _styles(*parts: etree._Element | None) -> Iterator[etree._Element]:
    return (element for part in parts if part is not None for element in part.iter() if local_name(element) == "style")


def _take_out(note: etree._Element, notes: list[etree._Element]) -> None:
    """Leave the note's number in the text; its body goes to the notes."""
    number = f"[{len(notes) + 1}]"
    body = etree.Element("p", role="doc-footnote")
    body.text = f"{number} "
    for child in list(note):
        if local_name(child) == "note-body":
            child.tail = None
            body.append(child)
    for paragraph in body.iter():
        if local_name(paragraph) in {"p", "h"} and paragraph.getparent() is not None:
            paragraph.tag = "span"
            paragraph.tail = " "
    notes.append(body)
    for child in list(note):
        note.remove(child)
    note.tag, note.text = "span", number


def _hide(element: etree._Element, why: str) -> None:
    element.tag = "template"
    element.set("hidden", why)


def _is_hidden(element: etree._Element, hiding: frozenset[str]) -> bool:
    if local_name(element) == "section" and _get(element, "display") == "none":
        return True
    return bool(hiding) and _get(element, "style-name") in hiding


def _retag(element: etree._Element, name: str) -> None:
    if name == "h":
        level = _get(element, "outline-level")
        name = f"h{min(max(int(level), 1), 6)}" if level.isascii() and level.isdigit() and len(level) < 3 else "h1"
    elif name == "s":
        count = _get(element, "c")
        spaces = int(count) if count.isascii() and count.isdigit() and len(count) < 6 else 1
        element.text = " " * min(spaces, _MOST_SPACES)
    elif name == "tab":
        element.text = "\t"
    element.tag = name if name[0] == "h" and name[1:].isdigit() else _TAGS.get(name, "span")


def _line(element: etree._Element) -> str:
    pieces = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            pieces.append(" " if local_name(one) in {"s", "tab", "line-break"} else one.text or "")
        elif one is not element:
            pieces.append(one.tail or "")
    return one_line("".join(pieces))


def _get(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
