"""What is shown of a verdict on one's codings, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.reviewing.learning import OUTCOMES
from annotator.ui.review.settling_shown import ShownMeaning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.reviewing.learning import Outcome
    from annotator.ui.review.settling_shown import Span

RIGHTLY_LEFT = "Rightly not coded"
IN_WORDS: dict[Outcome, str] = {
    "kept": "kept", "moved": "moved", "recoded": "recoded", "both ways": "partly kept", "dropped": "dropped",
    "missed": "missed", "agreed with": "agreed with", "questioned": "disagreed with", "commented": "commented",
    "open": "still open",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """One answer of a thread: its id, whose and when it is in words, and whether one may change it."""

    id: str
    who: str
    when: str
    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """Words under a code. `shared` are the stretches of them, in code points, that the other side has too."""

    words: str
    code: str = ""
    hue: str = ""
    shared: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReviewed:
    """One verdict as the coder it is about sees it. `code` is the id of the code it stands under.

    `decided` tells who decided, when, and whether by both; `before` is how many of one's codings of this code are
    older than its definition. `own` or `agreed` is none where nothing was coded.
    """

    verdict: str
    outcome: Outcome
    article: str
    article_title: str
    paragraph: int
    code: str
    label: str
    name: str
    hue: str
    own: ShownPassage | None = None
    agreed: ShownPassage | None = None
    reason: str = ""
    decided: str = ""
    by_both: bool = False
    before: int = 0
    meaning: ShownMeaning = field(default_factory=ShownMeaning)
    answers: tuple[ShownAnswer, ...] = ()

    @property
    def title(self) -> str:
        """What became of it, in a few words."""
        return RIGHTLY_LEFT if self.outcome == "kept" and self.own is None else OUTCOMES[self.outcome]

    @property
    def place(self) -> str:
        """Paragraph and article."""
        return f"¶ {self.paragraph}, {self.article_title}"

    @property
    def words(self) -> str:
        """The passage that stands for it in the list."""
        shown = self.own or self.agreed
        return shown.words if shown is not None else ""

    @property
    def spoken(self) -> str:
        """What a screen reader says of its row."""
        said = [self.title, f"{self.label} {self.name}".strip(), f"“{self.words}”" if self.words else "", self.place]
        said += ["with a reason" if self.reason else "", "with answers" if self.answers else ""]
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class ReviewedFilter:
    """Which verdicts are listed: those of one outcome, or all; only those with a reason, with answers, or with both."""

    outcome: str = ""
    with_reason: bool = False
    with_answers: bool = False

    def passes(self, one: ShownReviewed) -> bool:
        """Tell whether a verdict is listed."""
        wanted = self.outcome in ("", one.outcome)
        return wanted and (bool(one.reason) or not self.with_reason) and (bool(one.answers) or not self.with_answers)


def in_one_sentence(found: Iterable[ShownReviewed]) -> str:
    """Return how many there are of each outcome, such as "34 kept, 6 moved, 2 dropped"."""
    known = list(found)
    numbers = {outcome: sum(one.outcome == outcome for one in known) for outcome in IN_WORDS}
    told = ", ".join(f"{number:,} {IN_WORDS[outcome]}" for outcome, number in numbers.items() if number)
    both = sum(one.by_both for one in known)
    return f"{told}; {counted(both, 'decision')} by both." if both else f"{told}."
