"""What belongs together in work on the scheme: its lock, the form of a code, the verbs on the tree, the memos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.describing import Describing
from annotator.ui.memo_commands import MemoCommands
from annotator.ui.memos.noted import Noted
from annotator.ui.scheme_commands import SchemeCommands
from annotator.ui.scheme_lock import SchemeLock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from annotator.ui.workspace import Workspace


class SchemeWork:
    """Made with the open project, and closed with it."""

    def __init__(self, workspace: Workspace, tell: Callable[[str], None]) -> None:
        self._workspace = workspace
        self.lock = SchemeLock(workspace.session.project, workspace.page, tell)
        self.describing = Describing(workspace, self.lock)
        self.commands = SchemeCommands(workspace, self.lock, self.describing, tell)
        self.memos = MemoCommands(workspace, tell)
        self.noted = Noted(workspace)

    @property
    def owners(self) -> tuple[object, ...]:
        """Where the methods of the actions are."""
        return self.describing, self.commands, self.memos, self.memos.linking

    @property
    def connections(self) -> tuple[tuple[SignalInstance, Callable[..., object]], ...]:
        """What tree and memo tell, and who listens."""
        codes = self._workspace.page.codes
        return (
            (codes.code_dropped, self.commands.move_code),
            (codes.verb_wanted, self.commands.verb),
            (codes.menu_wanted, self.commands.open_menu),
            (codes.memo.link_opened, self.memos.linking.follow),
            (codes.memo.link_wanted, self.memos.linking.link_in_memo),
        )

    def needs(self) -> dict[str, bool]:
        """Return what is there, for the enablement of actions."""
        some = self.commands.code is not None
        return {"scheme": not self.lock.locked, "code": some and not self.lock.locked, "some_code": some}

    def may_leave(self) -> bool:
        """Tell whether nothing typed would be lost by leaving, or the analyst lets it be."""
        return self.memos.may_leave() and self.describing.may_leave()

    def close(self) -> None:
        """Take the windows away."""
        self.memos.close()
        self.describing.close()
        self.commands.close()
