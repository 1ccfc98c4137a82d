"""The window in which keys are changed: choose an action, press its new key; or take a whole set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from annotator.ui.actions import ACTIONS, BY_ID, Action
from annotator.ui.announce import announce
from annotator.ui.finding.action_ranking import ActionRow, ranked
from annotator.ui.keycap import keycap_text, keycap_texts
from annotator.ui.pressing import Pressing
from annotator.ui.shortcuts.keys import BETWEEN, chosen_keys, keys_of, refusal, save_keys
from annotator.ui.shortcuts.naming import help_of
from annotator.ui.shortcuts.presets import PRESETS, preset_of
from annotator.ui.theme import control_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ID = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 26
OWN = "Keys of your own"
HINT = "Choose an action, then press its new key in the field below."


class KeysWindow(Pressing):
    """Keeps every change at once; `changed` tells that keys mean something else now."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("changeKeys")
        self.setWindowTitle("Change keys")
        self.resize(640, 600)
        self.preset, self.filter, self.tree = QComboBox(), QLineEdit(), QTreeWidget()
        self.press, self.said = QKeySequenceEdit(), QLabel(HINT)
        self.none_button, self.usual_button = QPushButton("No key"), QPushButton("Usual key")
        self._dress()
        self._lay_out()
        self._listen()
        self._show()

    def choose(self, action_id: str) -> None:
        """Make an action the current row."""
        for number in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(number)
            if item is not None and item.data(0, ID) == action_id:
                self.tree.setCurrentItem(item)

    def take_key(self, sequence: QKeySequence) -> None:
        """Give the current action this key, unless it is taken."""
        action, key = self._action(), sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if action is None or not key:
            return
        why = refusal(action, key, chosen_keys())
        if why:
            self._say(why)
        else:
            self._set(action, key, f"“{action.text}” has the key {keycap_text(key)} now.")
        self.press.clear()

    def take_preset(self, name: str) -> None:
        """Take a whole set of keys."""
        if name in PRESETS:
            save_keys(PRESETS[name])
            self._changed(f"The keys are those of “{name}” now.")

    def _set(self, action: Action, keys: str, sentence: str) -> None:
        save_keys({**chosen_keys(), action.id: keys})
        self._changed(sentence)

    def _changed(self, sentence: str) -> None:
        self._show()
        self._say(sentence)
        self.changed.emit()

    def _give_none(self) -> None:
        action = self._action()
        if action is not None:
            self._set(action, "", f"“{action.text}” has no key now; it is in the menu and in the finder of actions.")

    def _give_usual(self) -> None:
        action = self._action()
        if action is None:
            return
        whys = (refusal(action, key, chosen_keys()) for key in action.keys)
        why = next((why for why in whys if why), "")
        if why:
            self._say(why)
        else:
            self._set(action, BETWEEN.join(action.keys), f"“{action.text}” has its usual key again.")

    def _action(self) -> Action | None:
        item = self.tree.currentItem()
        return BY_ID[item.data(0, ID)] if item is not None else None

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        announce(self.said, sentence)

    def _show(self) -> None:
        chosen, current = chosen_keys(), self._action()
        rows = [
            ActionRow(id=one.id, text=one.text, menu=one.menu, keys=keys_of(one, chosen), help=help_of(one, chosen))
            for one in ACTIONS
        ]
        self.tree.clear()
        for row in ranked(self.filter.text(), rows):
            item = QTreeWidgetItem([row.text, row.menu, "   ".join(keycap_texts(row.keys))])
            item.setData(0, ID, row.id)
            item.setSizeHint(0, QSize(0, ROW_HEIGHT))
            item.setToolTip(0, row.help)
            self.tree.addTopLevelItem(item)
        if current is not None:
            self.choose(current.id)
        first = self.tree.topLevelItem(0)
        if self.tree.currentItem() is None and first is not None:
            self.tree.setCurrentItem(first)
        self.preset.blockSignals(True)
        self.preset.setCurrentText(preset_of(chosen) or OWN)
        self.preset.blockSignals(False)

    def _dress(self) -> None:
        self.preset.addItems([*PRESETS, OWN])
        self.preset.setAccessibleName("Set of keys")
        self.filter.setPlaceholderText("Search by name or key")
        self.filter.setAccessibleName("Search the actions")
        self.filter.setClearButtonEnabled(True)
        self.tree.setHeaderLabels(["Action", "Menu", "Keys"])
        self.tree.setAccessibleName("Actions and their keys")
        self.tree.setRootIsDecorated(False)
        self.tree.setProperty("framed", True)
        self.tree.setColumnWidth(0, 300)
        self.tree.setColumnWidth(1, 90)
        self.press.setMaximumSequenceLength(1)
        self.press.setAccessibleName("Press the new key")
        for child in self.press.findChildren(QLineEdit):
            child.setPlaceholderText("Press the new key here")
            child.setAccessibleName("Press the new key")
        self.said.setFont(control_font(12))
        self.said.setProperty("tone", "ink2")
        self.said.setWordWrap(True)
        for button in (self.none_button, self.usual_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.filter, 1)
        top.addWidget(self.preset)
        foot.addWidget(self.press, 1)
        foot.addWidget(self.none_button)
        foot.addWidget(self.usual_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.tree, 1)
        column.addWidget(self.said)
        column.addLayout(foot)

    def _listen(self) -> None:
        self.filter.textChanged.connect(self._show)
        self.preset.textActivated.connect(self.take_preset)
        self.press.keySequenceChanged.connect(self.take_key)
        self.tree.itemActivated.connect(lambda _item: self.press.setFocus())
        self.none_button.clicked.connect(self._give_none)
        self.usual_button.clicked.connect(self._give_usual)
