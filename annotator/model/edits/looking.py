"""How it is written down that a coder has seen what colleagues coded: from then on it is no blind pass."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Article, Coder, Coding, Reading, new_id, now

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def look_at_others(*, article: Article, readings: Iterable[Reading], coder: Coder) -> ChangeSet:
    """Say that the coder sees colleagues' codings of an article from now on.

    `readings` are the coder's own. An article that is new is in progress then.
    """
    before = next((one for one in readings if (one.article, one.coder) == (article.id, coder.id)), None)
    change = _seen(before, article.id, coder)
    return ChangeSet("Look at colleagues' codings", (change,) if change else ())


def after_looking(
    *, change_set: ChangeSet, looked: Collection[str], readings: Iterable[Reading], coder: Coder
) -> ChangeSet:
    """Return a gesture that also says so where it goes on coding after a look: recoding after seeing ends blindness.

    `looked` are the ids of the articles looked at since the pass was finished, `readings` the coder's own. Verbs that
    carry everyone's codings along are no recoding.
    """
    if change_set.carries_others or not looked:
        return change_set
    known = {one.article: one for one in readings if one.coder == coder.id}
    changes = [_with_seen(change, looked, coder) for change in change_set.changes]
    told = {change.record.article for change in changes if isinstance(change.record, Reading)}
    for article in _coded(change_set, coder):
        more = _seen(known.get(article), article, coder) if article in looked and article not in told else None
        changes += [more] if more else []
    return replace(change_set, changes=tuple(changes))


def _seen(before: Reading | None, article: str, coder: Coder) -> Change | None:
    if before is not None and before.seen:
        return None
    known = before or Reading(id=new_id(), article=article, coder=coder.id, modified=now())
    state = "in progress" if known.state == "new" else known.state
    return Change(before, replace(known, state=state, seen=True, modified=now()))


def _with_seen(change: Change, looked: Collection[str], coder: Coder) -> Change:
    after = change.after
    if isinstance(after, Reading) and after.coder == coder.id and after.article in looked and not after.seen:
        return Change(change.before, replace(after, seen=True))
    return change


def _coded(change_set: ChangeSet, coder: Coder) -> list[str]:
    """Return the articles in which the coder's own codings change, each once."""
    codings = [change.record for change in change_set.changes if isinstance(change.record, Coding)]
    return list(dict.fromkeys(coding.article for coding in codings if coding.coder == coder.id))
