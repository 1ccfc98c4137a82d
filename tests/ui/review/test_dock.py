"""The dock: one press decides, the reason stays with its difference, both coders' notes are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from annotator.ui.review.dock import Dock
from annotator.ui.review.reason_row import LONGEST
from annotator.ui.review.settling_shown import ShownDecision, ShownSide
from annotator.ui.review.side_passages import ELLIPSIS, Piece, pieces_of, underlined
from annotator.ui.theme import theme
from tests.ui.review.differing import DUTY, VIOLET, settling

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dock(qtbot: QtBot, dress: Callable[[str], None]) -> Dock:
    dress("light")
    shown = Dock()
    qtbot.addWidget(shown)
    shown.resize(1096, 184)
    shown.show_settling(settling())
    shown.show()
    shown.activateWindow()
    return shown


def test_a_button_decides_and_what_is_decided_stays_marked(dock: Dock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dock.decided) as told:
        qtbot.mouseClick(dock.buttons["widest"], LEFT)
    assert told.args == ["widest"]
    dock.show_settling(settling(decision="widest"))
    assert [name for name, button in dock.buttons.items() if button.isChecked()] == ["widest"]


def test_a_press_marks_nothing_by_itself_since_it_may_be_refused(dock: Dock, qtbot: QtBot) -> None:
    for button in (*dock.buttons.values(), dock.head.discuss, dock.head.by_both):
        qtbot.mouseClick(button, LEFT)
        assert not button.isChecked()


def test_decided_by_both_is_ticked_and_taken_back(dock: Dock, qtbot: QtBot) -> None:
    ticked: list[bool] = []
    dock.by_both_ticked.connect(ticked.append)
    qtbot.mouseClick(dock.head.by_both, LEFT)
    dock.show_settling(settling(by_both=True))
    qtbot.mouseClick(dock.head.by_both, LEFT)
    assert ticked == [True, False]


def test_what_looks_like_mark_up_is_read_as_it_is_written(dock: Dock) -> None:
    dock.show_settling(settling(title="Code, <b> or G2", recent=("<i>so</i>",)))
    assert dock.head.title.textFormat() == Qt.TextFormat.PlainText
    assert "&lt;i&gt;" in dock.reason.chips[0].toolTip()


def test_a_decision_without_meaning_is_off_and_says_why(dock: Dock, qtbot: QtBot) -> None:
    none = ShownDecision(id="widest", text="widest", key="U", enabled=False, why_not="Only one has a passage here.")
    dock.show_settling(settling(decisions=(none,)))
    button = dock.buttons["widest"]
    with qtbot.assertNotEmitted(dock.decided):
        qtbot.mouseClick(button, LEFT)
    assert not button.isEnabled()
    assert "Only one has a passage here." in button.toolTip()


def test_a_button_can_be_pressed_by_enter_and_names_its_key(dock: Dock, qtbot: QtBot) -> None:
    button = dock.buttons["neither"]
    button.setFocus()
    with qtbot.waitSignal(dock.decided) as told:
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert told.args == ["neither"]
    assert button.accessibleName() == "neither, rightly uncoded"
    assert button.accessibleDescription() == "Key X"


def test_a_key_that_is_changed_is_painted_so(dock: Dock) -> None:
    before = dock.head.next.grab().toImage()
    dock.show_keys(next_="N", reason="M", discuss="D")
    usual = dock.head.next.grab().toImage()
    dock.show_keys(next_="Ctrl+J")
    assert dock.head.next.grab().toImage() != usual != before


def write(dock: Dock, words: str, qtbot: QtBot) -> None:
    dock.write_reason()
    qtbot.waitUntil(dock.reason.field.hasFocus)
    qtbot.keyClicks(dock.reason.field, words)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_reason_is_kept_by_enter_and_by_escape_and_the_text_has_the_focus_again(
    dock: Dock, qtbot: QtBot, key: Qt.Key
) -> None:
    write(dock, "reads alone", qtbot)
    with qtbot.waitSignals([dock.reason_written, dock.text_wanted]):
        qtbot.keyClick(dock.reason.field, key)


def test_a_reason_goes_to_the_difference_that_it_was_typed_for(dock: Dock, qtbot: QtBot) -> None:
    written: list[tuple[str, str]] = []
    dock.reason_written.connect(lambda reason, difference: written.append((reason, difference)))
    write(dock, "the duty stays", qtbot)
    dock.show_settling(settling(key="another"))
    assert written == [("the duty stays", "boundary")]
    assert dock.reason.field.text() == ""


def test_what_is_being_typed_stays_when_the_same_difference_is_shown_again(dock: Dock, qtbot: QtBot) -> None:
    write(dock, "half a rea", qtbot)
    dock.show_settling(settling(discuss=True))
    assert dock.reason.field.text() == "half a rea"


def test_what_is_being_typed_stays_and_is_kept_when_another_reviewer_writes_a_reason_meanwhile(
    dock: Dock, qtbot: QtBot
) -> None:
    write(dock, "mine", qtbot)
    dock.show_settling(settling(reason="another's"))
    assert dock.reason.field.text() == "mine"
    with qtbot.waitSignal(dock.reason_written) as told:
        qtbot.keyClick(dock.reason.field, Qt.Key.Key_Escape)
    assert told.args[0] == "mine"


def test_a_reason_too_long_for_the_field_stays_as_it_is_until_somebody_types(dock: Dock, qtbot: QtBot) -> None:
    long = "because " * 10_000
    dock.show_settling(settling(reason=long, recent=(long,)))
    dock.write_reason()
    with qtbot.assertNotEmitted(dock.reason_written):
        qtbot.keyClick(dock.reason.field, Qt.Key.Key_Escape)
    assert len(dock.reason.chips[0].text()) == LONGEST
    with qtbot.waitSignal(dock.reason_written) as told:
        write(dock, "short", qtbot)
        qtbot.keyClick(dock.reason.field, Qt.Key.Key_Escape)
    assert told.args[0] == "short"


def test_the_reason_comes_into_sight_when_it_is_written(dock: Dock, qtbot: QtBot) -> None:
    dock.resize(400, 184)
    field = dock.reason.field
    qtbot.waitUntil(lambda: field.mapTo(dock, QPoint(0, field.height())).y() > dock.height())
    dock.write_reason()
    qtbot.waitUntil(field.hasFocus)
    assert field.mapTo(dock, QPoint(0, field.height())).y() <= dock.height()


def test_leaving_a_reason_as_it_was_tells_nothing(dock: Dock, qtbot: QtBot) -> None:
    dock.show_settling(settling(reason="as before"))
    dock.write_reason()
    with qtbot.assertNotEmitted(dock.reason_written):
        qtbot.keyClick(dock.reason.field, Qt.Key.Key_Escape)


def test_a_reason_given_before_is_given_again_by_one_click(dock: Dock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dock.reason_written) as told:
        qtbot.mouseClick(dock.reason.chips[1], LEFT)
    assert told.args == ["reads alone", "boundary"]


def test_agenda_both_next_and_those_like_it_are_told(dock: Dock, qtbot: QtBot) -> None:
    dock.show_settling(settling(like=6))
    pairs = [
        (dock.discuss_pressed, dock.head.discuss), (dock.by_both_ticked, dock.head.by_both),
        (dock.next_wanted, dock.head.next), (dock.like_pressed, dock.head.like),
    ]  # fmt: skip
    for signal, button in pairs:
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, LEFT)
    assert dock.head.like.text() == "and 6 like this"
    dock.show_settling(settling())
    assert not dock.head.like.isVisible()


def test_a_passage_becomes_an_example_of_either_kind(dock: Dock, qtbot: QtBot) -> None:
    wanted: list[str] = []
    dock.example_wanted.connect(wanted.append)
    for button in dock.side.examples.values():
        qtbot.mouseClick(button, LEFT)
    assert wanted == ["include", "exclude"]


def test_memo_stance_and_doubt_of_both_are_said() -> None:
    both = ShownSide(name="Ann", keycap="A", stance="opposes", unsure=True, memo="Not\nyet.")
    assert both.remarks == "Ann: opposes, unsure. “Not yet.”"
    assert ShownSide(name="Ben", keycap="B").remarks == "Ben left no memo."
    assert ShownSide(name="Ben", keycap="B", unsure=True).remarks == "Ben: unsure, no memo."


@pytest.mark.parametrize("width", [1576, 1096, 936, 760])
def test_notes_of_both_stay_in_sight_however_long_the_definition_is(dock: Dock, width: int) -> None:
    long = settling().meaning
    dock.show_settling(settling(meaning=type(long)(name="Delegation", definition="A long definition. " * 40)))
    dock.resize(width, 184)
    notes = dock.side.notes
    assert notes.height() >= 2 * 16
    assert notes.mapTo(dock, QPoint(0, notes.height())).y() < dock.height()
    assert dock.side.text.verticalScrollBar().maximum() > 0
    assert notes.verticalScrollBar().maximum() == 0


def test_it_grows_for_a_further_row_and_then_stays_so(dock: Dock, qtbot: QtBot) -> None:
    long = tuple(ShownDecision(id=f"{n}", text="a long decision indeed", key="A") for n in range(6))
    assert dock.height() == 184
    dock.show_settling(settling(decisions=long))
    qtbot.waitUntil(lambda: dock.height() == 223)  # a row of 32 and the gap of 8 above it, less what was free
    dock.show_settling(settling())
    QApplication.processEvents()
    assert dock.height() == 223
    dock.resize(1200, dock.height())
    qtbot.waitUntil(lambda: dock.height() == 184)


@pytest.mark.parametrize("width", [1576, 1096, 936, 760])
def test_nothing_stands_outside_and_all_is_in_sight(dock: Dock, width: int, qtbot: QtBot) -> None:
    dock.show_settling(settling(like=6))
    dock.show_keys(next_="N", reason="M", discuss="D")
    dock.resize(width, 184)
    parts = [*dock.buttons.values(), dock.head.like, dock.head.discuss, dock.head.by_both, dock.head.next]
    room = dock.head.parentWidget()
    assert room is not None
    qtbot.waitUntil(lambda: room.height() <= dock.height())
    for part in parts:
        assert part.width() >= part.sizeHint().width(), part.text()
        assert part.mapTo(room, QPoint(part.width(), 0)).x() <= room.width()
    assert not any(a.geometry().intersects(b.geometry()) for a in parts[-4:] for b in parts[-4:] if a is not b)


def test_another_difference_is_spoken_once(dock: Dock, heard: list[str]) -> None:
    dock.show_settling(settling(key="next", b=ShownSide(name="Ben", keycap="B"), title="Missing in B"))
    dock.show_settling(settling(key="next", b=ShownSide(name="Ben", keycap="B"), discuss=True))
    (said,) = heard
    assert said.startswith("Missing in B, G3 Delegation, paragraph 6, overlap 36 %, difference 38 of 112. Ann: A group")
    assert said.endswith("Ben: nothing")


def test_without_a_difference_it_says_how_to_come_to_one(dock: Dock) -> None:
    dock.show_keys(next_="N")
    dock.show_settling(None)
    assert dock.note.isVisible()
    assert "press N" in dock.note.text()
    assert not dock.passages.isVisible()


def test_of_a_long_passage_beginning_and_end_are_shown(dock: Dock) -> None:
    first, last = pieces_of(DUTY * 8, 400)
    assert DUTY.startswith(first.words.strip())
    assert last.words.startswith(ELLIPSIS)
    assert DUTY.endswith(last.words.removeprefix(ELLIPSIS))
    assert (DUTY * 8)[last.start :] == last.words[last.added :]


def test_a_short_passage_is_shown_whole(dock: Dock) -> None:
    assert pieces_of("A group 😀", 400) == [Piece("A group 😀", 0)]
    assert "".join(piece.words for piece in pieces_of(DUTY, 400)) == DUTY


def test_shared_words_are_underlined_in_the_line_in_which_they_stand() -> None:
    assert underlined(Piece("one two ", 0), ((4, 11),)) == [(4, 7)]
    assert underlined(Piece("three", 8), ((4, 11),)) == [(0, 3)]
    assert underlined(Piece(f"{ELLIPSIS}end", 50, len(ELLIPSIS)), ((0, 52),)) == [(2, 4)]


def test_the_underline_has_the_edge_of_the_code(dock: Dock) -> None:
    picture = dock.passages.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(30, 200) for y in range(17, 24)}
    assert theme().code_colours(VIOLET).edge in colours


def test_every_control_of_the_dock_has_a_name(dock: Dock, unnamed: Callable[[Dock], list[str]]) -> None:
    dock.show_settling(settling(like=6))
    assert unnamed(dock) == []
