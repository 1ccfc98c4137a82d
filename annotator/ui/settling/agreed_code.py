"""How another code becomes the agreed one by the finder, and a disputed passage an example of its code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from annotator.model import edits
from annotator.model.records import AGREED_ID
from annotator.reviewing.examples import example_of
from annotator.ui.scheme.code_finder import CodeFinder
from annotator.ui.shortcuts.naming import first_key

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet
    from annotator.model.records import Code
    from annotator.reviewing.listed import Listed
    from annotator.ui.main_window import MainWindow
    from annotator.ui.review.review_page import ReviewPage
    from annotator.ui.settling.review_desk import ReviewDesk
    from annotator.ui.settling.settling_commands import SettlingCommands

INVITATION, VERB = "Which code is agreed?", "agree on it"
NO_EXAMPLE = "Nothing is left here that could be an example: the codings, or their code, are gone."


class AgreedCode:
    """The finder of the Review page; every coder's reading of the place stands on top of it."""

    def __init__(self, window: MainWindow, page: ReviewPage, desk: ReviewDesk, commands: SettlingCommands) -> None:
        self._window, self._page, self._desk, self._commands = window, page, desk, commands
        self._finder: CodeFinder | None = None

    def find_agreed_code(self) -> None:
        """Open the finder beside the current difference."""
        each, text = self._desk.difference, self._page.article.text
        if each is None:
            return
        if self._finder is None:
            self._finder = CodeFinder(self._window)
            self._finder.choose_only(INVITATION, VERB)
            self._finder.chosen.connect(self._take)
            self._finder.closed.connect(text.setFocus)
        desk, start, end = self._desk.desk, each.place.start, each.place.end
        rect = text.passage_rect(*(text.passage() or (start, end)))
        rect.moveTopLeft(text.viewport().mapTo(self._window, rect.topLeft()))
        self._finder.open_for(rect, list(desk.codes.values()), desk.lines_of_paths(), self._readings(each), "", None)

    def keep_as_include_example(self) -> None:
        """Keep the passage with the code's definition as one that belongs to it."""
        self._keep_example("include")

    def keep_as_exclude_example(self) -> None:
        """Keep the passage with the code's definition as one that does not belong to it."""
        self._keep_example("exclude")

    def close(self) -> None:
        """Let go of the finder."""
        if self._finder is not None:
            self._finder.close_finder()
            self._finder.deleteLater()

    def _take(self, code: str, _stay: bool) -> None:
        assert self._finder is not None
        self._finder.close_finder()
        self._commands.agree_on(self._desk.desk.codes[code])
        self._window.refresh()

    def _readings(self, each: Listed) -> list[str]:
        """Return the codes that A or B gave anywhere in this place, those of the difference first."""
        work = self._desk.list.ground.work.get(each.article) if self._desk.list else None
        here = [*each.place.a, *each.place.b]
        around = [] if work is None else [
            one for one in (*work.a, *work.b) if one.start < each.place.end and one.end > each.place.start
        ]  # fmt: skip
        return list(dict.fromkeys(one.code for one in (*here, *around)))

    def _keep_example(self, where: Literal["include", "exclude"]) -> None:
        each, session = self._desk.difference, self._desk.session
        verdict = each.verdict.id if each is not None and each.verdict is not None else ""
        settled = session.project.codings(articles=[each.article], coders=[AGREED_ID]) if each and verdict else []
        example = example_of(each, where, [one for one in settled if one.verdict == verdict]) if each else None
        code = self._desk.desk.codes.get(example.code) if example is not None else None
        if example is None or code is None:
            self._window.tell(NO_EXAMPLE)
        elif example.words in getattr(code, where):
            self._window.tell(f"{code.title} has that {where} example already.")
        elif session.do(_with_example(code, where, example.words)) is not None:
            undo = first_key("undo")
            self._window.tell(f"Kept as an {where} example of {code.title}{f'; {undo} takes it back' if undo else ''}.")


def _with_example(code: Code, where: str, example: str) -> ChangeSet:
    text = getattr(code, where).rstrip()
    return edits.describe_code(code=code, **{where: f"{text}\n{example}" if text else example})
