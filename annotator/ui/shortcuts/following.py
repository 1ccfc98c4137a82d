"""How the window follows when keys are changed: its actions, and the keycaps in its panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.keycap import keycap_text
from annotator.ui.shortcuts.naming import first_key

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


def follow_keys(window: MainWindow) -> None:
    """Let actions and keycaps have the keys that were chosen."""
    window.actions_.take_keys()
    show_keycaps(window)


def show_keycaps(window: MainWindow) -> None:
    """Show beside what they do the keys that do it."""
    window.banner.show_key(first_key("highlighter"))
    digits = {digit: keycap_text(first_key(f"code_with_key_{digit}")) for digit in range(1, 10)}
    window.page.codes.show_keys(first_key("find_code"), first_key("write_memo"), digits)
    window.page.finder.show_keycaps(digits)
    window.page.codes.memo.show_link_key(first_key("link_in_memo"))
    window.page.codes.definition.show_key(first_key("rename_code"))
    window.reviewing.show_keys()
    window.starting.page.show_shortcuts(new=first_key("new_project"), open_=first_key("open_project"))
