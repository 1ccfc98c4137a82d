"""Memos lead to passages: links are copied or put in by a key, followed, and found again after corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import BOARDS, SENTENCE
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from annotator.model import edits
from annotator.model.edits.correcting import correct_text
from annotator.model.memo_links import CodingLink, PassageLink, in_markdown, links_in
from annotator.project.project import Project
from annotator.ui.icon_label import IconLabel

if TYPE_CHECKING:
    from journeys.analyst import Analyst

    from annotator.model.records import MemoAbout
    from annotator.ui.memo_window import MemoWindow
    from annotator.ui.memos.memo_reading import MemoReading
    from annotator.ui.scheme.memo_box import MemoBox

STAFF = "Staff move to other sites until autumn."


def _do(ann: Analyst, action: str) -> None:
    ann.window.actions_.by_id[action].trigger()


def _box(ann: Analyst) -> MemoBox:
    return ann.window.page.codes.memo


def _memo_window(ann: Analyst) -> MemoWindow:
    window = next(iter(ann.workspace.scheme.memos.windows.values()))
    ann.qtbot.waitUntil(window.isActiveWindow)
    return window


def _back_in_the_text(ann: Analyst) -> None:
    ann.qtbot.waitUntil(ann.window.isActiveWindow)
    assert ann.window.page.view.hasFocus()


def _go_to_the_memo(ann: Analyst) -> None:
    for _ in range(5):
        if not _box(ann).reading.hasFocus():
            ann.press("F6")
    assert _box(ann).reading.hasFocus()


def _own_memos(ann: Analyst, about: MemoAbout) -> list[str]:
    return [memo.text for memo in ann.project.memos(about) if memo.coder == ann.workspace.session.coder.id]


def _selected(ann: Analyst) -> str:
    passage = ann.window.page.view.passage()
    return ann.workspace.desk.text[slice(*passage)] if passage else ""


def _click_link(reading: MemoReading) -> None:
    """Click where the first link is shown."""
    area = reading.viewport().rect()
    spots = (QPoint(x, y) for y in range(2, area.height(), 4) for x in range(2, area.width(), 8))
    QTest.mouseClick(
        reading.viewport(), Qt.MouseButton.LeftButton, pos=next(spot for spot in spots if reading.anchorAt(spot))
    )


def _correct(ann: Analyst, text: str) -> None:
    article = ann.workspace.desk.article
    assert article is not None
    codings = ann.project.codings(articles=[article.id])
    old = ann.project.text(article.text_sha256)
    made = correct_text(article=article, old_text=old, new_text=text, codings=codings)
    ann.workspace.session.do(made.change_set)


def _ben(ann: Analyst) -> Project:
    """Ben's own hold on the same file."""
    project = Project.open(ann.project.path)
    project.join("Ben")
    return project


def test_a_link_copied_in_one_article_leads_back_from_a_memo_on_the_other(ann: Analyst) -> None:
    ann.click_article("Wards close for the summer")
    ann.select("until autumn")
    ann.press("L")
    assert ann.echo() == "Link copied: paste it into a memo"
    ann.click_article("Boards may share one budget")
    ann.press("Shift+M")
    window = _memo_window(ann)
    ann.type("Compare ")
    ann.press("Ctrl+V", "Esc")
    assert not window.writing
    assert window.reading.document().begin().text() == "Compare until autumn"
    (there,) = links_in(_own_memos(ann, "article")[0])
    assert isinstance(there.link, PassageLink)
    _click_link(window.reading)
    assert ann.workspace.desk.article is not None
    assert ann.workspace.desk.article.title == "Wards close for the summer"
    assert _selected(ann) == "until autumn"


def test_the_memo_of_a_coding_gets_a_link_to_another_passage_by_a_key(ann: Analyst) -> None:
    ann.press("J", "1", "M")
    ann.type("Against ")
    ann.press("Ctrl+Return")
    ann.select("asked who answers for the money")
    coding = ann.codings()[0]
    ann.workspace.selection.set_coding(coding.id)
    ann.press("M", "Ctrl+Shift+K", "Ctrl+Return")
    (there,) = links_in(ann.codings()[0].memo)
    assert ann.codings()[0].memo.startswith("Against [asked who answers for the money](annotator:passage/")
    assert isinstance(there.link, PassageLink)
    assert _box(ann).reading.isVisible()
    mark = ann.workspace.desk.mark(ann.codings()[0])
    assert mark.memo_line == "Against asked who answers for the money"
    _click_link(_box(ann).reading)
    assert _selected(ann) == "asked who answers for the money"


