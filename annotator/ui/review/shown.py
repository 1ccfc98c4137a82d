"""What the Review page shows of a difference between two coders, as plain values, and how it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import Literal

State = Literal["open", "decided", "discuss", "stale"]
LONGEST = 300  # code points of a passage in a tip
APART = {"stance": "Stance differs", "speaker": "Speaker differs"}  # listed after all others
STATES: dict[State, str] = {
    "open": "Open", "decided": "Decided", "discuss": "To discuss", "stale": "Changed since",
}  # fmt: skip
KINDS = {
    "missing in A": "Missing in A", "missing in B": "Missing in B", "boundary": "Boundary", "split": "Split",
    "code": "Code", **APART,
}  # fmt: skip
DECIDED = {
    "A": "decided as A has it", "B": "decided as B has it", "both": "decided for both codes",
    "widest": "decided for the widest passage", "shared": "decided for the shared part",
    "neither": "decided for neither", "other": "decided for another code or passage",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDifference:
    """A place where A and B do not match. Positions are code points, end exclusive; the hue is `#rrggbb`.

    `overlap` is the share of the place that both coded, none where one has nothing. `parts` says how many passages A
    and B have there, `like` how many other differences are nearly the same. `state` "discuss" is open and on the
    agenda; "stale" was decided before one of the codings changed. `note` is said of it in the tip.
    """

    key: str
    kind: str
    code: str = ""
    code_label: str = ""
    code_name: str = ""
    hue: str = ""
    other_label: str = ""
    article: str = ""
    article_number: int = 1
    article_title: str = ""
    paragraph: int = 1
    start: int = 0
    end: int = 0
    overlap: float | None = None
    parts: tuple[int, int] = (1, 1)
    a_words: str = ""
    b_words: str = ""
    state: State = "open"
    decision: str = ""
    by_both: bool = False
    like: int = 0
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.state != "decided"

    @property
    def title(self) -> str:
        """The kind in a few words: `Code, G1 or G2`, `Split, 1 : 2`."""
        name = KINDS.get(self.kind, self.kind.capitalize())
        if self.kind == "code" and self.other_label:
            return f"{name}, {self.code_label or self.code_name} or {self.other_label}"
        if self.kind == "split":
            return f"{name}, {self.parts[0]} : {self.parts[1]}"
        return name

    @property
    def words(self) -> str:
        """A's passage, or B's where A has none."""
        return self.a_words or self.b_words

    @property
    def percent(self) -> str:
        """The overlap as it is printed: `36 %`."""
        return "" if self.overlap is None else f"{round(self.overlap * 100)} %"

    def place(self, open_article: int = 0) -> str:
        """Return where it is: `¶ 6, article 2`; the article that is open is not named."""
        article = "" if self.article_number == open_article else f", article {self.article_number}"
        return f"¶ {self.paragraph}{article}"

    @property
    def likeness(self) -> str:
        """How many others are nearly the same."""
        return f"and {self.like:,} like this" if self.like else ""

    @property
    def spoken(self) -> str:
        """The row in one sentence: `Boundary, G3 Delegation, paragraph 6, article 2, overlap 36 percent, open`."""
        code = f"{self.code_label} {self.code_name}".strip()
        overlap = f"overlap {round(self.overlap * 100)} percent" if self.overlap is not None else ""
        facts = [self.title, code, f"paragraph {self.paragraph}", f"article {self.article_number}", overlap]
        facts += [self.likeness, self._state_in_words]
        return ", ".join(fact for fact in facts if fact)

    @property
    def sayings(self) -> list[str]:
        """What is said of the row under the mouse: its state, the article, both passages."""
        sides = [f"{side}: “{words}”" if words else f"{side}: nothing" for side, words in self._sides]
        state = self._state_in_words
        return [said for said in (f"{state[:1].upper()}{state[1:]}", self.article_title, *sides, self.note) if said]

    @property
    def _sides(self) -> tuple[tuple[str, str], tuple[str, str]]:
        return ("A", shorten(self.a_words, LONGEST, placeholder=" …")), (
            "B",
            shorten(self.b_words, LONGEST, placeholder=" …"),
        )

    @property
    def _state_in_words(self) -> str:
        decided = DECIDED.get(self.decision, "")
        if self.state == "decided":
            return f"{decided or 'decided'}{' by both together' if self.by_both else ''}"
        if self.state == "stale":
            return f"{decided or 'decided'}, changed since"
        return STATES[self.state].lower()
