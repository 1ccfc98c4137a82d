"""What the list of codings does: a row looked at is current and shown, Enter goes there, Delete removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from annotator.ui.workspace import Workspace


class Listing:
    """Ties the list to the open project."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def connections(self) -> tuple[tuple[SignalInstance, Callable[..., object]], ...]:
        """Which signals of the list go where, as long as the project is open."""
        view = self._workspace.page.codes.codings.view
        return (view.looked_at, self.look_at), (view.opened, self.open), (view.remove_wanted, self.remove)

    def look_at(self, coding_id: str) -> None:
        """Make a coding current and show it; the focus stays in the list."""
        coding = self._workspace.desk.coding(coding_id)
        if coding is not None:
            self._workspace.walking.go_to(coding)

    def open(self, coding_id: str) -> None:
        """Go to a coding in the text."""
        self.look_at(coding_id)
        self._workspace.page.view.setFocus()

    def remove(self, coding_id: str) -> None:
        """Remove a coding; a colleague's stays."""
        self.look_at(coding_id)
        if not self._workspace.colleagues.refuse():
            self._workspace.current.remove_coding()
