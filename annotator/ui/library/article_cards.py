"""What the list knows of an article, and in which order the articles stand: plain data, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.model.counting import counted
from annotator.ui.dates import shown_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.records import ReadingState

Sorting = Literal["import", "title", "date", "codings"]
SORTINGS: dict[Sorting, str] = {
    "import": "Order of import", "title": "Title", "date": "Date", "codings": "Most codings",
}  # fmt: skip
NO_DATE = "no date"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCard:
    """An article as the list shows it. `read` is the share from 0 to 1, `published` is `YYYY-MM-DD` or empty.

    `words` and those `coded` of them come when they are counted; `nothing` are paragraphs without anything to code.
    `groups` are ids; `values` are pairs of a field's id and what the article has in it.
    """

    id: str
    title: str
    publication: str = ""
    published: str = ""
    state: ReadingState = "new"
    read: float = 0.0
    codings: int = 0
    words: int | None = None
    coded: int = 0
    nothing: int = 0
    author: str = ""
    groups: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    @property
    def share_read(self) -> float:
        """How much of the bar or ring is filled, from 0 to 1."""
        return 1.0 if self.state == "finished" else min(max(self.read, 0.0), 1.0)

    @property
    def date_text(self) -> str:
        """The date as it is read, or that there is none."""
        return shown_date(self.published) if self.published else NO_DATE

    @property
    def state_text(self) -> str:
        """How far the reading is: `62 % read`, `finished`, `not begun`."""
        if self.state == "finished":
            return "finished"
        if self.state == "new" and self.share_read == 0:
            return "not begun"
        percent = int(self.share_read * 100 + 1e-9)
        return f"{max(percent, 1) if self.share_read else 0} % read"

    @property
    def spoken(self) -> str:
        """Everything on the card in one sentence."""
        codings = counted(self.codings, "coding")
        return ", ".join(
            part for part in (self.title, self.publication, self.date_text, self.state_text, codings) if part
        )

    @property
    def tip(self) -> str:
        """The title, and below it how far the work is: `62 % read, 310 of 1,204 words coded, 14 codings`."""
        words = "" if self.words is None else f"{self.coded:,} of {counted(self.words, 'word')} coded"
        nothing = f"nothing to code in {counted(self.nothing, 'paragraph')}" if self.nothing else ""
        parts = (self.state_text, words, counted(self.codings, "coding"), nothing)
        return f"{self.title}\n{', '.join(part for part in parts if part)}"


def searched_in(card: ArticleCard) -> str:
    """Return what the filter's words are looked for in: title, publication, author and date, without case."""
    return f"{card.title}\n{card.publication}\n{card.author}\n{card.published}\n{card.date_text}".casefold()


def matching(cards: Iterable[ArticleCard], words: str) -> list[ArticleCard]:
    """Return the cards in which every word occurs, without regard to case."""
    wanted = words.casefold().split()
    return [card for card in cards if all(word in searched_in(card) for word in wanted)]


def in_order(cards: Sequence[ArticleCard], sorting: Sorting) -> list[ArticleCard]:
    """Return the cards sorted; those without a date come last."""
    if sorting == "title":
        return sorted(cards, key=lambda card: card.title.casefold())
    if sorting == "date":
        return sorted(cards, key=lambda card: (not card.published, card.published))
    if sorting == "codings":
        return sorted(cards, key=lambda card: -card.codings)
    return list(cards)
