"""Which parts an e-mail or a saved web archive has, each decoded from how it travelled."""

from __future__ import annotations

import email
from dataclasses import dataclass
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from typing import TYPE_CHECKING

from annotator.importing.binary import kind_of_bytes
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Message", "Part", "attachments", "header", "message_of", "parts_of"]

_LONGEST_HEADER = 10_000
_MOST_PARTS = 2_000


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message: its bytes, the encoding that it names, and how its lines flow (RFC 3676)."""

    content: bytes
    charset: str
    flowed: str
    location: str
    content_id: str


def message_of(data: bytes, name: str) -> Message:
    """Return the message. The older policy is used since it leaves broken headers as they are."""
    kind = kind_of_bytes(data)
    if kind:
        raise CannotRead(f"{name} is {kind} under another name, so it was not read; give it its own ending.")
    return email.message_from_bytes(data, policy=compat32)


def header(message: Message, name: str) -> str:
    """Return a header in plain characters, on one line; empty when there is none."""
    raw = " ".join(str(message.get(name, ""))[:_LONGEST_HEADER].split())
    try:
        pieces = decode_header(raw)
        return "".join(piece if isinstance(piece, str) else _decoded(piece, charset) for piece, charset in pieces)
    except Exception:
        return raw


def parts_of(message: Message, kind: str) -> Iterator[Part]:
    """Give the parts of a kind in their order, but not those that are attachments."""
    for part in _walk(message):
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            yield _part(part)


def attachments(message: Message) -> list[str]:
    """Return the names of the attachments."""
    attached = (part for part in _walk(message) if part.get_content_disposition() == "attachment")
    return [" ".join(str(part.get_filename("") or part.get_content_type()).split())[:100] for part in attached]


def _walk(message: Message) -> Iterator[Message]:
    """Walk in the order of the file without recursion. What is inside an attached e-mail is not looked at."""
    waiting, seen = [message], 0
    while waiting and seen < _MOST_PARTS:
        seen += 1
        part = waiting.pop()
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting.extend(reversed([one for one in part.get_payload() if isinstance(one, Message)]))
        elif not part.is_multipart():
            yield part


def _part(part: Message) -> Part:
    content = part.get_payload(decode=True)
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    delsp = str(part.get_param("delsp", "")).lower() == "yes"
    return Part(
        content=content if isinstance(content, bytes) else b"",
        charset=str(part.get_param("charset", "") or ""),
        flowed=("flowed delsp" if delsp else "flowed") if flowed else "",
        location=header(part, "content-location"),
        content_id=header(part, "content-id").strip("<> "),
    )


def _decoded(piece: bytes, charset: str | None) -> str:
    return piece.decode(charset or "utf-8", "replace")
