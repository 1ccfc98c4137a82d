"""What the properties of a PDF tell: title and author, as far as a person may have written them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.importing.read_records import Block, Told
from annotator.importing.titles import one_line
from annotator.model.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdfium2 import PdfDocument

WHERE = "the file's properties"
_BY_A_PROGRAM = re.compile(
    r"untitled.*|microsoft (word|powerpoint|excel) - .*|.*\.(docx?|odt|rtf|pdf|indd|qxd|tex|dvi|html?|txt)"
    r"|document\d*|dokument\d*|slide \d+|(about|file|https?):.*|\W*|\d+",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"unknown|anonymous|administrator|admin|user|owner|author|\W*|.*\b(inc|corp|ltd|gmbh)\b\.?", re.IGNORECASE
)
_NAMES = (("Title", "title", _BY_A_PROGRAM), ("Author", "author", _NOBODY))
_AT_THE_HEAD = 3_000
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def told_by(document: PdfDocument) -> tuple[Told, ...]:
    """Return title and author; not the day on which the file was made, since its text may be older or younger."""
    found = []
    for key, name, worthless in _NAMES:
        value = one_line(_UNPRINTABLE.sub(" ", canonical(_value(document, key))))
        if value and not worthless.fullmatch(value):
            found.append(Told(name=name, value=value, where=WHERE))
    return tuple(found)


def title_of(told: Sequence[Told], text: str, blocks: Sequence[Block]) -> str:
    """Return the title in the properties where the text prints it too, else its largest heading on the first page."""
    title = next((one.value for one in told if one.name == "title"), "")
    if title and _folded(title) in _folded(text[:_AT_THE_HEAD]):
        return title
    return _headline(text, blocks) or title


def _headline(text: str, blocks: Sequence[Block]) -> str:
    """Return what stands in the biggest letters of the first page, where that is one line that reads as a headline.

    Several of one size are headings of parts, a word or two in capitals the name of a paper, and nobody can tell
    which of them is the title: then there is none.
    """
    on_first = [block for block in blocks if block.kind == "heading" and block.page == 1]
    level = min((block.level for block in on_first), default=0)
    largest = [one_line(text[block.start : block.end]) for block in on_first if block.level == level]
    words = re.findall(r"\w+", largest[0]) if len(largest) == 1 else []
    named = len(words) < 4 and largest[0].isupper() if words else True
    return largest[0] if len(words) > 1 and not named else ""


def _value(document: PdfDocument, key: str) -> str:
    try:
        return str(document.get_metadata_value(key))
    except (UnicodeDecodeError, ValueError):
        return ""


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
