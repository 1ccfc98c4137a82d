"""A reviewer judges without knowing who: coders are numbered by chance on the Review page and in its reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE, WARDS, make_project
from journeys.test_colleagues_shown import FIRST, VETO, colleague_codes
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget

from annotator.jobs.reporting import report_of
from annotator.model import edits
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.ui.review.review_page import ReviewPage
    from annotator.ui.settling.review_desk import ReviewDesk

NAMES = ("Zaynab Quill", "Yorick Plum")
HIDE = "Ctrl+Shift+H"
TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def path(tmp_path: Path, dressed: None) -> Path:
    """Return a project in which two have coded and finished the first article, one of them the second too."""
    made = make_project(tmp_path / "evidence.annotator")
    colleague_codes(made, NAMES[0], (SENTENCE, "C11"), (FIRST, "G3"))
    colleague_codes(made, NAMES[1], (f"{SENTENCE} {FIRST}", "C11"), (VETO, "C4"))
    colleague_codes(made, NAMES[0], (WARDS.split("\n")[2], "G3"), article=1)
    for name, articles in ((NAMES[0], 2), (NAMES[1], 1)):
        finish(made, name, articles)
    return made


def finish(path: Path, name: str, articles: int) -> None:
    with Project.open(path) as project:
        coder, _ = project.join(name)
        project.do(
            edits.finish_reading(articles=project.articles()[:articles], readings=project.readings(), coder=coder)
        )


@pytest.fixture
def reviewer(analyst: Analyst, path: Path) -> Analyst:
    """Return Ann, who has not coded, before the Review page."""
    assert analyst.window.open_project(path, "Ann")
    analyst.press("Ctrl+2")
    return analyst


def desk_of(reviewer: Analyst) -> ReviewDesk:
    desk = reviewer.window.reviewing.desk
    assert desk is not None
    return desk


def page_of(reviewer: Analyst) -> ReviewPage:
    return reviewer.window.reviewing.page


def everything_said(page: QWidget) -> str:
    """Return every text, name and tip of a page, and what its lists and lanes say."""
    said = []
    for widget in [page, *page.findChildren(QWidget)]:
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        said += [widget.text()] if isinstance(widget, QLabel | QAbstractButton) else []
        model = widget.model() if isinstance(widget, QAbstractItemView) else None
        if model is not None:
            columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
            rows = model.rowCount()
            cells = [model.index(row, column) for row in range(rows) for column in range(columns)]
            said += [str(cell.data(role)) for cell in cells for role in TOLD]
    return "\n".join(map(str, said))


def lanes_said(reviewer: Analyst) -> str:
    desk = desk_of(reviewer)
    codings = reviewer.project.codings()
    return "\n".join(f"{desk.mark(one).coder} {desk.mark(one).initials} {desk.mark(one).spoken}" for one in codings)


def test_names_go_everywhere_on_the_page_and_come_back(reviewer: Analyst) -> None:
    page = page_of(reviewer)
    shown = everything_said(page) + lanes_said(reviewer)
    assert all(name in shown for name in NAMES), "they are there to be hidden"

    reviewer.press(HIDE)

    hidden = everything_said(page) + lanes_said(reviewer)
    assert [name for name in NAMES if name in hidden or name.split()[0] in hidden] == []
    assert (page.band.a.text(), page.band.b.text()) == ("Coder 1", "Coder 2")
    assert reviewer.window.actions_.by_id["hide_coder_names"].isChecked()
    assert "numbered by chance" in reviewer.notice()

    reviewer.press(HIDE)
    assert {page.band.a.text(), page.band.b.text()} == set(NAMES)


def test_shown_again_a_and_b_are_who_they_were(reviewer: Analyst) -> None:
    desk = desk_of(reviewer)
    assert desk.chosen is not None
    for pair in ((desk.chosen.a, desk.chosen.b), (desk.chosen.b, desk.chosen.a)):  # one of them turns round
        desk.choose(a=pair[0], b=pair[1])
        reviewer.press(HIDE)
        reviewer.press(HIDE)
        assert (desk.chosen.a, desk.chosen.b) == pair


def test_what_is_said_of_a_decision_and_in_the_status_line_names_nobody(reviewer: Analyst) -> None:
    reviewer.press(HIDE)
    assert desk_of(reviewer).difference is not None
    reviewer.press("A" if desk_of(reviewer).difference.place.a else "B")  # type: ignore[union-attr]
    assert ": Coder " in page_of(reviewer).article.text.echo.text
    line = everything_said(reviewer.window.status_line)
    assert not any(name in line for name in NAMES)


def test_a_report_written_meanwhile_names_nobody(reviewer: Analyst) -> None:
    reviewer.press(HIDE)
    desk = desk_of(reviewer)
    assert desk.work is not None
    assert desk.a is not None
    assert desk.b is not None
    report = report_of(reviewer.project, desk.work, desk.a, desk.b, reviewer=reviewer.workspace.desk.coder)
    assert not any(name in repr(report) for name in NAMES)
    assert report.coders == ("Coder 1", "Coder 2")


def test_the_numbers_stay_and_so_does_the_choice_until_it_is_taken_off(
    reviewer: Analyst, path: Path, anew: Callable[[Analyst], Analyst]
) -> None:
    reviewer.press(HIDE)
    called = desk_of(reviewer).called()
    reviewer.press(HIDE, HIDE)
    assert desk_of(reviewer).called() == called
    again = anew(reviewer)
    assert again.window.open_project(path, "Ann")
    again.press("Ctrl+2")
    assert desk_of(again).called() == called
    assert page_of(again).band.a.text() == "Coder 1"


def test_whoever_joins_later_gets_the_next_number(reviewer: Analyst, path: Path) -> None:
    reviewer.press(HIDE)
    before = desk_of(reviewer).called()
    with Project.open(path) as project:
        late, _ = project.join("Late Comer")
    reviewer.workspace.session.follow()
    assert desk_of(reviewer).called() == {**before, late.id: f"Coder {len(before) + 1}"}


def test_the_names_on_the_code_page_are_no_secret(reviewer: Analyst) -> None:
    reviewer.press(HIDE, "Ctrl+1")
    assert set(NAMES) <= {coder.name for coder in reviewer.workspace.desk.coders.values()}
