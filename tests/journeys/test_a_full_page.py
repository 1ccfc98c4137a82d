"""Two hundred codings on one page: all are drawn, named or counted, reached by key, and taken off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.edits.codings import new_coding

if TYPE_CHECKING:
    from journeys.analyst import Analyst


def _code_much(ann: Analyst, number: int) -> None:
    desk, codes = ann.workspace.desk, [code for code in ann.project.codes() if code.codable]
    assert desk.article is not None
    codings = [
        new_coding(
            article=desk.article, text=desk.text, start=place, end=place + 20 + place % 40,
            code=codes[place % len(codes)], coder=ann.workspace.session.coder,
        )
        for place in range(number)
    ]  # fmt: skip
    ann.workspace.session.do(edits.code_passages(codings=codings, label="Code much"))


def test_two_hundred_codings_are_shown_walked_and_taken_back(ann: Analyst) -> None:
    _code_much(ann, 200)
    view = ann.window.page.view
    assert len(view.codings.marks) == 200
    assert ann.window.status_line.counts.label.text() == "200 codings"
    assert not view.grab().isNull()
    seen = []
    for _ in range(200):
        ann.press("N")
        assert ann.workspace.current.coding is not None
        seen.append(ann.workspace.current.coding.id)
    assert seen == [coding.id for coding in ann.codings()], "N goes through all, in the order of the text"
    ann.press("N", "Shift+N")
    assert ann.workspace.selection.coding == seen[-1]
    ann.press("Ctrl+Z")
    assert view.codings.marks == {}


def test_o_goes_round_the_codings_that_lie_over_one_another(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2", "3")
    there = set()
    for _ in range(3):
        ann.press("O")
        there.add(ann.workspace.selection.coding)
    assert there == {coding.id for coding in ann.codings()}


def test_a_click_on_a_name_in_the_margin_makes_its_coding_current(ann: Analyst) -> None:
    ann.press("J", "J", "1", "2")
    margin = ann.window.page.view.margin
    for row in margin.plan().rows:
        assert row.bar is not None
        ann.click(margin, margin.name_rect(row).center().toPoint())
        assert ann.workspace.selection.coding == row.bar.mark.id


def test_o_goes_round_codings_that_begin_later_and_comes_back(ann: Analyst) -> None:
    view = ann.window.page.view
    ann.select("two boards")
    ann.press("1", "Esc", "Esc")
    ann.select("care together")
    ann.press("3", "Esc", "Esc")
    view.place_caret(view.text.index("The two boards"))
    ann.press("2")
    labels = {code.id: code.label for code in ann.project.codes()}
    desk, selection = ann.workspace.desk, ann.workspace.selection

    def went() -> str:
        ann.press("O")
        return labels[desk.codings[selection.coding or ""].code]

    assert [went() for _ in range(6)] == ["C11", "G3", "C4", "C11", "G3", "C4"]
    ann.press("Esc", "Esc")
    view.place_caret(view.text.index("boards will"))
    assert [went() for _ in range(4)] == ["C11", "C4", "C11", "C4"], "at the caret, only what lies there"
