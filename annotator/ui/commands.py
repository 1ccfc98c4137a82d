"""What each action does: one method for every line of the table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from annotator.log import log_file
from annotator.preferences import Preferences, ThemeChoice, load_preferences, save_preferences
from annotator.ui import messages
from annotator.ui.actions import ACTIONS, Action
from annotator.ui.shortcut_help import ShortcutHelp, ShortcutRow
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.workspace import Workspace

SMALLEST_POINTS, USUAL_POINTS, LARGEST_POINTS = 11.0, 12.0, 28.0


class Commands:
    """Carries out actions by their id. An action that needs a project does nothing without one."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def perform(self, action: Action) -> None:
        """Do what an action says."""
        workspace = self._window.workspace
        if action.argument is not None and workspace is not None:
            workspace.coding.code_with_key(action.argument)
        elif hasattr(self, action.method):
            getattr(self, action.method)()
        elif workspace is not None:
            self._in_workspace(workspace, action.method)
        self._window.refresh()

    def _in_workspace(self, workspace: Workspace, method: str) -> None:
        owner = workspace if hasattr(workspace, method) else workspace.coding
        getattr(owner, method)()

    # Project

    def show_start_page(self) -> None:
        """Show the start page; the project stays open."""
        self._window.show_start()

    def new_project(self) -> None:
        """Ask where, and make a project with the scheme that ships."""
        suggested = self._window.folder() / "New project.annotator"
        path = messages.choose_place_to_save(self._window, "New project", suggested, "Annotator project (*.annotator)")
        if path is not None:
            self._window.make_project(path.with_suffix(".annotator") if not path.suffix else path)

    def open_project(self) -> None:
        """Ask which project to open."""
        path = messages.choose_file_to_open(
            self._window, "Open project", "Annotator project (*.annotator);;All files (*)", self._window.folder()
        )
        if path is not None:
            self._window.open_project(path)

    def import_articles(self) -> None:
        """Ask for files and import them."""
        self._window.import_files(self._window.transfers.choose_articles())

    def import_scheme(self) -> None:
        """Ask for a scheme and merge it in."""
        if self._window.workspace is not None:
            self._window.transfers.import_scheme(self._window.workspace.session)

    def export_extracts(self) -> None:
        """Ask what shall go out, and write it."""
        if self._window.workspace is not None:
            self._window.page.codes.flush_memo()
            self._window.transfers.export_extracts(self._window.workspace.session)

    def export_scheme(self) -> None:
        """Ask where to, and write the scheme."""
        if self._window.workspace is not None:
            self._window.transfers.export_scheme(self._window.workspace.session)

    def say_saved(self) -> None:
        """Say that everything is saved; it is, since every gesture is written at once."""
        self._window.page.codes.flush_memo()
        self._window.tell(f"{self._window.status.saved_text()}. Every gesture is written at once.")

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    # Edit

    def copy_passage(self) -> None:
        """Copy the selection as it stands in the stored text."""
        workspace, passage = self._window.workspace, self._window.page.view.passage()
        if workspace is not None and passage is not None:
            QGuiApplication.clipboard().setText(workspace.desk.text[passage[0] : passage[1]])

    # View

    def larger_text(self) -> None:
        """Make the reading text a point larger."""
        self._set_points(load_preferences().reading_points + 1)

    def smaller_text(self) -> None:
        """Make the reading text a point smaller."""
        self._set_points(load_preferences().reading_points - 1)

    def usual_text(self) -> None:
        """Take the usual reading size."""
        self._set_points(USUAL_POINTS)

    def follow_system_theme(self) -> None:
        """Be light or dark as the system."""
        self._set_theme("system")

    def use_light_theme(self) -> None:
        """Be light."""
        self._set_theme("light")

    def use_dark_theme(self) -> None:
        """Be dark."""
        self._set_theme("dark")

    def fold_articles(self) -> None:
        """Fold or unfold the articles."""
        self._window.panels.turn("articles")

    def fold_codes(self) -> None:
        """Fold or unfold the codes."""
        self._window.panels.turn("codes")

    def next_pane(self) -> None:
        """Give the focus to the next pane."""
        self._window.panels.step_focus(1)

    def previous_pane(self) -> None:
        """Give the focus to the pane before."""
        self._window.panels.step_focus(-1)

    def full_screen(self) -> None:
        """Take the whole screen, or give it back."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    # Coding

    def highlighter(self) -> None:
        """Turn the highlighter on or off."""
        workspace = self._window.workspace
        if workspace is not None:
            workspace.coding.highlighting = not workspace.coding.highlighting
            code = workspace.coding.last_code
            if workspace.coding.highlighting and code is not None:
                self._window.tell(f"Highlighter on: each mouse selection becomes {code.title}. H or Esc turns it off.")

    def next_coding(self) -> None:
        """Make the next coding current."""
        if self._window.workspace is not None:
            self._window.workspace.coding.step_coding(1)

    def previous_coding(self) -> None:
        """Make the coding before current."""
        if self._window.workspace is not None:
            self._window.workspace.coding.step_coding(-1)

    def next_article(self) -> None:
        """Open the next article."""
        if self._window.workspace is not None:
            self._window.workspace.step_article(1)

    def previous_article(self) -> None:
        """Open the article before."""
        if self._window.workspace is not None:
            self._window.workspace.step_article(-1)

    def write_memo(self) -> None:
        """Go to the memo of the current coding."""
        self._window.panels.unfold("codes")
        self._window.page.codes.write_memo()

    # Help

    def show_keys(self) -> None:
        """Show every key on one sheet."""
        rows = [
            ShortcutRow(group=action.menu, text=action.text, shortcut="; ".join(action.keys), help=action.help)
            for action in ACTIONS
        ]
        self._window.show_sheet(ShortcutHelp(rows, self._window))

    def show_log_place(self) -> None:
        """Say where unexpected errors are written."""
        self._window.tell(f"Unexpected errors are written to {log_file()}. No text of an article is in it.")

    def _set_points(self, points: float) -> None:
        points = min(max(points, SMALLEST_POINTS), LARGEST_POINTS)
        save_preferences(replace(load_preferences(), reading_points=points))
        self._window.page.view.set_reading_points(points)

    def _set_theme(self, choice: ThemeChoice) -> None:
        save_preferences(replace(load_preferences(), theme=choice))
        theme().choose(choice)


def folder_of(preferences: Preferences) -> Path:
    """Return the folder in which file dialogs begin: that of the newest project, else the home folder."""
    recent = preferences.recent[0].path if preferences.recent else ""
    folder = Path(recent).parent if recent else Path.home()
    return folder if folder.is_dir() else Path.home()
