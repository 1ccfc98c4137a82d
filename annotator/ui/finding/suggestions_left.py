"""Which of the passages found for a code are still to be decided on, and which were turned down: plain data."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from annotator.model.nothing_to_code import paragraph_key
from annotator.model.records import Coding, Declined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Record
    from annotator.ui.finding.suggestion_rows import SuggestionRow


class SuggestionsLeft:
    """A row is out as long as a record of the coder takes it out: a coding that touches it, or that it was declined."""

    def __init__(self, code: str, coder: str, rows: Sequence[SuggestionRow], declined: Iterable[Declined] = ()) -> None:
        self.code = code
        self._coder = coder
        self._rows = list(rows)
        self._codings: list[set[str]] = [set() for _ in rows]
        self._declined: list[dict[str, Declined]] = [{} for _ in rows]
        self._by_article: dict[str, list[int]] = defaultdict(list)
        self._by_sign: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, row in enumerate(self._rows):
            article = row.suggestion.article
            self._by_article[article].append(number)
            self._by_sign[article, paragraph_key(row.text)].append(number)
        for one in declined:
            self._take(one, there=True)

    def left(self) -> list[SuggestionRow]:
        """Return what is to be decided on, best first."""
        outs = zip(self._rows, self._codings, self._declined, strict=True)
        return [row for row, codings, declined in outs if not codings and not declined]

    def turned_down(self) -> list[SuggestionRow]:
        """Return what was turned down, best first."""
        outs = zip(self._rows, self._codings, self._declined, strict=True)
        return [row for row, codings, declined in outs if declined and not codings]

    def declined(self, row: SuggestionRow) -> Declined | None:
        """Return by what a row was turned down."""
        return next(iter(self._declined[self._rows.index(row)].values()), None)

    def follow(self, change_set: ChangeSet) -> bool:
        """Take over what was done; tell whether a row came or went."""
        changed = False
        for change in change_set.changes:
            for record, there in ((change.before, False), (change.after, True)):
                changed |= record is not None and self._take(record, there=there)
        return changed

    def _take(self, record: Record, *, there: bool) -> bool:
        if not isinstance(record, Coding | Declined) or (record.code, record.coder) != (self.code, self._coder):
            return False
        if isinstance(record, Declined):
            numbers = self._by_sign.get((record.article, record.sentence), [])
            for number in numbers:
                self._declined[number].pop(record.id, None)
                if there:
                    self._declined[number][record.id] = record
            return bool(numbers)
        touched = list(self._touched(record))
        for number in touched:
            (set.add if there else set.discard)(self._codings[number], record.id)
        return bool(touched)

    def _touched(self, coding: Coding) -> Iterator[int]:
        for number in self._by_article.get(coding.article, ()):
            one = self._rows[number].suggestion
            if coding.start < one.end and coding.end > one.start and coding.place != "lost":
                yield number
