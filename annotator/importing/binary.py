"""Which bytes are no text at all: a picture, a program, a file of another kind."""

from __future__ import annotations

import re

_KINDS = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip file or an Office file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x1f\x8b\x08", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"MZ\x90\x00", "a program"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a Rich Text file"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LOOKED_AT = 65_536
_TOLERATED = 16


def kind_of_bytes(data: bytes) -> str:
    """Return what the first bytes say the file is, where that is no plain text; else an empty string."""
    return next((kind for start, kind in _KINDS if data.startswith(start)), "")


def is_binary(text: str) -> bool:
    """Tell whether the decoded text has too many control characters to be one; a stray few are let pass."""
    head = text[:_LOOKED_AT]
    controls = len(_CONTROLS.findall(head))
    return controls > _TOLERATED and controls * 50 > len(head)
