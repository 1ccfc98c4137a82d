"""What keys and clicks become actions, beyond plain shortcuts and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.bracket_keys import BracketKeys
from annotator.ui.context_menu import ContextMenu
from annotator.ui.digit_keys import DigitKeys

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


class TextHands:
    """Digits by their place, brackets without AltGr, the menu at the place; a click on how far the work is."""

    def __init__(self, window: MainWindow) -> None:
        view, actions = window.page.view, window.actions_
        self._digits = DigitKeys(view, actions.press)
        self._brackets = BracketKeys(view)
        self.menu = ContextMenu(window)
        window.status_line.progress.clicked.connect(actions.by_id["show_progress"].trigger)
