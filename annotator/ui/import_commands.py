"""How articles come in through the window: read beside it, looked at where something is to be decided, then written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.ui import messages
from annotator.ui.after_import import AfterImport
from annotator.ui.dropped_files import dropped_files
from annotator.ui.library.import_words import left_out_told
from annotator.ui.scheme.memo_box import MemoEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.importing.rows.column_names import ColumnMapping
    from annotator.jobs.incoming import Incoming
    from annotator.ui.background import Work
    from annotator.ui.library.import_window import ImportWindow
    from annotator.ui.main_window import MainWindow
    from annotator.ui.session import Session

PATIENCE_MS = 400  # what is read sooner shows no progress
STOPPED = "The import was stopped; nothing was changed."
GONE = "The project was closed before the files were read, so nothing was imported. Open it and drop them again."
NOT_WRITTEN = "Nothing was imported; the main window says why."


class ImportCommands(QObject):
    """One import at a time. Nothing is written before the analyst has seen what is doubtful."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._main = window
        self.window: ImportWindow | None = None
        self.after = AfterImport(window)
        self._sentence = ""

    # what is wanted

    def import_files(self, paths: Sequence[Path], *, asked: bool = False) -> None:
        """Read files and folders. `asked`: the window was asked for, so it opens whatever they are."""
        from annotator.jobs.reading_in import read_in  # readers are loaded when something is to be read

        there = self.window.rows if self.window is not None else []
        if paths:
            self._read(lambda path, progress, cancelled: read_in(path, paths, there, progress, cancelled), asked=asked)

    def import_articles(self) -> None:
        """Ask for files, and show what they are."""
        self.import_files(self._main.transfers.choose_articles(self._parent()), asked=True)

    def import_folder(self) -> None:
        """Ask for a folder, and show what is in it."""
        folder = messages.choose_folder(self._parent(), "Import the articles of a folder")
        if folder is not None:
            self.import_files([folder], asked=True)

    def paste_as_article(self) -> None:
        """Show the text on the clipboard as an article; files that were copied are read."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        files = dropped_files(mime)
        if files:
            self._main.drop_files(files)
            return
        from annotator.jobs.reading_in import read_pasted_in

        there = self.window.rows if self.window is not None else []
        html, text = mime.html(), mime.text()
        self._read(lambda path, _progress, _cancelled: read_pasted_in(path, html, text, there), asked=True)

    def may_leave(self) -> bool:
        """Ask, where something was decided in the window, whether it may be lost."""
        return self.window is None or self.window.may_leave()

    def close(self) -> None:
        """Take the windows away with the project."""
        self._drop_window()
        self.after.close()

    # reading

    def _session(self) -> Session | None:
        return self._main.workspace.session if self._main.workspace is not None else None

    def _parent(self) -> ImportWindow | MainWindow:
        return self.window or self._main

    def _read(self, read: Callable[..., list[Incoming] | None], *, asked: bool) -> None:
        session = self._session()
        if session is None:
            return
        path = session.project.path

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
            return read(path, progress, cancelled)

        def finished(rows: object) -> None:
            if session.closed:
                self._main.tell(GONE, "problem")
            elif isinstance(rows, list):
                self._show_or_write(session, rows, asked=asked)
            else:
                self._main.tell(STOPPED, passing=False)

        self._begin(work, finished)

    def _begin(self, work: Work, finished: Callable[[object], None]) -> None:
        def ended(result: object) -> None:
            self._show_reading("")
            finished(result)

        def failed(sentence: str) -> None:
            self._show_reading("")
            self._main.tell(sentence, "problem")

        if not self._main.transfers.begin(work, ended, failed, self._say_progress):
            return
        self.after.take_back()  # what comes of this import must not wait behind the last one's
        self._say_progress(0, 0)
        QTimer.singleShot(PATIENCE_MS, self, self._show_strip)

    def _say_progress(self, done: int, total: int) -> None:
        self._sentence = f"Importing: {done:,} of {total:,} files read" if total else "Importing"
        self._show_reading(self._sentence)

    def _show_reading(self, sentence: str) -> None:
        if self.window is not None:
            self.window.foot.show_reading(sentence)
        elif sentence and not self._main.progress.isHidden():
            self._main.progress.say(sentence, aloud=False)

    def _show_strip(self) -> None:
        if self._main.transfers.busy and self.window is None:
            self._main.progress.say(self._sentence)

    # deciding

    def _show_or_write(self, session: Session, rows: list[Incoming], *, asked: bool) -> None:
        if self.window is not None:
            there = self.window.rows
            self.window.show_rows([*there, *rows], len(there) if rows else 0)
        elif not rows:
            self._main.tell("There is no file in this folder, so nothing was imported.", passing=False)
        elif asked or wants_a_look(rows):
            self._open(session, rows)
        elif rows[0].article is None:
            problem = rows[0].state == "failed"
            self._main.tell(" ".join(left_out_told(rows)), "problem" if problem else "info", passing=False)
        else:
            self._write(session, rows)

    def _open(self, session: Session, rows: list[Incoming]) -> None:
        from annotator.ui.library.import_outcome import correction_told
        from annotator.ui.library.import_window import ImportWindow

        self.window = window = ImportWindow(session.coder, partial(correction_told, session), self._main)
        window.import_wanted.connect(lambda: self._write(session, window.rows))
        window.encoding_wanted.connect(self._read_as)
        window.columns_wanted.connect(self._read_columns)
        window.files_dropped.connect(self._main.drop_files)
        window.paste_wanted.connect(self.paste_as_article)
        window.foot.files_button.clicked.connect(self.import_articles)
        window.foot.folder_button.clicked.connect(self.import_folder)
        window.foot.stop_button.clicked.connect(self._main.transfers.stop)
        window.left.connect(self._drop_window)
        window.show_rows(rows, first_to_decide(rows))
        window.appear()

    def _read_as(self, row: int, encoding: str) -> None:
        session, window = self._session(), self.window
        if session is None or window is None:
            return
        from annotator.jobs.reading_in import read_again

        path, one = session.project.path, window.rows[row]
        others = [other for other in window.rows if other is not one]

        def finished(again: object) -> None:
            if self.window is window and isinstance(again, list) and again:
                window.replace_row(row, again[0])

        self._begin(lambda _progress, _cancelled: [read_again(path, one, encoding, others)], finished)

    def _read_columns(self, row: int, mapping: ColumnMapping) -> None:
        session, window = self._session(), self.window
        if session is None or window is None:
            return
        from annotator.jobs.reading_in import read_columns

        path, one = session.project.path, window.rows[row]
        others = [other for other in window.rows if other is not one and other.of is not one]

        def finished(texts: object) -> None:
            if self.window is window and isinstance(texts, list):
                before = [other for other in window.rows[:row] if other.of is not one]
                after = [other for other in window.rows[row + 1 :] if other.of is not one]
                window.show_rows([*before, one, *texts, *after], len(before))

        self._begin(lambda _progress, _cancelled: read_columns(path, one, mapping, others), finished)

    # writing

    def _write(self, session: Session, rows: list[Incoming]) -> None:
        if session.refuses() or session.closed:
            return
        from annotator.jobs.taking_in import rows_of, take_in, taken_in

        window = self.window
        if window is not None:
            window.setEnabled(False)
        done = session.make(lambda project: take_in(project, rows), rows_of(rows), "Import")
        if window is not None and self.window is window:
            window.setEnabled(True)
            if done is None:
                window.show_problem(NOT_WRITTEN)
        if done is None:
            return
        brought = taken_in(done.change_set)
        self._drop_window()
        first = next(iter((*brought.imported, *brought.corrected)), None)
        self.after.tell(session, rows, brought)
        typing = isinstance(QApplication.focusWidget(), QLineEdit | MemoEditor)
        if first is not None and not typing and self._main.workspace is not None:
            self._main.workspace.open_article(first.id)

    def _drop_window(self) -> None:
        if self.window is not None:
            window, self.window = self.window, None
            window.hide()
            window.deleteLater()
            self._main.activateWindow()


def wants_a_look(rows: Sequence[Incoming]) -> bool:
    """Tell whether something is to be decided: several texts, a correction, an encoding that is a guess."""
    return len(rows) > 1 or any(one.state == "other text" or one.guessed_encoding for one in rows)


def first_to_decide(rows: Sequence[Incoming]) -> int:
    """Return the number of the text that the window opens on: one to decide on, else one that comes in."""
    wanting = (place for place, one in enumerate(rows) if one.state == "other text" or one.guessed_encoding)
    ready = (place for place, one in enumerate(rows) if one.article is not None)
    return next(wanting, next(ready, 0))
