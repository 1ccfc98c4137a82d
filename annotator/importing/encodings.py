"""How bytes become characters, and which encoding they were in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)
ENCODINGS = {
    "UTF-8": "utf-8", "Windows-1252": "cp1252", "UTF-16 LE": "utf-16-le", "UTF-16 BE": "utf-16-be",
    "Windows-1250": "cp1250", "Windows-1251": "cp1251", "Windows-1253": "cp1253", "Windows-1254": "cp1254",
    "Windows-1255": "cp1255", "Windows-1256": "cp1256", "Windows-1257": "cp1257", "ISO-8859-15": "iso8859-15",
    "Mac Roman": "mac-roman", "DOS 437": "cp437", "DOS 850": "cp850", "KOI8-R": "koi8-r", "GB18030": "gb18030",
    "Big5": "big5", "Shift JIS": "shift_jis", "EUC-JP": "euc_jp", "EUC-KR": "euc_kr",
}  # fmt: skip
"""The encodings an analyst may choose, by the names under which they are shown."""
_DECLARED = re.compile(
    r"utf-8|cp125\d|iso8859-\d+|koi8-[ru]|mac-(roman|cyrillic)|gb18030|gbk|gb2312|big5|euc_(jp|kr)|shift_jis"
    r"|iso2022_jp|cp874|cp866|cp949|tis-620"
)
_LOOKED_AT = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, the encoding's name as it is shown, and what had to be replaced."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """Return the text: by its byte-order mark, else as declared, else strict UTF-8, else Windows-1252."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark) and not (codec == "utf-32-le" and len(data) % 4):
            return _replacing(data[len(mark) :], codec, name)
    codec = _declared_codec(declared)
    if codec:
        return _replacing(data, codec, _shown(codec))
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _replacing(data, "cp1252", "Windows-1252")


def decode_as(data: bytes, encoding: str) -> Decoded:
    """Return the text in an encoding of ENCODINGS that the analyst chose; its own byte-order mark is no text."""
    codec = ENCODINGS[encoding]
    mark = next((mark for mark, marked, _ in _MARKS if marked == codec and data.startswith(mark)), b"")
    return _replacing(data[len(mark) :], codec, encoding)


def decode_marked_or_guessed(data: bytes) -> Decoded:
    """As `decode`, and UTF-16 without a byte-order mark is known by its many NUL bytes."""
    head = data[:_LOOKED_AT]
    if not data.startswith(tuple(mark for mark, _, _ in _MARKS)) and len(data) % 2 == 0:
        for offset, codec, name in ((1, "utf-16-le", "UTF-16 LE"), (0, "utf-16-be", "UTF-16 BE")):
            if head[offset::2].count(0) * 4 > len(head) and head[1 - offset :: 2].count(0) * 50 < len(head):
                return _replacing(data, codec, name)
    return decode(data)


def _replacing(data: bytes, codec: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    count = text.count("\ufffd")
    places = "1 place" if count == 1 else f"{count:,} places"
    return Decoded(text, name, (f"{places} could not be read as {name} and show as \ufffd; check the encoding.",))


def _declared_codec(label: str) -> str:
    """Return Python's name for an encoding that a web page declares; as browsers do, Latin-1 means Windows-1252."""
    try:
        codec = codecs.lookup(label.strip()).name if label.strip().isascii() else ""
    except (LookupError, ValueError):
        return ""
    if codec in {"iso8859-1", "ascii"}:
        return "cp1252"
    return codec if _DECLARED.fullmatch(codec) else ""


def _shown(codec: str) -> str:
    return re.sub(r"^CP125", "Windows-125", codec.upper().replace("_", "-"))
