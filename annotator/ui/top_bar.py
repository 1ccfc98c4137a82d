"""The strip at the top of the window: pages, menus, the project's name, tools."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QToolButton, QWidget

from annotator.ui.elided_label import ElidedLabel
from annotator.ui.icon_button import IconButton
from annotator.ui.icon_label import IconLabel
from annotator.ui.rules import upright_rule
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent, QShowEvent

HEIGHT = 48
PAGES = {"code": "Code", "review": "Review", "extracts": "Extracts"}
NAME_GAP = 16  # at least so much between the project's name and what stands beside it
NARROWEST_NAME = 48
NOTED = 14


class PageSwitch(QFrame):
    """Three segments, of which one is current. Arrow keys go from one to the next."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageSwitch")
        self.setAccessibleName("Pages")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(32)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons = {name: self._segment(name, text) for name, text in PAGES.items()}
        for button in self.buttons.values():
            row.addWidget(button)
            self._group.addButton(button)
        self.buttons["code"].setChecked(True)

    def show_page(self, name: str) -> None:
        """Show which page is the current one; the start page has no segment."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    def _segment(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(f"{text} page")
        button.setCheckable(True)
        button.setFont(control_font(13, 500))
        button.clicked.connect(lambda: self.page_chosen.emit(name))
        return button


class TopBar(QFrame):
    """48 high. The main window fills `menu_bar` and adds its actions as tools."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self.switch = PageSwitch(self)
        self.switch.page_chosen.connect(self.page_chosen)
        self.menu_bar = self._menu_bar()
        self.menu_button = self._menu_button()
        self._name = ElidedLabel("", self)
        self._name.setObjectName("projectName")
        self._name.setFont(control_font(13, 600))
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._noted = IconLabel("note", "ink3", NOTED, self)
        self._noted.setToolTip("The project has a memo")
        self._noted.setAccessibleName("The project has a memo")
        self._noted.hide()
        self._row = QHBoxLayout(self)
        self._tools = QHBoxLayout()
        self._lay_out()

    def show_project(self, name: str) -> None:
        """Show the project's name in the middle of the window."""
        self._name.say(name)
        self._place_name()

    def show_noted(self, noted: bool) -> None:
        """Mark beside its name whether the project has a memo."""
        self._noted.setVisible(noted)
        self._place_name()

    def set_page_enabled(self, name: str, enabled: bool, why: str = "") -> None:
        """Let a page be chosen, or say in its tooltip why it cannot be."""
        button = self.switch.buttons[name]
        button.setEnabled(enabled)
        button.setToolTip(why)
        button.setAccessibleDescription(why)

    def add_action(self, action: QAction, icon_name: str = "") -> QToolButton:
        """Add a tool that does what the action does; with an icon's name it is drawn in the theme's colours."""
        button = IconButton(icon_name, parent=self)
        button.follow(action)
        self._tools.addWidget(button)
        return button

    def add_separator(self) -> None:
        """Add a thin upright line after the last tool."""
        self._tools.addWidget(upright_rule(20, sides=4, parent=self))

    def set_compact(self, compact: bool) -> None:
        """Put the menus behind one button, for narrow windows, or back into the bar."""
        self._gather_menus()
        self.menu_button.setVisible(compact)
        self.menu_bar.setVisible(not compact)
        self._row.activate()
        self._place_name()

    def _menu_bar(self) -> QMenuBar:
        bar = QMenuBar(self)
        bar.setNativeMenuBar(sys.platform == "darwin")
        bar.setAccessibleName("Menus")
        bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return bar

    def _menu_button(self) -> IconButton:
        button = IconButton("menu", "Menu", self)
        menu = QMenu(button)
        menu.aboutToShow.connect(self._gather_menus)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.hide()
        return button

    def _gather_menus(self) -> None:
        menu = self.menu_button.menu()
        for action in menu.actions():
            menu.removeAction(action)
        menu.addActions(self.menu_bar.actions())

    def _lay_out(self) -> None:
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(11)
        self._tools.setSpacing(8)
        self._row.addWidget(self.switch)
        self._row.addWidget(self.menu_bar)
        self._row.addWidget(self.menu_button)
        self._row.addStretch(1)
        self._row.addLayout(self._tools)

    def _place_name(self) -> None:
        left = max(
            part.geometry().right() for part in (self.switch, self.menu_bar, self.menu_button) if part.isVisibleTo(self)
        )
        right = self._tools.geometry().left() if self._tools.count() else self.width() - 12
        middle = self.width() / 2
        room = 2 * (min(middle - left, right - middle) - NAME_GAP)
        width = round(min(room, self._name.wanted_width()))
        self._name.setVisible(width >= min(NARROWEST_NAME, self._name.wanted_width()))
        self._name.setGeometry(round(middle - width / 2), 0, max(width, 0), self.height() - 1)
        self._noted.move(self._name.geometry().right() + 6, (self.height() - NOTED) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_name()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._row.activate()
        self._place_name()
