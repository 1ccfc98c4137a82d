"""What the properties of a Rich Text file tell about its article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.importing.told import Facts

if TYPE_CHECKING:
    from annotator.importing.read_records import Told

_INFO = re.compile(r"\{\\info\b")
_FACT = re.compile(r"\{\\(title|author)\s+((?:[^{}\\]|\\'[0-9a-fA-F]{2}|\\u-?\d{1,6} ?\??)*)\}")
_ESCAPE = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?\??")
_LOOKED_AT = 500_000
_LONGEST = 20_000


def rich_text_facts(source: str) -> tuple[Told, ...]:
    """Return title and author, as far as the file tells them; the day it was made is not when it was published."""
    facts = Facts()
    info = _INFO.search(source[:_LOOKED_AT])
    if info is None:
        return ()
    told = source[info.start() : info.start() + _LONGEST]
    for match in _FACT.finditer(told):
        value = _ESCAPE.sub(_character, match[2]).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        facts.add(match[1], value, f"the Rich Text file’s properties, “{match[1]}”")
    return facts.told()


def _character(escape: re.Match[str]) -> str:
    if escape[1]:
        return bytes.fromhex(escape[1]).decode("cp1252", "replace")
    return chr(int(escape[2]) % 0x10000)
