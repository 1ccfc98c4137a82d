"""Three people have coded apart: the figures of all of them beside those of a pair, further measures, the counts."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from journeys.coding_apart import WORK, code_sentences, coded_apart
from journeys.test_first_comparison import desk_of, page_of

from annotator.model import edits
from annotator.project.project import Project
from annotator.ui import messages
from annotator.ui.review.agreement_rows import Column

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst


@pytest.fixture
def three(analyst: Analyst, tmp_path: Path) -> Analyst:
    """Ann before the Review page; Ben and Cem have coded the same three articles."""
    analyst.window.open_project(coded_apart(tmp_path / "apart.annotator", WORK, 3), "Ann")
    analyst.press("Ctrl+2")
    return analyst


def heads(three: Analyst) -> list[str]:
    table = page_of(three).agreement.table
    return [table.rows.headerData(column, table.horizontalHeader().orientation()) for column in range(Column.OPEN + 1)]


def test_the_figures_of_all_and_the_differences_of_two(three: Analyst) -> None:
    page, desk = page_of(three), desk_of(three)
    assert page.band.everybody.text() == "All 3 coders"
    assert "A · both · B" in heads(three)
    of_two = page.agreement.table.rows.agreement.pooled.alpha
    listed = page.differences.shown_keys()

    three.click(page.band.everybody)

    assert page.band.everybody.isChecked()
    assert "some · all" in heads(three)
    agreement = page.agreement.table.rows.agreement
    assert agreement.coders == ("Ann", "Ben", "Cem")
    assert agreement.pooled.alpha != of_two
    notes = {row.label: row.note for row in agreement.rows}
    assert notes["W3"] == "only Ben used this code"
    assert notes["F1"] == "only Cem used this code"
    assert notes["C4"] == ""
    assert page.differences.shown_keys() == listed, "the list stays that of Ann and Ben"
    assert "nearest to each other" in page.band.sentence.text()

    page.band.unit_chosen.emit("segment", 0.5)

    assert not page.band.everybody.isChecked(), "whole passages are matched between two"
    assert desk.shared is None


def test_a_decision_is_followed_while_all_are_compared(three: Analyst) -> None:
    page = page_of(three)
    three.click(page.band.everybody)
    assert page.text.hasFocus(), "a click leaves the keys to the text"
    waiting = page.agreement.table.rows.agreement.pooled.open
    three.press("A" if desk_of(three).difference.place.a else "B")  # type: ignore[union-attr]
    assert page.agreement.table.rows.agreement.pooled.open == waiting - 1


def test_further_measures_and_each_two_coders(three: Analyst) -> None:
    page = page_of(three)
    page.band.more_wanted.emit()
    three.qtbot.waitUntil(page.more.isVisible)
    facts = {page.more.list.model().index(row, 0).data() for row in range(page.more.list.model().rowCount())}
    assert any("Gwet AC1" in str(fact) for fact in facts)
    matrix = page.more.matrix
    assert matrix.isVisible()
    assert [one.name for one in matrix.pairs.coders] == ["Ann", "Ben", "Cem"]

    three.click(matrix.table.viewport(), matrix.table.visualRect(matrix.pairs.index(0, 2)).center())

    desk = desk_of(three)
    assert desk.b is not None
    assert desk.b.name == "Cem", "a click on a pair compares the two"


def test_the_counts_go_out_as_csv(three: Analyst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "counts.csv"
    monkeypatch.setattr(messages, "choose_place_to_save", lambda *_asked: out)
    three.window.actions_.by_id["write_counts"].trigger()
    of_two = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    three.click(page_of(three).band.everybody)
    three.window.actions_.by_id["write_counts"].trigger()
    of_all = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert {"Ann", "Ben"} <= set(of_two[1])
    assert "Cem" not in {cell for row in of_two for cell in row}
    assert "Cem" in {cell for row in of_all for cell in row}
    assert str(out) in three.notice()


def test_sub_codes_count_for_their_code_where_that_is_chosen(three: Analyst) -> None:
    page = page_of(three)
    page.band.sub_codes_chosen.emit(True)
    shown = {row.name for row in page.agreement.table.rows.agreement.rows}
    assert "Governance" in shown, "a family stands for what is coded below it"
    page.band.sub_codes_chosen.emit(False)
    assert "Governance" not in {row.name for row in page.agreement.table.rows.agreement.rows}


def test_a_code_made_after_a_coder_had_finished_is_hatched_there(analyst: Analyst, tmp_path: Path) -> None:
    path = coded_apart(tmp_path / "late.annotator", {name: WORK[name] for name in ("Ann", "Ben")})
    with Project.open(path) as project:
        project.join("Ann")
        assert project.coder is not None
        project.do(edits.add_code(name="Bed closures", codes=project.codes(), coder=project.coder))
        code_sentences(project, project.articles()[0], project.coder, [(4, "Bed closures")])
    analyst.window.open_project(path, "Ann")
    analyst.press("Ctrl+2")
    rows = {row.name: row for row in page_of(analyst).agreement.table.rows.agreement.rows}
    late = rows.pop("Bed closures")
    assert late.cells == (None, None)
    assert late.note == "undefined: the code was made after one of them had finished"
    assert late.colour, "its hue is its family's, or the one of none"
    assert all(None not in row.cells for row in rows.values())


def test_whoever_has_seen_the_list_codes_none_of_its_articles_blind_any_more(analyst: Analyst, tmp_path: Path) -> None:
    analyst.window.open_project(coded_apart(tmp_path / "apart.annotator", WORK, 3), "Dora")
    analyst.press("Ctrl+2")
    listed = {each.article for each in desk_of(analyst).list.listed}  # type: ignore[union-attr]
    assert len(listed) == 3
    dora = analyst.workspace.session.coder
    analyst.workspace.session.do(
        edits.finish_reading(articles=analyst.project.articles(), readings=analyst.project.readings(), coder=dora)
    )

    passes = {one.article: one.seen for one in analyst.project.readings() if one.coder == dora.id}

    assert passes == dict.fromkeys(listed, True), "also of those whose differences were only in the list"
