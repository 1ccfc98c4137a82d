"""The further measures of a comparison over all codes: extras, folded away behind the figures of the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.reviewing import agreement
from annotator.reviewing.intervals import FAILING
from annotator.reviewing.marked_units import marked_units
from annotator.reviewing.sets import alpha_of_sets, masi_distance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.reviewing.agreement import Values
    from annotator.reviewing.intervals import Interval
    from annotator.reviewing.several import SharedArticle

    Expected = Callable[[Values], float | None]


@dataclass(frozen=True, slots=True)
class MoreMeasure:
    """A measure: its value from -1 to 1, None where undefined; `note` is its coverage, or what it is reckoned over."""

    name: str
    value: float | None
    note: str = ""


def by_chance(coders: Sequence[str]) -> list[tuple[str, Expected]]:
    """Return the measures that differ in what they take for chance, each with it; of two coders Conger's is Cohen's."""
    found: list[tuple[str, Expected]] = [
        ("Scott's pi", agreement.fleiss_expected_agreement),
        ("Brennan-Prediger", agreement.even_expected_agreement),
        ("Gwet AC1", agreement.gwet_expected_agreement),
    ]
    return found if len(coders) < 3 else [*found, ("Conger", agreement.conger_expected_agreement)]


def measures_of_all(
    work: Sequence[SharedArticle], coders: Sequence[str], codes: Sequence[str], interval: Interval
) -> list[MoreMeasure]:
    """Return the measures over all codes, by sentences. `interval`: that of the pooled alpha."""
    units = marked_units(work, coders, codes, "sentence")
    values = units.present()
    found = [
        MoreMeasure(name, agreement.corrected_over_codes(values, expected), "codes present or absent, pooled")
        for name, expected in by_chance(coders)
    ]
    masi = alpha_of_sets(units.sets(), masi_distance)
    found.append(MoreMeasure("Set-valued alpha (MASI)", masi, "the codes of a sentence together"))
    kappa = agreement.cohen_kappa if len(coders) == 2 else agreement.fleiss_kappa
    known = [one for one in map(kappa, values) if one is not None]
    mean = sum(known) / len(known) if known else None
    found.append(MoreMeasure("Mean of kappas", mean, f"of {len(known)} codes, each weighing the same"))
    shares = interval.failing or (None, None)
    names = [f"P(alpha < {line:.3f})".replace("0.", ".") for line in FAILING]
    return [*found, *(MoreMeasure(name, share, interval.why or "share of the draws")
                      for name, share in zip(names, shares, strict=True))]  # fmt: skip
