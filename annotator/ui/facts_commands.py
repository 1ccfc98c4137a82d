"""How what the texts tell about themselves is taken for many articles at once, as one gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.jobs.facts_suggested import SuggestedFact, facts_suggested, is_wanted
from annotator.model import edits
from annotator.model.counting import counted
from annotator.ui import background
from annotator.ui.writing_on_sheets import written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.ui.library.facts_window import FactsWindow
    from annotator.ui.workspace import Workspace

LOOKING = "The texts are being read."
NOTHING = "The texts tell nothing about themselves that is not known already."
FOUND = "What the texts print about themselves and is not known yet. Nothing is taken that is not ticked."


class FactsCommands:
    """Made with the open project, and closed with it. Reads beside the work; a fact known meanwhile stays."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._tell, self._desk = workspace, tell, workspace.desk
        self.window: FactsWindow | None = None
        self._job: background.Job | None = None

    def suggested_facts(self) -> None:
        """Show what the texts tell: of the articles selected in the list where these are several, else of all."""
        meant = self._workspace.page.articles.view.meant()
        self._show(meant if len(meant) > 1 else list(self._desk.articles))

    def close(self) -> None:
        """Take the window away with the project."""
        if self.window is not None:
            self.window.done(0)

    def _show(self, articles: Sequence[str]) -> None:
        from annotator.ui.library.facts_window import FactsWindow  # loaded when facts are first looked for

        self.close()
        self.window = window = FactsWindow("Suggested facts", "Take", self._workspace.page.window())
        window.take_wanted.connect(self._take)
        window.look_wanted.connect(self._workspace.open_article)
        window.finished.connect(self._forget_window)
        window.show_facts([], LOOKING, taken=False)
        window.appear()
        self._read(window, articles)

    def _read(self, window: FactsWindow, articles: Sequence[str]) -> None:
        path = self._desk.session.project.path

        def work(progress: background.Progress, cancelled: background.Cancelled) -> object:
            return facts_suggested(path, articles, progress, cancelled)

        def finished(found: object) -> None:
            if self.window is window and isinstance(found, list):
                self._fill(window, found)

        def failed(sentence: str) -> None:
            if self.window is window:
                window.show_problem(sentence)

        self._job = background.run(work, self._workspace.page.window(), finished, failed)

    def _fill(self, window: FactsWindow, found: Sequence[object]) -> None:
        from annotator.ui.library.facts_model import FactRow

        rows = [
            FactRow(
                one.article.id, one.article.title, one.name, one.suggested.value,
                f"line {one.suggested.number:,}: “{one.suggested.line}”",
            )
            for one in found if isinstance(one, SuggestedFact)
        ]  # fmt: skip
        window.show_facts(rows, FOUND if rows else NOTHING, taken=False)

    def _take(self) -> None:
        window = self.window
        if window is None:
            return
        facts: dict[str, dict[str, str]] = {}
        for row in window.model.taken():
            article = self._desk.articles.get(row.article)
            if article is not None and is_wanted(article, row.name):  # nobody has said so meanwhile
                facts.setdefault(row.article, {})[row.name] = row.value
        articles = [self._desk.articles[one] for one in facts if one in self._desk.articles]
        number = sum(len(of_one) for of_one in facts.values())
        if written(
            self._desk.session, lambda: edits.take_facts(articles=articles, facts=facts), window.show_problem
        ):  # fmt: skip
            window.done(0)
            self._tell(f"{counted(number, 'fact')} of {counted(len(articles), 'article')} taken. Undo takes them back.")

    def _forget_window(self, _result: int) -> None:
        self.window = None
        if self._job is not None:
            self._job.cancel()
            self._job = None
