"""A coding as it goes out, and which codings go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from annotator.model.records import Article, Code, Coder, Coding

Pass = Literal["", "blind", "seen", "agreed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One coding with the records around it.

    `path` is the code's names from the family down. `passed` tells in which kind of pass it was made:
    blind, seen (others' codings had been shown), agreed, or not known while the article is unfinished.
    """

    coding: Coding
    article: Article
    code: Code
    path: tuple[str, ...]
    coder: Coder
    passed: Pass = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractFilter:
    """Which extracts. Empty means all; ids in one field are alternatives, fields are all required.

    `codes` already holds the sub-codes where they are wanted. `since` and `until` are dates of publication,
    `YYYY-MM-DD`, inclusive. `search` is looked for in quote and memo, without regard to case.
    `speakers` and `voices` belong to quotations; while a project holds none, they match nothing.
    """

    codes: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    publications: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    search: str = ""
    speakers: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    agreed: bool = False
