"""An analyst presses Enter over a passage, types a few letters, reads what the code means and takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from annotator.model.finding_codes import find_codes
from annotator.ui.scheme.code_finder import CodeFinder
from annotator.ui.scheme.finder_model import second_line
from annotator.ui.scheme.finder_place import place_beside
from annotator.ui.theme import theme

from .conftest import code, paths_of

if TYPE_CHECKING:
    from annotator.model.records import Code

IN_VIVO = "veto power of single organisations"
PASSAGE = QRect(296, 403, 584, 44)


@pytest.fixture
def finder(window: QWidget, codes: list[Code], qtbot: Any) -> CodeFinder:
    finder = CodeFinder(window)
    window.activateWindow()
    qtbot.waitActive(window)
    finder.open_for(PASSAGE, codes, paths_of(codes), ["G3", "C11"], IN_VIVO, "G")
    QApplication.processEvents()
    return finder


def listed(finder: CodeFinder) -> list[str]:
    return [finder.model.code_at(row).id for row in range(finder.model.rowCount())]


def press(finder: CodeFinder, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(finder.field, key, modifier)


def test_the_codes_used_last_come_first(finder: CodeFinder) -> None:
    assert listed(finder)[:3] == ["G3", "C11", "C1"]
    assert finder.current_code() == "G3"
    assert "G" not in listed(finder)


def test_a_label_finds_its_code(finder: CodeFinder, qtbot: Any) -> None:
    QTest.keyClicks(finder.field, "f3")
    with qtbot.waitSignal(finder.chosen) as chosen:
        press(finder, Qt.Key.Key_Return)
    assert chosen.args == ["F3", False]
    assert finder.isHidden()


def test_a_word_of_the_definition_finds_its_code(finder: CodeFinder) -> None:
    QTest.keyClicks(finder.field, "veto")
    assert listed(finder)[0] == "G8"
    words, spans = finder.model.row(0).words, finder.model.row(0).words_spans
    assert words == "National leaders settle disputes or lift a veto. Includes veto power."
    assert [words[start:end] for start, end in spans] == ["veto", "veto"]


def test_hits_in_a_name_are_marked_where_they_stand(finder: CodeFinder) -> None:
    QTest.keyClicks(finder.field, "deleg")
    row = finder.model.row(0)
    assert [row.name[start:end] for start, end in row.spans] == ["Deleg"]
    assert not row.loose


def test_shift_enter_codes_and_stays_for_another(finder: CodeFinder, qtbot: Any) -> None:
    QTest.keyClicks(finder.field, "f3")
    with qtbot.waitSignal(finder.chosen) as chosen:
        press(finder, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert chosen.args == ["F3", True]
    assert finder.isVisible()
    QTest.keyClicks(finder.field, "c11")
    with qtbot.waitSignal(finder.chosen) as chosen:
        press(finder, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert chosen.args == ["C11", False]


def test_the_last_row_makes_a_code(finder: CodeFinder, qtbot: Any) -> None:
    QTest.keyClicks(finder.field, "deadlock")
    press(finder, Qt.Key.Key_End)
    assert finder.current_code() == ""
    assert finder.make.accessibleName() == "Make new code deadlock in Governance"
    with qtbot.waitSignal(finder.new_code_wanted) as wanted:
        press(finder, Qt.Key.Key_Return)
    assert wanted.args == ["deadlock", "G", False]


def test_tab_takes_the_name_from_the_text(finder: CodeFinder, qtbot: Any) -> None:
    press(finder, Qt.Key.Key_Tab)
    assert finder.field.hasFocus()
    with qtbot.waitSignal(finder.new_code_wanted) as wanted:
        press(finder, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert wanted.args == [IN_VIVO, "G", True]


def test_a_name_that_is_there_is_not_made_again(finder: CodeFinder) -> None:
    QTest.keyClicks(finder.field, "law AND bills")
    press(finder, Qt.Key.Key_End)
    assert finder.current_code() != ""
    assert finder.make.isHidden()


def test_nothing_is_made_of_nothing(finder: CodeFinder, qtbot: Any) -> None:
    finder.model.set_scheme([], {}, [])
    finder.field.setText("  ")
    with qtbot.assertNotEmitted(finder.new_code_wanted), qtbot.assertNotEmitted(finder.chosen):
        press(finder, Qt.Key.Key_Return)
    assert finder.count.text() == "no code"


def test_keys_move_through_the_rows_and_stop_at_the_ends(finder: CodeFinder) -> None:
    met: list[str] = []
    finder.current_changed.connect(met.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        press(finder, key)
    everything = listed(finder)
    assert met == ["G3", "C11", everything[7], "C11", everything[-1]]
    press(finder, Qt.Key.Key_Home)
    assert finder.current_code() == "G3"


def test_esc_closes_once_and_takes_nothing(finder: CodeFinder, qtbot: Any) -> None:
    with qtbot.assertNotEmitted(finder.chosen), qtbot.waitSignal(finder.closed):
        press(finder, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(finder.closed):
        finder.close_finder()


def test_it_closes_when_the_focus_goes_elsewhere(finder: CodeFinder, window: QWidget, qtbot: Any) -> None:
    other = QLineEdit(window)
    other.show()
    with qtbot.waitSignal(finder.closed):
        other.setFocus(Qt.FocusReason.MouseFocusReason)
    assert finder.isHidden()


def test_a_click_takes_a_code(finder: CodeFinder, qtbot: Any) -> None:
    at = finder.list.visualRect(finder.model.index(1)).center()
    with qtbot.waitSignal(finder.chosen) as chosen:
        QTest.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert chosen.args == ["C11", False]


def test_a_click_on_the_last_row_makes_a_code(finder: CodeFinder, qtbot: Any) -> None:
    QTest.keyClicks(finder.field, "deadlock")
    with qtbot.waitSignal(finder.new_code_wanted):
        QTest.mouseClick(finder.make, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 20))


def test_a_read_only_project_is_looked_up_only(finder: CodeFinder, codes: list[Code], qtbot: Any) -> None:
    finder.close_finder()
    finder.open_for(PASSAGE, codes, paths_of(codes), [], IN_VIVO, None, read_only=True)
    assert finder.make.isHidden()
    with qtbot.assertNotEmitted(finder.chosen):
        press(finder, Qt.Key.Key_Return)


def test_rows_are_spoken_once_while_the_focus_stays_in_the_field(finder: CodeFinder, heard: list[str]) -> None:
    assert finder.field.accessibleName()
    QTest.keyClicks(finder.field, "g8")
    assert heard[-1].startswith("G8 National decision over deadlock, key 4, in Governance. ")
    assert finder.field.accessibleDescription() == ""


def test_it_opens_eight_below_the_passage_and_eight_in(finder: CodeFinder) -> None:
    QTest.keyClicks(finder.field, "veto")
    assert finder.ground().topLeft() == QPoint(PASSAGE.left() + 8, PASSAGE.bottom() + 1 + 8)
    assert finder.ground().width() == 504


@pytest.mark.parametrize("window_size", [QSize(1440, 900), QSize(1024, 700), QSize(900, 600)])
@pytest.mark.parametrize("left", [0, 296, 900])
@pytest.mark.parametrize("top", [48, 250, 420, 560])
def test_it_is_inside_the_window_and_never_over_the_passage(window_size: QSize, left: int, top: int) -> None:
    passage = QRect(left, top, 300, 24)
    place = place_beside(passage, window_size, 490, 200)
    for height in (200, 300, 490):
        rect = place.rect(height)
        assert QRect(QPoint(0, 0), window_size).contains(rect.adjusted(-4, -4, 4, 4))
        assert not rect.intersects(passage)
        assert rect.height() >= 200


def test_a_passage_as_high_as_the_window_still_finds_it_inside() -> None:
    rect = place_beside(QRect(0, -200, 500, 2000), QSize(1024, 700), 490, 200).rect(490)
    assert QRect(0, 0, 1024, 700).contains(rect)


def test_it_closes_when_the_window_changes_its_size(finder: CodeFinder, window: QWidget, qtbot: Any) -> None:
    with qtbot.waitSignal(finder.closed):
        window.resize(1024, 700)


def test_two_thousand_codes_and_endless_names_are_listed(finder: CodeFinder, codes: list[Code]) -> None:
    many = [
        *codes,
        *(code(f"x{n}", label=f"X{n}", name=f"{n} " + "word\n" * 800, position=n, definition="d" * 4000)
          for n in range(2000)),
    ]  # fmt: skip
    finder.open_for(PASSAGE, many, paths_of(many), [], IN_VIVO, None)
    QTest.keyClicks(finder.field, "x1999")
    assert listed(finder)[0] == "x1999"
    assert not finder.grab().isNull()


def test_the_second_line_begins_near_a_hit_that_lies_far_in() -> None:
    far = code("a", definition="word " * 60 + "veto at the end")
    words, spans = second_line(far, find_codes("veto", [far], {})[0])
    assert words.startswith("… word ")
    assert [words[start:end] for start, end in spans] == ["veto"]
    long = code("b", definition="x" * 200 + " veto")
    assert second_line(long, find_codes("veto", [long], {})[0]) == ("… veto", ((2, 6),))


@pytest.mark.parametrize("query", ["(", "[a", "\\", "a*", ".", "“"])
def test_any_sign_may_be_typed(finder: CodeFinder, query: str) -> None:
    finder.field.insert(query)
    assert finder.make.accessibleName() == f"Make new code {query} in Governance"
    assert not finder.grab().isNull()


def test_the_theme_changes_while_it_is_open(finder: CodeFinder) -> None:
    light = finder.grab().toImage()
    theme().choose("dark")
    assert finder.grab().toImage() != light
