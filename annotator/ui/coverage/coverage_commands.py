"""What opens the window of coverage and drift, gathers its figures beside the window and words them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.project.project import Project
from annotator.ui import background
from annotator.ui.coverage.shown import HIDDEN, CoverageRow, UseRow, WeekUse, strange_in_words
from annotator.ui.scheme.scheme_nodes import nodes_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.jobs.coverage import CoderCoverage, Coverage
    from annotator.model.records import Code
    from annotator.reviewing.drift import CodeUse
    from annotator.ui.coverage.coverage_window import CoverageWindow
    from annotator.ui.workspace import Workspace

BLIND = (
    "Colleagues' figures (–) are hidden while there are articles that you have not finished, and below only what they "
    "coded in those that you have finished is shown, so that you read for yourself."
)


class CoverageCommands:
    """One window over the open project."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._tell = workspace, tell
        self.window: CoverageWindow | None = None
        self._found: Coverage | None = None

    def show_coverage(self) -> None:
        """Show how much everybody has done, and how the use of the codes moves."""
        from annotator.ui.coverage.coverage_window import CoverageWindow  # loaded when it is first asked for

        if self.window is None:
            self.window = CoverageWindow(self._workspace.page.window())
            self.window.coder_chosen.connect(self._show_use)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self._gather()

    def close(self) -> None:
        """Take the window away with the project."""
        if self.window is not None:
            background.wait()
            self.window.hide()
            self.window.deleteLater()
            self.window = self._found = None

    def _gather(self) -> None:
        path, own = self._workspace.session.project.path, self._workspace.desk.coder
        if self.window is not None:
            background.run(lambda _told, stopped: _gathered(path, own, stopped), self.window, self._show, self._tell)

    def _show(self, found: object) -> None:
        from annotator.jobs.coverage import Coverage

        if self.window is None or not isinstance(found, Coverage):
            return
        self._found = found
        names = self._names()
        rows = [self._row(one, names[one.coder]) for one in found.coders if one.coder in names]
        sentence = BLIND if any(one.unknown for one in found.coders) else ""
        self.window.show_coverage(rows, [(one.coder, names[one.coder]) for one in found.coders], sentence)
        self._show_use(str(self.window.coder.currentData() or ""))

    def _names(self) -> dict[str, str]:
        desk = self._workspace.desk
        return {row: f"{one.name} (you)" if row == desk.coder else one.name for row, one in desk.coders.items()}

    def _row(self, one: CoderCoverage, name: str) -> CoverageRow:
        work, finished = one.work, f"{one.finished:,} of {counted(len(self._workspace.desk.articles), 'article')}"
        if work.hidden:
            return CoverageRow((name, finished, HIDDEN, HIDDEN, HIDDEN, HIDDEN))
        paragraphs, words = f"{one.seen:,} of {one.paragraphs:,}", f"{work.coded:,} of {work.words:,}"
        return CoverageRow((name, finished, paragraphs, words, f"{work.codings:,}", f"{work.per_thousand:.1f}"))

    def _show_use(self, coder: str) -> None:
        if self.window is None or self._found is None:
            return
        codes, coders = self._workspace.desk.codes, self._workspace.desk.coders
        hues = {node.code.id: node.hue for node in nodes_of(codes.values())}
        by_code = {use.code: use for use in self._found.use if use.coder == coder}
        rows = [_use_row(by_code[row], code, hues[row]) for row, code in codes.items() if row in by_code]
        self.window.show_use(rows, strange_in_words(coders[coder].name if coder in coders else "", rows))


def _use_row(use: CodeUse, code: Code, hue: str) -> UseRow:
    strange = set(use.strange_weeks())
    weeks = []
    for week, of in use.of.items():
        number = use.given.get(week, 0)
        how = "more" if number / of > use.share else "less"
        weeks.append(WeekUse(week, number, of, how if week in strange else ""))
    return UseRow(code.label, code.shown_name, hue, use.share, tuple(weeks))


def _gathered(path: Path, own: str, stopped: background.Cancelled) -> Coverage:
    from annotator.jobs.coverage import coverage

    with Project.open(path, read_only=True) as project:
        return coverage(project, own, stopped)
