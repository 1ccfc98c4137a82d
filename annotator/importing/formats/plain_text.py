"""What the bytes of a .txt or .md file say."""

from __future__ import annotations

from annotator.importing.binary import is_binary, kind_of_bytes
from annotator.importing.encodings import decode_marked_or_guessed
from annotator.importing.read_records import ReadText
from annotator.importing.titles import markdown_title, printed_headline
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead


def read_plain_text(data: bytes, name: str) -> ReadText:
    """Return the text as it is, in canonical form, and the headline it opens with. Raises CannotRead for no text."""
    text, encoding, notes = _characters(data, name)
    return ReadText(title=printed_headline(text), text=text, encoding=encoding, notes=notes)


def read_markdown(data: bytes, name: str) -> ReadText:
    """Return the text with every mark kept, and its first heading of level one. Raises CannotRead for no text."""
    text, encoding, notes = _characters(data, name)
    return ReadText(title=markdown_title(text), text=text, encoding=encoding, notes=notes)


def _characters(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    kind = kind_of_bytes(data)
    if kind:
        message = f"{name} is {kind} under another name, so it was not read; give it its own ending."
        raise CannotRead(message)
    decoded = decode_marked_or_guessed(data)
    if is_binary(decoded.text):
        raise CannotRead(f"{name} holds no readable text, so it was not read; save it as text from its own program.")
    return canonical(decoded.text), decoded.encoding, decoded.notes
