"""What each column of the agreement table means: a sentence, the formula, and what puzzles people about it.

.667 and .800 are the lines that Krippendorff draws (Content Analysis, 2004, chapter 11). No words such as "good" are
given to figures: where they are drawn is arbitrary.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from annotator.ui.review.agreement_rows import Column


@dataclass(frozen=True, slots=True)
class MeasureTip:
    """What is told of a measure; `why` answers a question, and is empty where nobody asks."""

    sentence: str
    formula: str = ""
    why: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs there are."""
        return tuple(text for text in (self.sentence, self.formula, self.why) if text)


WHY_LOW = (
    "Why is {} low when agreement is high? Nobody codes most of the text, so two people would agree on most of it by "
    "chance alone. {} counts only what goes beyond chance: with a code that is rare, a few places that differ weigh "
    "more than the many that both left uncoded. Look at percent, alpha and F1 together."
)
LINES = "Krippendorff relies on figures from .800 on, and draws no more than tentative conclusions from .667 on."
TIPS = {
    Column.CODE: MeasureTip("The codes that were used, in the order of the scheme."),
    Column.COUNTS: MeasureTip("How much only A coded, both coded, and only B coded, in the unit that is chosen."),
    Column.PERCENT: MeasureTip(
        "The share of the text on which they agree, coded or left uncoded; chance is not taken off.",
        "percent = units alike / all units",
        "With a code that is rare it is high whatever they do, since both leave most of the text uncoded.",
    ),
    Column.ALPHA: MeasureTip(
        f"Krippendorff's alpha: agreement beyond chance; 1 is perfect, 0 is what chance gives. {LINES}",
        "α = 1 − Dₒ / Dₑ, disagreement seen over disagreement expected; over all codes 1 − ∑Dₒ / ∑Dₑ",
        WHY_LOW.format("alpha", "Alpha"),
    ),
    Column.INTERVAL: MeasureTip(
        "Where alpha lies in 95 of 100 cases when the articles are drawn anew: the narrower, the surer.",
        "2.5 % and 97.5 % of 1,000 draws of articles, of paragraphs where there are fewer than ten articles",
    ),
    Column.GRAPH: MeasureTip(
        f"Alpha as a dot, its 95 % interval as a line. Dashed at .667, solid at .800: {LINES}",
    ),
    Column.KAPPA: MeasureTip(
        "Cohen's kappa: agreement beyond chance, where chance is what each one's own share of coded text gives.",
        "κ = (Pₒ − Pₑ) / (1 − Pₑ), Pₑ = ∑ pₖ(A) · pₖ(B)",
        WHY_LOW.format("kappa", "Kappa"),
    ),
    Column.F1: MeasureTip(
        "Of what they coded, the share that both coded. What both left uncoded does not count, so it raises nothing.",
        "F1 = 2 · both / (all of A + all of B)",
    ),
    Column.OPEN: MeasureTip("The differences of this code that are not decided yet."),
}
OF_MORE = {
    Column.COUNTS: MeasureTip("How much some but not all coded, and all coded, in the unit that is chosen."),
    Column.PERCENT: MeasureTip(
        "For each unit the share of pairs of coders who agree on it, on average; chance is not taken off.",
        "percent = mean over units of ∑ r(r − 1) / (n(n − 1)), n coders, r of them alike",
        TIPS[Column.PERCENT].why,
    ),
    Column.KAPPA: MeasureTip(
        "Fleiss' kappa: agreement of three coders and more beyond chance, chance from all their coding together.",
        "κ = (Pₒ − Pₑ) / (1 − Pₑ), Pₑ = ∑ pₖ²",
        WHY_LOW.format("kappa", "Kappa"),
    ),
    Column.F1: MeasureTip(
        "Of what each two coded, the share that both coded, on average over the pairs of coders.",
        TIPS[Column.F1].formula,
    ),
}


def measure_tip(column: Column, *, in_pair: bool) -> MeasureTip:
    """Return what is told of a column; `in_pair` while two coders are compared, not more."""
    return TIPS[column] if in_pair else OF_MORE.get(column, TIPS[column])


def head_tip(column: int, in_pair: bool) -> str:
    """Return the tooltip of a column's head as rich text, so that it wraps."""
    paragraphs = measure_tip(Column(column), in_pair=in_pair).paragraphs
    return "".join(f'<p align="left">{escape(text)}</p>' for text in paragraphs)
