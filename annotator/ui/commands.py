"""What each action does: one method for every line of the table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from annotator.log import log_file
from annotator.preferences import Preferences, ThemeChoice, load_preferences, save_preferences
from annotator.ui import messages
from annotator.ui.actions import ACTIONS, BY_ID, Action
from annotator.ui.pages import NUMBERED
from annotator.ui.shortcuts.following import follow_keys
from annotator.ui.shortcuts.keys import chosen_keys, keys_of
from annotator.ui.shortcuts.naming import help_of
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.finding.action_finder import ActionFinder
    from annotator.ui.main_window import MainWindow

SMALLEST_POINTS, USUAL_POINTS, LARGEST_POINTS = 11.0, 12.0, 28.0

COMING = {
    3: "Extracts is not there yet. It will show the coded passages as a table. Project ▸ Export extracts writes them.",
}


class Commands:
    """Carries out actions by their id. An action that needs a project does nothing without one."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._finder: ActionFinder | None = None

    def perform(self, action: Action) -> None:
        """Do what an action says."""
        self._window.notices.end_passing()
        method, workspace = self.method_of(action), self._window.workspace
        refused = workspace is not None and workspace.colleagues.hinder(action)
        if method is not None and not refused:
            method() if action.argument is None else method(action.argument)
        self._window.refresh()

    def method_of(self, action: Action) -> Callable[..., object] | None:
        """Return what does an action: a method here, or one of the open project's."""
        window, workspace = self._window, self._window.workspace
        of_project = (*window.reviewing.owners, *workspace.owners) if workspace is not None else ()
        owners = (self, window.imports, *of_project)
        return next((getattr(owner, action.method) for owner in owners if hasattr(owner, action.method)), None)

    # Project

    def show_start_page(self) -> None:
        """Close the project, everything kept, and show the start page."""
        if self._window.may_leave():
            self._window.close_project()
            self._window.notices.clear()
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

    def import_scheme(self) -> None:
        """Ask for a scheme and merge it in."""
        if self._window.workspace is not None:
            self._window.transfers.import_scheme(self._window.workspace.session)

    def export_extracts(self) -> None:
        """Ask what shall go out, and write it."""
        if self._window.workspace is not None:
            self._window.workspace.flush()
            self._window.transfers.export_extracts(self._window.workspace.session)

    def export_scheme(self) -> None:
        """Ask where to, and write the scheme."""
        if self._window.workspace is not None:
            self._window.transfers.export_scheme(self._window.workspace.session)

    def say_saved(self) -> None:
        """Say that everything is saved; it is, since every gesture is written at once."""
        self._window.page.codes.flush_memo()
        if self._window.status.saved:
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

    def show_page(self, number: int) -> None:
        """Show a page; of one that is in the making say what it will be."""
        if number in COMING:
            self._window.tell(COMING[number])
        else:
            self._window.show_page(NUMBERED[number])

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

    def turn_high_contrast(self) -> None:
        """Turn high contrast on or off."""
        preferences = load_preferences()
        save_preferences(replace(preferences, high_contrast=not preferences.high_contrast))
        self._set_theme(preferences.theme)

    def list_codings(self) -> None:
        """Go to the list of the article's codings; from there back to the codes."""
        self._window.panels.turn_list()

    def fold_articles(self) -> None:
        """Fold or unfold the articles."""
        self._window.panels.turn("articles")

    def fold_codes(self) -> None:
        """Fold or unfold the codes."""
        self._window.panels.turn("codes")

    def next_pane(self) -> None:
        """Give the focus to the next pane."""
        self._step_focus(1)

    def previous_pane(self) -> None:
        """Give the focus to the pane before."""
        self._step_focus(-1)

    def open_menus(self) -> None:
        """Open the first menu, or the button that holds them all in a narrow window."""
        bar = self._window.top_bar
        if bar.menu_bar.isVisible():
            bar.menu_bar.setActiveAction(bar.menu_bar.actions()[0])
        else:
            bar.menu_button.showMenu()

    def full_screen(self) -> None:
        """Take the whole screen, or give it back."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    # Coding

    def step_out(self) -> None:
        """Leave one thing: highlighter, selection, current coding; at last the notice."""
        if self._window.workspace is None or not self._window.workspace.leave_one_thing():
            self._window.notices.close_notice()

    def menu_here(self) -> None:
        """Open the menu at the selection or the caret."""
        self._window.page.view.ask_menu_at_caret()

    def write_memo(self) -> None:
        """Go to the memo of the current coding."""
        self._window.panels.unfold("codes")
        self._window.page.codes.write_memo()

    # Help

    def show_keys(self) -> None:
        """Show every key on one sheet."""
        from annotator.ui.shortcut_help import ShortcutHelp, ShortcutRow  # loaded when first asked for

        chosen = chosen_keys()
        rows = [
            ShortcutRow(action.menu, action.text, "; ".join(keys_of(action, chosen)), help_of(action, chosen))
            for action in ACTIONS
        ]
        sheet = ShortcutHelp(rows, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window.show_sheet(sheet)

    def change_keys(self) -> None:
        """Let keys be changed."""
        from annotator.ui.shortcuts.keys_window import KeysWindow

        window = KeysWindow(self._window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.changed.connect(lambda: follow_keys(self._window))
        self._window.show_sheet(window)

    def find_action(self) -> None:
        """Open the finder of actions."""
        from annotator.ui.finding.action_finder import ActionFinder
        from annotator.ui.finding.action_rows import action_rows

        if self._finder is None:
            self._finder = ActionFinder(self._window)
            self._finder.chosen.connect(lambda action_id: self.perform(BY_ID[action_id]))
        self._finder.open_with(action_rows(self._window.actions_.by_id))

    def show_log_place(self) -> None:
        """Say where unexpected errors are written."""
        self._window.tell(f"Unexpected errors are written to {log_file()}. No text of an article is in it.")

    def _step_focus(self, step: int) -> None:
        if not self._window.reviewing.step_focus(step):
            self._window.panels.step_focus(step)

    def _set_points(self, points: float) -> None:
        points = min(max(points, SMALLEST_POINTS), LARGEST_POINTS)
        save_preferences(replace(load_preferences(), reading_points=points))
        self._window.page.view.set_reading_points(points)
        self._window.reviewing.set_points(points)
        self._window.page.view.speech.say_done(f"{points:g} points")

    def _set_theme(self, choice: ThemeChoice) -> None:
        preferences = replace(load_preferences(), theme=choice)
        save_preferences(preferences)
        theme().choose(choice, high_contrast=preferences.high_contrast)
        self._window.theme_choice = choice


def folder_of(preferences: Preferences) -> Path:
    """Return the folder in which file dialogs begin: that of the newest project, else the home folder."""
    recent = preferences.recent[0].path if preferences.recent else ""
    folder = Path(recent).parent if recent else Path.home()
    return folder if folder.is_dir() else Path.home()
