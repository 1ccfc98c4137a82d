"""The table of actions holds: each is in a menu, says what it does, has keys of its own, and something does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from annotator.ui.actions import ACTIONS, BY_ID, Action
from annotator.ui.actions.action import NO_MENU
from annotator.ui.article_commands import ArticleCommands
from annotator.ui.coding_commands import CodingCommands
from annotator.ui.colleagues import Colleagues
from annotator.ui.commands import Commands
from annotator.ui.copying import Copying
from annotator.ui.correcting_commands import CorrectingCommands
from annotator.ui.coverage.coverage_commands import CoverageCommands
from annotator.ui.current_coding import CurrentCoding
from annotator.ui.describing import Describing
from annotator.ui.exchanging.receiving_commands import ReceivingCommands
from annotator.ui.exchanging.sending_commands import SendingCommands
from annotator.ui.facts_commands import FactsCommands
from annotator.ui.filtering import Filtering
from annotator.ui.finding_commands import FindingCommands
from annotator.ui.going import Going
from annotator.ui.import_commands import ImportCommands
from annotator.ui.learning.counts_commands import CountsCommands
from annotator.ui.learning.judging_commands import JudgingCommands
from annotator.ui.learning.learning_commands import LearningCommands
from annotator.ui.library_commands import LibraryCommands
from annotator.ui.memo_commands import MemoCommands
from annotator.ui.memos.linking import Linking
from annotator.ui.passage_commands import PassageCommands
from annotator.ui.printing_commands import PrintingCommands
from annotator.ui.progress_commands import ProgressCommands
from annotator.ui.reading_on import ReadingOn
from annotator.ui.recoding import Recoding
from annotator.ui.rounds.round_commands import RoundCommands
from annotator.ui.scheme_commands import SchemeCommands
from annotator.ui.settling.agreed_code import AgreedCode
from annotator.ui.settling.answering import Answering
from annotator.ui.settling.bulk_commands import BulkCommands
from annotator.ui.settling.figures_commands import FiguresCommands
from annotator.ui.settling.hiding import HidingCommands
from annotator.ui.settling.report_commands import ReportCommands
from annotator.ui.settling.sample_commands import SampleCommands
from annotator.ui.settling.settling_commands import SettlingCommands
from annotator.ui.shortcuts.keys import MOVING, meet, normal_keys
from annotator.ui.shown_strip import ShownStrip
from annotator.ui.speaker_commands import SpeakerCommands
from annotator.ui.stance_commands import StanceCommands
from annotator.ui.suggesting_commands import SuggestingCommands
from annotator.ui.walking import Walking
from annotator.ui.window_actions import WindowActions
from annotator.ui.workspace import Workspace
from annotator.ui.zone_commands import ZoneCommands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

OWNERS = (
    *(Commands, Workspace, Going, CodingCommands, CurrentCoding, Walking),
    *(FindingCommands, CorrectingCommands, SuggestingCommands),
    *(ZoneCommands, SpeakerCommands, ArticleCommands, FactsCommands),
    *(PassageCommands, StanceCommands, Recoding, Filtering, Copying, ReadingOn),
    *(Describing, SchemeCommands, MemoCommands, Linking, PrintingCommands),
    *(SettlingCommands, AgreedCode, BulkCommands, FiguresCommands, RoundCommands, SampleCommands, ReportCommands),
    *(Colleagues, ShownStrip, ProgressCommands, CoverageCommands, ImportCommands, LibraryCommands),
    *(SendingCommands, ReceivingCommands),
    *(LearningCommands, JudgingCommands, CountsCommands, Answering, HidingCommands),
)


def test_each_action_has_its_own_id() -> None:
    assert len(BY_ID) == len(ACTIONS)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_each_action_says_what_it_does_and_something_does_it(action: Action) -> None:
    assert action.text
    assert action.help
    assert action.help != action.text
    if action.needs == "pane":
        assert action.menu == NO_MENU, "a list hears its own keys"
        return
    assert sum(hasattr(owner, action.method) for owner in OWNERS) == 1


def test_no_key_means_two_things() -> None:
    for action in ACTIONS:
        keys = normal_keys(action, {})
        assert all(keys)
        assert len(keys) == len(action.keys)
        assert not MOVING & keys, "movement and selection stay the platform's own"
        for other in ACTIONS:
            if other.id != action.id and meet(action, other):
                assert not keys & normal_keys(other, {}), (action.id, other.id)


def test_plain_letters_and_digits_act_only_in_the_text_and_where_nothing_is_typed() -> None:
    for action in ACTIONS:
        for key in action.keys:
            if len(key) == 1 and key.isalnum():
                assert action.where in ("text", "stance", "suggestions", "review"), action.id


def test_what_writes_does_not_repeat_and_every_action_is_in_its_menu(qtbot: QtBot) -> None:
    window, text = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(text)
    bar = QMenuBar(window)
    done: list[str] = []
    actions = WindowActions(window, text, lambda action: done.append(action.id))
    actions.fill(bar)
    menus = {menu.text(): menu.menu() for menu in bar.actions()}
    assert NO_MENU not in menus
    for action in ACTIONS:
        made = actions.by_id[action.id]
        assert made.autoRepeat() is not action.writes
        if action.menu == NO_MENU:
            continue
        inside = {menu.text(): menu.menu() for menu in menus[action.menu].actions() if menu.menu()}
        assert made in (inside[action.submenu] if action.submenu else menus[action.menu]).actions()
        assert isinstance(made, QAction)
        assert (made in text.actions()) is (action.where == "text")
        assert (made in window.actions()) is (action.where == "window")
    actions.enable({})
    actions.by_id["undo"].trigger()
    actions.enable({"undo": True})
    actions.by_id["undo"].trigger()
    assert done == ["undo"], "an action whose need is not there does nothing"
    QApplication.processEvents()
