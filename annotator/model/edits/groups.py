"""How articles are gathered in groups: a group added, renamed, deleted, articles put in and taken out."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.counting import counted
from annotator.model.errors import Refused
from annotator.model.records import Group, Membership, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.records import Article, Coder, Record

LONGEST_NAME = 80


def add_group(*, name: str, groups: Iterable[Group], coder: Coder, articles: Sequence[Article] = ()) -> ChangeSet:
    """Add a group behind the others, with these articles in it.

    Raises Refused for a name that is empty, too long or there already.
    """
    others = list(groups)
    position = max((other.position for other in others), default=-1) + 1
    group = Group(
        id=new_id(), name=free_name(name, "group", (other.name for other in others)), position=position,
        coder=coder.id, created=now(),
    )  # fmt: skip
    members = put_in_group(group=group, articles=articles, memberships=()).changes
    return ChangeSet(f"Add group “{group.name}”", (Change(None, group), *members))


def rename_group(*, group: Group, name: str, groups: Iterable[Group]) -> ChangeSet:
    """Give a group another name.

    Raises Refused as `add_group`.
    """
    free = free_name(name, "group", (other.name for other in groups if other.id != group.id))
    after = replace(group, name=free)
    return ChangeSet("Rename group", () if after == group else (Change(group, after),))


def delete_group(*, group: Group, memberships: Iterable[Membership]) -> ChangeSet:
    """Delete a group; its articles stay."""
    gone: list[Record] = [one for one in memberships if one.group == group.id]
    return ChangeSet(f"Delete group “{group.name}”", tuple(Change(one, None) for one in [*gone, group]))


def put_in_group(*, group: Group, articles: Sequence[Article], memberships: Iterable[Membership]) -> ChangeSet:
    """Put articles into a group, behind those that are there; one that is in it already stays where it is."""
    there = {one.article: one for one in memberships if one.group == group.id}
    position = max((one.position for one in there.values()), default=-1) + 1
    new = list(dict.fromkeys(article.id for article in articles if article.id not in there))
    changes = tuple(
        Change(None, Membership(id=pair_id(group.id, article), article=article, group=group.id, position=at))
        for at, article in enumerate(new, position)
    )
    return ChangeSet(f"Put {counted(len(changes), 'article')} into “{group.name}”", changes)


def take_out_of_group(*, group: Group, articles: Sequence[Article], memberships: Iterable[Membership]) -> ChangeSet:
    """Take articles out of a group."""
    wanted = {article.id for article in articles}
    changes = tuple(Change(one, None) for one in memberships if one.group == group.id and one.article in wanted)
    return ChangeSet(f"Take {counted(len(changes), 'article')} out of “{group.name}”", changes)


def pair_id(one: str, other: str) -> str:
    """Return the id of the row that joins two records: always the same, so that there is never a second such row."""
    return sha256(f"{one} {other}".encode()).hexdigest()[:32]


def free_name(name: str, what: str, taken: Iterable[str]) -> str:
    """Return a name in good order.

    Raises Refused for one that is empty, longer than 80 characters or taken, without regard to case.
    """
    name = " ".join(name.split())
    if not name:
        message = f"A {what} needs a name, so nothing was changed. Type one."
        raise Refused(message)
    if len(name) > LONGEST_NAME:
        message = f"A {what}'s name has {LONGEST_NAME} characters at most, so nothing was changed. Shorten it."
        raise Refused(message)
    if name.casefold() in {other.casefold() for other in taken}:
        message = f"There is a {what} “{name}” already, so nothing was changed. Take that one, or another name."
        raise Refused(message)
    return name
