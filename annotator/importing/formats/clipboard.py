"""What was pasted: a piece of a web page or plain text, as the clipboard gives it."""

from __future__ import annotations

import re

from annotator.importing.formats.html_text import read_characters
from annotator.importing.formats.plain_text import line_blocks
from annotator.importing.read_records import ReadText
from annotator.importing.titles import printed_headline
from annotator.importing.told import Facts, title_of
from annotator.model.canonical import canonical

_NAME = "The clipboard"
_START, _END = re.compile(r"<!--\s?StartFragment\s?-->"), re.compile(r"<!--\s?EndFragment\s?-->")
_WINDOWS_HEADER = re.compile(r"Version:[\d.]+\r?\n(?:\w+:[^\r\n]*\r?\n)+")
_SOURCE = re.compile(r"^SourceURL:(\S+)", re.MULTILINE)


def read_clipboard_html(html: str) -> ReadText:
    """Return what a piece of a web page says, as `read_html` does; the link where Windows tells it.

    Raises CannotRead where it is nested or filled beyond what the parser takes.
    """
    head = _WINDOWS_HEADER.match(html)
    read = read_characters(_fragment(html[head.end() if head else 0 :]), _NAME)
    facts = Facts(read.told)
    source = _SOURCE.search(head[0]) if head else None
    facts.add("link", source[1] if source else "", "the clipboard’s “SourceURL”")
    title = title_of(facts.told()) or printed_headline(read.text)
    return ReadText(title=title, text=read.text, blocks=read.blocks, told=facts.told())


def _fragment(html: str) -> str:
    """Return what was marked in the page; all of it where no marks tell."""
    start = _START.search(html)
    end = _END.search(html, start.end()) if start else None
    return html[start.end() : end.start()] if start and end else html


def read_clipboard_text(text: str) -> ReadText:
    """Return pasted text in canonical form, with the headline that it opens with."""
    text = canonical(text)
    return ReadText(title=printed_headline(text), text=text, blocks=line_blocks(text))
