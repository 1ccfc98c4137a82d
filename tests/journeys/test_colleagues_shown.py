"""Colleagues' codings beside one's own: blind by default, shown by a deliberate act, never changed, told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import BOARDS, SENTENCE
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.model import edits
from annotator.model.extracts import ExtractFilter
from annotator.model.records import Coding
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.model.records import Reading

FIRST = "Each keeps its own accounts for a year."
LAST = "Then the council decides."
VETO = "Not everybody agrees."
SHOW = "Ctrl+Shift+A"


def colleague_codes(path: Path, coder: str, *coded: tuple[str, str], memo: str = "", article: int = 0) -> None:
    """Code passages as a colleague, by another hand on the same file."""
    with Project.open(path) as project:
        project.join(coder)
        assert project.coder is not None
        chosen = project.articles()[article]
        text = project.text(chosen.text_sha256)
        for words, label in coded:
            code = next(code for code in project.codes() if code.label == label)
            start = text.index(words)
            change_set = edits.code_passage(
                article=chosen, text=text, start=start, end=start + len(words), code=code, coder=project.coder
            )
            project.do(change_set)
            made = change_set.changes[0].after
            if memo and isinstance(made, Coding):
                project.do(edits.write_memo(coding=made, memo=memo))


@pytest.fixture
def team(ann: Analyst, project_path: Path) -> Analyst:
    """Return Ann before an article in which Ben Ode and Cy Fall have coded."""
    colleague_codes(project_path, "Ben Ode", (SENTENCE, "C11"), (FIRST, "G3"), memo="Ben's reason")
    colleague_codes(project_path, "Cy Fall", (f"{SENTENCE} {FIRST}", "C11"), (VETO, "C4"))
    ann.workspace.session.follow()
    return ann


def finish(ann: Analyst) -> None:
    """Finish the first article, and come back to it."""
    ann.window.page.view.scroll_to(len(BOARDS), len(BOARDS))
    ann.press("Ctrl+Shift+Return")
    ann.click_article("Boards may share one budget")


def reading(ann: Analyst) -> Reading:
    article = ann.workspace.desk.article
    assert article is not None
    own = [one for one in ann.project.readings() if one.coder == ann.workspace.session.coder.id]
    return next(one for one in own if one.article == article.id)


def shown(ann: Analyst) -> list[tuple[str, str]]:
    """Return whose codings the article shows, by start: initials (none for one's own) and label."""
    marks = sorted(ann.window.page.view.codings.marks.values(), key=lambda mark: (mark.start, mark.end))
    return [(mark.initials, mark.label) for mark in marks]


def full(ann: Analyst) -> set[str]:
    """Return the initials of those whose bars are not faded."""
    view = ann.window.page.view
    plan = view.codings.plan(0, 10_000)
    return {bar.mark.initials for bar in plan.bars if not bar.faded}


def current(ann: Analyst) -> Coding:
    found = ann.workspace.desk.coding(ann.workspace.selection.coding)
    assert found is not None
    return found


def button(ann: Analyst, text: str) -> None:
    """Click a button of the notice."""
    ann.click(next(one for one in ann.window.notices.buttons if one.text() == text))


def strip(ann: Analyst) -> str:
    """Return what the strip above the article says; empty without one."""
    bar = ann.workspace.hands.strip
    return bar.sentence.text() if bar.isVisible() else ""


THEIRS = [("BO", "C11"), ("CF", "C11"), ("BO", "G3"), ("CF", "C4")]


# blindness


def test_blind_by_default_nothing_of_a_colleagues_work_is_read(team: Analyst) -> None:
    assert shown(team) == []
    assert len(team.workspace.desk.others) == 0
    team.press("J", "J", "1", "N", "O")
    assert current(team).coder == team.workspace.session.coder.id


def test_in_a_finished_article_they_are_simply_shown_and_the_pass_stays_blind(team: Analyst) -> None:
    team.press("J", "J", "1")
    finish(team)
    team.press(SHOW)
    assert len(shown(team)) == 5
    assert not reading(team).seen
    assert "Ben Ode and Cy Fall" in strip(team)
    team.press(SHOW)
    assert shown(team) == [("", "C11")]
    assert strip(team) == ""


def test_an_unfinished_article_says_what_it_means_and_a_second_act_marks_it_seen(team: Analyst) -> None:
    team.press(SHOW)
    assert shown(team) == []
    assert "no longer blind" in team.notice()
    button(team, "Show them")
    assert shown(team) == THEIRS
    assert (reading(team).seen, reading(team).state) == (True, "in progress")
    assert team.menu_text("undo") == "Undo Look at colleagues' codings"
    team.press(SHOW, SHOW)
    assert shown(team) == THEIRS, "it is asked only once"


def test_the_same_key_twice_does_too_and_leaving_it_at_one_shows_nothing(team: Analyst) -> None:
    team.press(SHOW, "J", SHOW)
    assert shown(team) == [], "the question was gone, so it is asked again"
    assert "no longer blind" in team.notice()
    team.press("Ctrl+J", "Ctrl+K", SHOW)
    assert shown(team) == []
    team.press(SHOW)
    assert shown(team) == THEIRS


def test_undo_of_the_look_hides_them_but_what_is_coded_after_it_is_marked(team: Analyst) -> None:
    team.press(SHOW, SHOW, "Ctrl+Z")
    assert shown(team) == []
    assert not [one for one in team.project.readings() if one.seen]
    team.press("J", "J", "1")
    assert reading(team).seen


def test_what_the_export_says_of_the_pass_follows(team: Analyst) -> None:
    team.press(SHOW, SHOW, "J", "J", "1")
    finish(team)
    own = ExtractFilter(coders=(team.workspace.session.coder.id,))
    assert [extract.passed for extract in team.project.extracts(own)] == ["seen"]


def test_coding_on_in_a_finished_article_after_a_look_ends_blindness_and_undo_takes_both_back(team: Analyst) -> None:
    team.press("J", "J", "1")
    finish(team)
    team.press(SHOW)
    team.select(VETO)
    team.press("4")
    assert reading(team).seen
    team.press("Ctrl+Z")
    assert not reading(team).seen
    assert [quote for _, quote in team.coded()] == [SENTENCE]


def test_a_look_is_remembered_after_closing(team: Analyst, project_path: Path) -> None:
    finish(team)
    team.press(SHOW)
    assert team.window.open_project(project_path, "Ann")
    assert shown(team) == []
    team.press("J", "J", "1")
    assert reading(team).seen


def test_taking_a_finished_article_up_again_after_a_look_is_not_blind(team: Analyst) -> None:
    finish(team)
    team.press(SHOW, "Ctrl+Shift+Return")
    assert (reading(team).state, reading(team).seen) == ("in progress", True)
    assert shown(team) == THEIRS


def test_from_article_to_article_they_stay_where_that_ends_no_blindness(team: Analyst, project_path: Path) -> None:
    colleague_codes(project_path, "Ben Ode", ("Staff move to other sites until autumn.", "C11"), article=1)
    finish(team)
    team.press(SHOW, "Ctrl+J")
    assert shown(team) == []
    assert "stay hidden here" in team.notice()
    team.press("Ctrl+K")
    assert shown(team) == THEIRS
    team.press("Ctrl+J")
    assert team.notice() == "", "it is said once"


def test_alone_in_a_project_there_is_nobody_to_show(ann: Analyst) -> None:
    ann.press(SHOW)
    assert "Nobody else codes in this project yet" in ann.notice()
    assert not ann.project.readings()


# told apart, and never changed


@pytest.fixture
def looking(team: Analyst) -> Analyst:
    """Return Ann, who has coded a sentence and sees her colleagues' codings."""
    team.press("J", "J", "1")
    finish(team)
    team.press(SHOW)
    team.window.page.view.place_caret(BOARDS.index(SENTENCE) + 3)
    return team


def test_o_goes_round_everybodys_codings_and_each_is_named_with_its_coder(looking: Analyst) -> None:
    met = []
    for _ in range(4):
        looking.press("O")
        line = looking.window.status_line.coding.label.text()
        met.append((looking.workspace.desk.coder_name(current(looking)), line))
    assert [name for name, _ in met] == ["Ann", "Ben Ode", "Cy Fall", "Ann"]
    assert all(f"by {name}, {rank} of 3 here" in line for (name, line), rank in zip(met, (1, 2, 3, 1), strict=True))


def test_the_tip_says_by_whom(looking: Analyst) -> None:
    view = looking.window.page.view
    place = view.passage_rect(BOARDS.index(SENTENCE), BOARDS.index(SENTENCE) + 5).center()
    said = view.tip_at(place)
    assert [name for name in ("by Ann", "by Ben Ode", "by Cy Fall") if name in said] == [
        "by Ann", "by Ben Ode", "by Cy Fall",
    ]  # fmt: skip


def test_a_question_closed_without_an_answer_is_asked_again(team: Analyst) -> None:
    team.press(SHOW)
    assert "no longer" in team.notice()
    team.click(team.window.notices.close_button)
    assert team.notice() == ""
    team.press(SHOW)
    assert "no longer" in team.notice()
    assert not team.workspace.colleagues.shown


def test_delete_on_a_colleagues_row_of_the_list_says_why_it_stays(looking: Analyst) -> None:
    before = looking.project.codings()
    looking.press("Ctrl+L")
    rows = looking.window.page.codes.codings
    theirs = next(iter(looking.workspace.desk.others.by_id))
    rows.view.setFocus()
    rows.view.show_current(theirs)
    looking.press("Delete")
    assert "so it stays as it is" in looking.notice()
    assert looking.project.codings() == before
    assert rows.rows.coding_at(rows.view.currentIndex()) == theirs


def test_n_passes_through_ones_own_codings_only(looking: Analyst) -> None:
    own = {coding.id for coding in looking.codings()}
    for key in ("N", "N", "Shift+N"):
        looking.press(key)
        assert current(looking).id in own


@pytest.mark.parametrize("key", ["Delete", "E", "[", "C", "S", "D", "Ctrl+Shift+D", "Ctrl+Shift+J"])
def test_a_colleagues_coding_refuses_every_change_in_a_sentence(looking: Analyst, key: str) -> None:
    before = looking.project.codings()
    looking.press("O", "O", key)
    assert "is by Ben Ode, so it stays as it is" in looking.notice()
    assert looking.project.codings() == before
    assert looking.window.page.view.hasFocus()
    assert not looking.window.page.finder.isVisible()


def test_a_colleagues_coding_has_no_handles_and_its_memo_is_only_read(looking: Analyst) -> None:
    looking.press("O")
    assert looking.window.page.view._handled() is not None  # noqa: SLF001
    looking.press("O")
    assert looking.window.page.view._handled() is None  # noqa: SLF001
    memo = looking.window.page.codes.memo.editor
    assert memo.toPlainText() == "Ben's reason"
    assert memo.isReadOnly()
    margin = looking.window.page.view.margin
    row = next(row for row in margin.plan().rows if row.bar and row.bar.mark.initials == "BO")
    QTest.mouseDClick(margin, Qt.MouseButton.LeftButton, pos=margin.name_rect(row).center().toPoint())
    assert "is by Ben Ode" in looking.notice()


def test_w_takes_a_colleagues_passage_and_a_digit_codes_it_as_ones_own(looking: Analyst) -> None:
    looking.press("O", "O", "O", "W")
    passage = looking.window.page.view.passage()
    assert passage == (BOARDS.index(SENTENCE), BOARDS.index(FIRST) + len(FIRST))
    looking.press("4")
    assert looking.coded() == [("C11", SENTENCE), ("G8", f"{SENTENCE} {FIRST}")]
    assert current(looking).coder == looking.workspace.session.coder.id


def test_a_digit_with_a_colleagues_coding_current_codes_for_oneself(looking: Analyst) -> None:
    theirs = [coding for coding in looking.project.codings() if coding.coder != looking.workspace.session.coder.id]
    looking.press("O", "O", "2")
    after = [coding for coding in looking.project.codings() if coding.coder != looking.workspace.session.coder.id]
    assert after == theirs
    assert len(looking.codings()) == 2


def test_a_paragraph_that_only_a_colleague_coded_can_hold_nothing_to_code(looking: Analyst) -> None:
    looking.window.page.view.place_caret(BOARDS.index(VETO))
    looking.press("V")
    assert looking.echo() == "Read, nothing to code"


# filter


def choose(ann: Analyst, name: str) -> None:
    """Turn a coder in the strip's menu."""
    bar = ann.workspace.hands.strip
    bar.menu.aboutToShow.emit()
    next(action for action in bar.menu.actions() if name in action.text()).trigger()


def test_a_coder_is_faded_by_the_strips_menu_and_no_bar_moves(looking: Analyst) -> None:
    before = {bar.mark.id: bar.lane for bar in looking.window.page.view.codings.plan(0, 10_000).bars}
    choose(looking, "Cy Fall")
    assert full(looking) == {"", "BO"}
    assert strip(looking) == "Only you and Ben Ode in full: all other codings are faded"
    assert {bar.mark.id: bar.lane for bar in looking.window.page.view.codings.plan(0, 10_000).bars} == before
    looking.click(looking.workspace.hands.strip.button)
    assert full(looking) == {"", "BO", "CF"}


def test_only_this_coder_by_key_and_together_with_a_code(looking: Analyst) -> None:
    looking.press("O", "O", "Ctrl+Shift+B")
    assert full(looking) == {"BO"}
    looking.press("Ctrl+Shift+O")
    assert strip(looking).startswith("Only C11 ")
    assert strip(looking).endswith("by Ben Ode in full: all other codings are faded")
    plan = looking.window.page.view.codings.plan(0, 10_000)
    assert [(bar.mark.initials, bar.mark.label) for bar in plan.bars if not bar.faded] == [("BO", "C11")]
    looking.press("Ctrl+Shift+B")
    assert full(looking) == {"", "BO", "CF"}
    plan = looking.window.page.view.codings.plan(0, 10_000)
    assert [bar.mark.label for bar in plan.bars if bar.faded] == ["G3", "C4"]


def test_n_follows_the_coders_that_are_in_full(looking: Analyst) -> None:
    looking.press("O", "O", "Ctrl+Shift+B")
    met = []
    for _ in range(3):
        looking.press("N")
        met.append(looking.workspace.desk.coder_name(current(looking)))
    assert met == ["Ben Ode"] * 3


def test_esc_leaves_the_coding_and_the_filter_stays(looking: Analyst) -> None:
    looking.press("O", "O", "Ctrl+Shift+B", "Esc")
    assert looking.workspace.selection.coding is None
    assert full(looking) == {"BO"}


def test_hiding_colleagues_takes_the_choice_of_coders_off(looking: Analyst) -> None:
    looking.press("O", "O", "Ctrl+Shift+B")
    looking.click(looking.workspace.hands.strip.hide_button)
    assert full(looking) == {""}
    assert looking.workspace.selection.coding is None
    assert not looking.window.actions_.by_id["show_only_coder"].isEnabled()


# beside


def test_the_counts_stay_ones_own_and_the_tooltip_says_so(looking: Analyst) -> None:
    tree = looking.window.page.codes.tree
    index = tree.scheme.index_of(looking.code("C11").id)
    assert tree.scheme.node(index).here == 1
    assert "your own codings" in index.data(Qt.ItemDataRole.ToolTipRole)
    looking.press(SHOW)
    assert "your own codings" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_colleagues_new_coding_comes_in_while_one_looks(looking: Analyst, project_path: Path) -> None:
    colleague_codes(project_path, "Ben Ode", (LAST, "C1"))
    looking.workspace.session.follow()
    assert ("BO", "C1") in shown(looking)
    colleague_codes(project_path, "Dee Em", (LAST, "C4"))
    looking.workspace.session.follow()
    assert ("DE", "C4") in shown(looking)
    looking.press(SHOW)
    colleague_codes(project_path, "Ben Ode", (VETO, "C1"))
    looking.workspace.session.follow()
    assert shown(looking) == [("", "C11")]


def test_the_menu_at_a_colleagues_coding_offers_no_change(looking: Analyst) -> None:
    margin = looking.window.page.view.margin
    row = next(row for row in margin.plan().rows if row.bar and row.bar.mark.initials == "CF")
    margin.customContextMenuRequested.emit(margin.name_rect(row).center().toPoint() + QPoint(2, 0))
    menu = looking.window.context_menu.menu if hasattr(looking.window, "context_menu") else None
    if menu is None:
        menu = looking.window.text_hands.menu.menu
    assert menu is not None
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[0].endswith("by Cy Fall")
    assert not {"Remove coding", "Change code…", "Memo"} & set(names)
    menu.close()


def test_in_the_sample_one_starts_ones_own_and_then_sees_both_colleagues(analyst: Analyst, tmp_path: Path) -> None:
    from annotator.jobs.sample import sample_in

    assert analyst.window.open_project(sample_in(tmp_path), "Ann")
    assert analyst.window.page.view.codings.marks == {}
    analyst.press(SHOW, SHOW)
    assert {mark.initials for mark in analyst.window.page.view.codings.marks.values()} == {"CA", "CB"}
    assert "Coder A and Coder B" in strip(analyst)
