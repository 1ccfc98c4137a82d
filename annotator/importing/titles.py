"""What an article's title is, where its text prints one beyond doubt.

A wrong title is worse than the file's name, so every rule here would rather find nothing.
"""

from __future__ import annotations

import re

LONGEST_TITLE = 300
_LONGEST_HEADLINE = 120
_HEADING = re.compile(r"#[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_STARTS = re.compile(r"[A-Z0-9ÀÖØ-Þ]", re.IGNORECASE)
_ENDS = re.compile(r"[.:;,!…”\"’)\]]$")
_FIELD = re.compile(r"(by|from|to|cc|date|subject|published|source|author|url|https?)\b[ :]", re.IGNORECASE)
_DATE = re.compile(
    r"[\d\s/.,:-]+$|(\w+day,? )?(\d{1,2}(st|nd|rd|th)? \w+|\w+ \d{1,2}),? (19|20)\d\d\b|(19|20)\d\d-\d\d-\d\d",
    re.IGNORECASE,
)
_TURN = re.compile(r"[^\s:][^:\n]{0,40}:(?=\s)")


def one_line(title: str) -> str:
    """Return a title with its white space collapsed, or nothing when it is too long to be one."""
    line = " ".join(title.split())
    return line if len(line) <= LONGEST_TITLE else ""


def markdown_title(text: str) -> str:
    """Return the first heading of level one (`# `), outside fenced code; else an empty string."""
    fenced = False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        heading = None if fenced else _HEADING.fullmatch(line)
        if heading and heading[1].strip():
            return one_line(heading[1])
    return ""


def printed_headline(text: str) -> str:
    """Return the headline that a plain text opens with, or an empty string.

    A headline is the first line with anything on it, among the first three: at most 120 characters and at least
    three words, opening with a letter or digit, with no stop at its end, no date or field name (`By`, `To:`) at its
    start, not the name of a speaker who has further turns; then an empty line, or a line too long to be wrapped, and
    a longer text.
    """
    lines = text.split("\n")
    place = next((index for index, line in enumerate(lines[:3]) if line.strip()), None)
    if place is None:
        return ""
    line, after = lines[place].strip(), lines[place + 1 :]
    if not _reads_as_headline(line) or _is_turn(line, text) or not _stands_apart(line, after):
        return ""
    return one_line(line)


def _reads_as_headline(line: str) -> bool:
    if len(line) > _LONGEST_HEADLINE or len(line.split()) < 3:
        return False
    if not _STARTS.match(line) or _ENDS.search(line):
        return False
    return not _FIELD.match(line) and not _DATE.match(line) and ". " not in line


def _is_turn(line: str, text: str) -> bool:
    """Tell `Interviewer: ...` by the same words before a colon opening another line."""
    turn = _TURN.match(line)
    return bool(turn) and len(re.findall("^" + re.escape(turn[0]), text, re.MULTILINE)) > 1 if turn else False


def _stands_apart(line: str, after: list[str]) -> bool:
    following = after[0].strip() if after else ""
    apart = not following or len(following) > _LONGEST_HEADLINE
    return apart and sum(map(len, after)) > 2 * len(line)
