"""What the menu at a place in the text or the margin offers: what can be done with what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.ui.main_window import MainWindow
    from annotator.ui.workspace import Workspace

PASSAGE = ("find_code", "repeat_code", "name_speaker", "flip_zone")
CODING = (
    *("change_code", "write_memo", "toggle_unsure", "change_ends", "split_coding", "join_codings"),
    *("coding_beneath", "remove_coding"),
)
STANCE = ("stance_supports", "stance_opposes", "stance_mixed", "stance_none")
COPY = ("copy_passage", "copy_with_citation", "copy_link")
FILTER = ("show_only_code", "show_only_coder", "show_all_codes")
THEIRS = ("agree_with_coding", "disagree_with_coding", "comment_on_coding", "coding_beneath", "widen")


class ContextMenu:
    """The same actions as in the menu bar, those that fit. It is no modal window: a click elsewhere closes it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.menu: QMenu | None = None
        window.page.view.menu_wanted.connect(self._show_in_text)
        margin = window.page.view.margin
        margin.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        margin.customContextMenuRequested.connect(self._show_in_margin)

    def _show_in_text(self, point: QPoint, position: int) -> None:
        """Show the menu for a place in the text."""
        workspace = self._window.workspace
        if workspace is not None and workspace.desk.article is not None:
            self._turn_to(workspace, position)
            self._show(workspace, point)

    def _show_in_margin(self, point: QPoint) -> None:
        """Show the menu for the coding whose bar or name is there; none elsewhere."""
        workspace, margin = self._window.workspace, self._window.page.view.margin
        coding = margin.coding_at(QPointF(point))
        if workspace is not None and coding is not None:
            workspace.page.view.keep_ends()
            workspace.selection.set_coding(coding)
            workspace.page.view.setFocus()
            self._show(workspace, margin.mapToGlobal(point))

    def _show(self, workspace: Workspace, point: QPoint) -> None:
        self._window.refresh()
        menu = self._menu(workspace)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._forget)
        self.menu = menu
        menu.popup(point)

    def _turn_to(self, workspace: Workspace, position: int) -> None:
        """Make current what is at the place: the selection stays, else it is the smallest coding, else the sentence."""
        view, selection = workspace.page.view, workspace.selection
        passage = view.passage()
        if view.ends_mode or (passage and passage[0] <= position <= passage[1]):
            return
        view.place_caret(position)
        there = view.marks_at(position)
        if selection.coding not in there:
            selection.set_coding(there[0] if there else None)

    def _menu(self, workspace: Workspace) -> QMenu:
        menu = QMenu(self._window.page.view)
        menu.setAccessibleName("What can be done here")
        menu.setToolTipsVisible(True)
        coding = workspace.current.coding
        if coding is not None:
            title = menu.addAction(workspace.desk.codes[coding.code].title.replace("&", "&&"))
            title.setEnabled(False)
            self._add(menu, (action for action in CODING if self._fits(workspace, action)))
            self._add(menu.addMenu("Stance"), STANCE)
            menu.addSeparator()
        else:
            self._add_theirs(menu, workspace)
        self._add(menu, (action for action in PASSAGE if self._fits(workspace, action)))
        menu.addSeparator()
        self._add(menu, (action for action in COPY if self._fits(workspace, action)))
        menu.addSeparator()
        self._add(menu, FILTER if workspace.selection.coding is not None else FILTER[2:])
        return menu

    def _add_theirs(self, menu: QMenu, workspace: Workspace) -> None:
        """Name a colleague's coding; it is not changed here, but something can be said to it."""
        theirs = workspace.desk.coding(workspace.selection.coding)
        if theirs is not None:
            code, coder = workspace.desk.codes[theirs.code], workspace.desk.coder_name(theirs)
            menu.addAction(f"{code.title}, by {coder}".replace("&", "&&")).setEnabled(False)
            self._add(menu, THEIRS)
            menu.addSeparator()

    def _add(self, menu: QMenu, actions: Iterable[str]) -> None:
        """Add the actions that can be done now."""
        made = (self._window.actions_.by_id[action] for action in actions)
        menu.addActions([action for action in made if action.isEnabled()])

    def _fits(self, workspace: Workspace, action: str) -> bool:
        view, coding = workspace.page.view, workspace.current.coding
        if action == "repeat_code":
            return workspace.coding.last_code is not None
        if action == "copy_passage":
            return view.passage() is not None
        if action == "split_coding":
            return coding is not None and coding.start < view.caret() < coding.end
        if action == "join_codings":
            return coding is not None and workspace.hands.passages.neighbour(coding) is not None
        if action == "coding_beneath":
            return coding is not None and len(view.marks_at(coding.start)) > 1
        return True

    def _forget(self) -> None:
        self.menu = None
