"""What the dock shows of the current difference, as plain values: both sides, the decisions, what the code means."""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSide:
    """One coder's passage. `shared` are the stretches of `words`, in code points, that the other has too.

    Without words the coder has nothing there. `label` names the code where the two have different ones.
    """

    name: str
    keycap: str
    words: str = ""
    shared: tuple[Span, ...] = ()
    hue: str = ""
    label: str = ""
    memo: str = ""
    stance: str = ""
    unsure: bool = False

    @property
    def remarks(self) -> str:
        """Stance, doubt and memo in one line: `Ann: supports, unsure. “Passing on.”`."""
        marks = ", ".join(mark for mark in (self.stance, "unsure" if self.unsure else "") if mark)
        if not self.memo:
            return f"{self.name}: {marks}, no memo." if marks else f"{self.name} left no memo."
        memo = f"“{' '.join(self.memo.split())}”"
        return f"{self.name}: {marks}. {memo}" if marks else f"{self.name}: {memo}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDecision:
    """A decision as a button: what `decided` tells of it, its words, the key in portable form, and whether it is on.

    `help` says what it does, `why_not` why it cannot be taken here.
    """

    id: str
    text: str
    detail: str = ""
    key: str = ""
    enabled: bool = True
    help: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMeaning:
    """What a code means, as it stands beside the decision."""

    label: str = ""
    name: str = ""
    hue: str = ""
    definition: str = ""
    include: str = ""
    exclude: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSettling:
    """The current difference with all that is needed to settle it.

    `rank` is such as "difference 38 of 112", `decision` the id of what was decided, empty while it is open. `answers`
    are what the coders said to it, each with its name.
    """

    key: str
    title: str
    place: str
    rank: str
    a: ShownSide
    b: ShownSide
    decisions: tuple[ShownDecision, ...] = ()
    decision: str = ""
    reason: str = ""
    recent: tuple[str, ...] = ()
    discuss: bool = False
    by_both: bool = False
    like: int = 0
    answers: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()  # what other reviewers decided here, a sentence each
    meaning: ShownMeaning = field(default_factory=ShownMeaning)

    @property
    def spoken(self) -> str:
        """What a screen reader hears when it becomes the current one."""
        code = f"{self.meaning.label} {self.meaning.name}".strip()
        place = self.place.replace("¶", "paragraph")
        sides = [f"{side.name}: {side.words}" if side.words else f"{side.name}: nothing" for side in (self.a, self.b)]
        return ". ".join([", ".join(part for part in (self.title, code, place, self.rank) if part), *sides])
