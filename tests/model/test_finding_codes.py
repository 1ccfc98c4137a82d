"""The finder: three letters or the label must bring up the code that was meant, in the order an analyst expects."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.finding_codes import Match, find_codes
from annotator.model.records import Code


def code(label: str, name: str, definition: str = "", include: str = "", short: str = "") -> Code:
    return Code(
        id=label or name,
        label=label,
        name=name,
        short_name=short,
        position=0,
        colour="#5733b8",
        definition=definition,
        include=include,
        coder="c",
        created="2020-01-01T00:00:00.000Z",
    )


CODES = [
    code("", "Governance"),
    code("G1", "Who answers for the budget"),
    code("G2", "Law and bills", "What the statute says, or would say."),
    code("G5", "Intervention in a struggling body", "A tougher line, stronger support, or others take over."),
    code("G8", "National decision over deadlock", "National leaders settle disputes or lift a veto.", "veto power"),
    code("G12", "National standards and equity", short="Standards"),
    code("F3", "Budget held in common"),
    code("F30", "Café and Straße", "Où l'on mange."),
    code("W1", "Social co-payment"),
]
PATHS = {c.id: c.name if c.id == "Governance" else f"Governance > {c.name}" for c in CODES}
PATHS["F3"] = "Funding > Budget held in common"


def found(query: str) -> list[Match]:
    return find_codes(query, CODES, PATHS)


def labels(query: str) -> list[str]:
    return [match.code.label for match in found(query)]


def test_an_empty_query_lists_the_scheme_in_its_order() -> None:
    assert [match.code for match in found("  ")] == CODES


@pytest.mark.parametrize("query", ["f3", "F3", " f 3 "])
def test_the_label_comes_first_and_longer_labels_follow(query: str) -> None:
    assert labels(query)[:2] == ["F3", "F30"]
    assert found(query)[0].score == 1.0


def test_a_label_without_a_number_is_a_label_too() -> None:
    codes = [*CODES, code("NAT", "Something else")]
    assert find_codes("nat", codes, PATHS)[0].code.label == "NAT"


def test_the_start_of_a_name_goes_before_the_start_of_a_word_in_it() -> None:
    assert labels("bud") == ["F3", "G1"]
    assert labels("national") == ["G8", "G12"]
    assert labels("nat st") == ["G12"]
    assert labels("eadlo")[0] == "G8"


def test_a_short_query_brings_names_not_every_definition_with_that_letter() -> None:
    assert labels("l")[0] == "G2"
    assert "F30" not in labels("m")
    assert "F30" in labels("mange")


def test_a_word_of_the_definition_goes_before_letters_with_gaps() -> None:
    by_definition, by_gaps = found("veto")
    assert by_definition.code.label == "G8"
    assert by_definition.in_definition
    assert not by_definition.loose
    assert [by_definition.code.definition[a:b] for a, b in by_definition.definition_spans] == ["veto"]
    assert [by_definition.code.include[a:b] for a, b in by_definition.include_spans] == ["veto"]
    assert by_gaps.code.label == "G5"
    assert by_gaps.loose
    assert [by_gaps.code.name[a:b] for a, b in by_gaps.spans] == ["ve", "t", "o"]
    assert by_definition.score > by_gaps.score


def test_the_path_narrows_the_choice() -> None:
    assert labels("fund common") == ["F3"]
    assert labels("gov > law") == ["G2"]


def test_diacritics_and_capitals_do_not_matter_and_marks_fall_on_the_shown_letters() -> None:
    for query in ("cafe", "CAFÉ", "cafe\u0301"):
        (match, *_) = found(query)
        assert [match.code.name[a:b] for a, b in match.spans] == ["Café"]
    (match, *_) = found("strasse")
    assert [match.code.name[a:b] for a, b in match.spans] == ["Straße"]
    (match, *_) = found("ou")
    assert match.code.label == "F30"
    assert [match.code.definition[a:b] for a, b in match.definition_spans] == ["Où"]


def test_hyphens_may_be_typed_or_left_out() -> None:
    assert labels("co-pay") == labels("co pay") == ["W1"]


def test_marks_are_given_for_the_short_name_and_the_full_one() -> None:
    (match, *_) = found("standards")
    assert [match.code.shown_name[a:b] for a, b in match.spans] == ["Standards"]
    assert [match.code.name[a:b] for a, b in match.name_spans] == ["standards"]


def test_a_slip_of_the_finger_still_finds_the_code_but_last() -> None:
    (match, *_) = found("strugling")
    assert match.code.label == "G5"
    assert match.loose
    assert labels("intrevention") == ["G5"]
    assert labels("zzzzzz") == []


def test_codes_of_one_rank_keep_the_order_of_the_scheme() -> None:
    many = [replace(CODES[1], id=str(number), label=f"X{number}") for number in range(50)]
    assert [match.code.id for match in find_codes("answers", many, {})] == [c.id for c in many]


@given(st.text("veto bud-3éß'(*[^]\\", max_size=12))
def test_any_query_is_answered_in_order_of_score_with_marks_inside_the_names(query: str) -> None:
    matches = found(query)
    assert [m.score for m in matches] == sorted((m.score for m in matches), reverse=True)
    assert len({m.code.id for m in matches}) == len(matches)
    for match in matches:
        texts = (match.code.shown_name, match.code.name, match.code.definition, match.code.include)
        spans = (match.spans, match.name_spans, match.definition_spans, match.include_spans)
        for text, marks in zip(texts, spans, strict=True):
            assert all(0 <= a < b <= len(text) for a, b in marks)
            assert list(marks) == sorted(marks)
