"""How a window is held beside a picture of it: in blocks, so that another rendering of letters makes no difference.

A picture is kept as the mean colours of blocks of 8 x 8 pixels. To take new ones after the look was changed on purpose,
look at the window first, then run the tests of this folder with ANNOTATOR_NEW_PICTURES=1.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.ui.main_window import MainWindow

PICTURES = Path(__file__).parent
BLOCK = 8
NEAR = 20  # of 255: so much may a block's mean differ in each channel


@dataclass(frozen=True)
class Look:
    """How many of the blocks differ, and where the three pictures lie: as it is, as it should be, where it differs."""

    share: float
    files: tuple[Path, ...]

    def __str__(self) -> str:
        told = ", ".join(str(file) for file in self.files)
        return f"{self.share:.1%} of the window looks different: {told}"


def look_at(window: MainWindow, name: str, folder: Path) -> Look:
    """Compare a window with its picture; with ANNOTATOR_NEW_PICTURES set, take the picture anew."""
    if os.environ.get("ANNOTATOR_NEW_PICTURES"):
        blocks_of(window).save(str(PICTURES / f"{name}.png"))
    return compared(window, name, folder)


def compared(window: MainWindow, name: str, folder: Path) -> Look:
    """Compare a window with a picture that is kept."""
    now, kept = blocks_of(window), PICTURES / f"{name}.png"
    then = QImage(str(kept)).convertToFormat(QImage.Format.Format_RGB32)
    if now.size() != then.size():
        return Look(1.0, (kept,))
    different = [(x, y) for y in range(now.height()) for x in range(now.width()) if not _near(now, then, x, y)]
    marked = now.copy()
    for x, y in different:
        marked.setPixelColor(x, y, Qt.GlobalColor.red)
    files = folder / f"{name}-now.png", kept, folder / f"{name}-differs.png"
    now.save(str(files[0]))
    marked.save(str(files[2]))
    return Look(len(different) / (now.width() * now.height()), files)


def blocks_of(window: MainWindow) -> QImage:
    """Return the window in blocks, without what tells the time."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = picture.devicePixelRatio()
    picture.setDevicePixelRatio(1)
    painter = QPainter(picture)
    for part in (window.status_line, window.page.codes.memo):
        corner = part.mapTo(window, QPoint(0, 0))
        rect = QRect(corner * ratio, part.size() * ratio)
        painter.fillRect(rect, Qt.GlobalColor.gray)
    painter.end()
    wanted = window.size() / BLOCK
    return picture.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def place_of(part: QWidget, window: QWidget) -> tuple[int, int, int, int]:
    """Return where a part stands in the window: left, top, width, height."""
    corner = part.mapTo(window, QPoint(0, 0))
    return corner.x(), corner.y(), part.width(), part.height()


def _near(one: QImage, other: QImage, x: int, y: int) -> bool:
    first, second = one.pixelColor(x, y), other.pixelColor(x, y)
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    return all(abs(a - b) <= NEAR for a, b in pairs)
