"""What a link in a memo is: how it is written in Markdown, what it points at, and which links are followed.

`annotator:coding/ID` points at a coding; `annotator:passage/ARTICLE?at=3-47&quote=...` at a passage, with its words
and what stands around them, so that it is found again after the text was corrected. No other link is followed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.anchors import Found

SCHEME = "annotator:"
WORDS = 60  # characters of a passage that are shown as a link
_END = 48  # of a passage longer than two of these the link keeps both ends
_AROUND = 16
_CLEAR = 20  # a passage of so many characters that stands in one place only is found by its words
_LONGEST = 4_000  # no link of ours comes near
_FIELDS = 8

_ID = r"(?P<id>[0-9A-Za-z_-]{1,64})"
_CODING = re.compile(rf"annotator:coding/{_ID}", re.ASCII)
_PASSAGE = re.compile(
    rf"annotator:passage/{_ID}\?at=(?P<start>\d{{1,9}})-(?P<end>\d{{1,9}})(?P<rest>&[^\s#]*)?", re.ASCII
)
_LINK = re.compile(r"(?<![!\\])\[(?P<words>(?:[^\[\]\\\n]|\\.)*)\]\((?P<target>annotator:[^\s()<>]*)\)")
_MARKS = re.compile(r"([\\`*_\[\]<>~&|])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class CodingLink:
    """A link to a coding, by its id."""

    coding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageLink:
    """A link to a passage that need not be coded. `tail` holds the last words of a long one, whose first are `quote`.

    Positions are code points of the text as it was when the link was made.
    """

    article: str
    start: int
    end: int
    quote: str = ""
    tail: str = ""
    before: str = ""
    after: str = ""


Link = CodingLink | PassageLink


@dataclass(frozen=True, slots=True)
class MemoLink:
    """A link as it stands in a memo, from `start` to `end`, with the words that are shown."""

    start: int
    end: int
    words: str
    link: Link


def passage_link(article: str, text: str, start: int, end: int) -> PassageLink:
    """Return the link to a passage of an article's text, with what stands around it where its words alone say little.

    Addresses are seen while a memo is written, so they are no longer than they need to be.
    """
    passage = text[start:end]
    long, clear = len(passage) > 2 * _END, len(passage) >= _CLEAR and text.count(passage) == 1
    return PassageLink(
        article=article, start=start, end=end, quote=passage[:_END] if long else passage,
        tail=passage[-_END:] if long else "", before="" if clear else text[max(0, start - _AROUND) : start],
        after="" if clear else text[end : end + _AROUND],
    )  # fmt: skip


def target_of(link: Link) -> str:
    """Return a link's address. It holds no character that means something in Markdown."""
    if isinstance(link, CodingLink):
        return f"{SCHEME}coding/{link.coding}"
    known = [(name, getattr(link, name)) for name in ("quote", "tail", "before", "after")]
    around = "".join(f"&{name}={quote(words, safe='')}" for name, words in known if words)
    return f"{SCHEME}passage/{link.article}?at={link.start}-{link.end}{around}"


def in_markdown(link: Link, passage: str) -> str:
    """Return a link as it is put into a memo: the first words of the passage, and the address."""
    return f"[{_escaped(shortened(passage))}]({target_of(link)})"


def shortened(passage: str) -> str:
    """Return a passage on one line, cut after a word where it is long."""
    words = " ".join(passage.split())
    if len(words) <= WORDS:
        return words
    cut = words[:WORDS]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def parse_link(target: str) -> Link | None:
    """Return what an address points at; none for every address that is not exactly one of ours."""
    if len(target) > _LONGEST or target.count("&") > _FIELDS:
        return None
    if coding := _CODING.fullmatch(target):
        return CodingLink(coding["id"])
    found = _PASSAGE.fullmatch(target)
    if not found or int(found["start"]) >= int(found["end"]):
        return None
    known = dict(parse_qsl(found["rest"] or "", errors="replace"))
    around = {name: known.get(name, "") for name in ("quote", "tail", "before", "after")}
    return PassageLink(article=found["id"], start=int(found["start"]), end=int(found["end"]), **around)


def links_in(memo: str) -> list[MemoLink]:
    """Return our links in a memo, in the order in which they stand there."""
    found = ((match, parse_link(match["target"])) for match in _LINK.finditer(memo))
    return [MemoLink(*match.span(), _ESCAPED.sub(r"\1", match["words"]), link) for match, link in found if link]


def replaced(memo: str, instead: Callable[[MemoLink], str]) -> str:
    """Return a memo with each of our links replaced."""
    for link in reversed(links_in(memo)):
        memo = memo[: link.start] + instead(link) + memo[link.end :]
    return memo


def plain(memo: str) -> str:
    """Return a memo with the words of our links in place of the links, for where one line of it is shown."""
    return replaced(memo, lambda found: found.words)


def copied_link(text: str) -> str:
    """Return the link that a copied text is as a whole; empty where it is something else."""
    found = links_in(text.strip())
    return text.strip() if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text.strip())) else ""


def find_linked(text: str, link: PassageLink) -> Found | None:
    """Return where the passage of a link stands in the article's present text; none where it is gone."""
    from annotator.model.anchors import DOUBTFUL, Found, find_quote  # loaded with the first link that is followed

    if not link.quote:
        return Found(link.start, link.end, DOUBTFUL, "unchanged") if link.end <= len(text) else None
    first = find_quote(text, link.quote, link.start, link.before, "" if link.tail else link.after)
    if first is None or not link.tail:
        return first
    last = find_quote(text, link.tail, first.start + link.end - link.start - len(link.tail), "", link.after)
    if last is None or not first.end < last.end <= first.start + 2 * (link.end - link.start):
        return None
    worse = min(first, last, key=lambda found: found.score)
    return Found(first.start, last.end, worse.score, worse.how)


def _escaped(words: str) -> str:
    return _MARKS.sub(r"\\\1", words)
