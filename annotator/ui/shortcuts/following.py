"""How the window follows when keys are changed: its actions, and the keycaps in its panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.actions import BY_ID
from annotator.ui.shortcuts.keys import keys_of

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def follow_keys(window: MainWindow) -> None:
    """Let actions and keycaps have the keys that were chosen."""
    window.actions_.take_keys()
    show_keycaps(window)


def show_keycaps(window: MainWindow) -> None:
    """Show beside what they do the keys that do it."""
    window.banner.show_key(_first("highlighter"))
    window.page.codes.show_keys(_first("find_code"), _first("write_memo"))


def _first(action_id: str) -> str:
    return next(iter(keys_of(BY_ID[action_id])), "")
