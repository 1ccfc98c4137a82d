"""Which keys an action has: its own, or those that were chosen for it; and whether a key is free."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from annotator.preferences import load_preferences, save_preferences
from annotator.ui.actions import ACTIONS, Action

if TYPE_CHECKING:
    from collections.abc import Mapping

BETWEEN = "; "  # parts several keys of one action
RESERVED = frozenset(
    QKeySequence(key).toString()
    for base in ("Home", "End", "PgUp", "PgDown", "Left", "Right", "Up", "Down")
    for key in (base, f"Shift+{base}")
) | {"Tab", "Shift+Tab", "Space", "Shift+Space", "Ctrl+A"}
MODIFIED = ("Ctrl+", "Alt+", "Meta+")


def chosen_keys() -> dict[str, str]:
    """Return the keys that were chosen in place of the usual ones, by the action's id."""
    return load_preferences().shortcuts


def keys_of(action: Action, chosen: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the keys of an action in portable form; `chosen` instead of what the preferences say."""
    chosen = chosen_keys() if chosen is None else chosen
    keys = chosen.get(action.id)
    if keys is None:
        return action.keys
    return tuple(key for key in keys.split(BETWEEN) if key) if isinstance(keys, str) else action.keys


def save_keys(chosen: Mapping[str, str]) -> bool:
    """Keep the chosen keys; tell whether they are on the disk."""
    usual = {action.id: BETWEEN.join(action.keys) for action in ACTIONS}
    kept = {action_id: keys for action_id, keys in chosen.items() if usual.get(action_id) != keys}
    return save_preferences(replace(load_preferences(), shortcuts=kept))


def refusal(action: Action, key: str, chosen: Mapping[str, str]) -> str:
    """Return why an action cannot have a key, empty when it can.

    Keys of the window act in the text too, so a key has one meaning in all.
    """
    wanted = QKeySequence(key).toString()
    if not wanted:
        return "This is no key."
    if wanted in RESERVED:
        return f"{wanted} moves and selects in the text, so it stays. Choose another key."
    if action.where == "window" and len(wanted.removeprefix("Shift+")) == 1 and not wanted.startswith(MODIFIED):
        return f"“{action.text}” acts everywhere, so a letter alone would be lost to typing. Add Ctrl or Alt."
    for other in ACTIONS:
        if other.id != action.id and wanted in {QKeySequence(own).toString() for own in keys_of(other, chosen)}:
            return f"{wanted} is the key of “{other.text}”. Choose another key, or give that one another first."
    return ""
