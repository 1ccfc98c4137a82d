"""What of an extract goes out: its words, what stands around them, under whose name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from annotator.exporting.article_text import ArticleText
from annotator.exporting.coder_names import CoderNames
from annotator.exporting.linked_passages import LinkedPassages
from annotator.model.passage_facts import NOTHING_KNOWN, PassageFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.exporting.options import ExportOptions
    from annotator.exporting.source import ExportSource
    from annotator.model.extracts import Extract

Progress = Callable[[str, int], None]
"""Told what is being done ("writing" or "checking") and how many extracts of it are done."""

TOLD_EVERY = 1_000
SELECTOR_CONTEXT = 32
SPREADSHEET_CELL = 32_767


class Outgoing(NamedTuple):
    """One extract as it goes out. `text` is exactly the article's text from start to end; offsets in code points.

    `prefix` and `suffix` are up to 32 characters that find the passage again; all five are empty where the
    export goes without texts. `quote_differs`: the quote stored with the coding is not the article's text.
    A coding that lost its place when the text was corrected goes out with its old words, and says so in its state.
    `reading` is the text without what is set aside inside it, each such stretch marked [...].
    """

    extract: Extract
    text: str
    before: str
    after: str
    prefix: str
    suffix: str
    paragraph: int
    coder: str
    memo: str
    quote_differs: bool
    facts: PassageFacts = NOTHING_KNOWN
    reading: str = ""

    @property
    def repeat_of(self) -> str:
        """Return where the running text says the same, as `start-end`; empty where it does not."""
        return "{}-{}".format(*self.facts.repeats) if self.facts.repeats else ""

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """Return the text in pieces, each with whether it is set aside."""
        edges, start = [at for cut in self.facts.cuts for at in cut], self.extract.coding.start
        bounds = [0, *(edge - start for edge in edges), len(self.text)]
        return [(self.text[low:high], bool(place % 2)) for place, (low, high) in enumerate(pairwise(bounds))]

    @property
    def state(self) -> str:
        """Return whether the coding is one coder's or the settled one, or has lost its place in the text."""
        if self.extract.coding.place == "lost":
            return "lost"
        return "agreed" if self.extract.coder.kind == "agreed" else "coded"


@dataclass(slots=True)
class Tally:
    """What went out, counted in passing. The dictionaries keep ids in the order in which they were met."""

    extracts: int = 0
    articles: dict[str, None] = field(default_factory=dict)
    codes: dict[str, None] = field(default_factory=dict)
    coders: dict[str, None] = field(default_factory=dict)
    differing: int = 0
    lost: int = 0
    first_differing: str = ""
    long_texts: int = 0
    guessed: int = 0

    def count(self, outgoing: Outgoing) -> None:
        """Count one extract."""
        extract = outgoing.extract
        self.extracts += 1
        self.articles[extract.article.id] = None
        self.codes[extract.code.id] = None
        self.coders[extract.coder.id] = None
        if len(outgoing.text) > SPREADSHEET_CELL:
            self.long_texts += 1
        if extract.coding.place == "lost":
            self.lost += 1
        if outgoing.facts.guessed:
            self.guessed += 1
        if outgoing.quote_differs:
            self.differing += 1
            self.first_differing = self.first_differing or extract.coding.id


class OutgoingExtracts:
    """The extracts of one export, as often as they are needed, one at a time."""

    def __init__(self, source: ExportSource, options: ExportOptions, progress: Progress | None = None) -> None:
        self.source = source
        self.options = options
        self.names = CoderNames(source.coders, anonymous=options.anonymous)
        self.linked = LinkedPassages(source, options, self.names)
        self.tally = Tally()
        self._progress = progress
        self._sha256 = ""
        self._text = ArticleText("")

    def to_write(self) -> Iterator[Outgoing]:
        """Give every extract and count it afresh."""
        self.tally = Tally()
        for outgoing in self._told("writing"):
            self.tally.count(outgoing)
            yield outgoing

    def to_check(self) -> Iterator[Outgoing]:
        """Give every extract once more from the project, to compare with the file."""
        return self._told("checking")

    def article_text(self, sha256: str) -> str:
        """Return the canonical text of an article."""
        return self._text_of(sha256).body

    def _told(self, doing: str) -> Iterator[Outgoing]:
        done = 0
        for done, extract in enumerate(self.source.extracts(), start=1):
            yield self._outgoing(extract)
            if self._progress and done % TOLD_EVERY == 0:
                self._progress(doing, done)
        if self._progress:
            self._progress(doing, done)

    def _outgoing(self, extract: Extract) -> Outgoing:
        coding = extract.coding
        start, end = coding.start, coding.end
        article = self._text_of(extract.article.text_sha256)
        body = article.body
        text = body[start:end]
        around = ("", "", "", "", "")
        if coding.place == "lost":
            text = coding.quote
            if not self.options.without_texts:
                around = (text, coding.before, coding.after, coding.before, coding.after)
        elif not self.options.without_texts:
            count = self.options.context
            prefix, suffix = body[max(0, start - SELECTOR_CONTEXT) : start], body[end : end + SELECTOR_CONTEXT]
            around = (text, article.before(start, count), article.after(end, count), prefix, suffix)
        coder, memo, facts = self.names.name(extract.coder), self.linked.in_markdown(coding.memo), extract.facts
        number, reading = article.paragraph(start), facts.reading(around[0], start) if around[0] else ""
        return Outgoing(extract, *around, number, coder, memo, text != coding.quote, facts, reading)

    def _text_of(self, sha256: str) -> ArticleText:
        # Extracts come article by article, so one text at a time is enough and memory stays bounded.
        if sha256 != self._sha256:
            self._text = ArticleText(self.source.text(sha256))
            self._sha256 = sha256
        return self._text
