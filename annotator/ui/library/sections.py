"""Under which headings the articles stand, and which of them a pick leaves: plain data, no Qt.

A section's key is its kind and value, as `publication:The Weekly`, `month:2016-05`, `group:ID`, `field/ID:North`;
with no value it holds what has none. Keys name sections to fold, picks of the filter and what articles are dropped on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.field_values import is_day
from annotator.ui.dates import MONTHS
from annotator.ui.library.article_cards import ArticleCard

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from annotator.model.records import Field, Group

NOTHING, PUBLICATION, MONTH, YEAR, GROUP, STATE = "nothing", "publication", "month", "year", "group", "state"
FIELD = "field/"  # and the id of a field that is a choice
GROUPINGS = {
    PUBLICATION: "Publication", YEAR: "Year", MONTH: "Month", GROUP: "Group", STATE: "How far it is read",
}  # fmt: skip
STATES = {"new": "Not begun", "in progress": "In progress", "finished": "Finished"}
UNKNOWN = {PUBLICATION: "Publication not known", MONTH: "No date", YEAR: "No date", GROUP: "In no group"}


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """The groups and own fields of a project, in their order."""

    groups: tuple[Group, ...] = ()
    fields: tuple[Field, ...] = ()

    @property
    def choices(self) -> tuple[Field, ...]:
        """The fields by which articles can be grouped and filtered."""
        return tuple(field for field in self.fields if field.kind == "choice")

    def groupings(self) -> dict[str, str]:
        """Return every way of grouping with its name."""
        own = {FIELD + field.id: field.name for field in self.choices}
        return GROUPINGS | own | {NOTHING: "No headings"}

    def values(self, kind: str) -> Sequence[str]:
        """Return the values of a kind that are known beforehand, in their order."""
        if kind == STATE:
            return tuple(STATES)
        if kind == GROUP:
            return tuple(group.id for group in self.groups)
        return next((field.choice_list for field in self.choices if FIELD + field.id == kind), ())

    def text(self, key: str) -> str:
        """Return a section's heading, empty for a group or field that is gone."""
        kind, value = parted(key)
        if kind.startswith(FIELD) and kind not in self.groupings():
            return ""
        if kind == GROUP and value:
            return next((group.name for group in self.groups if group.id == value), "")
        if not value:
            return UNKNOWN.get(kind) or f"{self.groupings().get(kind, '')} not known"
        if kind == MONTH:
            return f"{MONTHS[int(value[5:]) - 1]} {value[:4]}"
        return STATES.get(value, value) if kind == STATE else value

    def full_text(self, key: str) -> str:
        """Return what a pick says where no heading stands above it: `Region: North`."""
        kind, value = parted(key)
        name = next((field.name for field in self.choices if FIELD + field.id == kind), "")
        return f"{name}: {value}" if name and value else self.text(key)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a section's articles. `number` of them belong to it; while folded they are not shown."""

    text: str
    key: str = ""
    number: int = 0
    folded: bool = False

    @property
    def spoken(self) -> str:
        """The heading in one sentence."""
        return f"{self.text}, {self.number:,}" + (", folded" if self.folded else "")


Row = ArticleCard | Heading


def parted(key: str) -> tuple[str, str]:
    """Return a key's kind and value."""
    kind, _, value = key.partition(":")
    return kind, value


def values_of(card: ArticleCard, kind: str) -> tuple[str, ...]:
    """Return what a card has of a kind; only of groups it may have several."""
    if kind == PUBLICATION:
        return (card.publication,)
    if kind in (MONTH, YEAR):
        return (card.published[: 7 if kind == MONTH else 4] if is_day(card.published) else "",)
    if kind == GROUP:
        return card.groups or ("",)
    if kind == STATE:
        return (card.state,)
    return (dict(card.values).get(kind.removeprefix(FIELD), ""),)


def picked(cards: Iterable[ArticleCard], picks: Collection[str]) -> list[ArticleCard]:
    """Return the cards that fit: one pick of each kind at least."""
    kinds: dict[str, set[str]] = {}
    for pick in picks:
        kind, value = parted(pick)
        kinds.setdefault(kind, set()).add(value)
    if not kinds:
        return list(cards)
    return [card for card in cards if all(wanted.intersection(values_of(card, kind)) for kind, wanted in kinds.items())]


def sections_of(cards: Iterable[ArticleCard], kind: str, facts: LibraryFacts) -> dict[str, list[ArticleCard]]:
    """Return value -> cards, in the order of the headings; values known beforehand are there without any."""
    found: dict[str, list[ArticleCard]] = {value: [] for value in facts.values(kind)}
    for card in cards:
        for value in values_of(card, kind):
            if value in found:
                found[value].append(card)
            else:
                found[value] = [card]
    unknown = found.pop("", [])
    ordered = dict(sorted(found.items())) if kind in (MONTH, YEAR) else found
    return ordered | ({"": unknown} if unknown else {})


def numbers(cards: Iterable[ArticleCard], kind: str, facts: LibraryFacts) -> dict[str, int]:
    """Return value -> number of cards, in the order of the headings."""
    return {value: len(members) for value, members in sections_of(cards, kind, facts).items()}


def in_sections(
    cards: Sequence[ArticleCard],
    kind: str,
    facts: LibraryFacts,
    folded: Collection[str] = (),
    picks: Collection[str] = (),
    *,
    empty: bool = True,
) -> list[Row]:
    """Return the cards under their headings; `empty` shows groups and choices without articles, to drop some on.

    Without any heading where nothing of the kind is known. Where values of the kind are picked, only their headings.
    """
    sections = sections_of(cards, kind, facts) if kind != NOTHING else {}
    if wanted := {value for picked_kind, value in map(parted, picks) if picked_kind == kind}:
        sections = {value: members for value, members in sections.items() if value in wanted}
    if set(sections) <= {""}:
        return list(cards)
    rows: list[Row] = []
    for value, members in sections.items():
        key = f"{kind}:{value}"
        if members or (empty and kind != STATE):
            rows.append(Heading(facts.text(key), key, len(members), bool(members) and key in folded))
        if key not in folded:
            rows += members
    return rows


def takes_articles(key: str) -> bool:
    """Tell whether articles can be put into a section by dropping them on its heading."""
    kind, value = parted(key)
    return bool(value) and (kind == GROUP or kind.startswith(FIELD))


def order_of(cards: Sequence[ArticleCard], kind: str, facts: LibraryFacts) -> list[str]:
    """Return the ids in the order of the sections, each once, whatever is folded."""
    rows = in_sections(cards, kind, facts)
    return list(dict.fromkeys(row.id for row in rows if isinstance(row, ArticleCard)))
