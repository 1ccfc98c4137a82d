"""A coding as it goes out, and which codings go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from annotator.model.blocks import OnPages
from annotator.model.passage_facts import NOTHING_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.passage_facts import ArticleFacts, PassageFacts
    from annotator.model.records import Article, Code, Coder, Coding

Pass = Literal["", "blind", "seen", "agreed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One coding with the records around it.

    `path` is the code's names from the family down. `passed` tells in which kind of pass it was made:
    blind, seen (others' codings had been shown), agreed, or not known while the article is unfinished.
    `told` is what is known of the article's passages, asked only when it is needed.
    """

    coding: Coding
    article: Article
    code: Code
    path: tuple[str, ...]
    coder: Coder
    passed: Pass = ""
    told: ArticleFacts | None = field(default=None, compare=False)

    @property
    def facts(self) -> PassageFacts:
        """What the article tells of the passage; nothing of a coding that has lost its place."""
        coding = self.coding
        if self.told is None or coding.place == "lost":
            return NOTHING_KNOWN
        return self.told.of(coding.start, coding.end)

    @property
    def pages(self) -> OnPages:
        """The pages of the file on which the passage stands; not known of a coding that has lost its place."""
        coding = self.coding
        known = self.told is not None and coding.place != "lost"
        return self.told.pages.of(coding.start, coding.end) if self.told and known else OnPages()

    @property
    def is_aside(self) -> bool:
        """Tell whether the passage lies wholly in what is set aside."""
        coding = self.coding
        return self.told is not None and coding.place != "lost" and self.told.is_aside(coding.start, coding.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractFilter:
    """Which extracts. Empty means all; ids in one field are alternatives, fields are all required.

    `codes` already holds the sub-codes where they are wanted. `since` and `until` are dates of publication,
    `YYYY-MM-DD`, inclusive. `search` is looked for in quote and memo, without regard to case.
    `speakers` are names as told, without regard to case; a guess never matches. `vias` are those who pass words on.
    `set_aside`: those wholly in what is set aside, too.
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
    vias: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    agreed: bool = False
    set_aside: bool = False

    def passes(self, extract: Extract) -> bool:
        """Tell whether what the article tells of the passage is what is asked for."""
        if not self.set_aside and extract.is_aside:
            return False
        if not (self.voices or self.speakers or self.vias):
            return True
        facts = extract.facts
        if self.voices and facts.voice not in self.voices:
            return False
        return _any_of(facts.speakers, self.speakers) and _any_of(facts.vias, self.vias)


def _any_of(names: Iterable[str], wanted: Iterable[str]) -> bool:
    """Tell whether one of the names is wanted, without regard to case; where nothing is, all are."""
    folded = {name.casefold() for name in wanted}
    return not folded or any(name.casefold() in folded for name in names)
