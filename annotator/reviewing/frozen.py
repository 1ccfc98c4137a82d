"""A round's agreement as it was before anybody talked: canonical JSON, and read again beside present figures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.reviewing.intervals import RUNS, SEED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.review_records import Round
    from annotator.reviewing.comparison import Comparison, Figures
    from annotator.reviewing.several import SharedComparison, SharedFigures

FORM = 1


@dataclass(frozen=True, slots=True)
class FrozenFigures:
    """What was told of a code, or of all. `kappa` is Cohen's of two coders, Fleiss' of more."""

    percent: float | None
    alpha: float | None
    low: float | None
    high: float | None
    kappa: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class FrozenAgreement:
    """A round's agreement: by code id, over all, and on which articles. `when`: UTC in ISO 8601."""

    when: str
    unit: str
    coders: tuple[str, ...]
    articles: tuple[str, ...]
    rows: Mapping[str, FrozenFigures]
    pooled: FrozenFigures


def frozen_json(
    comparison: Comparison | SharedComparison, coders: Sequence[str], articles: Sequence[str], version: str
) -> str:
    """Return the figures as canonical JSON: sorted keys, no spaces. `version` is that of the program."""
    document = {
        "form": FORM, "version": version, "unit": comparison.unit, "coders": list(coders), "articles": list(articles),
        "drawn": comparison.drawn, "runs": RUNS, "seed": SEED, "threshold": getattr(comparison, "threshold", None),
        "codes": {row.code: _told(row) for row in comparison.rows}, "pooled": _told(comparison.pooled),
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def read_frozen(coding_round: Round) -> FrozenAgreement | None:
    """Return what was frozen; none where nothing was, or it was written by a program that says it otherwise."""
    try:
        told = json.loads(coding_round.frozen or "null")
        if not isinstance(told, dict) or told.get("form") != FORM:
            return None
        rows = {str(code): FrozenFigures(**figures) for code, figures in told["codes"].items()}
        return FrozenAgreement(
            coding_round.frozen_at, str(told["unit"]), tuple(told["coders"]), tuple(told["articles"]), rows,
            FrozenFigures(**told["pooled"]),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def _told(row: Figures | SharedFigures) -> dict[str, Any]:
    return {
        "percent": row.percent, "alpha": row.alpha, "low": row.interval.low, "high": row.interval.high,
        "kappa": row.chance_corrected, "f1": row.f1,
    }  # fmt: skip
