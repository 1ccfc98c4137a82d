"""How a memo gets a link to a passage, and what becomes of a link that is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from annotator.model.errors import AnnotatorError
from annotator.model.memo_links import (
    CodingLink,
    PassageLink,
    copied_link,
    find_linked,
    in_markdown,
    parse_link,
    passage_link,
)
from annotator.model.passages import trim

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.memo_commands import MemoCommands
    from annotator.ui.workspace import Workspace

NO_MEMO = "No memo is being written. Write one, on the current coding or on the project, then put the link in."
NO_PASSAGE = "Select the passage first, or copy its link; then it can be put into this memo."
PAGES = ("http://", "https://")
NOT_OPENED = "Annotator opens no pages from the network. The address was copied: paste it into a browser."
NO_LINK = "This link leads to no passage of the project, so it was not followed."
REMOVED = "The coding that this link leads to was removed. Undo can bring it back; the words stand in the memo."
LOST = "The coding that this link leads to lost its place when the text of “{title}” was corrected."
NO_ARTICLE = "The article that this link leads to is no longer in the project."
NOT_FOUND = "The passage of this link is no longer in “{title}”: the text was corrected there."


class Linking:
    """Makes links out of what is selected or current, and goes where they lead."""

    def __init__(self, workspace: Workspace, memos: MemoCommands, tell: Callable[[str], None]) -> None:
        self._workspace, self._memos, self._tell = workspace, memos, tell
        self._desk, self._view = workspace.desk, workspace.page.view

    def copy_link(self) -> None:
        """Copy the link to the selection, else to the current coding, else to the outlined sentence."""
        span = self._view.passage() or self._span_of_coding() or self._view.sentence()
        link = self._link_to_coding("") if self._is_current_coding(span) else self._link_to(span)
        if link and span:
            QGuiApplication.clipboard().setText(link)
            self._view.show_echo("Link copied: paste it into a memo", *span)

    def link_in_memo(self) -> None:
        """Put the link to the passage into the memo that is being written."""
        box, window = self._workspace.page.codes.memo, self._memos.written_now()
        if box.writing:
            self.put_link(box.insert, box.writing)
        elif window is not None:
            self.put_link(window.insert)
        elif (form := self._workspace.scheme.describing.editor) is not None:
            self.put_link(form.form.memo.insert)
        else:
            self._tell(NO_MEMO)

    def put_link(self, insert: Callable[[str], None], own: str = "") -> None:
        """Put a link into a memo; `own` is the coding that the memo is about, which is no passage to link to."""
        link = self._link_to_put(own)
        if link:
            insert(link)
        else:
            self._tell(NO_PASSAGE)

    def follow(self, address: str) -> None:
        """Go to the passage that a link leads to; what cannot be gone to is said."""
        link = parse_link(address)
        if isinstance(link, CodingLink):
            self._go_to_coding(link)
        elif isinstance(link, PassageLink):
            self._go_to_passage(link)
        elif address.lower().startswith(PAGES):
            QGuiApplication.clipboard().setText(address)
            self._tell(NOT_OPENED)
        else:
            self._tell(NO_LINK)

    def _link_to_put(self, own: str) -> str:
        """Return the link to the selection, else to the current coding, else the one copied, else to the sentence."""
        selected = self._view.passage()
        if selected is not None and not (own and self._is_current_coding(selected)):
            return self._link_to_coding(own) if self._is_current_coding(selected) else self._link_to(selected)
        coding, copied = self._link_to_coding(own), copied_link(QGuiApplication.clipboard().text())
        return coding or copied or ("" if own else self._link_to(self._view.sentence()))

    def _link_to_coding(self, own: str) -> str:
        coding = self._desk.codings.get(self._workspace.selection.coding or "")
        return in_markdown(CodingLink(coding.id), coding.quote) if coding and coding.id != own else ""

    def _link_to(self, span: tuple[int, int] | None) -> str:
        article, text = self._desk.article, self._desk.text
        start, end = trim(text, *span) if span else (0, 0)
        if article is None or start >= end:
            return ""
        return in_markdown(passage_link(article.id, text, start, end), text[start:end])

    def _span_of_coding(self) -> tuple[int, int] | None:
        coding = self._desk.codings.get(self._workspace.selection.coding or "")
        return (coding.start, coding.end) if coding else None

    def _is_current_coding(self, span: tuple[int, int] | None) -> bool:
        return span is not None and span == self._span_of_coding()

    def _go_to_coding(self, link: CodingLink) -> None:
        coding = self._workspace.session.project.coding(link.coding)
        article = self._desk.articles.get(coding.article) if coding else None
        if coding is None or article is None:
            self._tell(REMOVED)
        elif coding.place == "lost":
            self._tell(LOST.format(title=article.title))
        elif self._opened(article.id):
            own = self._desk.codings.get(coding.id)
            if own is None:  # a colleague's: the words are shown, not how they are coded
                self._show(coding.start, coding.end)
            else:
                self._workspace.walking.go_to(own)
                self._arrive()

    def _go_to_passage(self, link: PassageLink) -> None:
        article = self._desk.articles.get(link.article)
        if article is None:
            self._tell(NO_ARTICLE)
            return
        try:
            found = find_linked(self._workspace.session.project.text(article.text_sha256), link)
        except AnnotatorError as error:
            self._tell(error.sentence)
            return
        if found is None:
            self._tell(NOT_FOUND.format(title=article.title))
        elif self._opened(article.id):
            self._show(found.start, found.end)

    def _opened(self, article: str) -> bool:
        self._workspace.flush()
        self._workspace.open_unless_open(article)
        return self._desk.article is not None and self._desk.article.id == article

    def _show(self, start: int, end: int) -> None:
        self._workspace.selection.set_coding(None)
        self._view.select_passage(start, end)
        self._view.scroll_to(start, end)
        self._arrive()

    def _arrive(self) -> None:
        self._view.window().activateWindow()
        self._view.setFocus()
