"""How the table of actions becomes menus, keys and tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from annotator.ui.actions import ACTIONS, Action
from annotator.ui.actions.action import NO_MENU
from annotator.ui.shortcuts.keys import chosen_keys, keys_of
from annotator.ui.shortcuts.naming import with_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

    from annotator.ui.actions.action import Where

THEMES = ("follow_system_theme", "use_light_theme", "use_dark_theme")


class WindowActions:
    """One QAction for each line of the table. Keys of the text act only while it has the focus; lists hear theirs."""

    def __init__(self, window: QWidget, text: QWidget, perform: Callable[[Action], None]) -> None:
        self.by_id: dict[str, QAction] = {}
        for action in ACTIONS:
            made = QAction(action.text, window)
            made.setObjectName(action.id)
            made.setCheckable(action.checkable)
            made.setAutoRepeat(not action.writes)
            made.setMenuRole(QAction.MenuRole.QuitRole if action.id == "quit" else QAction.MenuRole.NoRole)
            if action.where == "window":
                window.addAction(made)
            else:
                made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            if action.where == "text":
                text.addAction(made)
            made.triggered.connect(lambda _checked=False, action=action: perform(action))
            self.by_id[action.id] = made
        self.take_keys()
        self._themes = QActionGroup(window)
        for name in THEMES:
            self._themes.addAction(self.by_id[name])

    def act_in(self, where: Where, widget: QWidget) -> None:
        """Let the keys of a page act while a widget of it has the focus."""
        widget.addActions([self.by_id[action.id] for action in ACTIONS if action.where == where])

    def fill(self, bar: QMenuBar) -> None:
        """Put the actions into the menus of a menu bar, in the order of the table."""
        menus: dict[str, QMenu] = {}
        for action in (action for action in ACTIONS if action.menu != NO_MENU):
            if action.menu not in menus:
                menus[action.menu] = _menu(bar, action.menu)
            if action.separator:
                menus[action.menu].addSeparator()
            place = f"{action.menu} {action.submenu}".strip()
            if place not in menus:
                menus[place] = _menu(menus[action.menu], action.submenu)
            menus[place].addAction(self.by_id[action.id])

    def enable(self, there: Mapping[str, bool]) -> None:
        """Let only those actions act whose need is there."""
        for action in ACTIONS:
            self.by_id[action.id].setEnabled(not action.needs or there.get(action.needs, False))

    def take_keys(self) -> None:
        """Give every action the keys it has on this computer. The second key of a stance stands in no menu."""
        chosen = chosen_keys()
        for action in ACTIONS:
            keys, made = keys_of(action, chosen), self.by_id[action.id]
            made.setShortcuts([QKeySequence(key) for key in keys if action.where != "stance"])
            told = with_keys(action.help, chosen)
            made.setToolTip(told)
            made.setStatusTip(told)

    def press(self, key: str, where: Where = "text") -> bool:
        """Do what has a key that was heard by its place on the keyboard; tell whether anything has it."""
        there = (self.by_id[action.id] for action in ACTIONS if action.where in (where, "window"))
        made = next((made for made in there if QKeySequence(key) in made.shortcuts()), None)
        if made is not None:
            made.trigger()
        return made is not None

    def name(self, action_id: str, text: str) -> None:
        """Give an action another text, such as `Undo Code passage: C11`."""
        self.by_id[action_id].setText(text)

    def check(self, action_id: str, on: bool) -> None:
        """Show whether something is on."""
        self.by_id[action_id].setChecked(on)


def _menu(above: QMenuBar | QMenu, title: str) -> QMenu:
    menu = above.addMenu(title)
    menu.setAccessibleName(title)
    menu.setToolTipsVisible(True)
    return menu
