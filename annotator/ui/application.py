"""How the window comes up: fonts, theme, language of sentences, and what is shown first."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from annotator import __version__
from annotator.log import log_unexpected
from annotator.preferences import ThemeChoice, load_preferences
from annotator.shipped import shipped_folder
from annotator.ui.main_window import MainWindow
from annotator.ui.theme import control_font, follow_system, load_fonts, theme

FIRST_SIZE = (1440, 900)
ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def application(choice: ThemeChoice | None = None) -> QApplication:
    """Return the one QApplication, dressed: Fusion, our fonts, the palette in force."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Annotator")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("annotator")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(shipped_folder("resources") / "annotator.svg")))
    load_fonts()
    app.setFont(control_font())
    _dress(choice)
    return app


def run(path: Path | None = None, *, coder: str | None = None, sample: bool = False) -> None:
    """Show the window until it is closed. Without a path: the last project, else the start page."""
    app = application()
    window = MainWindow()
    gc.freeze()  # all this stays as long as the program, so no sweep need look at it again
    follow_system(_dress)
    if not load_preferences().geometry:
        window.resize(_fitting(window))
    show_first(window, path, coder, sample=sample)
    sys.excepthook = _sentence_for_bugs(window)
    window.show()
    gc.enable()
    app.exec()


def show_first(window: MainWindow, path: Path | None, coder: str | None, *, sample: bool) -> None:
    """Show what a sitting begins with."""
    if path is not None and sample:
        window.starting.ask_about_sample(path)
    elif path is not None:
        window.open_project(path, coder or "")
    else:
        preferences = load_preferences()
        last = preferences.recent[0] if preferences.recent else None
        if preferences.coder and last is not None and Path(last.path).is_file():
            window.open_project(Path(last.path), coder or last.coder)


def _dress(choice: ThemeChoice | None = None) -> None:
    preferences = load_preferences()
    theme().choose(choice or preferences.theme, high_contrast=preferences.high_contrast)


def _fitting(window: MainWindow) -> QSize:
    return QSize(*FIRST_SIZE).boundedTo(window.screen().availableSize())


def _sentence_for_bugs(window: MainWindow) -> ExceptHook:
    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del kind, trace
        file = log_unexpected(error)
        window.tell(f"Something went wrong that should not have. What was saved is safe. See {file}.", "problem")

    return tell
