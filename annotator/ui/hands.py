"""The gestures on what is there already: ends, split, join, another code, stance, filter, a copy with citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.copying import Copying
from annotator.ui.filtering import Filtering
from annotator.ui.finding.text_column import text_column
from annotator.ui.passage_commands import PassageCommands
from annotator.ui.reading_on import ReadingOn
from annotator.ui.recoding import Recoding
from annotator.ui.shown_strip import ShownStrip
from annotator.ui.stance_commands import StanceCommands

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from annotator.ui.trying import Trying
    from annotator.ui.workspace import Workspace

OWN_COUNTS = "The counts are those of your own codings, here and in all articles."


class Hands:
    """Makes the commands of one open project and lets go of the page with it."""

    def __init__(self, workspace: Workspace, trying: Trying, tell: Callable[[str], None]) -> None:
        page, desk, selection = workspace.page, workspace.desk, workspace.selection
        self._page = page
        self.passages = PassageCommands(page, desk, selection, trying, tell)
        self.stances = StanceCommands(page, desk, selection, workspace)
        self.recoding = Recoding(page, desk, selection, trying, workspace.coding)
        self.filtering = Filtering(page.view, desk, selection, tell)
        self.reading_on = ReadingOn(page.view, desk, workspace.coding, tell)
        self.copying = Copying(page.view, desk, selection)
        self.strip = ShownStrip(desk, self.filtering, workspace.colleagues)
        text_column(page.view).put_above(self.strip)
        workspace.walking.walked = self.filtering.walked
        workspace.colleagues.changed.connect(self.filtering.apply)
        self.filtering.changed.connect(self._show_filter)

    @property
    def owners(self) -> tuple[object, ...]:
        """Where the methods of the actions are."""
        return self.passages, self.stances, self.recoding, self.filtering, self.copying, self.reading_on, self.strip

    @property
    def connections(self) -> tuple[tuple[SignalInstance, Callable[..., object]], ...]:
        """Which signals of the page go to which command, as long as the project is open."""
        page, view = self._page, self._page.view
        return (
            (view.ends_moved, self.passages.ends_moved),
            (view.ends_mode_changed, self.passages.show_ends_mode),
            (page.finder.chosen, self.recoding.finder_chose),
            (page.finder.new_code_wanted, self.recoding.finder_made),
            (page.finder.closed, self.recoding.end),
        )

    def leave(self) -> bool:
        """Leave ends mode; tell whether it was on."""
        return self.passages.leave_ends()

    def close(self) -> None:
        """Take away what belongs to the project."""
        self.stances.chord.close()
        self._page.hint.hide()
        self.filtering.show_all_codes()
        self.strip.hide()
        self.strip.deleteLater()

    def _show_filter(self) -> None:
        self.strip.refresh()
        self._page.codes.model.counts_note = OWN_COUNTS if self.filtering.who else ""
