"""What comes out of an article file: its text and title, or a sentence that says why not."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.blocks import Block as Block  # noqa: TC001 (readers take it from here)


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
