"""What a web page saved in one file (.mhtml) says: its first page; pictures and frames are not read."""

from __future__ import annotations

from annotator.importing.formats.html_text import declared_encoding, read_page
from annotator.importing.formats.mail_parts import Message, Part, header, message_of, parts_of
from annotator.importing.read_records import ReadText
from annotator.importing.told import Facts, title_of
from annotator.model.errors import CannotRead


def read_web_archive(data: bytes, name: str) -> ReadText:
    """Return the visible text of the page and what it tells. Raises CannotRead where there is no page in it."""
    message = message_of(data, name)
    page = _first_page(message)
    if page is None:
        raise CannotRead(f"{name} holds no web page, so it was not read; save the page again from the browser.")
    read = read_page(page.content, name, page.charset or declared_encoding(page.content))
    facts = Facts(read.told)
    facts.add("link", header(message, "snapshot-content-location"), "the file’s header “Snapshot-Content-Location”")
    facts.add("link", page.location, "the file’s header “Content-Location”")
    facts.add("title", header(message, "subject"), "the file’s header “Subject”")
    return ReadText(
        title=title_of(facts.told()), text=read.text, encoding=read.encoding, notes=read.notes, blocks=read.blocks,
        told=facts.told(),
    )  # fmt: skip


def _first_page(message: Message) -> Part | None:
    """Return the part that is named as the start, else the first page."""
    pages = list(parts_of(message, "text/html"))
    start = str(message.get_param("start", "") or "").strip("<> ")
    return next((page for page in pages if start and page.content_id == start), pages[0] if pages else None)
