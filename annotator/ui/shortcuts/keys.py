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
MOVING = frozenset(
    QKeySequence(key).toString()
    for base in ("Home", "End", "PgUp", "PgDown", "Left", "Right", "Up", "Down")
    for key in (base, f"Shift+{base}")
) | {"Tab", "Shift+Tab", "Ctrl+A"}
PAGING = frozenset({"Space", "Shift+Space"})
MODIFIED = ("Ctrl+", "Alt+", "Meta+")
TYPED_AHEAD = ("tree", "articles")  # there a letter goes to the row that begins with it


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


def types_character(key: str) -> bool:
    """Tell whether a key alone types a character: it would be lost to typing, or pressed by speech input."""
    return not key.startswith(MODIFIED) and len(key.removeprefix("Shift+")) == 1


def refusal(action: Action, key: str, chosen: Mapping[str, str]) -> str:
    """Return why an action cannot have a key, empty when it can.

    Keys of the window act in every pane too; those of two panes never meet.
    """
    wanted = QKeySequence(key).toString()
    if not wanted:
        return "This is no key."
    if wanted in MOVING or (wanted in PAGING and action.where in ("window", "text")):
        return f"{wanted} moves and selects in the text and in lists, so it stays. Choose another key."
    if action.where == "window" and types_character(wanted):
        return f"“{action.text}” acts everywhere, so a letter alone would be lost to typing. Add Ctrl or Alt."
    if action.where in TYPED_AHEAD and types_character(wanted):
        return "In a list a letter goes to the row that begins with it. Add Ctrl or Alt."
    for other in ACTIONS:
        if other.id != action.id and meet(action, other) and wanted in normal_keys(other, chosen):
            return f"{wanted} is the key of “{other.text}”. Choose another key, or give that one another first."
    return ""


def meet(one: Action, other: Action) -> bool:
    """Tell whether one key could mean both: in the same pane, or where one of them acts everywhere."""
    places = {one.where, other.where}
    return len(places) == 1 or ("window" in places and "stance" not in places)


def normal_keys(action: Action, chosen: Mapping[str, str] | None = None) -> set[str]:
    """Return the keys of an action as Qt writes them, to be compared."""
    return {QKeySequence(key).toString() for key in keys_of(action, chosen)}
