"""What a Rich Text file (.rtf) says, read by striprtf; what that drops or misreads is marked for it beforehand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.importing.binary import kind_of_bytes
from annotator.importing.formats.rich_text_facts import rich_text_facts
from annotator.importing.formats.rich_text_parts import Marked, marked
from annotator.importing.formats.rich_text_signs import CELL, FOOT, HEAD, HEADING, LIST_ITEM, NOTE, SIGNS
from annotator.importing.read_records import Block, ReadText
from annotator.importing.told import title_of
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from annotator.importing.read_records import Told

_BULLET = re.compile(f"^({LIST_ITEM}?)[\uf0b7\u00b7](?=\t)|\uf0b7", re.MULTILINE)
_SIGN = re.compile(f"[{SIGNS}]")
_ROW_END = re.compile(f"{CELL}+$", re.MULTILINE)
_KINDS = {NOTE: "footnote", HEAD: "page head", FOOT: "page foot", LIST_ITEM: "list item"}


def read_rich_text(data: bytes, name: str) -> ReadText:
    """Return the text of an .rtf, one line a paragraph, footnotes at the end behind their number.

    Running heads and feet stand last, once each. Raises CannotRead for what is no Rich Text, or damaged so that no
    text comes out of it.
    """
    if not data.startswith(b"{\\rtf"):
        kind = kind_of_bytes(data) or "no Rich Text file"
        raise CannotRead(f"{name} is {kind} in spite of its name, so it was not read; save it as .rtf again.")
    source = marked(data.decode("latin-1"))
    try:
        text = _stripped(source)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        message = f"{name} is damaged, so it was not read; open it in its own program and save it again."
        raise CannotRead(message) from error
    return _as_read(text, source, rich_text_facts(source.plain))


def _stripped(source: Marked) -> str:
    lines, number = [_plain(source.plain).strip("\n")], 0
    for sign in (NOTE, HEAD, FOOT):
        for told, piece in source.aside:
            number += told == sign == NOTE
            line = " ".join(_plain(piece).split())
            lead = f"[{number}] " if sign == NOTE else ""
            if told == sign and (lead or any(map(str.isalpha, line))):
                lines.append(f"{sign}{lead}{line}")
    return canonical("\n".join(dict.fromkeys(lines)).lstrip("\ufeff\x00"))


def _plain(source: str) -> str:
    """Return striprtf's text with the halves of emoji put together, bullets as bullets, rows without empty ends."""
    from striprtf.striprtf import rtf_to_text

    text = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _ROW_END.sub("", _BULLET.sub(r"\1•", whole))


def _as_read(text: str, source: Marked, told: tuple[Told, ...]) -> ReadText:
    lines: list[str] = []
    blocks: list[Block] = []
    start = 0
    for signed in text.split("\n"):
        cells = [_SIGN.sub("", cell) for cell in signed.split(CELL)]
        lines.append("\t".join(cells))
        kind, level = _kind(signed)
        for cell in cells:
            if cell.strip():
                begun = start + len(cell) - len(cell.lstrip())
                blocks.append(Block(start=begun, end=start + len(cell.rstrip()), kind=kind, level=level))
            start += len(cell) + 1
    count = source.notes
    notes = (f"{count} footnote{'s' if count > 1 else ''} at the end of the text.",) if count else ()
    return ReadText(title=title_of(told), text="\n".join(lines), notes=notes, blocks=tuple(blocks), told=told)


def _kind(line: str) -> tuple[str, int]:
    if CELL in line:
        return "table cell", 0
    level = next((place for place, sign in enumerate(HEADING, start=1) if sign in line), 0)
    if level:
        return "heading", level
    return next((kind for sign, kind in _KINDS.items() if sign in line), "paragraph"), 0
