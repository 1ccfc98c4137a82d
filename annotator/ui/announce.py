"""How a sentence reaches a screen reader without moving the focus, and how nothing is said that means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Have the sentence spoken: politely after what is being read, or `at_once`."""
    event = QAccessibleAnnouncementEvent(widget, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)


def hide_quietly(popup: QWidget, field: QWidget, back: QWidget | None) -> None:
    """Hide a popup and give the focus of its field back, not to the next control in passing: that would be read out."""
    if field.hasFocus() and back is not None and back.isVisible():
        with QSignalBlocker(field):
            back.setFocus()
    popup.hide()
