"""What tests of the window share: the program's own look, light and dark, taken off again afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.control_pictures import find_control_pictures
from annotator.ui.theme import control_font, load_fonts, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.preferences import ThemeChoice


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Callable[[ThemeChoice], None]]:
    """Dress the application as the program does, in light or dark."""
    before = qapp.font(), qapp.palette()
    load_fonts()
    find_control_pictures()

    def put_on(choice: ThemeChoice) -> None:
        qapp.setFont(control_font())
        theme().choose(choice)

    yield put_on
    theme().choose("light")
    qapp.setStyleSheet("")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])


class Dragging:
    """Files held over a widget, as a file manager does it: enter, then leave or drop."""

    def __init__(self, widget: QWidget, urls: list[QUrl]) -> None:
        self.widget = widget
        self.mime = QMimeData()
        self.mime.setUrls(urls)

    def enter(self) -> bool:
        event = QDragEnterEvent(self.widget.rect().center(), *self._how())
        QApplication.sendEvent(self.widget, event)
        return event.isAccepted()

    def leave(self) -> None:
        QApplication.sendEvent(self.widget, QDragLeaveEvent())

    def drop(self) -> None:
        QApplication.sendEvent(self.widget, QDropEvent(QPointF(self.widget.rect().center()), *self._how()))

    def _how(self) -> tuple[Qt.DropAction, QMimeData, Qt.MouseButton, Qt.KeyboardModifier]:
        return Qt.DropAction.CopyAction, self.mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def drag_files() -> Callable[[QWidget, list[Path]], Dragging]:
    """Hold files over a widget."""
    return lambda widget, files: Dragging(widget, [QUrl.fromLocalFile(str(file)) for file in files])


@pytest.fixture
def drag_link() -> Callable[[QWidget, str], Dragging]:
    """Hold a link from a web browser over a widget."""
    return lambda widget, link: Dragging(widget, [QUrl(link)])


@pytest.fixture
def unnamed() -> Callable[[QWidget], list[str]]:
    """List the visible controls that a screen reader could not name."""

    def find(widget: QWidget) -> list[str]:
        controls = [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]
        reachable = [each for each in controls if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()]
        return [type(each).__name__ for each in reachable if not _name(each)]

    return find


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")
