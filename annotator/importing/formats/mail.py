"""What an e-mail (.eml) says: its plain text, or where that is empty its page; its headers are the facts."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from annotator.importing.encodings import decode
from annotator.importing.formats.html_text import read_page
from annotator.importing.formats.mail_parts import Message, attachments, header, message_of, parts_of
from annotator.importing.formats.plain_text import line_blocks
from annotator.importing.read_records import ReadText
from annotator.importing.told import Facts, title_of
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from annotator.importing.read_records import Told


_ADDRESS = re.compile(r"\s*<[^<>]*>\s*$")


def read_mail(data: bytes, name: str) -> ReadText:
    """Return the body of an e-mail and what its headers tell; attachments are named, not read.

    Raises CannotRead for what is no e-mail.
    """
    message = message_of(data, name)
    if not header(message, "from") and not header(message, "date"):
        raise CannotRead(f"{name} is no e-mail in spite of its name, so it was not read; save the e-mail again.")
    told = _facts(message)
    body = _plain_body(message) or _page_body(message, name)
    names = attachments(message)
    notes = (f"Attachments not read: {', '.join(names[:5])}.",) if names else ()
    return ReadText(
        title=title_of(told), text=body.text, encoding=body.encoding, notes=(*body.notes, *notes), blocks=body.blocks,
        told=told,
    )  # fmt: skip


def _plain_body(message: Message) -> ReadText | None:
    for part in parts_of(message, "text/plain"):
        decoded = decode(part.content, part.charset)
        text = canonical(decoded.text)
        if text.strip():
            text = _flowing(text, part.flowed)
            return ReadText(
                title="", text=text, encoding=decoded.encoding, notes=decoded.notes, blocks=line_blocks(text)
            )
    return None


def _page_body(message: Message, name: str) -> ReadText:
    for part in parts_of(message, "text/html"):
        read = read_page(part.content, name, part.charset)
        if read.text.strip():
            return read
    return ReadText(title="", text="")


def _flowing(text: str, how: str) -> str:
    """Join the lines that the writer's program broke (RFC 3676); `how`: `flowed`, `flowed delsp` or empty."""
    if not how:
        return text
    lines: list[str] = []
    joined: list[str] = []
    for line in text.split("\n"):
        joined.append(line)
        soft = line.endswith(" ") and line != "-- " and not line.startswith(">")
        if soft:
            joined[-1] = line[:-1] if "delsp" in how else line
        else:
            lines.append("".join(joined))
            joined = []
    return "\n".join([*lines, *(["".join(joined)] if joined else [])])


def _facts(message: Message) -> tuple[Told, ...]:
    facts = Facts()
    facts.add("title", header(message, "subject"), "the e-mail’s header “Subject”")
    facts.add("author", _ADDRESS.sub("", header(message, "from")).strip("\"' "), "the e-mail’s header “From”")
    try:
        day = parsedate_to_datetime(str(message.get("date", ""))[:200]).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        day = ""
    facts.add("published", day, "the e-mail’s header “Date”")
    return facts.told()
