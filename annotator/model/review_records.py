"""What a review leaves in the project: rounds of independent coding, verdicts on what differs, coders' answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

VerdictKind = Literal["missing in A", "missing in B", "boundary", "split", "code", "stance", "match", "coding"]
Decision = Literal["", "A", "B", "both", "widest", "shared", "neither", "other", "agree", "disagree"]

VERDICT_KINDS: tuple[VerdictKind, ...] = (
    "missing in A", "missing in B", "boundary", "split", "code", "stance", "match", "coding"
)  # fmt: skip
DECISIONS: tuple[Decision, ...] = (
    "", "A", "B", "both", "widest", "shared", "neither", "other", "agree", "disagree"
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One pass of independent coding by a group of coders, with its agreement as it was before anybody talked.

    `coders` and `articles` are ids, one a line; no articles means all. `frozen` is the report as canonical JSON, empty
    until its comparison is first opened; `frozen_at` when that was.
    """

    id: str
    name: str
    position: int
    coders: str = ""
    articles: str = ""
    frozen: str = ""
    frozen_at: str = ""
    coder: str
    created: str

    @property
    def coder_ids(self) -> tuple[str, ...]:
        """The ids of those who code in it."""
        return tuple(self.coders.split("\n")) if self.coders else ()

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The ids of its articles, none for all."""
        return tuple(self.articles.split("\n")) if self.articles else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A reviewer's decision on a difference, or (kind `coding`) on one coding of a colleague's.

    `a` and `b` are the ids of the codings that were judged, one a line, `judged` is their fingerprint, so that a later
    change shows. `code` and the place say where it is filed. Without a decision it only keeps a reason or the wish to
    discuss it. `by_both`: the two coders decided it together.
    """

    id: str
    article: str
    kind: VerdictKind
    code: str
    start: int
    end: int
    a_coder: str
    b_coder: str | None = None
    a: str = ""
    b: str = ""
    judged: str
    decision: Decision = ""
    reason: str = ""
    discuss: bool = False
    by_both: bool = False
    round: str | None = None
    coder: str
    created: str
    modified: str

    @property
    def coding_ids(self) -> tuple[str, ...]:
        """The ids of what was judged, A's first."""
        return tuple(one for side in (self.a, self.b) if side for one in side.split("\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a coder says to a verdict, or the reviewer to the coder's answer. In order of time they make a thread."""

    id: str
    verdict: str
    coder: str
    text: str
    created: str
    modified: str
