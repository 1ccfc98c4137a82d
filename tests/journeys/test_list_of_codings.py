"""The list of codings: every coding of the article as a row that can be read aloud, walked through and filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from annotator.preferences import load_preferences
from annotator.ui.article.marks import CodingMark

if TYPE_CHECKING:
    import pytest
    from journeys.analyst import Analyst


def code_four(ann: Analyst) -> None:
    """Two codes on the first sentence, one on the next, one on the last but one; back at the beginning."""
    ann.press("J", "J", "1", "2", "J", "3", "J", "J", "1", "D", "Esc")
    ann.window.page.view.place_caret(0)


def rows(ann: Analyst) -> list[str]:
    """Return what is said of each row."""
    model = ann.window.page.codes.codings.rows
    said = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row).data(said)) for row in range(model.rowCount())]


def test_every_coding_is_a_row_in_the_order_of_the_text(ann: Analyst) -> None:
    code_four(ann)
    ann.press("Ctrl+L")
    codings = ann.window.page.codes.codings
    assert codings.view.hasFocus()
    assert not ann.window.page.codes.tree.isVisible()
    first, second, third, fourth = rows(ann)
    here = "“The two boards will buy care together from April.”"
    assert {first, second} == {
        f"Commissioning model, C11 Mixed model, by Ann, {1 if 'C11' in first else 2} of 2, {here}",
        f"Commissioning model, C4 Council or HWB leads, by Ann, {2 if 'C11' in first else 1} of 2, {here}",
    }
    assert third == "Governance, G3 Delegation, by Ann, 1 of 1, “Each keeps its own accounts for a year.”"
    assert fourth.startswith("Commissioning model, C11 Mixed model, by Ann, 1 of 1, unsure, to discuss, “")
    assert codings.rows.number() == 4


def test_rows_are_there_for_a_screen_reader_with_their_words(ann: Analyst) -> None:
    code_four(ann)
    ann.press("Ctrl+L")
    view = ann.window.page.codes.codings.view
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Codings of this article"
    names = [interface.child(row).text(QAccessible.Text.Name) for row in range(interface.childCount())]
    assert [name for name in names if name] == rows(ann)


def test_up_and_down_show_the_coding_in_the_text_and_keep_the_focus(ann: Analyst) -> None:
    code_four(ann)
    ann.press("Ctrl+L", "End")
    view, text = ann.window.page.codes.codings.view, ann.window.page.view
    last = ann.workspace.current.coding
    assert last is not None
    assert (text.caret(), view.hasFocus()) == (last.start, True)
    assert text.codings.current == last.id
    ann.press("Up")
    assert ann.workspace.current.coding is not None
    assert ann.workspace.current.coding.quote == "Each keeps its own accounts for a year."
    assert view.hasFocus()
    ann.press("Return")
    assert text.hasFocus()
    ann.press("D")
    assert next(coding.quote for coding in ann.codings() if coding.unsure) == "Each keeps its own accounts for a year."


def test_delete_takes_row_after_row_and_each_is_one_undo(ann: Analyst) -> None:
    code_four(ann)
    ann.press("Ctrl+L", "Home", "Delete", "Delete")
    assert ann.coded()[0][1] == "Each keeps its own accounts for a year."
    assert len(rows(ann)) == 2
    current = ann.workspace.current.coding
    assert current is not None
    assert current.quote == "Each keeps its own accounts for a year."
    ann.press("Ctrl+Z", "Ctrl+Z")
    assert len(ann.codings()) == len(rows(ann)) == 4
    assert ann.window.page.codes.codings.view.hasFocus()


def test_letters_find_a_code_and_the_field_filters_by_code_and_words(ann: Analyst) -> None:
    code_four(ann)
    ann.press("Ctrl+L", "Home")
    ann.type("del")
    assert ann.workspace.current.coding is not None
    assert ann.workspace.current.coding.quote == "Each keeps its own accounts for a year."
    codings = ann.window.page.codes.codings
    codings.field.setFocus()
    ann.type("mixed APRIL")
    assert [("C11" in row, "April" in row) for row in rows(ann)] == [(True, True)]
    ann.press("Down")
    assert codings.view.hasFocus()
    codings.field.setFocus()
    ann.press("Esc")
    assert len(rows(ann)) == 4
    ann.type("nowhere")
    assert codings.note.text() == "No coding fits these words."


def test_the_list_follows_what_is_done_in_the_text(ann: Analyst) -> None:
    ann.press("Ctrl+L")
    codings = ann.window.page.codes.codings
    assert codings.note.isVisible()
    ann.window.page.view.setFocus()
    ann.press("J", "J", "1")
    assert len(rows(ann)) == 1
    assert codings.rows.coding_at(codings.view.currentIndex()) == ann.codings()[0].id
    ann.press("Ctrl+Z")
    assert rows(ann) == []
    ann.press("Ctrl+J", "J", "2")
    assert rows(ann)[0].endswith("“Wards close for the summer”")


def test_a_click_on_a_row_goes_there_and_the_keys_still_code(ann: Analyst) -> None:
    code_four(ann)
    ann.window.page.codes.switch.codings.click()
    ann.window.page.view.setFocus()
    view = ann.window.page.codes.codings.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(2, 0)).center())
    assert ann.window.page.view.hasFocus()
    ann.press("Delete")
    assert len(rows(ann)) == 3


def test_which_list_is_shown_is_remembered_and_the_key_leads_back(ann: Analyst) -> None:
    ann.press("J", "J", "1", "Ctrl+L")
    assert load_preferences().codings_listed
    ann.press("F6")
    assert ann.window.page.codes.memo.editor.hasFocus()
    ann.press("Shift+F6")
    assert ann.window.page.codes.codings.view.hasFocus()
    ann.press("Ctrl+L")
    assert ann.window.page.codes.tree.isVisible()
    assert ann.window.page.view.hasFocus()
    assert not load_preferences().codings_listed


def test_ten_thousand_codings_make_words_only_for_the_rows_that_are_seen(
    ann: Analyst, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "A sentence. " * 1_000
    marks = [CodingMark(f"{n:05}", n, n + 10, "#6bd4f9", "A1", "Code", coder="Ann") for n in range(10_000)]
    codings = ann.window.page.codes.codings
    ann.press("Ctrl+L")
    codings.show_codings(lambda: (marks, text, lambda _position: ()))
    made: list[str] = []

    def take_down(words: str) -> str:
        made.append(words)
        return words

    monkeypatch.setattr("annotator.ui.article.coding_rows.on_one_line", take_down)
    codings.view.scrollToBottom()
    codings.grab()
    assert codings.rows.rowCount() == 10_000
    assert 0 < len(made) < 120
    codings.put(CodingMark("new", 5_000, 5_400, "#6bd4f9", "B1", "Other"))
    assert codings.rows.rowCount() == 10_001
    assert codings.rows.row_of("new") == 5_000
    codings.remove("new")
    assert codings.rows.row_of("new") is None
