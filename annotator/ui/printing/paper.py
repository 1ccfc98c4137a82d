"""Where text, margin and foot stand on a sheet of paper. Lengths in 1/96 inch, as on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.ui.article.measures import LANE, MAX_LANES, NAMES_AFTER_LANES, Measures

PER_INCH = 96
MM = PER_INCH / 25.4
POINTS = 10.0  # the text; on the screen it is 12 at first
LIKED_TEXT = 488  # about 70 characters
NARROWEST_TEXT = 200
LEFT, RIGHT, TOP, BOTTOM = 64, 44, 60, 76
GAP = 16
NAMES = 140
FOOT = 44  # from the lower edge of the sheet to the foot's line
SPILL = 24  # so far names may go on below the text


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, A4 at first."""

    width: float = 210 * MM
    height: float = 297 * MM

    @property
    def text(self) -> int:
        """How wide the text is."""
        room = self.width - LEFT - GAP - MAX_LANES * LANE / 2 - NAMES - RIGHT
        return max(NARROWEST_TEXT, min(LIKED_TEXT, int(room)))

    @property
    def body(self) -> float:
        """How high the text is on a page."""
        return self.height - TOP - BOTTOM

    @property
    def measures(self) -> Measures:
        """The columns as the typesetting wants them: no gutter, nothing free at the sides."""
        return Measures(left=0, gutter=0, text=self.text, gap=GAP, names=NAMES, right=0)

    @property
    def lanes(self) -> float:
        """Where the first lane is, from the text's left edge."""
        return self.text + GAP

    def names(self, lanes: int) -> tuple[float, float]:
        """Return from where to where the names go, from the text's left edge, given how many lanes are in use."""
        first = self.lanes + max(2, min(lanes, MAX_LANES)) * LANE + NAMES_AFTER_LANES
        return first, self.width - LEFT - RIGHT
