"""What is drawn of a coding, as plain values: the view never sees the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.zones import KEY_POINT, margin_note, why_aside, why_kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Zone

KEY_POINTS = "key points"
_QUIET = (KEY_POINT, "by-line", "date")


@dataclass(frozen=True, slots=True)
class CodingMark:
    """One coding as the article shows it. Positions are code points, end exclusive; the hue is `#rrggbb`."""

    id: str
    start: int
    end: int
    hue: str
    label: str = ""
    name: str = ""
    full_name: str = ""
    coder: str = ""
    memo: bool = False
    unsure: bool = False
    stance: str = ""
    code: str = ""
    memo_line: str = ""  # the memo's first line, for the tip
    suggested: bool = False  # the program proposed it
    family: str = ""  # the name of the family its code belongs to
    coder_id: str = ""
    initials: str = ""  # a colleague's; empty for one's own coding
    created: str = ""  # UTC, ISO 8601
    judged: str = ""  # what one said to a colleague's coding: "agree", "disagree", "comment"; empty without a word
    judged_words: str = ""  # the same as a sentence, with the comment

    @property
    def title(self) -> str:
        """Label and name, as in the margin: `C11 Mixed model`."""
        return f"{self.label} {self.name}".strip()

    @property
    def spoken(self) -> str:
        """Family, code and coder, as a screen reader says them: `Governance, Veto power, by Ann`."""
        coder = f"by {self.coder}" if self.coder else ""
        return ", ".join(part for part in (self.family, self.title, coder) if part)

    @property
    def length(self) -> int:
        """How many code points it covers."""
        return self.end - self.start

    @property
    def remarks(self) -> tuple[str, ...]:
        """The icons beside its name."""
        judged = {"agree": ("check",), "disagree": ("disagree",), "comment": ("comment",)}.get(self.judged, ())
        return ("note",) * self.memo + ("unsure",) * self.unsure + judged


@dataclass(frozen=True, slots=True)
class AsideMark:
    """A line that is not running text, with what the margin says of it, and why. Positions are code points.

    `passed` tells that it is set aside; a by-line, a date and key points are kept, and only set more quietly.
    """

    start: int
    end: int
    kind: str
    reason: str
    why: str = ""
    passed: bool = True


def aside_mark(zone: Zone, way_back: str = "") -> AsideMark:
    """Return how a zone that is set aside is shown; `way_back` says which key brings it back."""
    note = margin_note(zone)
    kind = KEY_POINTS if note.startswith(KEY_POINTS) else zone.kind
    return AsideMark(zone.start, zone.end, kind, note, f"{why_aside(zone)} {way_back}".strip())


def quiet_marks(zones: Sequence[Zone], way_back: str = "") -> list[AsideMark]:
    """Return what is set aside, and what is kept and set more quietly; key points in a row are named once."""
    found: list[AsideMark] = []
    before = ""
    for zone in zones:
        if zone.state == "set aside":
            found.append(aside_mark(zone, way_back))
        elif zone.kind in _QUIET:
            note = margin_note(zone) if zone.kind == KEY_POINT and before != KEY_POINT else ""
            kind = KEY_POINTS if zone.kind == KEY_POINT else zone.kind
            found.append(AsideMark(zone.start, zone.end, kind, note, why_kept(zone), passed=False))
        before = zone.kind
    return found
