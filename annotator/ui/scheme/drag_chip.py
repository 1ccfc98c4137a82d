"""What is seen under the mouse while a code is dragged: a small chip that leaves the landing place in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from annotator.ui.scheme.scheme_delegate import BAR_SIZE, baseline, paint_bar
from annotator.ui.scheme.scheme_model import on_one_line
from annotator.ui.theme import control_font, theme

HEIGHT, INSET, LONGEST = 28, 10, 220
BESIDE_MOUSE = QPoint(-14, -10)


def drag_chip(title: str, hue: str, ratio: float) -> QPixmap:
    """Return bar and title on a small ground; `ratio` is the screen's pixels for each of ours."""
    font = control_font(13, 500)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(on_one_line(title), Qt.TextElideMode.ElideRight, LONGEST)
    width = round(metrics.horizontalAdvance(shown)) + 2 * INSET + BAR_SIZE[0] + 8
    chip = QPixmap(round(width * ratio), round(HEIGHT * ratio))
    chip.setDevicePixelRatio(ratio)
    chip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(chip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("line2"), 1))
    painter.setBrush(theme().colour("field"))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, HEIGHT - 1), 6, 6)
    paint_bar(painter, QRectF(INSET, (HEIGHT - BAR_SIZE[1]) / 2, *BAR_SIZE), hue)
    painter.setFont(font)
    painter.setPen(theme().colour("ink"))
    painter.drawText(QPointF(INSET + BAR_SIZE[0] + 8, baseline(HEIGHT / 2, font)), shown)
    painter.end()
    return chip
