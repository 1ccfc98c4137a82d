"""Whether the project, which articles and which codes are marked: those with a memo that this coder may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.memos_in_sight import memos_in_sight
from annotator.model.records import Article, Code, Memo, Reading

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet
    from annotator.ui.workspace import Workspace

NOTEWORTHY = (Memo, Reading, Article, Code)


class Noted:
    """Follows the project and tells list and tree what to mark."""

    def __init__(self, workspace: Workspace) -> None:
        self._desk, self._page = workspace.desk, workspace.page
        self._session = workspace.session
        self._session.changed.connect(self._follow)
        self._desk.reading_changed.connect(lambda _: self.show())
        self.show()

    def show(self) -> None:
        """Mark what has a memo now."""
        memos = memos_in_sight(self._session.project.memos(), self._desk.coder, self._desk.readings)
        self._page.show_with_memo(_subjects(memos, "article"), project=any(memo.about == "project" for memo in memos))
        self._page.codes.model.show_with_memo(_subjects(memos, "code"))

    def _follow(self, change_set: ChangeSet) -> None:
        if any(isinstance(change.record, NOTEWORTHY) for change in change_set.changes):
            self.show()


def _subjects(memos: list[Memo], about: str) -> frozenset[str]:
    return frozenset(memo.subject for memo in memos if memo.about == about and memo.subject)
