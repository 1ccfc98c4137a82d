"""What the bytes of a .txt or .md file say."""

from __future__ import annotations

import re

from annotator.importing.binary import is_binary, kind_of_bytes
from annotator.importing.encodings import Decoded, decode_as, decode_marked_or_guessed
from annotator.importing.formats.markdown_facts import markdown_facts
from annotator.importing.formats.markdown_marks import markdown_blocks
from annotator.importing.read_records import Block, ReadText
from annotator.importing.titles import markdown_title, printed_headline
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def read_plain_text(data: bytes, name: str, encoding: str = "") -> ReadText:
    """Return the text as it is, in canonical form, and the headline it opens with; each line is a block.

    `encoding` is the one of ENCODINGS that the analyst chose, else it is found. Raises CannotRead for no text.
    """
    text, decoded = _characters(data, name, encoding)
    return ReadText(
        title=printed_headline(text), text=text, encoding=decoded.encoding, notes=decoded.notes,
        blocks=line_blocks(text),
    )  # fmt: skip


def read_markdown(data: bytes, name: str, encoding: str = "") -> ReadText:
    """Return the text with every mark kept, its blocks, and its first heading of level one.

    `encoding` as for plain text. Raises CannotRead for no text.
    """
    text, decoded = _characters(data, name, encoding)
    told = markdown_facts(text)
    title = markdown_title(text) or next((fact.value for fact in told if fact.name == "title"), "")
    return ReadText(
        title=title, text=text, encoding=decoded.encoding, notes=decoded.notes, blocks=markdown_blocks(text), told=told
    )


def line_blocks(text: str) -> tuple[Block, ...]:
    """Return each line with anything on it as a paragraph, without the white space at its ends."""
    return tuple(Block(start=line.start(), end=line.end()) for line in _LINE.finditer(text))


def _characters(data: bytes, name: str, encoding: str) -> tuple[str, Decoded]:
    kind = kind_of_bytes(data)
    if kind:
        message = f"{name} is {kind} under another name, so it was not read; give it its own ending."
        raise CannotRead(message)
    decoded = decode_as(data, encoding) if encoding else decode_marked_or_guessed(data)
    if is_binary(decoded.text):
        raise CannotRead(f"{name} holds no readable text, so it was not read; save it as text from its own program.")
    return canonical(decoded.text), decoded
