"""What the window says of its own accord: sentences, whether all is saved, whether the highlighter is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt

from annotator.ui.highlighter import highlighter_cursor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.model.records import Code
    from annotator.ui.highlighter import HighlighterBanner
    from annotator.ui.notices import NoticeBar
    from annotator.ui.session import Session
    from annotator.ui.status import Status


class Saying:
    """Speaks through the strips below the top bar, the status line and the cursor over the text."""

    def __init__(self, notices: NoticeBar, banner: HighlighterBanner, status: Status, text: QWidget) -> None:
        self._notices, self._banner = notices, banner
        self._status, self._text = status, text
        self._failure = ""
        self._highlighting: Code | None = None

    def tell(
        self, sentence: str, kind: Literal["info", "problem"] = "info", *, passing: bool = True,
        actions: Sequence[tuple[str, Callable[[], object]]] = (), closed: Callable[[], object] = bool,
    ) -> None:  # fmt: skip
        """Say something; information in passing goes with the next gesture.

        `actions` are buttons beside it, `closed` is called when it is closed without one of them.
        """
        self._notices.show_notice(sentence, kind, actions, passing=passing and kind == "info", closed=closed)

    def tell_problem(self, sentence: str) -> None:
        """Say what could not be done."""
        self.tell(sentence, "problem")

    def follow(self, session: Session) -> None:
        """Say what becomes of the gestures of a project."""
        session.refused.connect(self.tell_problem)
        session.saved.connect(self._saved)
        session.failed.connect(self._failed)
        session.answers.connect(self._answers)
        self._failure = ""

    def show_highlighter(self, code: Code | None) -> None:
        """Show with which code the highlighter is on, or that it is off."""
        if code == self._highlighting:
            return
        self._highlighting = code
        if code is None:
            self._banner.hide()
            self._text.setCursor(Qt.CursorShape.IBeamCursor)
        else:
            self._banner.show_code(code.title, code.colour)
            self._text.setCursor(highlighter_cursor(code.colour))

    def _failed(self, sentence: str) -> None:
        self._take_back()
        self._failure = sentence
        self._status.show_not_saved()
        self.tell_problem(sentence)

    def _saved(self) -> None:
        self._take_back()
        self._status.show_saved()

    def _answers(self) -> None:
        self._take_back()
        self._status.show_saved_again()

    def _take_back(self) -> None:
        if self._failure:
            self._notices.take_back(self._failure)
            self._failure = ""
