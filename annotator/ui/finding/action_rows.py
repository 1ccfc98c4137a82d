"""What the finder of actions lists: every action as it is named now, with its keys and why it cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.actions import ACTIONS
from annotator.ui.finding.action_ranking import ActionRow
from annotator.ui.shortcuts.keys import chosen_keys, keys_of
from annotator.ui.shortcuts.naming import help_of, with_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from annotator.ui.actions import Action

WHY = {
    "project": "no project is open",
    "article": "no article is open",
    "scheme": "the scheme is locked on this computer",
    "code": "no code is current, or the scheme is locked on this computer",
    "some_code": "no code is current",
    "filter": "all codes are shown",
    "coding": "no coding is current; {next_coding} goes to the next one",
    "last_code": "nothing was coded yet",
    "undo": "there is nothing to take back",
    "redo": "nothing was taken back",
    "pane": "it is done there, by its key",
}
OTHERWISE = "what it needs is not there"


def action_rows(made: Mapping[str, QAction]) -> list[ActionRow]:
    """Return a row for each action but the finder itself. `made` has the window's actions by id."""
    chosen = chosen_keys()
    return [_row(action, made[action.id], chosen) for action in ACTIONS if action.id != "find_action"]


def _row(action: Action, made: QAction, chosen: Mapping[str, str]) -> ActionRow:
    return ActionRow(
        id=action.id,
        text=made.text().replace("&&", "&"),
        menu=action.menu,
        keys=keys_of(action, chosen),
        help=help_of(action, chosen),
        why="" if made.isEnabled() else with_keys(WHY.get(action.needs, OTHERWISE), chosen),
    )
