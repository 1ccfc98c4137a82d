"""How a package holds no sentence of an article: quotes are left out, and put back from the receiver's own text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.edits.codings import CONTEXT
from annotator.model.pointing import targets
from annotator.model.records import Article, Coding
from annotator.reviewing.copies import Copy
from annotator.reviewing.deleted_codes import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.records import Record
    from annotator.model.revisions import RowKey

NO_TEXT = "it came without texts, and the text it was made on is not here; ask for it with texts"


def without_quotes(record: Record) -> Record:
    """Return a row as it goes out without texts. A lost coding keeps its words: they stand in no text any more."""
    if isinstance(record, Coding) and record.place != "lost":
        return replace(record, quote="", before="", after="")
    return record


def with_quotes(theirs: Copy, ours: Copy) -> tuple[Copy, list[Refusal]]:
    """Return a copy that came without texts as it was before, and what cannot be, since its text is not here."""
    refused = _on_unknown_texts(theirs, ours)
    out = {(type(one.record), one.record.id) for one in refused}
    whole = _Filling(theirs, ours.text)
    records = {
        kind: {row: whole.filled(one) for row, one in rows.items() if (kind, row) not in out}
        for kind, rows in theirs.records.items()
    }
    revisions = {
        key: replace(one, kept=whole.filled(one.kept)) if one.kept is not None and whole.knows(one.kept) else one
        for key, one in theirs.revisions.items()
        if key not in out
    }
    return Copy(records, revisions, ours.text, ours.holds_text, theirs.past), refused


class _Filling:
    """Puts quotes back, each text asked for once."""

    def __init__(self, theirs: Copy, text: Callable[[str], str]) -> None:
        self._hashes = {
            row: one.text_sha256 for row, one in theirs.records[Article].items() if isinstance(one, Article)
        }
        self._text = text
        self._texts: dict[str, str] = {}

    def knows(self, record: Record) -> bool:
        return isinstance(record, Coding) and record.article in self._hashes

    def filled(self, record: Record) -> Record:
        if not isinstance(record, Coding) or record.quote or record.article not in self._hashes:
            return record
        sha256 = self._hashes[record.article]
        if sha256 not in self._texts:
            self._texts[sha256] = self._text(sha256)
        text, start, end = self._texts[sha256], record.start, record.end
        return replace(
            record, quote=text[start:end], before=text[max(0, start - CONTEXT) : start], after=text[end : end + CONTEXT]
        )


def _on_unknown_texts(theirs: Copy, ours: Copy) -> list[Refusal]:
    """Return the articles whose text is not here, and all that belongs to them."""
    out: dict[RowKey, Record] = {
        (Article, row): one for row, one in theirs.records[Article].items()
        if isinstance(one, Article) and not ours.holds_text(one.text_sha256)
    }  # fmt: skip
    fresh = bool(out)
    while fresh:
        fresh = False
        for kind, rows in theirs.records.items():
            for row, one in rows.items():
                if (kind, row) not in out and any(key in out for key in targets(one)):
                    out[kind, row] = one
                    fresh = True
    return [Refusal(one, NO_TEXT) for one in out.values()]
