"""What the analyst does to passages: coded where she pointed, altered in one thing only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from annotator.model import edits
from annotator.model.changes import Change
from annotator.model.edits.codings import CONTEXT, new_coding
from annotator.model.errors import Refused
from annotator.model.records import Coding, Stance

if TYPE_CHECKING:
    from tests.model.edits.conftest import Records


def coded(desk: Records, start: int, end: int, text: str | None = None) -> Coding:
    change_set = edits.code_passage(
        article=desk.article, text=text or desk.text, start=start, end=end, code=desk.codes[0], coder=desk.ann
    )
    return cast("Coding", change_set.changes[0].after)


def test_a_coding_keeps_its_words_and_what_stands_around_them(desk: Records) -> None:
    desk.code("Who decides")
    start = desk.text.index("It buys")

    coding = coded(desk, start, start + len("It buys care"))

    assert (coding.quote, coding.start) == ("It buys care", start)
    assert coding.before == desk.text[:start]
    assert coding.after == desk.text[coding.end : coding.end + CONTEXT]
    assert (coding.coder, coding.article, coding.code) == ("ann", "article", desk.codes[0].id)


def test_at_the_ends_of_a_text_less_stands_around(desk: Records) -> None:
    desk.code("Who decides")

    whole = coded(desk, 0, len(desk.text))

    assert (whole.before, whole.after, whole.quote) == ("", "", desk.text)


def test_blanks_dragged_along_are_left_out_and_letters_are_not_cut_in_two(desk: Records) -> None:
    desk.code("Who decides")
    text = "  café\u0301s 👩‍⚕️ decide  "

    assert coded(desk, 0, len(text), text).quote == text.strip()
    woman = text.index("👩")
    assert coded(desk, woman, woman + 1, text).quote == "👩‍⚕️"


@pytest.mark.parametrize(("start", "end"), [(5, 4), (-1, 4), (0, 10_000), (45, 47), (3, 3)])
def test_what_is_no_passage_is_refused_in_a_sentence(desk: Records, start: int, end: int) -> None:
    desk.code("Who decides")
    with pytest.raises(Refused, match="Nothing was coded"):
        coded(desk, start, end)


def test_the_same_passage_is_coded_once_with_a_code_by_a_coder(desk: Records) -> None:
    decides, joins = desk.code("Who decides"), desk.code("Joining")
    first = desk.coding("The board", decides)

    with pytest.raises(Refused, match="coded Who decides already"):
        edits.code_passage(
            article=desk.article, text=desk.text, start=0, end=10, code=decides, coder=desk.ann, existing=[first]
        )
    for code, coder in ((joins, desk.ann), (decides, desk.ben)):
        assert edits.code_passage(
            article=desk.article, text=desk.text, start=0, end=9, code=code, coder=coder, existing=[first]
        )


def test_a_code_that_only_groups_takes_no_codings(desk: Records) -> None:
    groups = replace(desk.code("Governance"), codable=False)
    coding = desk.coding("The board", desk.code("Who decides"))

    with pytest.raises(Refused, match="only groups"):
        edits.code_passage(article=desk.article, text=desk.text, start=0, end=9, code=groups, coder=desk.ann)
    with pytest.raises(Refused, match="only groups"):
        edits.recode(coding=coding, code=groups)


def test_recoding_changes_the_code_and_nothing_else(desk: Records) -> None:
    coding = replace(desk.coding("The board", desk.code("Who decides")), memo="why", stance="opposes", unsure=True)
    joins = desk.code("Joining")

    (change,) = edits.recode(coding=coding, code=joins).changes

    assert isinstance(change.after, Coding)
    assert change.before == coding
    assert change.after == replace(coding, code=joins.id, modified=change.after.modified)


def test_recoding_onto_a_code_that_is_there_is_refused(desk: Records) -> None:
    decides, joins = desk.code("Who decides"), desk.code("Joining")
    one, other = desk.coding("The board", decides), desk.coding("The board", joins)

    with pytest.raises(Refused, match="coded Joining already"):
        edits.recode(coding=one, code=joins, existing=[one, other])


def test_memo_stance_and_doubt_are_each_one_change(desk: Records) -> None:
    coding = desk.coding("The board", desk.code("Who decides"))
    changed = [
        (edits.write_memo(coding=coding, memo="for once"), "Write memo", {"memo": "for once"}),
        (edits.set_stance(coding=coding, stance="mixed"), "Stance: mixed", {"stance": "mixed"}),
        (edits.mark_unsure(coding=coding, unsure=True), "Mark as unsure", {"unsure": True}),
    ]
    for change_set, label, fields in changed:
        after = cast("Coding", change_set.changes[0].after)
        assert change_set.label == label
        assert replace(coding, **fields, modified=after.modified) == after  # type: ignore[arg-type]


def test_what_changes_nothing_is_no_gesture(desk: Records) -> None:
    decides = desk.code("Who decides")
    coding = desk.coding("The board", decides)

    for change_set in (
        edits.write_memo(coding=coding, memo=""),
        edits.set_stance(coding=coding, stance=""),
        edits.mark_unsure(coding=coding, unsure=False),
        edits.recode(coding=coding, code=decides),
    ):
        assert not change_set


def test_an_unknown_stance_is_refused(desk: Records) -> None:
    with pytest.raises(Refused, match="no stance"):
        new_coding(
            article=desk.article, text=desk.text, start=0, end=9, code=desk.code("Who decides"), coder=desk.ann,
            stance=cast("Stance", "undecided"),
        )  # fmt: skip


def test_a_removed_coding_is_named_by_its_code(desk: Records) -> None:
    decides = desk.code("Who decides")
    coding = desk.coding("The board", decides)

    change_set = edits.remove_coding(coding=coding, code=decides)

    assert (change_set.label, change_set.changes) == ("Remove coding: Who decides", (Change(coding, None),))
