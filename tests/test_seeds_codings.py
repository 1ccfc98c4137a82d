"""Is the two coders' work in the sample exact, complete and different in every way that a reviewer meets?"""

import csv
import re
from collections import Counter
from functools import cache
from itertools import pairwise, product

import pytest

from annotator.shipped import shipped_folder

SEEDS = shipped_folder("seeds")
CODING_FIELDS = ["article", "code", "start", "end", "quote", "memo", "stance", "unsure"]

Row = dict[str, str]
Span = tuple[int, int]
Place = tuple[str, str]


@cache
def rows(name: str) -> list[Row]:
    return list(csv.DictReader((SEEDS / name).read_bytes().decode("utf-8").split("\n")))


@cache
def articles() -> dict[str, str]:
    return {path.name: path.read_bytes().decode("utf-8") for path in (SEEDS / "articles").iterdir()}


def codings(coder: str) -> list[Row]:
    return rows(f"codings-coder-{coder}.csv")


def all_codings() -> list[Row]:
    return codings("a") + codings("b")


def span(row: Row) -> Span:
    return int(row["start"]), int(row["end"])


def places(coder: str) -> dict[Place, list[Span]]:
    found: dict[Place, list[Span]] = {}
    for row in codings(coder):
        found.setdefault((row["article"], row["code"]), []).append(span(row))
    return found


def shared(one: Span, other: Span) -> float:
    """Return the part of the two passages together that both cover."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


def differences() -> Counter[str]:
    """Count what a reviewer will find between coder A and coder B, by kind."""
    a, b = places("a"), places("b")
    kinds: Counter[str] = Counter()
    for place in a.keys() | b.keys():
        kinds.update(kinds_at(a.get(place, []), b.get(place, [])))
    kinds["code"] = sum(other_code(mine, theirs) for mine, theirs in product(codings("a"), codings("b")))
    return kinds


def kinds_at(a: list[Span], b: list[Span]) -> list[str]:
    """Name, for one code in one article, each match and each difference that is not one of code."""
    found = ["agreed"] * len(set(a) & set(b))
    for mine, theirs, missing in ((a, b, "missing in B"), (b, a, "missing in A")):
        for passage in mine:
            met = [other for other in theirs if shared(passage, other)]
            found += [missing] * (not met) + ["split"] * (len(met) > 1)
    alone = [(x, y) for x, y in product(a, b) if 0 < shared(x, y) < 0.9]
    met_once = [x for x, y in alone if sum(x in pair or y in pair for pair in alone) == 1]
    return found + ["boundary"] * len(met_once)


def other_code(a: Row, b: Row) -> bool:
    """Return whether A and B read the same passage and gave it two codes, neither of which the other gave."""
    if a["article"] != b["article"] or a["code"] == b["code"] or span(a) != span(b):
        return False
    in_a, in_b = places("a"), places("b")
    taken = in_b.get((a["article"], a["code"]), []) + in_a.get((b["article"], b["code"]), [])
    return not any(shared(span(a), other) for other in taken)


@pytest.mark.parametrize("coder", ["a", "b"])
def test_a_quote_is_the_passage_of_the_article(coder: str) -> None:
    for row in codings(coder):
        text, (start, end) = articles()[row["article"]], span(row)
        assert row["quote"] == text[start:end] != ""
        assert row["quote"][0].isalnum()
        assert row["quote"][-1].isalnum()
        assert not text[start - 1].isalnum()
        assert not text[end].isalnum()


@pytest.mark.parametrize("coder", ["a", "b"])
def test_a_coder_gives_a_code_to_a_stretch_once_and_in_every_article(coder: str) -> None:
    for spans in places(coder).values():
        assert all(first[1] <= second[0] for first, second in pairwise(sorted(spans)))
    assert {row["article"] for row in codings(coder)} == set(articles())
    assert list(codings(coder)[0]) == CODING_FIELDS


def test_every_code_has_a_passage() -> None:
    assert {row["code"] for row in all_codings()} == {row["label"] for row in rows("scheme.csv") if row["label"]}
    assert 110 <= len(all_codings()) <= 150


def test_headlines_key_points_and_captions_are_not_coded() -> None:
    for row in all_codings():
        text, (start, end) = articles()[row["article"]], span(row)
        line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end)]
        assert start > text.index("\n")
        assert not re.match(r" *[•-] ", line)
        assert re.search(r"[.?…][”’]?$", line.rstrip()), line


def test_the_two_coders_agree_in_most_and_differ_in_every_way() -> None:
    found = differences()
    differing = found["missing in A"] + found["missing in B"] + found["boundary"] + found["split"] - found["code"]
    assert 0.5 < found["agreed"] / (found["agreed"] + differing) < 0.75
    for kind in ("missing in A", "missing in B", "boundary", "split", "code"):
        assert found[kind] >= 2, kind


def test_codings_overlap_as_they_do_in_real_work() -> None:
    for coder in ("a", "b"):
        depth = Counter(
            (row["article"], position) for row in codings(coder) for position in range(*span(row))
        ).most_common(1)
        assert depth[0][1] >= 3
    spans = Counter((row["article"], span(row)) for row in codings("a"))
    assert max(spans.values()) == 2


def test_some_codings_carry_a_memo_a_stance_or_a_doubt() -> None:
    for coder in ("a", "b"):
        assert sum(bool(row["memo"]) for row in codings(coder)) >= 5
        assert sum(row["unsure"] == "true" for row in codings(coder)) >= 1
    assert {row["stance"] for row in all_codings()} == {"", "supports", "opposes", "mixed"}
    assert {row["unsure"] for row in all_codings()} == {"true", "false"}
