"""How a stance is given by two keys: S, then supports, opposes, mixed or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from annotator.model import edits
from annotator.ui.shortcuts.naming import present_keys
from annotator.ui.shortcuts.pane_keys import meaning_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.model.records import Stance
    from annotator.ui.article.article_page import ArticlePage
    from annotator.ui.desk import Desk
    from annotator.ui.key_hint import KeyHint
    from annotator.ui.selection import Selection

PATIENCE = 6000  # milliseconds in which the second key is waited for
STANCES: dict[str, Stance] = {
    "stance_supports": "supports",
    "stance_opposes": "opposes",
    "stance_mixed": "mixed",
    "stance_none": "",
}
LEAVES = "step_out"
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class StanceChord(QObject):
    """Open between the two keys: it hears the second one before any shortcut. Every other key means what it means."""

    chosen = Signal(str)

    def __init__(self, text: QWidget, hint: KeyHint, parent: QObject) -> None:
        super().__init__(parent)
        self.is_open = False
        self._hint = hint
        self.waiting = QTimer(self, singleShot=True, interval=PATIENCE)
        self.waiting.timeout.connect(self.close)
        text.installEventFilter(self)

    def open(self, title: str) -> None:
        """Wait for the second key, and show which ones there are."""
        self.is_open = True
        stances = ((action, STANCES[action] or "none") for action in STANCES)
        self._hint.show_keys(title, present_keys(*stances, (LEAVES, "leaves")))
        self.waiting.start()

    def close(self) -> None:
        """Wait no longer."""
        if self.is_open:
            self.is_open = False
            self.waiting.stop()
            self._hint.hide()

    def _hear(self, event: QKeyEvent) -> bool:
        """Take a key that belongs here; tell whether it did."""
        meant = meaning_in("stance", event, LEAVES)
        mine = bool(meant)
        if event.type() == QEvent.Type.ShortcutOverride:
            if mine:
                event.accept()
            elif event.key() not in MODIFIERS:
                self.close()
        elif mine and not event.isAutoRepeat():
            self.close()
            if meant in STANCES:
                self.chosen.emit(STANCES[meant])
        return mine

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.is_open and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return isinstance(event, QKeyEvent) and self._hear(event)
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        return super().eventFilter(watched, event)


class StanceCommands(QObject):
    """The stances of the current coding."""

    def __init__(self, page: ArticlePage, desk: Desk, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._view = page.view
        self._desk = desk
        self._selection = selection
        self.chord = StanceChord(page.view, page.hint, self)
        self.chord.chosen.connect(self._give)
        selection.coding_changed.connect(self.chord.close)

    def choose_stance(self) -> None:
        """Wait for the key that says which stance."""
        coding = self._desk.codings.get(self._selection.coding or "")
        if coding is not None:
            self._view.keep_ends()
            self.chord.open(f"Stance of {self._desk.codes[coding.code].title}")

    def stance_supports(self) -> None:
        """Say that the speaker supports what the code names."""
        self._give("supports")

    def stance_opposes(self) -> None:
        """Say that the speaker opposes it."""
        self._give("opposes")

    def stance_mixed(self) -> None:
        """Say that the speaker does both."""
        self._give("mixed")

    def stance_none(self) -> None:
        """Say nothing of the speaker's stance."""
        self._give("")

    def _give(self, stance: Stance) -> None:
        coding = self._desk.codings.get(self._selection.coding or "")
        if coding is None:
            return
        self._desk.session.do(edits.set_stance(coding=coding, stance=stance))
        if self._desk.codings[coding.id].stance == stance:
            title = self._desk.codes[coding.code].title
            self._view.show_echo(f"{title}: {stance or 'no stance'}", coding.start, coding.end)
