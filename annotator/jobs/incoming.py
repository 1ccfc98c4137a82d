"""What would come in: each text that was read, held against the project, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from annotator.importing.file_bytes import printable
from annotator.importing.found_in_text import quotations_in
from annotator.importing.read_records import FailedFile, ReadArticle
from annotator.jobs.bringing_in import described
from annotator.model.canonical import text_sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.importing.rows.column_names import ColumnMapping
    from annotator.importing.rows.row_table import RowTable
    from annotator.model.edits.articles import NewArticle
    from annotator.model.records import Article, Coder, ZoneState

State = Literal["ready", "same", "other text", "failed", "table"]
Choice = Literal["add", "correct", "leave out"]
SET_HERE = "set by hand before the import"
TYPED = "typed here"
_GUESSED = "Windows-1252"
_RUN = 4


@dataclass(slots=True, kw_only=True, eq=False)
class Incoming:
    """One text and what shall become of it. `article` is none where it cannot come in; `why` then says why.

    `sources` says of each fact where it stood; `left` has value and place of those found that are not taken.
    `other_of` is the article of which it is another text.
    A table is no text itself: `table` and `mapping` say how the texts that have it as `of` are read from it.
    """

    path: str
    file: str
    state: State
    why: str = ""
    read: ReadArticle | None = None
    article: NewArticle | None = None
    sources: dict[str, str] = field(default_factory=dict)
    other_of: Article | None = None
    choice: Choice = "leave out"
    encoding: str = ""
    changed: bool = False
    table: RowTable | None = None
    mapping: ColumnMapping | None = None
    of: Incoming | None = None
    left: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What it is called in a list."""
        return self.article.title if self.article is not None else self.file or self.path

    @property
    def sha256(self) -> str:
        """The hash of its text, empty where there is none."""
        return text_sha256(self.article.text) if self.article is not None else ""

    @property
    def guessed_encoding(self) -> bool:
        """Tell whether nothing but a guess says how the bytes are to be read, or not all of them could be."""
        if self.read is None or self.encoding:
            return False
        return self.read.encoding == _GUESSED or any("check the encoding" in note for note in self.read.notes)

    def describe(self, name: str, value: str) -> None:
        """Set a fact by hand."""
        if self.article is not None and getattr(self.article, name) != value:
            self.article = replace(self.article, **{name: value})  # type: ignore[arg-type]
            self.sources[name] = TYPED
            self.left.pop(name, None)
            self.changed = True

    def facts_found(self) -> list[tuple[str, str, str]]:
        """Return name, value and place of each fact that was found, taken or not; nothing that was typed."""
        taken = [
            (name, str(getattr(self.article, name)), where) for name, where in self.sources.items() if where != TYPED
        ]  # fmt: skip
        return [*taken, *((name, value, where) for name, (value, where) in self.left.items())]

    def takes(self, name: str) -> bool:
        """Tell whether a fact that was found is taken."""
        return name not in self.left

    def choose_fact(self, name: str, *, taken: bool) -> None:
        """Take a fact that was found, or leave it empty; a title that is not taken is the file's name."""
        if self.article is None or taken == self.takes(name):
            return
        if taken:
            value, self.sources[name] = self.left.pop(name)
        else:
            self.left[name] = str(getattr(self.article, name)), self.sources.pop(name)
            value = printable(Path(self.file).stem) if name == "title" else ""
        self.article = replace(self.article, **{name: value})  # type: ignore[arg-type]
        self.changed = True

    def set_zone(self, zone_id: str, state: ZoneState, coder: Coder) -> None:
        """Set a zone aside or keep it; the quotations are looked for anew, since a line set aside ends none."""
        if self.article is None:
            return
        zones = tuple(
            replace(zone, state=state, reason=SET_HERE, coder=coder.id)
            if zone.id == zone_id and zone.state != state
            else zone
            for zone in self.article.zones
        )
        if zones != self.article.zones:
            self.article = replace(self.article, zones=zones, quotations=quotations_in(self.article.text, zones))
            self.changed = True


class Comparison:
    """Holds what is read against the articles of a project, and against what was read before it."""

    def __init__(self, articles: Iterable[Article], text_of: Callable[[str], str], there: Iterable[Incoming]) -> None:
        self._text_of = text_of
        self._known: dict[str, str] = {}
        self._titles: dict[str, Article] = {}
        self._files: dict[str, Article] = {}
        self._others: set[str] = set()
        for article in articles:
            self._known.setdefault(article.text_sha256, f"“{article.title}”, which is in the project")
            self._titles.setdefault(_folded(article.title), article)
            self._files.setdefault(_folded(article.file), article)
        for one in there:
            if one.article is not None:
                self._know(one)

    def take(self, read: ReadArticle | FailedFile, encoding: str = "") -> Incoming:
        """Return what may become of a text; what it is compared with from now on."""
        if isinstance(read, FailedFile):
            return Incoming(path=read.path, file=read.path.replace("\\", "/").rsplit("/", 1)[-1], state="failed",
                            why=read.why)  # fmt: skip
        known = self._known.get(text_sha256(read.text))
        if known is not None:
            return Incoming(path=read.path, file=read.file, state="same", why=f"same text as {known}")
        article, sources = described(read)
        other = self._other(article)
        made = Incoming(
            path=read.path, file=read.file, state="other text" if other else "ready", read=read, article=article,
            sources=sources, other_of=other, choice="add", encoding=encoding,
        )  # fmt: skip
        if other is not None and _alike(self._text_of(other.text_sha256), read.text):
            made.choice = "correct"
        self._know(made)
        return made

    def _know(self, one: Incoming) -> None:
        assert one.article is not None
        self._known.setdefault(text_sha256(one.article.text), f"“{one.title}”, which is among these files")
        if one.other_of is not None:
            self._others.add(one.other_of.id)

    def _other(self, article: NewArticle) -> Article | None:
        """Return the article of the same title, or else of the same file name; one article has one other text."""
        named = ((self._titles, _folded(article.title)), (self._files, _folded(article.file)))
        found = next((those[name] for those, name in named if name and name in those), None)
        return found if found is not None and found.id not in self._others else None


def _folded(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(name.casefold().split())


def _alike(old: str, new: str) -> bool:
    """Tell whether half of the shorter text's runs of four words stand in the other one too."""
    runs, others = (set(zip(*(words[first:] for first in range(_RUN)), strict=False)) for words in _words(old, new))
    return 2 * len(runs & others) >= max(1, min(len(runs), len(others)))


def _words(*texts: str) -> list[list[str]]:
    return [text.split() for text in texts]
