"""What a Word file holds beside its plain text: tracked changes, comments, footnotes."""

from __future__ import annotations

import io
from collections import Counter
from xml.parsers import expat
from zipfile import ZipFile

from annotator.importing.formats.word_xml import NAMESPACES

_KINDS = {"ins": "insertion", "moveTo": "insertion", "del": "deletion", "moveFrom": "deletion"}
_REFERENCES = {"commentReference": "comment", "footnoteReference": "footnote", "endnoteReference": "endnote"}
_NO_CHANGE_OF_TEXT = frozenset({"rPr", "numPr", "tcPr"})


def word_notes(data: bytes) -> tuple[str, ...]:
    """Return a sentence each for tracked changes, comments and footnotes, as far as there are any."""
    count: Counter[str] = Counter()
    with ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith((".xml", "notes.xml")) and name.count("/") == 1:
                _count(archive.read(name), count)
    return tuple(_sentences(count))


def _sentences(count: Counter[str]) -> list[str]:
    notes = []
    if count["insertion"] or count["deletion"]:
        kept, left_out = _number(count, "insertion"), _number(count, "deletion")
        notes.append(f"Tracked changes: {kept} kept, {left_out} left out.")
    if count["comment"]:
        notes.append(f"{_number(count, 'comment')} in the margin left out.")
    if count["footnote"] or count["endnote"]:
        parts = [_number(count, kind) for kind in ("footnote", "endnote") if count[kind]]
        notes.append(f"{' and '.join(parts)} at the end of the text.")
    return notes


def _number(count: Counter[str], kind: str) -> str:
    return f"{count[kind]} {kind}" if count[kind] == 1 else f"{count[kind]} {kind}s"


def _count(part: bytes, count: Counter[str]) -> None:
    """Count in one part; a change to formatting, numbering or cells alone is no change of the text."""
    inside: list[str] = []

    def start(name: str, _attributes: object) -> None:
        namespace, _, tag = name.rpartition(" ")
        known = namespace in NAMESPACES
        if known and tag in _KINDS and not (inside and inside[-1] in _NO_CHANGE_OF_TEXT):
            count[_KINDS[tag]] += 1
        elif known and tag in _REFERENCES:
            count[_REFERENCES[tag]] += 1
        inside.append(tag)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: inside.pop()
    parser.Parse(part, True)
