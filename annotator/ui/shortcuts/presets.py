"""The sets of keys that can be taken as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.actions import ACTIONS
from annotator.ui.shortcuts.keys import BETWEEN, types_character

if TYPE_CHECKING:
    from collections.abc import Mapping

# The right hand keeps the mouse: what is pressed most lies under the left one.
_LEFT_HAND = {
    "next_sentence": "F", "extend_sentence": "Shift+F", "previous_sentence": "A", "take_back_sentence": "Shift+A",
    "next_coding": "G", "previous_coding": "Shift+G", "coding_beneath": "B", "highlighter": "T",
    "write_memo": "Shift+E", "paragraph": "Shift+Q", "show_cast": "Alt+Q",
    "find_code": "Return; Enter; Shift+R",
}  # fmt: skip
# The number pad: its digits code, the keys around them walk.
_RIGHT_HAND = {
    "next_sentence": "J; Num++", "previous_sentence": "K; Num+-", "repeat_code": "R; .; Num+0",
    "next_coding": "N; Num+*", "previous_coding": "Shift+N; Num+/",
}  # fmt: skip


def _no_single_keys() -> dict[str, str]:
    """Return keys for speech input (WCAG 2.1.4): whatever types a character takes Alt with it."""
    changed = {}
    for action in ACTIONS:
        keys = [_with_alt(key) if types_character(key) else key for key in action.keys]
        if tuple(keys) != action.keys:
            changed[action.id] = BETWEEN.join(key for key in keys if key != "Alt+?")
    return changed


def _with_alt(key: str) -> str:
    return f"Alt+{key}"


PRESETS: Mapping[str, Mapping[str, str]] = {
    "Standard": {},
    "Left hand": _LEFT_HAND,
    "Right hand (number pad)": _RIGHT_HAND,
    "No single keys": _no_single_keys(),
}


def preset_of(chosen: Mapping[str, str]) -> str:
    """Return the name of the set that these keys are, empty for keys of one's own."""
    return next((name for name, keys in PRESETS.items() if dict(keys) == dict(chosen)), "")
