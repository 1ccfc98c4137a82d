"""How the icons of resources/icons become pixmaps in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.shipped import shipped_folder
from annotator.ui.theme import theme

DISABLED_ALPHA = 0.4


def paint_icon(painter: QPainter, name: str, rect: QRectF, token: str = "ink2", alpha: float = 1.0) -> None:
    """Paint the icon into the rectangle, in the colour of a token such as `ink3`."""
    colour = theme().colour(token).name()
    painter.save()
    painter.setOpacity(painter.opacity() * alpha)
    _renderer(name, colour).render(painter, rect)
    painter.restore()


def icon(name: str, token: str = "ink2", size: int = 16) -> QIcon:
    """Return the icon at its size, and its disabled state at less alpha."""
    made = QIcon()
    made.addPixmap(_pixmap(name, token, size, 1.0), QIcon.Mode.Normal)
    made.addPixmap(_pixmap(name, token, size, DISABLED_ALPHA), QIcon.Mode.Disabled)
    return made


def _pixmap(name: str, token: str, size: int, alpha: float) -> QPixmap:
    ratio = 3
    pixmap = QPixmap(size * ratio, size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), token, alpha)
    painter.end()
    return pixmap


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = (shipped_folder("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
