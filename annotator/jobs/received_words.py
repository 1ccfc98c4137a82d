"""What a row is, in words: for the list of what a colleague's file brings."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from annotator.model.records import (
    RECORD_TYPES,
    Answer,
    Article,
    Code,
    Coder,
    Coding,
    Declined,
    Field,
    FieldValue,
    Group,
    Membership,
    Memo,
    Person,
    Quotation,
    Reading,
    Record,
    Round,
    Verdict,
    Zone,
)
from annotator.model.scheme_tree import joined, name_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.model.revisions import RowKey
    from annotator.reviewing.copies import Copy

# what the kinds are called: as keys of a document, and in the window
KEYS: dict[type[Record], str] = {
    Coding: "codings", Article: "articles", Code: "codes", Coder: "coders", Reading: "readings", Memo: "memos",
    Declined: "declined", Zone: "zones", Quotation: "quotations", Group: "groups", Membership: "memberships",
    Field: "fields", FieldValue: "values", Round: "rounds", Verdict: "verdicts", Answer: "answers", Person: "people",
}  # fmt: skip
TITLES: dict[type[Record], str] = {
    Coding: "Codings", Article: "Articles", Code: "Codes", Coder: "Coders", Reading: "Articles read and finished",
    Memo: "Memos", Declined: "Proposals turned down", Zone: "Zones", Quotation: "Quotations and speakers",
    Group: "Groups of articles", Membership: "Articles in groups", Field: "Own fields",
    FieldValue: "Values of own fields", Round: "Rounds", Verdict: "Verdicts", Answer: "Answers",
    Person: "People in the cast",
}  # fmt: skip
ORDER: tuple[type[Record], ...] = (Coding, Code, Article, *(
    kind for kind in RECORD_TYPES if kind not in (Coding, Code, Article)
))  # fmt: skip
_QUIET = {"id", "created", "modified", "before", "after", "position", "coder", "text_sha256", "nothing_to_code"}
_WORDS = {"unsure": "unsure mark", "text_sha256": "text", "key": "number key", "codable": "takes codings"}


@dataclass(frozen=True, slots=True)
class RowWords:
    """One row: what it is, with which code, in which article, by whom, and what is to be said of it.

    `here` and `there` are its words on both sides, where they differ.
    """

    what: str
    code: str = ""
    article: str = ""
    coder: str = ""
    note: str = ""
    here: str = ""
    there: str = ""


class Names:
    """What codes, articles and coders of two copies are called."""

    def __init__(self, ours: Copy, theirs: Copy) -> None:
        self._rows: dict[RowKey, Record] = {
            (kind, row): one
            for kind in (Article, Code, Coder)
            for copy in (theirs, ours)
            for row, one in copy.records[kind].items()
        }
        codes = [one for one in self._rows.values() if isinstance(one, Code)]
        self._paths = {row: joined(path) for row, path in name_paths(codes).items()}

    def path(self, code: str) -> str:
        """Return a code's path as one line, its id where it is not known."""
        return self._paths.get(code, code)

    def code(self, code: str) -> str:
        """Return a code's label and short name."""
        found = self._rows.get((Code, code))
        return found.title if isinstance(found, Code) else code

    def article(self, article: str) -> str:
        """Return an article's title."""
        found = self._rows.get((Article, article))
        return found.title if isinstance(found, Article) else article

    def coder(self, coder: str | None) -> str:
        """Return a coder's name, none for a rule's work."""
        found = self._rows.get((Coder, coder or ""))
        return found.name if isinstance(found, Coder) else ""


def key_of(kind: type[Record]) -> str:
    """Return how a kind of record is called in a document."""
    return KEYS.get(kind) or f"{kind.__name__.lower()}s"


def title_of(kind: type[Record]) -> str:
    """Return how the rows of a kind are called in the window."""
    return TITLES.get(kind) or key_of(kind).capitalize()


def told(record: Record, names: Names) -> RowWords:
    """Return what a row is in words."""
    make = _TOLD.get(type(record))
    words = make(record, names) if make is not None else RowWords(getattr(record, "name", "") or type(record).__name__)
    article, coder = getattr(record, "article", ""), getattr(record, "coder", None)
    return replace(
        words, article=words.article or (names.article(article) if article else ""), coder=names.coder(coder)
    )


def told_change(before: Record, after: Record, names: Names) -> RowWords:
    """Return what a row becomes: its note names what changes, both sides stand in words."""
    differing = [
        entry.name for entry in fields(after)
        if entry.name not in _QUIET and getattr(before, entry.name) != getattr(after, entry.name)
    ]  # fmt: skip
    words = told(after, names)
    note = "changed: " + ", ".join(map(_called, differing)) if differing else ""
    here, there = (lines(one, differing, names) for one in (before, after))
    return replace(words, note=note, here=here, there=there)


def lines(record: Record, differing: Iterable[str], names: Names) -> str:
    """Return some fields of a row, one a line."""
    return "\n".join(f"{_called(name).capitalize()}: {_value(record, name, names)}" for name in differing)


def _called(name: str) -> str:
    return _WORDS.get(name, name.replace("_", " "))


def _value(record: Record, name: str, names: Names) -> str:
    stored = getattr(record, name)
    if name in ("code", "parent") and stored:
        return names.path(stored)
    return "yes" if stored is True else "no" if stored is False else str(stored if stored not in (None, "") else "–")


def _coding(one: Coding, names: Names) -> RowWords:
    return RowWords(f"“{one.quote}”", code=names.code(one.code), note=one.memo)


def _memo(one: Memo, names: Names) -> RowWords:
    about = {"code": names.code, "article": names.article}.get(one.about)
    return RowWords(one.text, note=f"on {about(one.subject) if about and one.subject else 'the project'}")


def _verdict(one: Verdict, names: Names) -> RowWords:
    return RowWords(f"{one.kind}: {one.decision or 'not decided'}", code=names.code(one.code), note=one.reason)


_TOLD: dict[type[Record], Callable[..., RowWords]] = {
    Coding: _coding,
    Memo: _memo,
    Verdict: _verdict,
    Code: lambda one, names: RowWords(names.path(one.id), code=one.title, note=one.definition),
    Article: lambda one, _names: RowWords(one.title, article=one.title, note=one.publication),
    Reading: lambda one, names: RowWords(f"{names.article(one.article)}: {one.state}", note="seen" if one.seen else ""),
    Declined: lambda one, names: RowWords("A sentence", code=names.code(one.code)),
    Zone: lambda one, _names: RowWords(f"{one.kind}, {one.state}", note=one.reason),
    Quotation: lambda one, _names: RowWords(f"{one.speaker or 'nobody named'}, {one.kind}", note=one.reason),
    Membership: lambda one, names: RowWords(names.article(one.article)),
    FieldValue: lambda one, _names: RowWords(one.value),
    Answer: lambda one, _names: RowWords(one.text),
    Person: lambda one, _names: RowWords(one.name, note=", ".join(one.form_list)),
}
