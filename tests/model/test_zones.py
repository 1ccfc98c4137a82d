"""What zones say of the text: what is passed over, which one a key means, what a coding brings back."""

from __future__ import annotations

from dataclasses import replace

from annotator.model.changes import Change, ChangeSet
from annotator.model.records import Article, Coder, Coding, Zone
from annotator.model.zones import (
    BROUGHT_BACK,
    aside_spans,
    joined_over_blanks,
    lies_aside,
    margin_note,
    set_by,
    stretch_around,
    that_count,
    why_aside,
    with_zones_back,
    without_zones,
    zone_for,
)

ANN = Coder(id="ann", name="Ann", created="")
ARTICLE = Article(id="a", position=0, title="T", file="t.txt", text_sha256="", coder="ann", created="")


def _zone(start: int, end: int, **more: object) -> Zone:
    zone = Zone(id=f"z{start}-{end}", article="a", start=start, end=end, kind="caption", created="")
    return replace(zone, **more)  # type: ignore[arg-type]


def _coding(start: int, end: int, article: str = "a") -> Coding:
    return Coding(
        id="c", article=article, code="k", coder="ann", start=start, end=end, quote="", created="", modified=""
    )


def test_hits_inside_what_is_set_aside_are_left_out_those_that_reach_beyond_it_stay() -> None:
    zones = [_zone(10, 20), _zone(20, 30), _zone(40, 50, state="kept")]
    assert aside_spans(zones) == [(10, 30)]
    assert without_zones([(0, 5), (10, 12), (18, 22), (25, 31), (41, 45)], zones) == [(0, 5), (25, 31), (41, 45)]
    assert without_zones([(10, 12)], []) == [(10, 12)]


def test_lines_with_only_blanks_between_them_are_passed_over_in_one_step() -> None:
    text = "One.\n\nTwo.\nThree. Four."
    assert joined_over_blanks(text, [(0, 4), (6, 10), (18, 23)]) == [(0, 10), (18, 23)]
    assert stretch_around((6, 10), [(0, 10)]) == (0, 10)
    assert stretch_around((9, 12), [(0, 10)]) is None


def test_the_key_means_the_smallest_zone_at_the_caret_or_the_one_most_of_which_is_selected() -> None:
    outer, inner, other = _zone(0, 100), _zone(10, 20), _zone(120, 130)
    zones = [outer, inner, other]
    assert zone_for(zones, 15, 15) == inner
    assert zone_for(zones, 20, 20) == inner or zone_for(zones, 20, 20) == outer
    assert zone_for(zones, 130, 130) == other
    assert zone_for(zones, 110, 110) is None
    assert zone_for([inner, other], 18, 129) == other
    assert zone_for(zones, 101, 119) is None


def test_a_coding_wholly_inside_a_zone_brings_it_back_in_the_same_gesture() -> None:
    zone, elsewhere = _zone(10, 20), _zone(10, 20, id="other", article="b")
    coded = ChangeSet("Code passage", (Change(None, _coding(12, 15)),))
    both = with_zones_back(coded, [zone, elsewhere, _zone(12, 15, id="kept", state="kept")], ANN)
    assert both.label == "Code passage"
    assert both.changes[-1] == coded.changes[-1]
    assert [change.after for change in both.changes[:-1]] == [
        replace(zone, state="kept", reason=BROUGHT_BACK, coder="ann")
    ]


def test_a_coding_that_crosses_a_zone_or_is_only_changed_leaves_it_aside() -> None:
    crossing = ChangeSet("Code passage", (Change(None, _coding(5, 30)),))
    assert with_zones_back(crossing, [_zone(10, 20)], ANN) is crossing
    recoded = ChangeSet("Recode", (Change(_coding(12, 15), replace(_coding(12, 15), code="other")),))
    assert with_zones_back(recoded, [_zone(10, 20)], ANN) is recoded


def test_zones_explain_themselves() -> None:
    zone = _zone(0, 5, reason="the line is short and stands under a picture mark")
    assert why_aside(zone) == "Set aside: caption. The line is short and stands under a picture mark."
    assert why_aside(replace(zone, kind="other", reason="")) == "Set aside."
    assert margin_note(zone) == "caption, set aside"
    assert margin_note(replace(zone, kind="other")) == "set aside"
    assert margin_note(replace(zone, kind="key point")) == "key points, not coded"
    assert (set_by(None, {}), set_by("ann", {"ann": "Ann"})) == ("rule", "Ann")


def test_what_counts_is_told_with_the_text_only_where_two_stretches_meet() -> None:
    text = "Caption. \n Link. Words."
    aside = aside_spans([_zone(0, 8), _zone(11, 16)])

    def refuse() -> str:
        raise AssertionError

    assert lies_aside((0, 8), aside, refuse)
    assert not lies_aside((17, 23), aside, refuse)
    assert not lies_aside((8, 9), aside, refuse)
    assert lies_aside((0, 16), aside, lambda: text)
    assert not lies_aside((0, 16), aside, lambda: text.replace(" \n ", " x "))
    assert not lies_aside((11, 23), aside, lambda: text)
    codings = [_coding(0, 16), _coding(11, 23), replace(_coding(0, 8), place="lost")]
    assert that_count(codings, aside, text) == codings[1:]
