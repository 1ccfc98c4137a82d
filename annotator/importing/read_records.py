"""What comes out of an article file: its text and title, or a sentence that says why not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a text as its file marks it: `start` and `end` in code points of the text.

    `kind`: paragraph, heading, list item, table cell, caption, footnote, navigation, page head, page foot, time.
    `level` of a heading from 1, else 0; `page` from 1, 0 where there are none; `path` the tags around it, joined by /.
    """

    start: int
    end: int
    kind: str = "paragraph"
    level: int = 0
    page: int = 0
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a file tells about its article beside the text: `name` is that of a field of Article, `where` the place."""

    name: str
    value: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """What a reader finds in the bytes of one file. `encoding` is empty where the format has none of its own."""

    title: str
    text: str
    encoding: str = ""
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """One file, read: `text` is canonical, `original` the bytes it came from, `notes` what the analyst should know."""

    path: str
    file: str
    title: str
    text: str
    original: bytes
    encoding: str
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedFile:
    """One file that was not imported. `why` is one line: which file, what is wrong, what to do."""

    path: str
    why: str
