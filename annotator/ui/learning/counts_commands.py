"""What opens the counts of a review, and keeps them in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from annotator.jobs.passes import hidden_from
from annotator.model.records import AGREED_ID
from annotator.reviewing.judged_counts import in_all, judged_counts

if TYPE_CHECKING:
    from annotator.ui.learning.counts_rows import CountsRow
    from annotator.ui.learning.counts_window import CountsWindow
    from annotator.ui.workspace import Workspace

QUIET_MS = 100


class CountsCommands:
    """The table of one open project."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._desk = workspace, workspace.desk
        self.window: CountsWindow | None = None
        self._quiet = QTimer(workspace, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._show)
        workspace.session.changed.connect(self._changed)

    def show_review_counts(self) -> None:
        """Show how much of each coder's work was kept, changed, agreed with."""
        if self.window is None:
            from annotator.ui.learning.counts_window import CountsWindow  # loaded when it is first asked for

            self.window = CountsWindow(self._workspace.page.window())
        self._show()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.table.setFocus()

    def close(self) -> None:
        """Take the window away with the project."""
        self._quiet.stop()
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _changed(self, _change_set: object) -> None:
        if self.window is not None and self.window.isVisible():
            self._quiet.start()

    def _show(self) -> None:
        if self.window is not None and not self._desk.session.closed:
            hidden = hidden_from(self._desk.session.project, self._desk.coder)
            self.window.show_rows(self._rows(hidden), bool(hidden))

    def _rows(self, hidden: frozenset[str]) -> list[CountsRow]:
        """Return the rows of each coder of whom anything was said, all codes first."""
        from annotator.ui.learning.counts_rows import CountsRow

        desk, project = self._desk, self._desk.session.project
        codings = [one for one in project.codings() if one.article not in hidden]
        verdicts = [one for one in project.verdicts() if one.article not in hidden]
        coders = [one.id for one in desk.coders.values() if one.id != AGREED_ID]
        found, rows = judged_counts(coders, list(desk.codes), verdicts, codings), list[CountsRow]()
        for coder in coders:
            own = [row for row in found if row.coder == coder]
            if own:
                name = desk.coders[coder].name
                all_ = sum(one.coder == coder for one in codings)
                rows.append(CountsRow(in_all(own, coder, all_), name, ""))
                rows += [CountsRow(row, name, self._title(row.code)) for row in own]
        return rows

    def _title(self, code: str) -> str:
        return self._desk.codes[code].title if code in self._desk.codes else "a deleted code"