def test_a_link_to_a_coding_makes_it_current_wherever_it_was_moved(ann: Analyst) -> None:
    ann.press("J", "J", "1", "L")
    (coding,) = ann.codings()
    assert QGuiApplication.clipboard().text() == in_markdown(CodingLink(coding.id), SENTENCE)
    ann.press("Ctrl+Shift+M")
    window = _memo_window(ann)
    ann.press("Ctrl+V", "Esc")
    _do(ann, "end_inward")
    assert ann.codings()[0].end < coding.end
    ann.click_article("Wards close for the summer")
    assert ann.workspace.selection.coding is None
    _click_link(window.reading)
    assert ann.workspace.selection.coding == coding.id
    _back_in_the_text(ann)


def test_a_link_is_followed_without_a_mouse(ann: Analyst) -> None:
    ann.press("J", "J", "L", "Ctrl+Shift+M")
    window = _memo_window(ann)
    ann.type("See ")
    ann.press("Ctrl+V", "Esc")
    assert window.reading.hasFocus()
    ann.click_article("Wards close for the summer")
    _do(ann, "memo_on_project")
    ann.qtbot.waitUntil(window.isActiveWindow)
    ann.press("Tab", "Return")
    assert _selected(ann) == SENTENCE


def test_the_link_finds_its_passage_after_the_text_was_corrected(ann: Analyst) -> None:
    ann.select("asked who answers for the money")
    ann.press("L", "Ctrl+Shift+M")
    window = _memo_window(ann)
    ann.press("Ctrl+V", "Esc")
    _correct(ann, BOARDS.replace("Boards may share one budget", "Boards may yet share one budget after all", 1))
    _click_link(window.reading)
    assert _selected(ann) == "asked who answers for the money"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("annotator:coding/0000", "was removed"), ("annotator:passage/0000?at=3-9&quote=x", "no longer in the project"),
        ("javascript:alert(1)", "leads to no passage"), ("file:///etc/passwd", "leads to no passage"),
        ("annotator:coding/../x", "leads to no passage"), ("https://example.org/x", "opens no pages"),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_says_so_and_nothing_is_opened(ann: Analyst, link: str, said: str) -> None:
    ann.press("J", "1", "M")
    ann.type("x")
    _box(ann).insert(f" [there]({link})")
    ann.press("Ctrl+Return")
    _click_link(_box(ann).reading)
    assert said in ann.notice()
    assert [coding.memo for coding in ann.codings()] == [f"x [there]({link})"]


def test_a_passage_that_was_taken_out_is_said_to_be_gone(ann: Analyst) -> None:
    ann.click_article("Wards close for the summer")
    ann.select(STAFF)
    ann.press("L", "Ctrl+Shift+M")
    window = _memo_window(ann)
    ann.press("Ctrl+V", "Esc")
    _correct(ann, ann.workspace.desk.text.replace(f" {STAFF}", ""))
    _click_link(window.reading)
    assert "no longer in “Wards close for the summer”" in ann.notice()


def test_a_memo_reads_formatted_and_is_written_as_markdown(ann: Analyst) -> None:
    ann.press("J", "1", "M")
    box = _box(ann)
    assert box.editor.isVisible()
    box.insert("# Head\n*so* it is\n- one\n- two <b>x</b> ![y](file:///etc/passwd)")
    ann.press("Esc")
    stored = ann.codings()[0].memo
    assert stored.startswith("# Head\n*so*")
    shown = box.reading.document()
    blocks = [shown.findBlockByNumber(number) for number in range(shown.blockCount())]
    assert [block.text() for block in blocks if block.text()] == [
        "Head", "so it is", "one", "two <b>x</b> [picture: file:///etc/passwd]",
    ]  # fmt: skip
    assert blocks[0].blockFormat().headingLevel() == 1
    ann.click(box.reading.viewport(), QPoint(4, 4))
    assert box.editor.hasFocus()
    assert box.editor.typed_text() == stored
    ann.press("Esc")
    assert ann.window.page.view.hasFocus()
    assert ann.codings()[0].memo == stored


