"""What hides coders' names on the Review page and shows them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.shortcuts.naming import with_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.settling.review_desk import ReviewDesk

HIDDEN = (
    "Coders are numbered by chance here and in what is written from here, on this computer. "
    "{hide_coder_names} shows their names again."
)


class HidingCommands:
    """Judging is about the passage then, not about who coded it."""

    def __init__(self, desk: ReviewDesk, tell: Callable[..., None]) -> None:
        self._desk, self._tell = desk, tell

    def hide_coder_names(self) -> None:
        """Hide coders' names, or show them again."""
        self._desk.turn_names()
        if self._desk.names.on:
            self._tell(with_keys(HIDDEN))
