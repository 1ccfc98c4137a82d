"""What belongs together in learning from a review: one's reviewed codings, judging a colleague's, the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.learning.counts_commands import CountsCommands
from annotator.ui.learning.judging_commands import JudgingCommands
from annotator.ui.learning.learning_commands import LearningCommands

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.workspace import Workspace


class Learning:
    """Made with the open project, and closed with it."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self.reviewed = LearningCommands(workspace, tell)
        self.judging = JudgingCommands(workspace, self.reviewed, tell)
        self.counts = CountsCommands(workspace)

    @property
    def owners(self) -> tuple[object, ...]:
        """Where the methods of the actions are."""
        return self.reviewed, self.judging, self.counts

    def needs(self) -> dict[str, bool]:
        """Return what is there, for the enablement of actions."""
        return {"theirs": self.judging.coding is not None}

    def may_leave(self) -> bool:
        """Keep what is being typed; tell whether the windows may go."""
        return self.judging.may_leave() and self.reviewed.may_leave()

    def close(self) -> None:
        """Take the windows away."""
        for part in (self.reviewed, self.judging, self.counts):
            part.close()
