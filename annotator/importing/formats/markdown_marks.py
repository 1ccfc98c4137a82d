"""Which characters of a Markdown text are marks, and which lines are headings, list items, quotes.

The text is never rewritten: a mark is a block of kind `mark` over the characters themselves, so that a view can hide
them; its path says whose mark it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.importing.formats.markdown_facts import front_matter_end
from annotator.importing.read_records import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_BULLET = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_TARGET = re.compile(
    r"\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:[ \t]+\"[^\"\n]{0,500}\")?\)"
    r"|\[[^\[\]\n]{0,200}\])"
)
_DELIMITER = re.compile(r"\\[!-/:-@\[-`{-~]|`+|!?\[|\]|\*{1,3}|_{1,3}|~~")


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks and the marks in the order of the text, a block before the marks in it."""
    blocks: list[Block] = []
    fence, begins = "", front_matter_end(text)
    for line in _LINE.finditer(text):
        mark = _FENCE.match(line[0])
        if line.start() < begins:
            blocks.append(Block(start=line.start(), end=line.end(), path="front matter"))
        elif mark and (not fence or (mark[1].startswith(fence) and not line[0].strip().strip(fence[0]))):
            fence = "" if fence else mark[1]
            blocks.append(_mark(line.start(), line.end(), "code"))
        elif fence:
            blocks.append(Block(start=line.start(), end=line.end(), path="code"))
        elif line[0].strip():
            blocks += _line_blocks(line[0], line.start())
    return tuple(sorted(blocks, key=lambda block: (block.start, -block.end, block.kind == "mark")))


def _line_blocks(line: str, start: int) -> Iterator[Block]:
    """Give the block of a line, its leading mark, and the marks in its words."""
    if _RULE.fullmatch(line):
        yield _mark(start, start + len(line), "rule")
        return
    quote = _QUOTE.match(line)
    lead = quote.end() if quote else 0
    heading, bullet = _HEADING.match(line, lead), _BULLET.match(line, lead)
    kind, level, words = "paragraph", 0, lead
    if heading:
        kind, level, words = "heading", len(heading[1]), heading.end()
    elif bullet:
        kind, level, words = "list item", 1 + len(bullet[1].expandtabs(4)) // 2, bullet.end()
    if line.strip():
        first = len(line) - len(line.lstrip())
        path = "blockquote" if quote else ""
        yield Block(start=start + first, end=start + len(line.rstrip()), kind=kind, level=level, path=path)
    if quote:
        yield _mark(start, start + lead, "quote")
    if words > lead:
        yield _mark(start + lead, start + words, "heading" if heading else "bullet")
    end = _end_of_heading(line, words) if heading else len(line)
    if end < len(line):
        yield _mark(start + end, start + len(line), "heading")
    yield from _inner_marks(line[:end], words, start)


def _end_of_heading(line: str, words: int) -> int:
    """Return where the words of a heading end: before closing `#` that stand apart."""
    shown = line.rstrip(" \t").rstrip("#")
    closed = len(shown) < len(line.rstrip(" \t")) and shown[-1:] in {" ", "\t"}
    return max(words, len(shown.rstrip(" \t"))) if closed else len(line)


def _inner_marks(line: str, position: int, start: int) -> Iterator[Block]:
    """Give the marks of links, emphasis and code. Runs once over the line: open marks wait for their end."""
    waiting: dict[str, int] = {}
    links: list[tuple[int, int]] = []
    unclosed: set[str] = set()
    while found := _DELIMITER.search(line, position):
        position = found.end()
        sign = found[0]
        if sign[0] == "\\":
            yield _mark(start + found.start(), start + found.start() + 1, "escape")
        elif sign[0] == "`":
            closing = None if sign in unclosed else re.compile(f"(?<!`){sign}(?!`)").search(line, position)
            if closing:
                position = closing.end()
                yield _mark(start + found.start(), start + found.end(), "code")
                yield _mark(start + closing.start(), start + closing.end(), "code")
            else:
                unclosed.add(sign)
        elif sign in {"[", "!["}:
            links.append((found.start(), found.end()))
        elif sign == "]":
            target = _TARGET.match(line, found.start()) if links else None
            opened = links.pop() if links else None
            if target and opened:
                position = target.end()
                yield _mark(start + opened[0], start + opened[1], "link")
                yield _mark(start + target.start(), start + target.end(), "link")
        else:
            yield from _paired(line, found, waiting, start)


def _paired(line: str, found: re.Match[str], waiting: dict[str, int], start: int) -> Iterator[Block]:
    """Give both marks when this one closes one that waits; else let it wait, where a word follows it."""
    sign, before, after = found[0], line[max(0, found.start() - 1) : found.start()], line[found.end() : found.end() + 1]
    opened = waiting.get(sign)
    inside = sign[0] == "_" and (after.isalnum() or after == "_")
    if opened is not None and before and not before.isspace() and not inside:
        for place in (opened, found.start()):
            yield _mark(start + place, start + place + len(sign), "emphasis")
        waiting.pop(sign)
    elif after and not after.isspace() and not (sign[0] == "_" and before.isalnum()):
        waiting[sign] = found.start()


def _mark(start: int, end: int, whose: str) -> Block:
    return Block(start=start, end=end, kind="mark", path=whose)
