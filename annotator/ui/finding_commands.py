"""What the keys do that look for something: words in the article, words everywhere, passages like a code's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.correcting_commands import CorrectingCommands
from annotator.ui.finding.finding_everywhere import FindingEverywhere
from annotator.ui.finding.finding_here import FindingHere
from annotator.ui.suggesting_commands import SuggestingCommands

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.workspace import Workspace


class FindingCommands:
    """The searches over one open project."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace = workspace
        self.here = FindingHere(workspace.page.view, workspace.desk)
        self.everywhere = FindingEverywhere(workspace)
        self.correcting = CorrectingCommands(workspace, tell)
        self.suggesting = SuggestingCommands(workspace, tell)

    @property
    def owners(self) -> tuple[object, ...]:
        """Where the methods of the actions are."""
        return self, self.correcting, self.suggesting

    def find_in_article(self) -> None:
        """Open the strip above the text."""
        self.here.open()

    def next_hit(self) -> None:
        """Go to the next hit."""
        self.here.step(1)

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self.here.step(-1)

    def find_everywhere(self) -> None:
        """Open the window of the search in all articles."""
        self.everywhere.open()

    def zones_changed(self) -> None:
        """Look again where a search is open, since something was set aside or brought back."""
        self.here.zones_changed()
        self.everywhere.search_again()

    def leave(self) -> bool:
        """Close the search in the article; tell whether it was open."""
        return self.here.leave()

    def may_leave(self) -> bool:
        """Tell whether the windows beside the work may go."""
        return self.correcting.may_leave()

    def close(self) -> None:
        """Take away what belongs to the project."""
        self.here.close()
        self.everywhere.close()
        self.correcting.close()
        self.suggesting.close()
