"""The few questions the window asks: yes or no with a clear verb, and which file. Tests replace these names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QColorDialog, QFileDialog, QGridLayout, QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MARGIN = 20
ANY_FILE = "All files (*)"


def confirm(parent: QWidget | None, sentence: str, verb: str) -> bool:
    """Ask whether to do it: a button with the verb, and Cancel, on which the focus stands."""
    box = QMessageBox(parent)
    box.setWindowTitle("Annotator")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    cancel.setIcon(QIcon())
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    _even_margins(box)
    box.exec()
    return box.clickedButton() is yes


def choose_file_to_open(
    parent: QWidget | None, title: str, kinds: str = ANY_FILE, folder: Path | None = None
) -> Path | None:
    """Ask for one file that is there. `kinds` as in `Projects (*.annotator);;All files (*)`."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, _start(folder), kinds)
    return Path(chosen) if chosen else None


def choose_files(parent: QWidget | None, title: str, kinds: str = ANY_FILE, folder: Path | None = None) -> list[Path]:
    """Ask for any number of files; none when the analyst changes their mind."""
    chosen, _kind = QFileDialog.getOpenFileNames(parent, title, _start(folder), kinds)
    return [Path(each) for each in chosen]


def choose_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """Ask for a folder."""
    chosen = QFileDialog.getExistingDirectory(parent, title, _start(folder))
    return Path(chosen) if chosen else None


def choose_place_to_save(parent: QWidget | None, title: str, suggested: Path, kinds: str = ANY_FILE) -> Path | None:
    """Ask where a file shall be written, with a name suggested. The system asks before one is replaced."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    return Path(chosen) if chosen else None


def choose_colour(parent: QWidget | None, title: str, colour: str) -> str | None:
    """Ask for a colour, `#rrggbb`, beginning with one."""
    chosen = QColorDialog.getColor(QColor(colour), parent, title)
    return chosen.name() if chosen.isValid() else None


def _even_margins(box: QMessageBox) -> None:
    """Take away the room that Qt leaves for a picture, so that sentence and buttons stand in one frame."""
    grid = box.layout()
    if isinstance(grid, QGridLayout):
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(16)
        grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)


def _start(folder: Path | None) -> str:
    return str(folder or Path.home())
