"""What is said once texts have come in, and what can be done then; taken back when the import is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.records import Article
from annotator.ui.actions import BY_ID
from annotator.ui.library.import_words import left_out_lines, told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.jobs.incoming import Incoming
    from annotator.jobs.taking_in import TakenIn
    from annotator.model.changes import ChangeSet
    from annotator.ui.library.left_out_window import LeftOutWindow
    from annotator.ui.main_window import MainWindow
    from annotator.ui.session import Session


class AfterImport:
    """Says one outcome at a time. It goes when an article of it does, or gets another text."""

    def __init__(self, window: MainWindow) -> None:
        self._main = window
        self.left_out: LeftOutWindow | None = None
        self._sentence = ""
        self._texts: dict[str, str] = {}
        self._heard: Session | None = None

    def tell(self, session: Session, rows: Sequence[Incoming], brought: TakenIn) -> None:
        """Say what came of an import, with what can be done about it."""
        self._texts = {article.id: article.text_sha256 for article in (*brought.imported, *brought.corrected)}
        self._sentence = told(brought, rows)
        failed = any(one.state == "failed" for one in rows)
        self._main.tell(
            self._sentence, "problem" if failed else "info", passing=False,
            actions=self._actions(session, rows, brought),
        )  # fmt: skip
        if self._heard is not session:
            self._heard = session
            session.changed.connect(self._follow)

    def take_back(self) -> None:
        """Put away what was said of the last import."""
        self._main.notices.take_back(self._sentence)

    def close(self) -> None:
        """Take the window away with the project."""
        self._heard = None
        if self.left_out is not None:
            self.left_out.close()
            self.left_out = None

    def _follow(self, change_set: ChangeSet) -> None:
        for change in change_set.changes:
            before, after = change.before, change.after
            if isinstance(before, Article) and self._texts.get(before.id) == before.text_sha256:
                there = after.text_sha256 if isinstance(after, Article) else ""
                if there != before.text_sha256:
                    self.take_back()
                    return

    def _actions(
        self, session: Session, rows: Sequence[Incoming], brought: TakenIn
    ) -> list[tuple[str, Callable[[], object]]]:
        """Return what can be done after an import: look at what was set aside, or moved, or did not come in."""
        actions: list[tuple[str, Callable[[], object]]] = []
        if brought.aside:
            actions.append(("Look", lambda: self._show_aside(brought.aside[0])))
        if any(coding.coder == session.coder.id for coding in brought.doubtful):
            actions.append(("Passages to look at…", lambda: self._main.commands.perform(BY_ID["passages_to_look_at"])))
        lines = left_out_lines(rows)
        if lines:
            actions.append(("What did not come in…", lambda: self._show_left_out(lines)))
        return actions

    def _show_aside(self, article: str) -> None:
        if self._main.workspace is not None:
            self._main.workspace.open_unless_open(article)
            self._main.commands.perform(BY_ID["show_set_aside"])

    def _show_left_out(self, lines: Sequence[str]) -> None:
        from annotator.ui.library.left_out_window import LeftOutWindow

        self.left_out = LeftOutWindow(lines, self._main)
        self.left_out.finished.connect(self._forget_left_out)
        self.left_out.appear()

    def _forget_left_out(self, _result: int) -> None:
        self.left_out = None
