"""The thin lines between things."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget


def upright_rule(height: int, *, sides: int = 0, parent: QWidget | None = None) -> QWidget:
    """Return a line 1 px wide, with room left on both sides of it."""
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(sides, 0, sides, 0)
    line = QFrame(holder)
    line.setProperty("rule", True)
    line.setFixedSize(1, height)
    row.addWidget(line)
    return holder


def level_rule(parent: QWidget | None = None) -> QFrame:
    """Return a line 1 px high, as wide as there is room."""
    line = QFrame(parent)
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line
