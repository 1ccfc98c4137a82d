"""What belongs together in exchanging work: sending it, receiving it, and copies that a synced folder has made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.exchanging.copies_beside import CopiesBeside
from annotator.ui.exchanging.receiving_commands import ReceivingCommands
from annotator.ui.exchanging.sending_commands import SendingCommands

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.ui.workspace import Workspace

ENDING = ".annotator"
PACKAGE = (
    "{name} is what a coder sent, not a whole project. To put it together with your work, open your own project and "
    "drop this file on it."
)


class Exchange:
    """Made with the open project, and closed with it."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self.sending = SendingCommands(workspace, tell)
        self.receiving = ReceivingCommands(workspace, tell)
        self.beside = CopiesBeside(workspace, tell, self.receiving.receive_files)
        project = workspace.session.project
        if project.package_of is not None:
            tell(PACKAGE.format(name=project.path.name), passing=False)

    @property
    def owners(self) -> tuple[object, ...]:
        """Where the methods of the actions are."""
        return self.sending, self.receiving

    def taken_from(self, files: Sequence[Path]) -> list[Path]:
        """Receive the projects and packages among files that were dropped; return the others."""
        work = [file for file in files if file.suffix.casefold() == ENDING]
        self.receiving.receive_files(work)
        return [file for file in files if file not in work]

    def may_leave(self) -> bool:
        """Tell whether nothing decided would be lost by leaving, or the analyst lets it be."""
        return self.receiving.may_leave()

    def close(self) -> None:
        """Take the windows away."""
        self.beside.close()
        self.sending.close()
        self.receiving.close()
