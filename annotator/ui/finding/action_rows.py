"""What the finder of actions lists: every action as it is named now, with its keys and why it cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from annotator.ui.actions import ACTIONS
from annotator.ui.finding.action_ranking import ActionRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from annotator.ui.actions import Action

PORTABLE = QKeySequence.SequenceFormat.PortableText
WHY = {
    "project": "no project is open",
    "article": "no article is open",
    "scheme": "the scheme is locked on this computer",
    "code": "no code is current, or the scheme is locked on this computer",
    "some_code": "no code is current",
    "filter": "all codes are shown",
    "coding": "no coding is current; N goes to the next one",
    "last_code": "nothing was coded yet",
    "undo": "there is nothing to take back",
    "redo": "nothing was taken back",
}
OTHERWISE = "what it needs is not there"


def action_rows(made: Mapping[str, QAction]) -> list[ActionRow]:
    """Return a row for each action but the finder itself. `made` has the window's actions by id."""
    return [_row(action, made[action.id]) for action in ACTIONS if action.id != "find_action"]


def _row(action: Action, made: QAction) -> ActionRow:
    return ActionRow(
        id=action.id,
        text=made.text().replace("&&", "&"),
        menu=action.menu,
        keys=tuple(key.toString(PORTABLE) for key in made.shortcuts()),
        help=action.help,
        why="" if made.isEnabled() else WHY.get(action.needs, OTHERWISE),
    )
