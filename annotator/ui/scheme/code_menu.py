"""What can be done with a code under the mouse, or with the current one: its menu in the tree."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.records import Code

LOCKED = "The scheme is locked"
PARTS = (
    ("describe_code", "rename_code", "recolour_code", "key"),
    ("new_code_below", "new_code_beside"),
    ("move", "merge_code", "split_code", "delete_code"),
    ("memo_on_code", "show_only_code"),
    ("lock_scheme",),
)
MOVES = ("move_code_up", "move_code_down", "move_code_in", "move_code_out")
WITHOUT_CODE = (("new_code_beside",), ("lock_scheme",))


def code_menu(
    tree: QWidget, code: Code | None, owner_of: Callable[[int], Code | None],
    set_key: Callable[[str, int | None], None], locked: bool,
) -> QMenu:  # fmt: skip
    """Return the menu, made of the window's own actions. `owner_of` tells which code has a key from 1 to 9."""
    menu = QMenu(tree)
    menu.setObjectName("codeMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    if locked:
        menu.addAction(LOCKED).setEnabled(False)
    for part in PARTS if code is not None else WITHOUT_CODE:
        menu.addSeparator()
        for name in part:
            if name == "key" and code is not None:
                _add_keys(menu, code, owner_of, set_key, locked)
            elif name == "move":
                _add(menu.addMenu("Move"), tree.window(), MOVES)
            else:
                _add(menu, tree.window(), (name,))
    return menu


def _add(menu: QMenu, window: QWidget, names: tuple[str, ...]) -> None:
    for name in names:
        action = window.findChild(QAction, name)
        if action is not None:
            menu.addAction(action)


def _add_keys(
    menu: QMenu, code: Code, owner_of: Callable[[int], Code | None], set_key: Callable[[str, int | None], None],
    locked: bool,
) -> None:  # fmt: skip
    keys = menu.addMenu("Key")
    keys.setEnabled(not locked)
    for key in (*range(1, 10), None):
        owner = owner_of(key) if key is not None else None
        taken = f"    now {owner.title}" if owner is not None and owner.id != code.id else ""
        action = keys.addAction(f"{key}{taken}" if key is not None else "None")
        action.setCheckable(True)
        action.setChecked(code.key == key)
        action.triggered.connect(partial(_take, set_key, code.id, key))


def _take(set_key: Callable[[str, int | None], None], code_id: str, key: int | None, _checked: bool = False) -> None:
    set_key(code_id, key)
