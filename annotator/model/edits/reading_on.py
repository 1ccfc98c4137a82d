"""What is said of a paragraph while reading: that it was read and holds nothing to code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.nothing_to_code import paragraph_key
from annotator.model.records import Article, Coder, Reading, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable


def mark_nothing_to_code(
    *, article: Article, paragraph: str, readings: Iterable[Reading], coder: Coder, nothing: bool = True
) -> ChangeSet:
    """Say that a paragraph was read and holds nothing to code, or (`nothing` false) take that back.

    `readings` are the coder's own. An article that is new is in progress then.
    """
    label = "Nothing to code in a paragraph" if nothing else "Something to code in a paragraph"
    before = next((one for one in readings if (one.article, one.coder) == (article.id, coder.id)), None)
    keys, key = set(before.nothing_to_code.split()) if before else set(), paragraph_key(paragraph)
    if (key in keys) is nothing:
        return ChangeSet(label, ())
    kept = " ".join(sorted(keys ^ {key}))
    state = before.state if before and before.state != "new" else "in progress"
    known = before or Reading(id=new_id(), article=article.id, coder=coder.id, modified=now())
    return ChangeSet(label, (Change(before, replace(known, state=state, nothing_to_code=kept, modified=now())),))
