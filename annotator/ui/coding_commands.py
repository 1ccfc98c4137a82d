"""What keys, clicks and drags do on the Code page: coding, walking, changing a coding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.changes import ChangeSet
from annotator.model.errors import AnnotatorError
from annotator.model.records import Code, Coding
from annotator.ui.article import keyboard

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.article.article_page import ArticlePage
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection

IN_VIVO_CHARACTERS = 60
RECENT_CODES = 8


class CodingCommands:
    """The gestures on one open project. A refusal is told; nothing unseen is ever coded."""

    def __init__(self, page: ArticlePage, desk: Desk, selection: Selection, tell: Callable[[str], None]) -> None:
        self._page = page
        self._view = page.view
        self._desk = desk
        self._selection = selection
        self._tell = tell
        self.recent: list[str] = []
        self.highlighting = False

    # coding

    def code_passage(self, code_id: str, passage: tuple[int, int] | None = None) -> bool:
        """Code a passage (default: the selection, else the outlined sentence); tell whether it is on the disk."""
        code = self._desk.codes.get(code_id)
        passage = passage or self._passage()
        if code is None or passage is None or self._desk.article is None:
            return False
        change_set = self._tried(lambda: self._coding_of(code, passage))
        return change_set is not None and self._done(change_set, code)

    def code_with_key(self, key: int) -> None:
        """Code with the code that has this key."""
        code = self._desk.code_of_key(key)
        if code is None:
            self._tell(f"No code has the key {key}, so nothing was coded. Press Enter to find a code by name.")
        else:
            self.code_passage(code.id)

    def repeat_code(self) -> None:
        """Code with the last code again."""
        if self.last_code is not None:
            self.code_passage(self.last_code.id)

    def make_code(self, name: str, family: str | None) -> None:
        """Make a code and code the passage with it, as one gesture."""
        passage, session = self._passage(), self._desk.session
        made = self._tried(
            lambda: edits.add_code(
                name=name, codes=list(self._desk.codes.values()), coder=session.coder, parent=family or None
            )
        )
        if made is None or not isinstance(made.changes[0].after, Code):
            return
        code = made.changes[0].after
        coded = self._tried(lambda: self._coding_of(code, passage)) if passage else None
        if coded is not None:
            label = f"Make code {code.title} and code passage"
            self._done(ChangeSet(label, (*made.changes, *coded.changes)), code)
        elif session.do(made):
            self._selection.set_code(code.id)

    @property
    def last_code(self) -> Code | None:
        """The code that was given last, in this sitting or else by the newest coding on the desk."""
        for code_id in self.recent:
            if code_id in self._desk.codes:
                return self._desk.codes[code_id]
        newest = max(self._desk.codings.values(), key=lambda coding: coding.created, default=None)
        return self._desk.codes[newest.code] if newest else None

    def passage_selected(self, start: int, end: int) -> None:
        """Code a mouse selection at once while the highlighter is on."""
        if self.highlighting and self.last_code is not None:
            self.code_passage(self.last_code.id, (start, end))
            self._view.clear_passage()

    def chosen_in_tree(self, code_id: str) -> None:
        """Code the selection, if there is one; the article has the focus again."""
        self._selection.set_code(code_id)
        if self._view.passage() is not None:
            self.code_passage(code_id)
        self._view.setFocus()

    # finder

    def find_code(self) -> None:
        """Open the finder beside the passage."""
        passage = self._passage()
        if passage is None:
            return
        start, end = passage
        rect = self._view.passage_rect(start, end)
        corner = self._view.viewport().mapTo(self._page.window(), rect.topLeft())
        rect.moveTopLeft(corner)
        current = self._desk.codes.get(self._selection.code or "")
        self._page.finder.open_for(
            rect, list(self._desk.codes.values()), self._desk.paths(), self.recent, self._in_vivo(start, end),
            self._family(current),
        )  # fmt: skip

    def finder_chose(self, code_id: str, stay: bool) -> None:
        """Code with what the finder gave."""
        if not stay:
            self._page.finder.close_finder()
        self.code_passage(code_id)

    def finder_made(self, name: str, family: str, stay: bool) -> None:
        """Make the code that was typed, and code with it."""
        if not stay:
            self._page.finder.close_finder()
        self.make_code(name, family)

    # the current coding

    def remove_coding(self) -> None:
        """Remove the current coding."""
        coding = self.current
        if coding is not None:
            self._desk.session.do(edits.remove_coding(coding=coding, code=self._desk.codes[coding.code]))

    def toggle_unsure(self) -> None:
        """Mark the current coding as one to discuss, or no longer."""
        if self.current is not None:
            self._desk.session.do(edits.mark_unsure(coding=self.current, unsure=not self.current.unsure))

    def memo_written(self, coding_id: str, memo: str) -> None:
        """Store the memo that was typed for a coding."""
        coding = self._desk.codings.get(coding_id)
        if coding is not None:
            self._desk.session.do(edits.write_memo(coding=coding, memo=memo))

    @property
    def current(self) -> Coding | None:
        """The current coding."""
        return self._desk.codings.get(self._selection.coding or "")

    # walking

    def next_sentence(self) -> None:
        """Outline the next sentence."""
        keyboard.next_sentence(self._view)

    def previous_sentence(self) -> None:
        """Outline the sentence before."""
        keyboard.previous_sentence(self._view)

    def extend_sentence(self) -> None:
        """Take the next sentence into the selection."""
        keyboard.extend_sentence(self._view)

    def take_back_sentence(self) -> None:
        """Leave the last sentence out again."""
        keyboard.take_back_sentence(self._view)

    def step_coding(self, step: int) -> None:
        """Make the next (1) or previous (-1) coding current, by place, from the current one or the caret."""
        ordered = sorted(self._desk.codings.values(), key=lambda coding: (coding.start, coding.end, coding.created))
        if not ordered:
            return
        if self.current is not None:
            place = (ordered.index(self.current) + step) % len(ordered)
        else:
            after = sum(coding.start < self._view.caret() for coding in ordered)
            place = (after if step > 0 else after - 1) % len(ordered)
        self.go_to(ordered[place])

    def coding_beneath(self) -> None:
        """Go round the codings that lie at the current one's place, or at the caret."""
        at = self.current.start if self.current else self._view.caret()
        there = self._view.marks_at(at)
        if there:
            following = (there.index(self._selection.coding) + 1) if self._selection.coding in there else 0
            self._selection.set_coding(there[following % len(there)])

    def go_to(self, coding: Coding) -> None:
        """Make a coding current and bring it into sight."""
        self._selection.set_coding(coding.id)
        self._view.scroll_to(coding.start, coding.end)

    def step_out(self) -> bool:
        """Leave one thing: highlighter, selection, current coding; tell whether there was one."""
        if self.highlighting:
            self.highlighting = False
        elif self._view.passage() is not None:
            self._view.clear_passage()
        elif self._selection.coding is not None:
            self._selection.set_coding(None)
        else:
            return False
        return True

    def _passage(self) -> tuple[int, int] | None:
        """Return what a key would code; a sentence out of sight is first only shown."""
        passage = self._view.passage()
        if passage is not None:
            return passage
        sentence = self._view.sentence()
        if sentence is not None and not self._view.sentence_is_shown():
            self._view.scroll_to(*sentence)
            return None
        return sentence

    def _coding_of(self, code: Code, passage: tuple[int, int]) -> ChangeSet:
        desk = self._desk
        assert desk.article is not None
        return edits.code_passage(
            article=desk.article, text=desk.text, start=passage[0], end=passage[1], code=code,
            coder=desk.session.coder, existing=desk.codings.values(),
        )  # fmt: skip

    def _done(self, change_set: ChangeSet, code: Code) -> bool:
        coding = change_set.changes[-1].after
        if self._desk.session.do(change_set) is None or not isinstance(coding, Coding):
            return False
        self.recent = [code.id, *(other for other in self.recent if other != code.id)][:RECENT_CODES]
        self._selection.set_coding(coding.id)
        self._view.show_echo(code.title, coding.start, coding.end)
        return True

    def _tried(self, make: Callable[[], ChangeSet]) -> ChangeSet | None:
        try:
            return make()
        except AnnotatorError as error:
            self._tell(error.sentence)
            return None

    def _in_vivo(self, start: int, end: int) -> str:
        words = " ".join(self._desk.text[start:end].split()).strip("“”\"'‘’.,;: ")
        return words if len(words) <= IN_VIVO_CHARACTERS else words[:IN_VIVO_CHARACTERS].rsplit(" ", 1)[0]

    def _family(self, code: Code | None) -> str | None:
        """Return the family of a code, else the first one."""
        while code is not None and code.parent is not None:
            code = self._desk.codes.get(code.parent)
        if code is not None:
            return code.id
        return next((other.id for other in self._desk.codes.values() if other.parent is None), None)
