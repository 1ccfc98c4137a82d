"""The window: pages, menus built from the table of actions, title, notices, status line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QDialog, QMainWindow, QVBoxLayout, QWidget

from annotator.model.errors import AnnotatorError
from annotator.model.records import now
from annotator.preferences import Recent, load_preferences, save_preferences
from annotator.project.project import Project
from annotator.ui import messages
from annotator.ui.actions import BY_ID
from annotator.ui.article.article_page import ArticlePage
from annotator.ui.commands import Commands, folder_of
from annotator.ui.dropped_files import dropped_files
from annotator.ui.highlighter import HighlighterBanner
from annotator.ui.import_commands import ImportCommands
from annotator.ui.notices import NoticeBar
from annotator.ui.pages import Pages
from annotator.ui.panels import Panels
from annotator.ui.saying import Saying
from annotator.ui.settling.review_work import ReviewWork
from annotator.ui.shortcuts.following import show_keycaps
from annotator.ui.starting import Starting
from annotator.ui.status import Status
from annotator.ui.status_line import StatusLine
from annotator.ui.steady_text import SteadyText
from annotator.ui.strip import Strip
from annotator.ui.text_hands import TextHands
from annotator.ui.top_bar import TopBar
from annotator.ui.transfers import Transfers
from annotator.ui.window_actions import WindowActions
from annotator.ui.window_state import show_state
from annotator.ui.workspace import Workspace
from annotator.ui.writing_strip import WritingStrip

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from annotator.ui.pages import PageName

LATER = "This page is not there yet."
TOOLS = ("undo", "redo", "", "find_code", "fold_articles", "fold_codes")
SMALLEST = (720, 480)


class MainWindow(QMainWindow):
    """Shows the start page, or one open project. `remembers` is off for pictures, which leave no trace."""

    def __init__(self, *, remembers: bool = True) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Annotator")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.remembers = remembers
        self.theme_choice = load_preferences().theme
        self.workspace: Workspace | None = None
        self.top_bar, self.notices, self.status_line = TopBar(), NoticeBar(), StatusLine()
        self.banner, self.progress, self.writing = (
            HighlighterBanner(),
            Strip("Import", "Stop"),
            WritingStrip(self.notices),
        )
        self.page = ArticlePage(self)
        self.starting = Starting(self)
        self.reviewing = ReviewWork(self)
        self.pages = Pages({"start": self.starting.page, "code": self.page}, {"review": lambda: self.reviewing.page})
        self.status = Status(self.status_line, self.page.view)
        self.saying = Saying(self.notices, self.banner, self.status, self.page.view.viewport())
        self.tell = self.saying.tell
        self.transfers = Transfers(self, self.tell, self.progress)
        self.imports = ImportCommands(self)
        self.commands = Commands(self)
        self.actions_ = WindowActions(self, self.page.view, self.commands.perform)
        self.text_hands = TextHands(self)
        self._lay_out()
        self.panels = Panels(self.page)
        self._connect()
        self.refresh()
        self.show_start()

    # projects

    def open_project(self, path: Path, coder: str = "", article: str = "") -> bool:
        """Open a project in place of the one that is open; tell whether that went."""
        if not self.may_leave():
            return False
        try:
            project = Project.open(Path(path))
            try:
                _joined, _ = project.join(coder or self.starting.name())
            except BaseException:
                project.close()
                raise
        except AnnotatorError as error:
            self.tell(error.sentence, "problem")
            return False
        self.show_project(project, article)
        return True

    def show_project(self, project: Project, article: str = "") -> None:
        """Show a project whose acting coder is known."""
        self.close_project()
        assert project.coder is not None
        self.notices.clear()
        place = load_preferences().places.get(project.id) if self.remembers else None
        self.workspace = Workspace(project, project.coder, self.page, self.tell, place)
        self.workspace.state_changed.connect(self.refresh)
        self.workspace.desk.refused.connect(self.saying.tell_problem)
        self.saying.follow(self.workspace.session)
        self.writing.follow(self.workspace.session)
        self.status.follow(self.workspace.desk)
        self.top_bar.show_project(project.name)
        self.setWindowTitle(f"{project.name} – Annotator")
        self.pages.turn_to("code")
        self._show_frame(True)
        self.workspace.open_first(article)
        self._remember(self.workspace)
        self.refresh()

    def close_project(self) -> None:
        """Close the project that is open, everything kept."""
        if self.workspace is not None:
            workspace, self.workspace = self.workspace, None
            self.imports.close()
            self.reviewing.close()
            workspace.close()
            self._remember(workspace)
            workspace.deleteLater()

    def may_leave(self) -> bool:
        """Write what is being typed; where that does not go, ask whether it may be lost."""
        if self.workspace is None:
            return True
        if not (self.imports.may_leave() and self.workspace.may_leave() and self.reviewing.may_leave()):
            return False
        kept = len(self.workspace.desk.unsaved_memos)
        if not kept:
            return True
        memos = "A memo" if kept == 1 else f"{kept:,} memos"
        return messages.confirm(
            self, f"{memos} could not be written to the project. Leaving now loses what was typed.", "Leave"
        )

    def make_project(self, path: Path, coder: str = "", files: list[Path] | None = None) -> None:
        """Make a project with the scheme that ships, open it, and bring files in."""
        try:
            self.starting.new_project(path, coder)
        except AnnotatorError as error:
            self.tell(error.sentence, "problem")
            return
        if self.open_project(path, coder) and files:
            self.import_files(files)

    def import_files(self, paths: list[Path]) -> None:
        """Bring article files into the project that is open."""
        if self.workspace is not None and paths:
            self.imports.import_files(self.workspace.exchange.taken_from(paths))

    def drop_files(self, files: list[str]) -> None:
        """Bring in files that were dropped."""
        self.import_files([Path(file) for file in files])

    # what the window says

    def refresh(self) -> None:
        """Bring actions and status line in step with what is there."""
        show_state(self)
        self.show_status()

    def show_start(self) -> None:
        """Show the start page."""
        self.setWindowTitle("Annotator")
        self.starting.refresh()
        self.pages.turn_to("start")
        self._show_frame(False)

    def show_page(self, name: PageName) -> None:
        """Turn to a page of the open project, the focus in its text."""
        if self.workspace is None:
            return
        self.workspace.flush()
        self.pages.turn_to(name)
        self.reviewing.turned(self.workspace, shown=name == "review")
        if name == "code":
            self.page.view.setFocus()
        self.refresh()

    def show_sheet(self, sheet: QDialog) -> None:
        """Show a window beside the work, not in front of it."""
        sheet.setModal(False)
        sheet.show()

    def folder(self) -> Path:
        """Return the folder in which file dialogs begin."""
        return folder_of(load_preferences())

    # inside

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strips = self.notices, self.progress, self.writing, self.banner
        for part in (self.top_bar, *strips, self.pages, self.status_line):
            column.addWidget(part, 1 if part is self.pages else 0)
        self.setCentralWidget(centre)
        self._steady = SteadyText(self.pages, self.page.view, self.top_bar)
        self.actions_.fill(self.top_bar.menu_bar)
        for name in TOOLS:
            if name:
                self.top_bar.add_action(self.actions_.by_id[name], BY_ID[name].icon)
            else:
                self.top_bar.add_separator()
        self.top_bar.set_page_enabled("extracts", False, LATER)
        show_keycaps(self)

    def _connect(self) -> None:
        view = self.page.view
        self.banner.pressed.connect(lambda: self.commands.perform(BY_ID["highlighter"]))
        self.page.shown.connect(self.status.show_article)
        self.page.project_noted.connect(self.top_bar.show_noted)
        self.top_bar.page_chosen.connect(self.show_page)
        self.pages.turned.connect(self.top_bar.switch.show_page)
        self.page.articles.import_wanted.connect(lambda: self.commands.perform(BY_ID["import_articles"]))
        self.page.articles.unfold_wanted.connect(lambda: self.commands.fold_articles())
        self.page.articles.files_dropped.connect(self.drop_files)
        view.files_dropped.connect(self.drop_files)
        view.caret_moved.connect(lambda _: self.status.show_place())
        view.passage_changed.connect(self.show_status)
        view.zoom_asked.connect(self._zoom)
        view.set_reading_points(load_preferences().reading_points)
        geometry = load_preferences().geometry
        if self.remembers and geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def _zoom(self, step: int) -> None:
        self.commands.perform(BY_ID["larger_text" if step > 0 else "smaller_text"])

    def _show_frame(self, project: bool) -> None:
        self.top_bar.setVisible(project)
        self.status_line.setVisible(project)

    def show_status(self) -> None:
        """Say in the status line how much is coded, and what is current."""
        if self.workspace is not None:
            self.status.show_codings()
            self.status.show_selection(self.workspace.desk.coding(self.workspace.selection.coding))

    def _remember(self, workspace: Workspace) -> None:
        if self.remembers:
            project = workspace.session.project
            recent = Recent(
                path=str(project.path.resolve()), name=project.name, opened=now(), progress=workspace.desk.progress(),
                coder=workspace.session.coder.name,
            )  # fmt: skip
            save_preferences(load_preferences().with_recent(recent))

    def _save_geometry(self) -> None:
        if self.remembers:
            geometry = bytes(self.saveGeometry().toBase64().data()).decode()
            save_preferences(replace(load_preferences(), geometry=geometry))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panels.fit(self.width())
        self.top_bar.set_compact(self.panels.width_class != "wide")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.workspace is not None and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        files = dropped_files(event.mimeData())
        QTimer.singleShot(0, self, lambda: self.drop_files(files))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            self.writing.close_after(self.close)
            event.ignore()
            return
        self.transfers.wait()
        self._save_geometry()
        self.close_project()
        event.accept()
