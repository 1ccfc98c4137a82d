"""Ann sets lines aside and brings them back; nothing is deleted, and J and K pass over what is set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import BOARDS, Analyst, make_project
from PySide6.QtCore import QPoint

from annotator.model import edits
from annotator.preferences import Preferences, save_preferences
from annotator.ui.finding.aside_window import AsideWindow

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.records import Zone

CAPTION = "Picture: a board at work"
RELATED = "Related: what other boards do"
ARTICLE = BOARDS.replace("\n\nNot everybody", f"\n\n{CAPTION}\n{RELATED}\n\nNot everybody")
MIXED = f"العنوان\n\n{CAPTION} 👩‍⚕️🇬🇧\n\nالصورة: مجلس الإدارة في العمل.\n\nThe last line."


@pytest.fixture
def ann(analyst: Analyst, tmp_path: Path) -> Analyst:
    """Ann before an article with a caption and a link in the middle of its text."""
    return _before(analyst, tmp_path, ARTICLE)


def _before(analyst: Analyst, tmp_path: Path, text: str) -> Analyst:
    save_preferences(Preferences(coder="Ann"))
    path = make_project(tmp_path / "aside.annotator", {"Boards may share one budget": text, "Other": "Other text."})
    assert analyst.window.open_project(path, "Ann")
    return analyst


def _zones(ann: Analyst) -> list[Zone]:
    article = ann.workspace.desk.article
    assert article is not None
    return ann.project.zones(article.id)


def _words(ann: Analyst, state: str = "set aside") -> list[str]:
    text = ann.workspace.desk.text
    return [text[zone.start : zone.end] for zone in _zones(ann) if zone.state == state]


def _put_caret(ann: Analyst, words: str) -> int:
    at = ann.workspace.desk.text.index(words)
    view = ann.window.page.view
    view.scroll_to(at, at + len(words))
    ann.click(view.viewport(), ann.spot(at + 1))
    return at


def test_z_sets_the_paragraph_aside_names_it_and_brings_it_back(ann: Analyst) -> None:
    at = _put_caret(ann, CAPTION)
    ann.press("Z")
    assert _words(ann) == [CAPTION]
    assert ann.echo() == "Set aside"
    assert ann.notice() == f"Set aside: “{CAPTION}” Z brings it back."
    assert [(mark.start, mark.end) for mark in ann.window.page.view.aside_marks] == [(at, at + len(CAPTION))]
    ann.press("Z")
    assert _words(ann) == []
    assert _words(ann, "kept") == [CAPTION]
    assert ann.notice() == f"Brought back: “{CAPTION}”"
    ann.press("Z")
    assert _words(ann) == [CAPTION]
    assert ann.workspace.desk.text == ARTICLE


def test_z_sets_exactly_the_selection_aside(ann: Analyst) -> None:
    ann.select("Each keeps its own accounts for a year.")
    ann.press("Z")
    assert _words(ann) == ["Each keeps its own accounts for a year."]


def test_undo_goes_back_to_the_place_and_takes_one_step(ann: Analyst) -> None:
    _put_caret(ann, CAPTION)
    ann.press("Z", "Ctrl+Home")
    ann.press("Ctrl+Z")
    assert _zones(ann) == []
    assert ann.window.page.view.aside_marks == []
    assert ann.window.page.view.caret() == ARTICLE.index(CAPTION)
    assert ann.echo() == "Undone: Set aside"
    ann.press("Ctrl+Shift+Z")
    assert _words(ann) == [CAPTION]


def test_j_and_k_pass_over_what_is_set_aside(ann: Analyst) -> None:
    for line in (CAPTION, RELATED):
        _put_caret(ann, line)
        ann.press("Z")
    _put_caret(ann, "“Patients see one service.”")
    view = ann.window.page.view
    ann.press("J")
    assert _outlined(ann) == "Not everybody agrees."
    ann.press("K")
    assert _outlined(ann).endswith("service.”")
    ann.press("Shift+J", "Shift+J")
    passage = view.passage()
    assert passage is not None
    assert ARTICLE[slice(*passage)].endswith("Not everybody agrees."), "a passage may cross a zone"
    ann.press("Shift+K")
    passage = view.passage()
    assert passage is not None
    assert ARTICLE[slice(*passage)].endswith("service.”")


def _outlined(ann: Analyst) -> str:
    sentence = ann.window.page.view.sentence()
    assert sentence is not None
    return ann.workspace.desk.text[slice(*sentence)]


def test_a_coding_wholly_inside_brings_the_line_back_and_undo_takes_back_both(ann: Analyst) -> None:
    _put_caret(ann, CAPTION)
    ann.press("Z")
    ann.select("a board at work")
    ann.press("1")
    assert [words for _, words in ann.coded()] == ["a board at work"]
    assert _words(ann) == []
    assert ann.notice() == f"Coded, and so no longer set aside: “{CAPTION}”. Undo takes back both."
    ann.press("Ctrl+Z")
    assert ann.codings() == []
    assert _words(ann) == [CAPTION]


def test_codings_in_what_is_set_aside_stay_and_that_is_told(ann: Analyst) -> None:
    ann.select("a board at work")
    ann.press("1", "Z")
    assert ann.notice() == "Set aside: “a board at work” Your 1 coding in it stays. Z brings it back."
    assert [words for _, words in ann.coded()] == ["a board at work"]


def test_a_coding_that_crosses_leaves_the_line_aside(ann: Analyst) -> None:
    _put_caret(ann, CAPTION)
    ann.press("Z")
    start, end = ARTICLE.index("one service.”"), ARTICLE.index("agrees.") + 7
    ann.window.page.view.select_passage(start, end)
    ann.press("1")
    assert _words(ann) == [CAPTION]
    assert [words for _, words in ann.coded()] == [ARTICLE[start:end]]


def test_the_tip_says_why_and_how_it_comes_back(ann: Analyst) -> None:
    at = _put_caret(ann, CAPTION)
    ann.press("Z")
    view = ann.window.page.view
    assert "Set aside. Set by hand. Z brings it back." in view.tip_at(ann.spot(at + 3))
    line = view.lines.at(at)
    assert line is not None
    beside = QPoint(round(line.left) - 20, round(line.middle) - view.verticalScrollBar().value())
    assert "Set by hand" in view.tip_at(beside)
    assert view.tip_at(ann.spot(ARTICLE.index("Then the council") + 2)) == ""


def test_the_list_names_every_line_goes_there_and_brings_back(ann: Analyst) -> None:
    for line in (CAPTION, RELATED):
        _put_caret(ann, line)
        ann.press("Z")
    assert ann.menu_text("show_set_aside") == "Show what was set aside (2)…"
    ann.window.actions_.by_id["show_set_aside"].trigger()
    window = ann.workspace.found.zones.window
    assert isinstance(window, AsideWindow)
    ann.qtbot.waitUntil(window.list.hasFocus)
    assert [window.list.item(row).text() for row in range(2)] == [
        f"{CAPTION}\nset by hand · by Ann", f"{RELATED}\nset by hand · by Ann",
    ]  # fmt: skip
    window.list.setCurrentRow(1)
    ann.press("Return")
    assert ann.window.page.view.caret() == ARTICLE.index(RELATED)
    window.appear()
    ann.qtbot.waitUntil(window.list.hasFocus)
    ann.press("Z")
    assert _words(ann) == [CAPTION]
    assert window.list.count() == 1
    ann.click(window.back)
    assert _words(ann) == []
    assert window.said.text() == "Nothing is set aside in this article."


def test_what_is_set_aside_is_still_so_after_closing_and_in_no_other_article(ann: Analyst) -> None:
    _put_caret(ann, CAPTION)
    ann.press("Z")
    ann.press("Ctrl+J")
    assert ann.window.page.view.aside_marks == []
    assert ann.menu_text("show_set_aside") == "Show what was set aside (0)…"
    path = ann.project.path
    ann.window.close_project()
    assert ann.window.open_project(path, "Ann")
    ann.press("Ctrl+K")
    assert [mark.reason for mark in ann.window.page.view.aside_marks] == ["set aside"]


def test_right_to_left_lines_and_emoji_are_set_aside_whole(analyst: Analyst, tmp_path: Path) -> None:
    ann = _before(analyst, tmp_path, MIXED)
    for words in (f"{CAPTION} 👩‍⚕️🇬🇧", "الصورة: مجلس الإدارة في العمل."):
        ann.window.page.view.place_caret(MIXED.index(words) + 2)
        ann.press("Z")
    assert _words(ann) == [f"{CAPTION} 👩‍⚕️🇬🇧", "الصورة: مجلس الإدارة في العمل."]
    ann.window.page.view.place_caret(0)
    ann.press("J")
    assert _outlined(ann) == "The last line."


def test_a_script_that_sets_aside_is_followed(ann: Analyst) -> None:
    coder, article = ann.project.coder, ann.workspace.desk.article
    assert coder is not None
    assert article is not None
    at = ARTICLE.index(RELATED)
    made = edits.set_aside(
        article=article, text=ARTICLE, start=at, end=at + len(RELATED), coder=coder, kind="related link"
    )
    ann.workspace.session.do(made)
    assert [(mark.kind, mark.reason) for mark in ann.window.page.view.aside_marks] == [
        ("related link", "related link, set aside")
    ]


def _numbers(ann: Analyst, label: str) -> tuple[int, int, str]:
    """Return what the tree shows of a code, here and in all, and what the status line says of the article."""
    scheme = ann.window.page.codes.tree.scheme
    node = scheme.node(scheme.index_of(ann.code(label).id))
    return node.here, node.everywhere, ann.window.status_line.counts.label.text()


def test_codings_in_what_is_set_aside_afterwards_leave_the_counts_and_come_back_with_it(ann: Analyst) -> None:
    ann.select("a board at work")
    ann.press("1")
    ann.select("what other boards do")
    ann.press("1", "2")
    one, two = (ann.workspace.desk.code_of_key(key) for key in (1, 2))
    assert one is not None
    assert two is not None
    assert _numbers(ann, one.label) == (2, 2, "3 codings")
    _put_caret(ann, RELATED)
    ann.press("Z")
    assert _numbers(ann, one.label) == (1, 1, "1 coding")
    assert _numbers(ann, two.label) == (0, 0, "1 coding")
    assert ann.project.counts_by_code() == {one.id: 1}
    assert len(ann.codings()) == 3, "they are all still there"
    ann.press("Ctrl+Z")
    assert _numbers(ann, one.label) == (2, 2, "3 codings")
    ann.press("Ctrl+Shift+Z")
    assert _numbers(ann, two.label) == (0, 0, "1 coding")
    _put_caret(ann, RELATED)
    ann.press("Z")
    assert _numbers(ann, two.label) == (1, 1, "3 codings")


def test_counts_follow_a_zone_in_an_article_that_is_not_open_and_a_removed_coding(ann: Analyst) -> None:
    ann.select("a board at work")
    ann.press("1")
    code = ann.workspace.desk.code_of_key(1)
    assert code is not None
    article = ann.workspace.desk.article
    assert article is not None
    ann.press("Ctrl+J")
    at = ARTICLE.index(CAPTION)
    coder = ann.workspace.session.coder
    ann.workspace.session.do(
        edits.set_aside(article=article, text=ARTICLE, start=at, end=at + len(CAPTION), coder=coder)
    )
    assert _numbers(ann, code.label) == (0, 0, "0 codings")
    ann.press("Ctrl+K")
    assert _numbers(ann, code.label) == (0, 0, "0 codings")
    (coding,) = ann.codings()
    ann.workspace.session.do(edits.remove_coding(coding=coding, code=code))
    assert _numbers(ann, code.label) == (0, 0, "0 codings")
    ann.press("Ctrl+Z", "Ctrl+Z")
    assert _numbers(ann, code.label) == (1, 1, "1 coding")


def test_a_coding_whose_end_moves_out_of_what_is_set_aside_counts_again(ann: Analyst) -> None:
    ann.select("a board at work")
    ann.press("1", "Z")
    code = ann.workspace.desk.code_of_key(1)
    assert code is not None
    assert _numbers(ann, code.label) == (0, 0, "0 codings")
    ann.press("N", "[")
    assert [words for _, words in ann.coded()] == [CAPTION]
    assert _numbers(ann, code.label) == (1, 1, "1 coding")
    ann.press("Shift+[")
    assert _numbers(ann, code.label) == (0, 0, "0 codings")
