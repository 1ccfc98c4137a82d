"""How a text is shown on a page: characters that have no shape there get one."""

import re

_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)} | {0x7F: 0x2421}
_NONE = dict.fromkeys([*range(0x80, 0xA0), 0xFFFE, 0xFFFF], 0xFFFD)
_SHOWN = _PICTURES | _NONE
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")

PRINTABLE_NOTE = (
    "Control characters in the texts are shown by their pictures (U+2400 and following), those without one by U+FFFD."
)


def printable(text: str) -> str:
    """Return the text with each control character replaced by one visible character; tab and line feed stay."""
    return text.translate(_SHOWN) if _UNSHOWN.search(text) else text


def has_control_characters(text: str) -> bool:
    """Tell whether `printable` would change the text."""
    return _UNSHOWN.search(text) is not None
