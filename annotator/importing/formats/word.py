"""What a Word file (.docx) says: its text as Word shows it with all changes accepted."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from annotator.importing.binary import kind_of_bytes
from annotator.importing.formats.core_properties import word_properties
from annotator.importing.formats.html_text import parse_page
from annotator.importing.formats.html_walk import page_lines
from annotator.importing.formats.word_changes import word_notes
from annotator.importing.formats.word_parts import Prepared, prepare
from annotator.importing.guard import check_zip
from annotator.importing.read_records import ReadText
from annotator.importing.titles import one_line
from annotator.importing.told import Facts
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

_STYLES = """
p[style-name='Title'] => h1.title:fresh
br[type='page'] => br:fresh
br[type='column'] => br:fresh
"""
_NOTE_ID = re.compile(r"(foot|end)note-")
_BACK = re.compile(r"#(foot|end)note-ref-")
_UNREAD = re.compile(r"An unrecognised element was ignored: (.+)")
_HEADING_AMONG = 5


def read_word(data: bytes, name: str) -> ReadText:
    """Return the text of a .docx, one line a paragraph, white space kept, footnotes at the end behind their number.

    Running heads and feet stand last, once each. Raises CannotRead for what is no Word file, damaged, encrypted or
    made to do harm.
    """
    if not data.startswith(b"PK"):
        raise CannotRead(_no_word_file(data, name))
    check_zip(data, name)
    try:
        prepared = prepare(data)
        html, unread = _as_html(prepared.data)
        notes = (*word_notes(data), *_left_out(prepared), *unread)
        properties = word_properties(data)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        message = (
            f"{name} is no Word file or is damaged, so it was not read; open it in Word and save it again as .docx."
        )
        raise CannotRead(message) from error
    return _as_read(parse_page(html, name), prepared, notes, properties)


def _as_read(page: etree._Element | None, prepared: Prepared, notes: tuple[str, ...], properties: Facts) -> ReadText:
    facts, title = Facts(), ""
    if page is not None:
        _number_notes(page)
        title = _title(page)
    facts.add("title", title, "the paragraph in the style Title, or an early heading")
    facts.extend(properties.told())
    lines = page_lines(prepared.running(page), spaces_kept=True)
    return ReadText(title=title, text=lines.text(), notes=notes, blocks=lines.blocks(), told=facts.told())


def _left_out(prepared: Prepared) -> tuple[str, ...]:
    notes = []
    if prepared.hidden:
        pieces = "1 hidden piece" if prepared.hidden == 1 else f"{prepared.hidden} hidden pieces"
        notes.append(f"{pieces} of text left out, as Word does not show it.")
    if prepared.heads or prepared.feet:
        notes.append("What runs at the head or foot of the pages stands once, at the end of the text.")
    return tuple(notes)


def _no_word_file(data: bytes, name: str) -> str:
    if kind_of_bytes(data) == "an old Office file":
        return f"{name} is in the old Word format or has a password, so it was not read; save it as .docx without one."
    kind = kind_of_bytes(data) or "no Word file"
    return f"{name} is {kind} in spite of its name, so it was not read; save it as .docx from its own program."


def _as_html(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return mammoth's page and what it left out. A style map inside the file is not obeyed: it can hide text."""
    import mammoth

    result = mammoth.convert_to_html(
        io.BytesIO(data),
        style_map=_STYLES,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=lambda _image: [],
    )
    return str(result.value), _unread(message.message for message in result.messages)


def _unread(messages: Iterable[str]) -> tuple[str, ...]:
    kinds = sorted({match[1].rpartition("}")[2] for match in map(_UNREAD.fullmatch, messages) if match})
    if not kinds:
        return ()
    return (f"Parts that could not be read and were left out: {', '.join(kinds[:8])}; compare with the file in Word.",)


def _number_notes(page: etree._Element) -> None:
    """Put each note's number before it, as in the text, in place of the arrow that leads back."""
    notes = [item for item in page.iter("li") if _NOTE_ID.match(str(item.get("id", "")))]
    for number, note in enumerate(notes, start=1):
        note.set("role", "doc-footnote")
        for link in [link for link in note.iter("a") if _BACK.match(str(link.get("href", "")))]:
            link.text = None
            before, parent = link.getprevious(), link.getparent()
            if before is not None:
                before.tail = (before.tail or "").removesuffix(" ")
            elif parent is not None:
                parent.text = (parent.text or "").removesuffix(" ")
        first = next((element for element in note.iter() if (element.text or "").strip()), note)
        first.text = f"[{number}] {(first.text or '').lstrip(' ')}"


def _title(page: etree._Element) -> str:
    """Return the paragraph in the style Title, else a heading among the first five paragraphs; else nothing."""
    for heading in page.iter("h1"):
        if heading.get("class") == "title" and (title := _line(heading)):
            return title
    blocks = [element for element in page.iter("h1", "h2", "h3", "p", "li", "td") if _line(element)]
    return next((_line(block) for block in blocks[:_HEADING_AMONG] if block.tag in {"h1", "h2"}), "")


def _line(element: etree._Element) -> str:
    return one_line("".join(map(str, element.itertext())))
