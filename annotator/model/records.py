"""What a project holds: one frozen dataclass for each table.

Ids are `uuid4().hex`, times UTC in ISO 8601, colours `#rrggbb`; offsets are Unicode code points, zero-based,
end exclusive, as in Python slicing. Text fields that are unknown are empty; the faces print null for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

from annotator.model.cast_records import Person as Person
from annotator.model.review_records import Answer as Answer
from annotator.model.review_records import Round as Round
from annotator.model.review_records import Verdict as Verdict

if TYPE_CHECKING:
    from annotator.model.blocks import Block

CoderKind = Literal["person", "agreed"]
ReadingState = Literal["new", "in progress", "finished"]
Stance = Literal["", "supports", "opposes", "mixed"]
MemoAbout = Literal["project", "article", "code"]
Place = Literal["sure", "doubtful", "lost"]
Origin = Literal["", "suggested"]
ZoneState = Literal["kept", "set aside"]
Grade = Literal["sure", "likely", "guess", "none"]
FieldKind = Literal["text", "number", "date", "choice"]

STANCES: tuple[Stance, ...] = ("", "supports", "opposes", "mixed")
FIELD_KINDS: tuple[FieldKind, ...] = ("text", "number", "date", "choice")
PATH_SEPARATOR = " > "
AGREED_ID = "a62eed00000000000000000000000000"  # one and the same in every project, so that copies merge


def new_id() -> str:
    """Return a fresh id, so that a colleague's work merges without renumbering."""
    return uuid4().hex


def now() -> str:
    """Return the present time in UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """A person who codes; also the special coder *Agreed*."""

    id: str
    name: str
    kind: CoderKind = "person"
    created: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An imported text with its metadata. The text itself lies once, under its hash."""

    id: str
    position: int
    title: str
    file: str
    text_sha256: str
    publication: str = ""
    author: str = ""
    published: str = ""
    link: str = ""
    coder: str
    created: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The canonical text of an article, the bytes it was read from, what these mark in it. Not part of the history."""

    sha256: str
    body: str
    original: bytes = b""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One node of the scheme. `short_name` (at most 22 characters) is for margin, tree and lanes."""

    id: str
    label: str = ""
    name: str
    short_name: str = ""
    parent: str | None = None
    position: int
    colour: str
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: str = ""
    key: int | None = None
    codable: bool = True
    coder: str
    created: str

    @property
    def shown_name(self) -> str:
        """The name for narrow places: the short one where there is one."""
        return self.short_name or self.name

    @property
    def title(self) -> str:
        """Label and short name, as in messages: `C11 Mixed model`."""
        return f"{self.label} {self.shown_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """A passage with a code, by a coder. `quote`, `before` and `after` (32 characters each) find it again.

    `place` tells how far `start` and `end` can be relied on since the text was corrected. A lost coding keeps its old
    words in `quote`; it points at one character near where they stood. `origin` tells whether the program proposed it.
    What was agreed has the `verdict` that wrote it, and `adopted_from`, the id of the coding that it was copied from.
    """

    id: str
    article: str
    code: str
    coder: str
    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""
    memo: str = ""
    stance: Stance = ""
    unsure: bool = False
    place: Place = "sure"
    origin: Origin = ""
    verdict: str | None = None
    adopted_from: str = ""
    created: str
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How far a coder is with an article, and whether others' codings had been seen.

    `nothing_to_code`: the paragraphs that were read and hold nothing to code, each by its sign.
    """

    id: str
    article: str
    coder: str
    state: ReadingState = "new"
    seen: bool = False
    nothing_to_code: str = ""
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """A note on the project, an article or a code. `subject` is the id it is about, none for the project."""

    id: str
    about: MemoAbout
    subject: str | None = None
    coder: str
    text: str
    created: str
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """A sentence that was proposed for a code and turned down by a coder. `sentence` is its sign, made of its words."""

    id: str
    article: str
    code: str
    coder: str
    sentence: str
    created: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of an article that is not running text: headline, caption, page number ...

    `reason` says in words why. `coder` is whoever set it by hand, none where a rule did.
    """

    id: str
    article: str
    start: int
    end: int
    kind: str
    state: ZoneState = "set aside"
    reason: str = ""
    coder: str | None = None
    created: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch of an article between quotation marks, from the opening mark to behind the closing one.

    `speaker` is empty where nobody is known; `grade` says how far a rule may be relied on and `reason` why, in words.
    `confirmed`: somebody said so; `coder` is who, none while only rules have spoken. `printed` is the form of the name
    that the text has there: a surname, a title, a pronoun.
    """

    id: str
    article: str
    start: int
    end: int
    kind: str
    speaker: str = ""
    grade: Grade = "none"
    confirmed: bool = False
    reason: str = ""
    via: str = ""
    printed: str = ""
    coder: str | None = None
    created: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A named set of articles. An article may be in several."""

    id: str
    name: str
    position: int
    coder: str
    created: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An article's place in a group. `id` is made of both, so that there is never a second such row."""

    id: str
    article: str
    group: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of one's own for articles. `choices` stand one a line; only a choice has them."""

    id: str
    name: str
    kind: FieldKind = "text"
    choices: str = ""
    position: int
    coder: str
    created: str

    @property
    def choice_list(self) -> tuple[str, ...]:
        """The choices, in their order."""
        return tuple(self.choices.split("\n")) if self.choices else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue:
    """What an article has in a field. `id` is made of both, so that there is never a second such row."""

    id: str
    article: str
    field: str
    value: str


Record = (
    Coder | Article | Code | Coding | Reading | Memo | Declined | Zone | Quotation | Group | Membership | Field
    | FieldValue | Round | Verdict | Answer | Person
)  # fmt: skip
RECORD_TYPES: tuple[type[Record], ...] = (
    Coder, Article, Code, Coding, Reading, Memo, Declined, Zone, Quotation, Group, Membership, Field, FieldValue,
    Round, Verdict, Answer, Person,
)  # fmt: skip
