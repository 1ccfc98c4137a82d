"""The strip that says how far a big gesture is while it is being written, with a button to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from annotator.ui.strip import Strip
from annotator.ui.waiting import STILL_WRITING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.ui.notices import NoticeBar
    from annotator.ui.session import Session

PATIENCE_MS = 400  # what is written sooner shows no progress
ONCE_LATER = Qt.ConnectionType(Qt.ConnectionType.QueuedConnection.value | Qt.ConnectionType.SingleShotConnection.value)


class WritingStrip(Strip):
    """Follows the session of the open project. What is soon written is not talked about."""

    def __init__(self, notices: NoticeBar, parent: QWidget | None = None) -> None:
        super().__init__("Change being written", "Stop", parent)
        self._notices = notices
        self._name, self._then = "", ""
        self._session: Session | None = None
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(lambda: self.say(self.sentence.text()))
        self.pressed.connect(self._stop)

    def follow(self, session: Session) -> None:
        """Show what becomes of the big gestures of a project."""
        self._session = session
        session.writing.connect(self._begin)
        session.written.connect(self._count)
        session.free.connect(self._end)
        session.stopped.connect(self._say_stopped)

    def close_after(self, close: Callable[[], object]) -> None:
        """Close the window once the gesture that is being written has ended, if there is one."""
        if self._session is not None and self._session.busy and not self._then:
            self._then = ", then the window closes"
            self._notices.take_back(STILL_WRITING)
            self._session.free.connect(close, ONCE_LATER)

    def _begin(self, name: str) -> None:
        self._name, self._then = name, ""
        self.sentence.setText(f"{name}: being written")
        self._patience.start(PATIENCE_MS)

    def _count(self, through: int, total: int) -> None:
        self.sentence.setText(f"{self._name}: {min(99, 100 * through // total)} % written{self._then}")

    def _end(self) -> None:
        self._patience.stop()
        self.hide()
        self._notices.take_back(STILL_WRITING)

    def _say_stopped(self, sentence: str) -> None:
        self._notices.show_notice(sentence, passing=True)

    def _stop(self) -> None:
        if self._session is not None:
            self._session.stop()
