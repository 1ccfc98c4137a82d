"""Every published example comes out as printed: the cases of the reference file, undefined where it says so."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.reviewing import agreement, sets, units
from annotator.reviewing.agreement import Values
from annotator.reviewing.segments import matches, segment_f1
from annotator.reviewing.unitizing import UnitSums, cu_alpha, cu_coverage, ku_alpha, u_alpha, u_alpha_binary

DEFAULT = Path(__file__).parents[1] / "reference" / "agreement.json"
CASES = json.loads(Path(os.environ.get("ANNOTATOR_AGREEMENT_CASES", DEFAULT)).read_text("utf-8"))["cases"]
EXPECTED = [
    pytest.param(
        case, expected, id=f"{case['id']}-{expected['measure']}-{expected.get('params', {}).get('iou_at_least', '')}"
    )
    for case in CASES
    if not case.get("optional")
    for expected in case["expected"]
    if not expected.get("optional")
]

Measure = Callable[[Values], float | None]
OF_VALUES: dict[str, Measure] = {
    name: getattr(agreement, name)
    for name in (
        "percent_agreement", "cohen_expected_agreement", "cohen_kappa", "scott_pi", "fleiss_kappa", "conger_kappa",
        "brennan_prediger", "gwet_ac1", "krippendorff_alpha_nominal", "alpha_observed_disagreement",
        "alpha_expected_disagreement", "holsti_units",
    )
}  # fmt: skip
OF_CHARACTERS: dict[str, Measure] = {
    "char_f1": units.overlap_f1,
    "char_jaccard": units.overlap_jaccard,
    **{f"char_{name}": measure for name, measure in OF_VALUES.items()},
}


def dkpro_distance(one: frozenset[Any], other: frozenset[Any]) -> float:
    """What the DKPro library calls MASI and Passonneau does not: in the file as a warning."""
    if one == other:
        return 0.0
    shared = one & other
    weight = 1 / 3 if one <= other or other <= one else 2 / 3 if shared else 1.0
    return (1 - len(shared) / len(one | other)) * weight


OF_UNITS = {"u_alpha": u_alpha, "u_alpha_binary": u_alpha_binary, "cu_alpha": cu_alpha, "cu_coverage": cu_coverage}
DISTANCES = {
    "alpha_masi": sets.masi_distance,
    "alpha_jaccard": sets.jaccard_distance,
    "alpha_masi_dkpro_variant": dkpro_distance,
}


@pytest.mark.parametrize(("case", "expected"), EXPECTED)
def test_it_comes_out_as_printed(case: dict[str, Any], expected: dict[str, Any]) -> None:
    name, _, code = expected["measure"].partition(":")

    found = computed(name, code, case["data"], expected.get("params", {}))

    if expected["value"] is None:
        assert found is None
        return
    assert found is not None
    exact = expected.get("computed")
    assert found == pytest.approx(expected["value"] if exact is None else exact,
                                  abs=expected["tolerance"] if exact is None else 1e-5)  # fmt: skip


def computed(name: str, code: str, data: dict[str, Any], params: dict[str, Any]) -> float | None:
    if data["type"] == "sets":
        return sets.alpha_of_sets(data["values_by_coder"], DISTANCES[name])
    if data["type"] in ("contingency", "units"):
        return of_values(name, code, data)
    if code == "pooled":
        used = sorted({one[2] for _, _, by in documents(data) for spans in by.values() for one in spans})
        assert name == "char_krippendorff_alpha_nominal"
        return agreement.alpha_over_codes([characters(data, one) for one in used])
    if name in OF_CHARACTERS:
        return OF_CHARACTERS[name](characters(data, code))
    if name == "segment_f1":
        return segments(data, params["iou_at_least"])
    sums = unit_sums(data, code if name != "ku_alpha" else "")
    return ku_alpha(sums, code) if name == "ku_alpha" else OF_UNITS[name](sums)


def of_values(name: str, code: str, data: dict[str, Any]) -> float | None:
    table = data["type"] == "contingency"
    values = (
        agreement.values_of_table(data["table"], data["categories"])
        if table
        else agreement.values_of(data["values_by_coder"])
    )
    if name == "fleiss_kappa_category":
        category = next(one for one in values.categories if str(one) == code)
        return agreement.fleiss_kappa_category(values, category)
    return OF_VALUES[name](values)


def documents(data: dict[str, Any]) -> list[tuple[int, int, dict[str, list[Any]]]]:
    if data["type"] == "spans_by_document":
        return [(0, one["length"], one["spans"]) for one in data["documents"].values()]
    return [(data["begin"], data["begin"] + data["length"], data["spans_by_coder"])]


def characters(data: dict[str, Any], code: str) -> Values:
    texts = []
    for low, high, by in documents(data):
        chosen = [[(s, e) for s, e, c in spans if not code or c == code] for spans in by.values()]
        texts.append(units.character_units(chosen, low, high))
    return units.pooled(texts)


def unit_sums(data: dict[str, Any], code: str) -> UnitSums:
    sums = UnitSums()
    for low, high, by in documents(data):
        sums.add([[(s, e, c) for s, e, c in spans if not code or c == code] for spans in by.values()], low, high)
    return sums


def segments(data: dict[str, Any], threshold: float) -> float | None:
    ours, theirs = data["spans_by_coder"].values()
    found = 0
    for code in {one[2] for one in [*ours, *theirs]}:
        mine = [(s, e) for s, e, c in ours if c == code]
        found += len(matches(mine, [(s, e) for s, e, c in theirs if c == code], threshold))
    return segment_f1(len(ours), len(theirs), found)
