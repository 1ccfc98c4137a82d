"""What a key pressed in a pane means, by the keys that are set now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from annotator.ui.actions import ACTIONS
from annotator.ui.shortcuts.keys import chosen_keys, normal_keys

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from annotator.ui.actions.action import Where


def key_pressed(event: QKeyEvent) -> str:
    """Return the key of an event in portable form; the number pad's counts as the other one."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString()


def meaning_in(where: Where, event: QKeyEvent, *also: str) -> str:
    """Return the id of the action that a key means in a pane, empty for none. `also` are ids of other actions."""
    chosen, pressed = chosen_keys(), key_pressed(event)
    asked = (action for action in ACTIONS if action.where == where or action.id in also)
    return next((action.id for action in asked if pressed in normal_keys(action, chosen)), "")
