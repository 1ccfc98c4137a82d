"""What a colleague's file brings, as a list to be read before anything is written: kind by kind, row by row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import Prefix

from annotator.jobs.received_words import ORDER, RowWords, lines, title_of, told, told_change
from annotator.model.counting import counted
from annotator.model.records import Code, Coder, Coding, Declined, Memo, Record, Verdict
from annotator.reviewing.questions import differing_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from annotator.jobs.received_words import Names
    from annotator.model.changes import Change
    from annotator.reviewing.carrying import Uncertain
    from annotator.reviewing.deleted_codes import Refusal
    from annotator.reviewing.questions import Question
    from annotator.reviewing.receiving import Received

State = Literal["new", "changed", "removed", "to look at", "left out", "here already"]
AROUND = 120  # characters shown on either side of where two texts part
HIDDEN = "Hidden until you finish it"  # the article is named beside it
_GIVES_AWAY = Coding | Declined | Verdict


@dataclass(frozen=True, slots=True)
class ListedRows:
    """The rows of one kind in one state. Their words are made when they are asked for."""

    state: State
    count: int
    row: Callable[[int], RowWords]


@dataclass(frozen=True, slots=True)
class ListedKind:
    """One kind of record with its rows by state, those first that change something."""

    title: str
    states: tuple[ListedRows, ...]

    @property
    def summary(self) -> str:
        """How many there are in each state, in words."""
        return ", ".join(f"{one.count:,} {one.state}" for one in self.states)


class Sight:
    """What may be seen: while a coder codes an article alone, nothing of the others' work on it."""

    def __init__(self, names: Names, coder: str, open_articles: Collection[str], *, hiding: bool = True) -> None:
        """Take the coder who looks, and the articles that this one has finished or has seen others' work on."""
        self._names, self._coder, self._open, self._hiding = names, coder, open_articles, hiding

    def hides(self, record: Record) -> bool:
        """Tell whether a row could give away how an article was coded."""
        if not self._hiding:
            return False
        about = record.subject if isinstance(record, Memo) and record.about == "article" else None
        article = about or (getattr(record, "article", "") if isinstance(record, _GIVES_AWAY) else "")
        return bool(article) and getattr(record, "coder", "") != self._coder and article not in self._open

    def told(self, record: Record) -> RowWords:
        """Return a row in words, as far as it may be seen."""
        return self._veiled(record, told(record, self._names))

    def change(self, one: Change) -> RowWords:
        """Return what a row becomes in words, as far as it may be seen."""
        assert one.before is not None
        assert one.after is not None
        return self._veiled(one.after, told_change(one.before, one.after, self._names))

    def uncertain(self, one: Uncertain) -> RowWords:
        """Return a passage that was carried into another text: its words there, and where it is put."""
        words = told(one.coding, self._names)
        put = one.coding.quote if one.coding.place != "lost" else "Nowhere in the text that counts."
        words = replace(words, what=f"“{one.before.quote}”", note=one.why, here=one.before.quote, there=put)
        return self._veiled(one.coding, words)

    def refused(self, one: Refusal) -> RowWords:
        """Return a row that does not come in, and why."""
        return replace(self.told(one.record), note=one.why)

    def _veiled(self, record: Record, words: RowWords) -> RowWords:
        if not self.hides(record):
            return words
        return RowWords(HIDDEN, article=words.article or HIDDEN, coder=words.coder)


def listed(found: Received, sight: Sight) -> list[ListedKind]:
    """Return what a file brings, first the kinds that change something; those of which there is nothing stay out."""
    sorted_ = _by_kind(found)
    kinds = []
    for kind in ORDER:
        new, changed, removed = (sorted_[state].get(kind, []) for state in ("new", "changed", "removed"))
        unsure = [one for one in found.doubtful if kind is Coding]
        out = [one for one in found.refused if type(one.record) is kind]
        same = found.same_rows.get(kind, [])
        states = (
            _rows("new", new, lambda one: sight.told(one.after)),
            _rows("changed", changed, sight.change),
            _rows("removed", removed, lambda one: sight.told(one.before)),
            _rows("to look at", unsure, sight.uncertain),
            _rows("left out", out, sight.refused),
            _rows("here already", same, sight.told),
        )
        if any(one.count for one in states):
            kinds.append(ListedKind(title_of(kind), tuple(one for one in states if one.count)))
    return sorted(kinds, key=lambda kind: all(rows.state == "here already" for rows in kind.states))


def _rows(state: State, rows: Sequence[object], words: Callable[..., RowWords]) -> ListedRows:
    return ListedRows(state, len(rows), lambda number: words(rows[number]))


def _by_kind(found: Received) -> dict[str, dict[type[Record], list[Change]]]:
    states: dict[str, dict[type[Record], list[Change]]] = {"new": {}, "changed": {}, "removed": {}}
    for change in found.change_set.changes:
        state = "new" if change.before is None else "removed" if change.after is None else "changed"
        states[state].setdefault(type(change.record), []).append(change)
    return states


def summary(found: Received) -> str:
    """Return in one sentence what comes in."""
    if not found.change_set.changes:
        return "All of it is here already."
    parts = [
        counted(of[Coding], f"{word} coding") if word else counted(of[Coding], "coding")
        for word, of in (("new", found.new), ("changed", found.changed), ("removed", found.removed))
        if of.get(Coding)
    ]
    others = sum(1 for change in found.change_set.changes if not isinstance(change.record, Coding))
    parts += [counted(others, "other change")] if others else []
    return f"{', '.join(parts)}."


def sides(question: Question, names: Names, texts: tuple[str, str]) -> tuple[str, str]:
    """Return what stands here and there, in words, of what is to be decided; `texts` are those of an article."""
    one, other = question.ours, question.theirs
    if isinstance(one, Code) and isinstance(other, Code):
        differing = differing_fields(one, other)
        return lines(one, differing, names), lines(other, differing, names)
    if isinstance(other, Code):
        return "Deleted.", lines(other, ("label", "name", "definition"), names)
    if isinstance(one, Coder) and isinstance(other, Coder):
        return f"{one.name}, here since {one.created[:10]}", f"{other.name}, there since {other.created[:10]}"
    return _where_they_part(*texts)


def _where_they_part(one: str, other: str) -> tuple[str, str]:
    """Return the first place in which two texts differ, with a few words around it."""
    at = Prefix.similarity(one, other)
    start = max(0, at - AROUND)
    before = "… " if start else ""
    return tuple(f"{before}{text[start : at + AROUND]}" for text in (one, other))  # type: ignore[return-value]