def test_from_the_memo_that_is_read_enter_writes_and_esc_goes_back(ann: Analyst) -> None:
    ann.press("J", "1", "M")
    ann.type("one")
    ann.press("Esc")
    _go_to_the_memo(ann)
    ann.press("Return", "End")
    ann.type(" more")
    ann.press("Ctrl+Return")
    assert ann.codings()[0].memo == "one more"
    _go_to_the_memo(ann)
    ann.press("Esc")
    assert ann.window.page.view.hasFocus()


def test_an_empty_memo_says_which_key_writes_it(ann: Analyst) -> None:
    assert _box(ann).editor.placeholderText() == ""
    ann.press("J", "1")
    assert _box(ann).editor.placeholderText() == "M to write a note"
    _box(ann).show_key("Ctrl+M")
    assert _box(ann).editor.placeholderText() == "Ctrl M to write a note"


def test_a_key_puts_no_link_where_no_memo_is_written_and_says_what_to_do(ann: Analyst) -> None:
    _do(ann, "link_in_memo")
    assert "No memo is being written" in ann.notice()
    QGuiApplication.clipboard().setText("something else")
    ann.press("J", "1", "Esc", "N", "M", "Ctrl+Shift+K")
    assert "Select the passage first" in ann.notice()
    assert _box(ann).editor.typed_text() == ""


def test_the_memo_window_is_one_step_and_its_link_button_links_what_is_selected(ann: Analyst) -> None:
    ann.select("asked who answers for the money")
    ann.press("Ctrl+Shift+M")
    window = _memo_window(ann)
    ann.type("On ")
    ann.click(window.link_button)
    ann.press("Ctrl+Return")
    (text,) = _own_memos(ann, "project")
    assert text.startswith("On [asked who answers for the money](annotator:passage/")
    assert ann.menu_text("undo") == "Undo Write memo on the project"
    _do(ann, "undo")
    assert _own_memos(ann, "project") == []


def test_the_memo_in_a_codes_form_takes_links_by_its_button_its_key_and_from_the_text(ann: Analyst) -> None:
    code = ann.workspace.desk.code_of_key(1)
    assert code is not None
    ann.click_code(code.label)
    ann.select("asked who answers for the money")
    _do(ann, "describe_code")
    editor = ann.workspace.scheme.describing.editor
    assert editor is not None
    ann.qtbot.waitUntil(editor.isActiveWindow)
    field = editor.form.memo
    ann.click(field.link_button)
    assert field.hasFocus()
    ann.type(" or ")
    ann.press("Ctrl+Shift+K")
    ann.window.activateWindow()
    ann.qtbot.waitUntil(ann.window.isActiveWindow)
    ann.select("a joint committee")
    ann.press("Ctrl+Shift+K")
    assert editor.form.memo.text().count("(annotator:passage/") == 3
    ann.click(editor.main_button)
    (text,) = _own_memos(ann, "code")
    assert text.startswith("[asked who answers for the money](annotator:passage/")
    assert "[a joint committee](annotator:passage/" in text


def test_a_memo_that_was_written_opens_to_be_read(ann: Analyst) -> None:
    ann.press("Shift+M")
    ann.type("A *short* note")
    _memo_window(ann)
    ann.press("Ctrl+Return")
    _back_in_the_text(ann)
    ann.press("Shift+M")
    window = _memo_window(ann)
    assert not window.writing
    assert window.reading.document().begin().text() == "A short note"
    ann.press("Return", "Ctrl+End")
    ann.type("s")
    ann.press("Ctrl+Return")
    assert _own_memos(ann, "article") == ["A *short* notes"]


