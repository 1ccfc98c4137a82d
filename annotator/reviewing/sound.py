"""Whether what came from elsewhere fits together well enough to be put into a project."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.model.records import Article, Coding, Quotation, Verdict, Zone

if TYPE_CHECKING:
    from annotator.reviewing.copies import Copy

_SHAPE = re.compile(r"[0-9A-Za-z-]{8,64}")
HIGHEST = 1_000_000_000  # nobody writes a row as often; beyond it somebody wants to win for ever


def what_is_wrong(copy: Copy) -> str | None:
    """Return why a copy cannot be received, none when its passages, quotes and revisions can be.

    Raises CannotOpen for a text that is not what its hash says.
    """
    if any(_SHAPE.fullmatch(row) is None for rows in copy.records.values() for row in rows):
        return "a row has an id that Annotator does not give"
    texts = {one.id: copy.text(one.text_sha256) for one in copy.records[Article].values() if isinstance(one, Article)}
    for kind in (Coding, Zone, Quotation):
        for one in copy.records[kind].values():
            assert isinstance(one, Coding | Zone | Quotation)
            text = texts[one.article]
            if not 0 <= one.start < one.end <= len(text):
                return "a passage lies outside its text"
            if isinstance(one, Coding) and one.place != "lost" and text[one.start : one.end] != one.quote:
                return "a stored quote is not what stands in the text"
    for verdict in copy.records[Verdict].values():
        assert isinstance(verdict, Verdict)
        if not 0 <= verdict.start < verdict.end <= HIGHEST:
            return "a verdict is about a place that no text has"
    for revision in copy.revisions.values():
        if not (1 <= revision.number <= HIGHEST and 0 <= revision.gone <= HIGHEST):
            return "it counts its changes as nobody can have made them"
    return None
