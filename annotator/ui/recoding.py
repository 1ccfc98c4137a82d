"""How the current coding gets another code: the finder opens over it, and what is chosen there takes the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.changes import ChangeSet

if TYPE_CHECKING:
    from annotator.model.records import Code, Coding
    from annotator.ui.article.article_page import ArticlePage
    from annotator.ui.coding_commands import CodingCommands
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection
    from annotator.ui.trying import Trying

FINDER_KEYS = (("Enter", "gives the code found"), ("Esc", "leaves it as it is"))


class Recoding:
    """What the finder gives goes to the coding that is being changed, else to a passage."""

    def __init__(
        self, page: ArticlePage, desk: Desk, selection: Selection, trying: Trying, coding: CodingCommands
    ) -> None:
        self._page = page
        self._desk = desk
        self._selection = selection
        self._trying = trying
        self._coding = coding

    def change_code(self) -> None:
        """Open the finder for the current coding."""
        view, coding = self._page.view, self._desk.codings.get(self._selection.coding or "")
        if coding is None:
            return
        view.keep_ends()
        coding = self._desk.codings[coding.id]
        view.scroll_to(coding.start, coding.end)
        self._coding.open_finder(coding.start, coding.end, recoded=coding.id)
        title = f"Instead of {self._desk.codes[coding.code].title}"
        self._page.hint.show_keys(title, FINDER_KEYS, clear_of=self._page.finder)

    def finder_chose(self, code_id: str, stay: bool) -> None:
        """Take the code that was chosen."""
        coding = self._desk.codings.get(self._coding.recoded)
        if coding is None:
            self._coding.finder_chose(code_id, stay)
            return
        self._leave_finder()
        code = self._desk.codes[code_id]
        if code_id != coding.code and (made := self._recode(coding, code)):
            self._write(made, coding, code)

    def finder_made(self, name: str, family: str, stay: bool) -> None:
        """Make the code that was typed, and take it; one gesture."""
        coding = self._desk.codings.get(self._coding.recoded)
        if coding is None:
            self._coding.finder_made(name, family, stay)
            return
        self._leave_finder()
        new = self._coding.new_code(name, family)
        made = self._recode(coding, new[1]) if new else None
        if new and made:
            label = f"Make code {new[1].title} and change code"
            self._write(ChangeSet(label, (*new[0].changes, *made.changes)), coding, new[1])

    def end(self) -> None:
        """Show no longer what the finder was open for."""
        if self._coding.recoded:
            self._page.hint.hide()

    def _recode(self, coding: Coding, code: Code) -> ChangeSet | None:
        return self._trying.edit(
            lambda there: edits.recode(coding=coding, code=code, existing=there),
            code.id, [(coding.start, coding.end)], but=[coding.id],
        )  # fmt: skip

    def _write(self, made: ChangeSet, coding: Coding, code: Code) -> None:
        before = self._desk.codes[coding.code]
        if self._desk.session.do(made) is not None:
            self._coding.remember(code)
            self._page.view.show_echo(f"{before.title} → {code.title}", coding.start, coding.end)

    def _leave_finder(self) -> None:
        self._page.finder.close_finder()
        self._page.view.setFocus()
