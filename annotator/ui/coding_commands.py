"""What keys, clicks and drags do that give a code to a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.changes import ChangeSet
from annotator.model.errors import AnnotatorError
from annotator.model.records import Code, Coding
from annotator.model.sentences import next_sentence, sentence_at
from annotator.ui.shortcuts.naming import with_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.article.article_page import ArticlePage
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection
    from annotator.ui.trying import Trying

IN_VIVO_CHARACTERS = 60
RECENT_CODES = 8


NO_LAST_CODE = "There is no last code yet, so nothing was done. Code a passage first: {find_code} finds a code by name."


class CodingCommands:
    """The gestures on one open project. A refusal is told; nothing unseen is ever coded."""

    def __init__(
        self, page: ArticlePage, desk: Desk, selection: Selection, trying: Trying, tell: Callable[[str], None]
    ) -> None:
        self._page = page
        self._view = page.view
        self._desk = desk
        self._selection = selection
        self._trying = trying
        self._tell = tell
        self.recent: list[str] = []
        self.recoded = ""
        self.highlighting = False
        self.before_writing: Callable[[ChangeSet], ChangeSet] = lambda change_set: change_set

    # coding

    def code_passage(self, code_id: str, passage: tuple[int, int] | None = None) -> bool:
        """Code a passage (default: the selection, else the outlined sentence); tell whether it is on the disk.

        In ends mode the new ends are kept first.
        """
        code = self._desk.codes.get(code_id)
        passage = passage or self._kept_ends() or self.passage_to_code()
        self._view.keep_ends()
        if code is None or passage is None or self._desk.article is None:
            return False
        change_set = self._coding_of(code, passage)
        return change_set is not None and self._done(change_set, code)

    def code_with_key(self, key: int) -> None:
        """Code with the code that has this key."""
        code = self._desk.code_of_key(key)
        if code is None:
            self._tell(with_keys(f"No code has the key {key}, so nothing was coded. {{find_code}} finds one by name."))
        else:
            self.code_passage(code.id)

    def repeat_code(self) -> None:
        """Code with the last code again."""
        if self.last_code is None:
            self._tell(with_keys(NO_LAST_CODE))
        else:
            self.code_passage(self.last_code.id)

    def make_code(self, name: str, family: str | None) -> None:
        """Make a code and code the passage with it, as one gesture."""
        passage, made = self.passage_to_code(), self.new_code(name, family)
        if made is None:
            return
        change_set, code = made
        coded = self._coding_of(code, passage) if passage else None
        if coded is not None:
            label = f"Make code {code.title} and code passage"
            self._done(ChangeSet(label, (*change_set.changes, *coded.changes)), code)
        elif self._desk.session.do(change_set):
            self._selection.set_code(code.id)

    def new_code(self, name: str, family: str | None) -> tuple[ChangeSet, Code] | None:
        """Return the edit that adds a code, and the code; a refusal is told."""
        try:
            codes, coder = list(self._desk.codes.values()), self._desk.session.coder
            made = edits.add_code(name=name, codes=codes, coder=coder, parent=family or None)
        except AnnotatorError as error:
            self._tell(error.sentence)
            return None
        code = made.changes[0].after
        return (made, code) if isinstance(code, Code) else None

    def remember(self, code: Code) -> None:
        """Keep a code as the last one that was given."""
        self.recent = [code.id, *(other for other in self.recent if other != code.id)][:RECENT_CODES]

    @property
    def last_code(self) -> Code | None:
        """The code that was given last, in this sitting or else by the newest coding of the article."""
        for code_id in (*self.recent, self._desk.own.newest_code):
            if code_id in self._desk.codes:
                return self._desk.codes[code_id]
        return None

    @property
    def highlighting_with(self) -> Code | None:
        """The code that every mouse selection gets, while the highlighter is on."""
        return self.last_code if self.highlighting else None

    def highlighter(self) -> None:
        """Turn the highlighter on or off; without a last code it says what is missing."""
        if self.last_code is None:
            self._tell(with_keys(NO_LAST_CODE))
            return
        self.highlighting = not self.highlighting

    def passage_selected(self, start: int, end: int) -> None:
        """Code a mouse selection at once while the highlighter is on."""
        code = self.highlighting_with
        if code is not None:
            self.code_passage(code.id, (start, end))
            self._view.clear_passage()

    def chosen_in_tree(self, code_id: str) -> None:
        """Code the selection, if there is one; the article has the focus again."""
        self._selection.set_code(code_id)
        if self._view.passage() or self._view.ends:
            self.code_passage(code_id)
        self._view.setFocus()

    def dropped(self, code_id: str, start: int, end: int) -> None:
        """Code the passage that was dropped on a code, or on which a code was dropped."""
        self.code_passage(code_id, (start, end))
        self._view.setFocus()

    # finder

    def find_code(self) -> None:
        """Open the finder beside the passage; one out of sight is brought into it first. In ends mode keep the ends."""
        if self._view.ends_mode:
            self._view.keep_ends()
        elif passage := self.passage_to_code() or self.passage_to_code():
            self.open_finder(*passage)

    def open_finder(self, start: int, end: int, recoded: str = "") -> None:
        """Open the finder beside a passage; `recoded` is the coding that shall get another code instead."""
        self.recoded = recoded
        rect = self._view.passage_rect(start, end)
        corner = self._view.viewport().mapTo(self._page.window(), rect.topLeft())
        rect.moveTopLeft(corner)
        current = self._desk.codes.get(self._selection.code or "")
        self._page.hold_passage(not recoded)
        self._page.finder.foot.say("change the code" if recoded else "")
        self._page.finder.open_for(
            rect, list(self._desk.codes.values()), self._desk.lines_of_paths(), self.recent,
            self._in_vivo(start, end), self._family(current),
        )  # fmt: skip

    def finder_chose(self, code_id: str, stay: bool) -> None:
        """Code with what the finder gave."""
        self._leave_finder(stay)
        self.code_passage(code_id)

    def finder_made(self, name: str, family: str, stay: bool) -> None:
        """Make the code that was typed, and code with it."""
        self._leave_finder(stay)
        self.make_code(name, family)

    def _leave_finder(self, stay: bool) -> None:
        if not stay:
            self._page.finder.close_finder()
            self._view.setFocus()

    def passage_to_code(self) -> tuple[int, int] | None:
        """Return what a key would code. What is out of sight, or not outlined yet, is first only shown."""
        passage = self._view.passage()
        sentence = passage or self._view.sentence() or self._first_sentence()
        if sentence is None:
            return None
        if not (self._overlaps_shown(*sentence) if passage else self._view.sentence_is_shown()):
            if passage is None:
                self._view.place_caret(sentence[0])
            self._view.scroll_to(*sentence)
            return None
        return sentence

    def _kept_ends(self) -> tuple[int, int] | None:
        """Keep the ends that are being changed, and have their passage selected: another code is to be added there."""
        kept = self._view.keep_ends()
        if kept is not None:
            self._view.select_passage(*kept)
        return kept

    def _overlaps_shown(self, start: int, end: int) -> bool:
        first, last = self._view.shown_range()
        return start < last and end > first

    def _first_sentence(self) -> tuple[int, int] | None:
        """Return the first sentence in sight, for an article in which the caret was not put anywhere yet."""
        text, top = self._desk.text, self._view.shown_range()[0]
        here = sentence_at(text, top)
        return here if here is not None and here[0] >= top else next_sentence(text, top) or here

    def _coding_of(self, code: Code, passage: tuple[int, int]) -> ChangeSet | None:
        desk, article = self._desk, self._desk.article
        assert article is not None
        start, end = passage
        return self._trying.edit(
            lambda there: edits.code_passage(
                article=article, text=desk.text, start=start, end=end, code=code, coder=desk.session.coder,
                existing=there,
            ),
            code.id, [passage],
        )  # fmt: skip

    def _done(self, change_set: ChangeSet, code: Code) -> bool:
        coding = change_set.changes[-1].after
        if self._desk.session.do(self.before_writing(change_set)) is None or not isinstance(coding, Coding):
            return False
        self.remember(code)
        self._selection.set_coding(coding.id)
        self._view.show_echo(code.title, coding.start, coding.end)
        return True

    def _in_vivo(self, start: int, end: int) -> str:
        words = " ".join(self._desk.text[start:end].split()).strip("“”\"'‘’.,;: ")
        return words if len(words) <= IN_VIVO_CHARACTERS else words[:IN_VIVO_CHARACTERS].rsplit(" ", 1)[0]

    def _family(self, code: Code | None) -> str | None:
        """Return the family of a code; none where no code is current: a new one makes a family then."""
        while code is not None and code.parent is not None:
            code = self._desk.codes.get(code.parent)
        return code.id if code is not None else None
