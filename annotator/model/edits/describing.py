"""How several articles are described in one gesture: facts, groups and own fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.counting import counted
from annotator.model.edits.articles import set_metadata
from annotator.model.edits.fields import set_value
from annotator.model.edits.groups import put_in_group, take_out_of_group

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.records import Article, Field, FieldValue, Group, Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is said of articles: their own facts by name, values by field id, groups to be in and out of by id."""

    facts: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    into: tuple[str, ...] = ()
    out_of: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is said."""
        return bool(self.facts or self.values or self.into or self.out_of)


def describe_articles(
    *, articles: Sequence[Article], said: Description, groups: Sequence[Group], memberships: Sequence[Membership],
    fields: Sequence[Field], values: Sequence[FieldValue],
) -> ChangeSet:  # fmt: skip
    """Say the same of several articles at once, as one gesture. What is not said stays.

    Raises Refused, in a sentence, when a value does not fit the kind of its field.
    """
    changes: list[Change] = []
    for article in articles:
        changes += set_metadata(article=article, **said.facts).changes
    for one in fields:
        if one.id in said.values:
            changes += set_value(field=one, articles=articles, value=said.values[one.id], values=values).changes
    for group in groups:
        if group.id in said.into:
            changes += put_in_group(group=group, articles=articles, memberships=memberships).changes
        if group.id in said.out_of:
            changes += take_out_of_group(group=group, articles=articles, memberships=memberships).changes
    label = "Describe article" if len(articles) == 1 else f"Describe {counted(len(articles), 'article')}"
    return ChangeSet(label, tuple(changes))


def take_facts(*, articles: Sequence[Article], facts: Mapping[str, Mapping[str, str]]) -> ChangeSet:
    """Say of each article what its text tells, as one gesture. `facts` are by the article's id and the fact's name."""
    changes = [
        change for article in articles for change in set_metadata(article=article, **facts.get(article.id, {})).changes
    ]  # fmt: skip
    number = sum(len(facts.get(article.id, {})) for article in articles)
    return ChangeSet(f"Take {counted(number, 'suggested fact')}", tuple(changes))
