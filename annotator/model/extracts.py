"""A coding as it goes out, and which codings go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.model.passage_facts import NOTHING_KNOWN, PassageFacts

if TYPE_CHECKING:
    from annotator.model.records import Article, Code, Coder, Coding

Pass = Literal["", "blind", "seen", "agreed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One coding with the records around it.

    `path` is the code's names from the family down. `passed` tells in which kind of pass it was made:
    blind, seen (others' codings had been shown), agreed, or not known while the article is unfinished.
    `facts`: what the article tells of the passage; nothing of a coding that has lost its place.
    """

    coding: Coding
    article: Article
    code: Code
    path: tuple[str, ...]
    coder: Coder
    passed: Pass = ""
    facts: PassageFacts = NOTHING_KNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractFilter:
    """Which extracts. Empty means all; ids in one field are alternatives, fields are all required.

    `codes` already holds the sub-codes where they are wanted. `since` and `until` are dates of publication,
    `YYYY-MM-DD`, inclusive. `search` is looked for in quote and memo, without regard to case.
    `speakers` are names as told, without regard to case; a guess never matches. `set_aside`: those wholly in what is
    set aside, too.
    """

    codes: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    publications: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    search: str = ""
    speakers: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    agreed: bool = False
    set_aside: bool = False

    def passes(self, facts: PassageFacts) -> bool:
        """Tell whether what an article tells of a passage is what is asked for."""
        if facts.aside and not self.set_aside:
            return False
        if self.voices and facts.voice not in self.voices:
            return False
        wanted = {name.casefold() for name in self.speakers}
        return not wanted or any(name.casefold() in wanted for name in facts.speakers)
