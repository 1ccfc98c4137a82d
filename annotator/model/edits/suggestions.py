"""What becomes of a sentence that the program proposed for a code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.codings import code_passage
from annotator.model.nothing_to_code import paragraph_key
from annotator.model.records import Coding, Declined, new_id, now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.records import Article, Code, Coder


def accept_suggestion(
    *, article: Article, text: str, start: int, end: int, code: Code, coder: Coder, existing: Iterable[Coding] = ()
) -> ChangeSet:
    """Code a proposed sentence; the coding keeps that it was proposed.

    Raises Refused as `code_passage` does.
    """
    made = code_passage(article=article, text=text, start=start, end=end, code=code, coder=coder, existing=existing)
    codings = [change.after for change in made.changes]
    changes = tuple(Change(None, replace(one, origin="suggested")) for one in codings if isinstance(one, Coding))
    return ChangeSet(f"Code suggested passage: {code.title}", changes)


def decline_suggestion(
    *, article: Article, sentence: str, code: Code, coder: Coder, existing: Iterable[Declined] = ()
) -> ChangeSet:
    """Turn down a proposed sentence for a code, for good. `existing` are the coder's own."""
    label, sign = f"Turn down a suggestion: {code.title}", paragraph_key(sentence)
    if any(
        (one.article, one.code, one.coder, one.sentence) == (article.id, code.id, coder.id, sign) for one in existing
    ):
        return ChangeSet(label, ())
    declined = Declined(
        id=new_id(), article=article.id, code=code.id, coder=coder.id, sentence=sign, created=now()
    )  # fmt: skip
    return ChangeSet(label, (Change(None, declined),))


def bring_back_suggestion(*, declined: Declined, code: Code) -> ChangeSet:
    """Have a sentence that was turned down proposed again."""
    return ChangeSet(f"Bring back a suggestion: {code.title}", (Change(declined, None),))
