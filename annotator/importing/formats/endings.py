"""Which kinds of file are read, by their endings: what each is called, its reader, and where it runs.

A reader takes the bytes and the name of a file and returns a ReadText, or raises CannotRead with one sentence. It is
named here and imported when first used, since format libraries are slow to load.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.importing.read_records import ReadText


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `reader` is `module:function` in this folder; `apart` says that it runs in the reader process."""

    name: str
    reader: str
    apart: bool = True


READERS = {
    ".txt": Format("plain text", "plain_text:read_plain_text", apart=False),
    ".text": Format("plain text", "plain_text:read_plain_text", apart=False),
    ".md": Format("Markdown", "plain_text:read_markdown", apart=False),
    ".markdown": Format("Markdown", "plain_text:read_markdown", apart=False),
    ".html": Format("web page", "html_text:read_html"),
    ".htm": Format("web page", "html_text:read_html"),
    ".mhtml": Format("web page in one file", "web_archive:read_web_archive"),
    ".mht": Format("web page in one file", "web_archive:read_web_archive"),
    ".docx": Format("Word", "word:read_word"),
    ".pdf": Format("PDF", "pdf.reading:read_pdf"),
    ".odt": Format("OpenDocument text", "open_document:read_open_document"),
    ".rtf": Format("Rich Text", "rich_text:read_rich_text"),
    ".epub": Format("e-book", "e_book:read_e_book"),
    ".eml": Format("e-mail", "mail:read_mail"),
}
TABLES = {
    ".csv": Format("table", "", apart=False),
    ".xlsx": Format("spreadsheet", "sheet:read_sheet"),
}  # each row is an article: see the folder rows
ENDINGS = tuple(READERS)
_ALIASES = frozenset({".text", ".markdown", ".htm", ".mht"})


def reader_of(ending: str) -> Callable[[bytes, str], ReadText]:
    """Return the reader for files with this ending (lower case, with its dot)."""
    module, _, function = (READERS | TABLES)[ending].reader.partition(":")
    reader: Callable[[bytes, str], ReadText] = getattr(import_module(f"{__package__}.{module}"), function)
    return reader


def endings_in_words() -> str:
    """Return the endings as they are told to an analyst: `.txt, .md, .html and .docx`."""
    told = [ending for ending in (*READERS, *TABLES) if ending not in _ALIASES]
    return f"{', '.join(told[:-1])} and {told[-1]}"