def test_a_colleagues_memo_on_an_article_is_hidden_until_one_has_finished_it(ann: Analyst) -> None:
    article = ann.workspace.desk.article
    assert article is not None
    with _ben(ann) as ben:
        assert ben.coder is not None
        ben.do(edits.write_note(about="article", text="All about **money**", coder=ben.coder, subject=article.id))
        ben.do(edits.write_note(about="project", text="Shared talk", coder=ben.coder))
    ann.workspace.session.follow()
    _do(ann, "memo_on_project")
    assert _memo_window(ann).others.isVisible()
    ann.press("Esc")
    _back_in_the_text(ann)
    ann.press("Shift+M")
    window = _memo_window(ann)
    assert not window.others.isVisible()
    ann.workspace.session.do(edits.finish_reading(articles=[article], readings=[], coder=ann.workspace.session.coder))
    assert window.others.isVisible()
    assert window.others.document().lastBlock().text() == "All about money"


def test_a_link_to_a_colleagues_coding_shows_the_words_not_how_they_are_coded(ann: Analyst) -> None:
    article = ann.workspace.desk.article
    assert article is not None
    with _ben(ann) as ben:
        assert ben.coder is not None
        start = BOARDS.index(SENTENCE)
        coded = edits.code_passage(
            article=article, text=BOARDS, start=start, end=start + len(SENTENCE), code=ben.codes()[3], coder=ben.coder
        )
        ben.do(coded)
        ben.do(
            edits.write_note(
                about="project", text=in_markdown(CodingLink(coded.changes[0].record.id), "Here"), coder=ben.coder
            )
        )
    ann.workspace.session.follow()
    _do(ann, "memo_on_project")
    _click_link(_memo_window(ann).others)
    assert _selected(ann) == SENTENCE
    assert ann.workspace.selection.coding is None


def test_articles_and_codes_with_a_memo_are_marked_for_eyes_and_for_screen_readers(ann: Analyst) -> None:
    def spoken() -> tuple[str, str]:
        articles = ann.window.page.articles.view.model()
        model = ann.window.page.codes.model
        texts = articles.index(0, 0), model.index_of(ann.code("G3").id)
        first, second = (index.data(Qt.ItemDataRole.AccessibleTextRole) for index in texts)
        return first, second

    assert "memo" not in "".join(spoken())
    assert "memo" not in ann.window.page.view.facts
    before = ann.window.page.articles.view.grab().toImage()
    ann.press("Shift+M")
    _memo_window(ann)
    ann.type("Read twice")
    ann.press("Ctrl+Return")
    _back_in_the_text(ann)
    ann.workspace.selection.set_code(ann.code("G3").id)
    _do(ann, "memo_on_code")
    _memo_window(ann)
    ann.type("Too wide?")
    ann.press("Ctrl+Return")
    assert "has a memo" in spoken()[0]
    assert "has a memo" in spoken()[1]
    assert ann.window.page.articles.view.grab().toImage() != before
    assert ann.window.page.view.facts.endswith("has a memo")
    _do(ann, "undo")
    assert "memo" not in spoken()[1]
    _do(ann, "undo")
    assert "memo" not in ann.window.page.view.facts


def test_a_project_with_a_memo_is_marked_beside_its_name(ann: Analyst) -> None:
    mark = ann.window.top_bar.findChild(IconLabel)
    assert mark is not None
    assert not mark.isVisible()
    _do(ann, "memo_on_project")
    _memo_window(ann)
    ann.type("Rules of the scheme")
    ann.press("Ctrl+Return")
    assert mark.isVisible()
    assert mark.accessibleName() == "The project has a memo"
    _do(ann, "undo")
    assert not mark.isVisible()


def test_a_mark_does_not_give_away_a_colleagues_memo_on_an_article_still_to_be_coded(ann: Analyst) -> None:
    article = ann.workspace.desk.article
    assert article is not None
    first = ann.window.page.articles.view.model().index(0, 0)
    with _ben(ann) as ben:
        assert ben.coder is not None
        ben.do(edits.write_note(about="article", text="All about money", coder=ben.coder, subject=article.id))
    ann.workspace.session.follow()
    assert "memo" not in first.data(Qt.ItemDataRole.AccessibleTextRole)
    ann.workspace.session.do(edits.finish_reading(articles=[article], readings=[], coder=ann.workspace.session.coder))
    assert "has a memo" in first.data(Qt.ItemDataRole.AccessibleTextRole)
