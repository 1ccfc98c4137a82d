"""What a key would code is outlined as a whole from the first key on: not only where Qt repaints the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QPaintEvent, QRegion

if TYPE_CHECKING:
    from journeys.analyst import Analyst


class Painted(QObject):
    """Which part of a widget was painted since it looks."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def painted_by(ann: Analyst, *keys: str) -> QRegion:
    """Press keys and return what was painted of the text."""
    view = ann.window.page.view
    ann.qtbot.wait(20)
    painted = Painted()
    view.viewport().installEventFilter(painted)
    ann.press(*keys)
    ann.qtbot.wait(20)
    view.viewport().removeEventFilter(painted)
    return painted.region


def outlined(ann: Analyst) -> list[QPoint]:
    """Return the corners of the lines of the sentence that a key would code, as far as they are seen."""
    view = ann.window.page.view
    sentence = view.sentence() or (0, 0)
    down = view.verticalScrollBar().value()
    return [
        QPoint(round(x), round(y - down))
        for left, top, right, bottom in view.visible_rects(*sentence)
        for x, y in ((left + 1, top + 1), (right - 1, bottom - 1))
    ]


def test_the_first_sentence_is_outlined_in_full_by_the_first_key(ann: Analyst) -> None:
    assert ann.window.page.view.sentence() is None
    region = painted_by(ann, "J")
    assert outlined(ann)
    assert all(region.contains(corner) for corner in outlined(ann))


def test_the_outline_comes_back_with_the_focus(ann: Analyst) -> None:
    ann.press("J", "J", "F6")
    region = painted_by(ann, "Shift+F6")
    assert ann.window.page.view.hasFocus()
    assert outlined(ann)
    assert all(region.contains(corner) for corner in outlined(ann))
