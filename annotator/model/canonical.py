"""The one form in which a text is kept, and its hash."""

import hashlib
import re

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\ufdd0\ufdd1]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def canonical(text: str) -> str:
    """Return the canonical text: LF line ends, no byte-order mark, no NUL, no lone surrogate; nothing else touched.

    No Unicode normalisation is done and no-break spaces are kept, so what the analyst sees is what the file says.
    """
    text = text.removeprefix("\ufeff").replace("\x00", "")
    return _LONE_SURROGATE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def text_sha256(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
