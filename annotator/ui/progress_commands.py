"""What opens the table of progress, gathers it beside the window, and keeps it in step with the work."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from annotator.model.counting import counted
from annotator.model.zones import aside_spans
from annotator.project.project import Project
from annotator.ui import background

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.model.work_done import WorkDone
    from annotator.ui.progress_rows import ProgressRow
    from annotator.ui.progress_window import ProgressWindow
    from annotator.ui.workspace import Workspace

QUIET_MS = 300
BLIND = (
    "Colleagues' figures (–) are hidden for articles that you have not finished, so that you read for yourself; "
    "whether they have finished is shown."
)


class ProgressCommands:
    """The table of one open project."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._desk, self._tell = workspace, workspace.desk, tell
        self.window: ProgressWindow | None = None
        self._finished: Counter[str] = Counter()
        self._quiet = QTimer(workspace, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._gather)
        workspace.session.changed.connect(self._changed)

    def show_progress(self) -> None:
        """Show how far each coder is with each article."""
        from annotator.ui.progress_window import ProgressWindow  # loaded when progress is first asked for

        if self.window is None:
            self.window = ProgressWindow(self._workspace.page.window())
            self.window.article_wanted.connect(self._workspace.open_article)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.table.setFocus()
        self._gather()

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

    def _gather(self) -> None:
        if self.window is not None and not self._desk.session.closed:
            path, own = self._desk.session.project.path, self._desk.coder
            background.run(
                lambda told, stopped: _gathered(path, own, told, stopped), self.window, self._show, self._tell,
                lambda done, all_: self._say_counting(done, all_),
            )  # fmt: skip

    def _say_counting(self, done: int, all_: int) -> None:
        if self.window is not None and not self.window.rows.rowCount():
            self.window.say(f"Counting: article {done:,} of {all_:,}.")

    def _show(self, found: object) -> None:
        if self.window is None or not isinstance(found, list):
            return
        from annotator.model.work_done import in_all

        coders = list(dict.fromkeys(row.coder for row in found))
        self._finished = Counter(row.coder for row in found if row.finished)
        sums = [in_all(found, coder) for coder in coders]
        rows = self._rows(sums) + self._rows([row for row in found if row.article in self._desk.articles])
        self.window.show_rows(rows, BLIND if any(row.hidden for row in found) else self._sentence(len(coders)))

    def _sentence(self, coders: int) -> str:
        return f"{counted(len(self._desk.articles), 'article')}, {counted(coders, 'coder')}."

    def _rows(self, work: Sequence[WorkDone]) -> list[ProgressRow]:
        before, rows = "-", []
        for one in work:
            rows.append(self._row(one, one.article != before))
            before = one.article
        return rows

    def _row(self, work: WorkDone, first: bool) -> ProgressRow:
        from annotator.ui.progress_rows import ProgressRow

        desk, own = self._desk, work.coder == self._desk.coder
        number = len(desk.articles)
        title = desk.articles[work.article].title if work.article else f"All {counted(number, 'article')}"
        name = f"{desk.coders[work.coder].name} (you)" if own else desk.coders[work.coder].name
        share = self._share(work) if own and work.article else None
        return ProgressRow(work, title, name, first, self._state(work), share)

    def _share(self, work: WorkDone) -> float:
        return 1.0 if work.finished else min(1.0, self._workspace.places.read.get(work.article, 0.0))

    def _state(self, work: WorkDone) -> str:
        if not work.article:
            return f"{self._finished[work.coder]:,} of {len(self._desk.articles):,} finished"
        if work.finished:
            return "finished"
        if work.hidden:
            return "not finished"
        own = work.coder == self._desk.coder
        begun = work.begun or (own and self._workspace.places.read.get(work.article, 0.0) > 0)
        return "in progress" if begun else "not begun"


def _gathered(
    path: Path, own: str, told: background.Progress, stopped: background.Cancelled
) -> list[WorkDone]:  # fmt: skip
    """Return everybody's work, one's own first, out of a second look into the file."""
    from annotator.model.work_done import work_on

    rows: list[WorkDone] = []
    with Project.open(path, read_only=True) as project:
        readings = {(one.article, one.coder): one for one in project.readings()}
        counts = project.counts_by_coder(with_aside=True)
        coders = [one for one in project.coders() if one.kind == "person" or counts.get(one.id)]
        coders.sort(key=lambda coder: coder.id != own)
        articles = project.articles()
        for number, article in enumerate(articles, 1):
            if stopped():
                break
            text, codings = project.text(article.text_sha256), project.codings(articles=[article.id])
            aside = aside_spans(project.zones(article.id))
            rows += work_on(article.id, text, coders, codings, readings, own, aside)
            told(number, len(articles))
    return rows
