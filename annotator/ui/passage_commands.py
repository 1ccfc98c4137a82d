"""What is done to the passage of the current coding: its ends moved, split in two, joined with its neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.ui.article import keyboard
from annotator.ui.bracket_keys import at_hand
from annotator.ui.shortcuts.naming import first_key, present_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Coding
    from annotator.ui.article.article_page import ArticlePage
    from annotator.ui.desk import Desk
    from annotator.ui.selection import Selection
    from annotator.ui.trying import Span, Trying

OUTWARD = ("start_outward", "start out"), ("end_outward", "end out")
INWARD = ("start_inward", "start in"), ("end_inward", "end in")


class PassageCommands:
    """Each gesture is one step; in ends mode nothing is written before it is kept."""

    def __init__(
        self, page: ArticlePage, desk: Desk, selection: Selection, trying: Trying, tell: Callable[[str], None]
    ) -> None:
        self._page, self._view = page, page.view
        self._desk = desk
        self._selection = selection
        self._trying = trying
        self._tell = tell

    # ends

    def change_ends(self) -> None:
        """Make the current coding's passage the selection, to be changed by any selection key; or keep it."""
        coding = self._coding()
        if self._view.ends_mode:
            self._view.keep_ends()
        elif coding is not None:
            self._view.begin_ends(coding.id)

    def leave_ends(self) -> bool:
        """Leave ends mode with everything as it was; tell whether it was on."""
        on = self._view.ends_mode is not None
        self._view.leave_ends()
        return on

    def show_ends_mode(self) -> None:
        """Say by which keys ends mode is kept and left, as long as it lasts."""
        coding = self._desk.codings.get(self._view.ends_mode or "")
        if coding is None:
            self._page.hint.hide()
        else:
            keys = ends_keys(brackets=at_hand(self._view))
            self._page.hint.show_keys(f"Ends of {self._desk.codes[coding.code].title}", keys)

    def start_outward(self) -> None:
        """Begin one word earlier."""
        self._step(keyboard.move_start, outward=True)

    def start_inward(self) -> None:
        """Begin one word later."""
        self._step(keyboard.move_start, outward=False)

    def end_outward(self) -> None:
        """End one word later."""
        self._step(keyboard.move_end, outward=True)

    def end_inward(self) -> None:
        """End one word earlier."""
        self._step(keyboard.move_end, outward=False)

    def ends_moved(self, coding_id: str, start: int, end: int) -> None:
        """Give a coding the ends that were dragged, or kept in ends mode."""
        coding, desk = self._desk.codings.get(coding_id), self._desk
        if coding is None:
            return
        code = desk.codes[coding.code]
        made = self._trying.edit(
            lambda there: edits.move_ends(
                coding=coding, text=desk.text, start=start, end=end, code=code, existing=there
            ),
            code.id, [(start, end)], but=[coding.id],
        )  # fmt: skip
        if made and desk.session.do(made) is not None:
            if self._selection.coding is None:  # else it is current, or another one is already: the ends were kept
                self._selection.set_coding(coding.id)
            self._say_there(coding, f"Ends moved: {code.title}")

    # two from one, one from two

    def split_coding(self) -> None:
        """Split the current coding at the caret; the first part stays current."""
        caret, _ = self._view.caret(), self._view.keep_ends()
        coding, desk = self._coding(), self._desk
        if coding is None:
            return
        code = desk.codes[coding.code]
        parts = [(coding.start, caret), (caret, coding.end)] if coding.start < caret < coding.end else []
        made = self._trying.edit(
            lambda there: edits.split_coding(coding=coding, text=desk.text, at=caret, code=code, existing=there),
            code.id, parts, but=[coding.id],
        )  # fmt: skip
        self._do(made, coding, f"Split: {code.title}")

    def join_codings(self) -> None:
        """Join the current coding with one of the same code that touches it, rather the one after it."""
        self._view.keep_ends()
        coding, desk = self._coding(), self._desk
        if coding is None:
            return
        code, other = desk.codes[coding.code], self.neighbour(coding)
        if other is None:
            self._tell(f"No other coding of {code.title} touches this one, so nothing was joined. Move its ends first.")
            return
        whole = min(coding.start, other.start), max(coding.end, other.end)
        made = self._trying.edit(
            lambda there: edits.join_codings(coding=coding, other=other, text=desk.text, code=code, existing=there),
            code.id, [whole], but=[coding.id, other.id],
        )  # fmt: skip
        self._do(made, min(coding, other, key=lambda one: (one.start, one.end)), f"Joined: {code.title}")

    # inside

    def _coding(self) -> Coding | None:
        return self._desk.codings.get(self._selection.coding or "")

    def _step(self, move: Callable[..., Span], *, outward: bool) -> None:
        coding = self._coding()
        if coding is None:
            return
        if not self._view.ends_mode:
            self.ends_moved(coding.id, *move(self._view, coding.start, coding.end, outward))
        elif passage := self._view.ends:
            self._view.select_passage(*move(self._view, *passage, outward))

    def neighbour(self, coding: Coding) -> Coding | None:
        """Return a coding of the same code that begins or ends where this one ends or begins, or overlaps there."""
        text, before, after = self._desk.text, coding.start - 1, coding.end
        while after < len(text) and text[after].isspace():
            after += 1
        while before >= 0 and text[before].isspace():
            before -= 1
        for place in (after, coding.end - 1, coding.start, before):
            for other_id in self._view.marks_at(place) if 0 <= place < len(text) else []:
                other = self._desk.codings.get(other_id)
                if other is not None and other.code == coding.code and other.id != coding.id:
                    return other
        return None

    def _do(self, made: ChangeSet | None, coding: Coding, sentence: str) -> None:
        """Write it, make the coding current and name at its place what was done."""
        if not made or self._desk.session.do(made) is None:
            return
        self._selection.set_coding(coding.id)
        self._say_there(coding, sentence)

    def _say_there(self, coding: Coding, sentence: str) -> None:
        there = self._desk.codings[coding.id]
        self._view.show_echo(sentence, there.start, there.end)


def ends_keys(*, brackets: bool = True) -> list[tuple[str, str]]:
    """Return which key does what in ends mode; inward is told by its modifier where that is all the difference.

    Where brackets are no keys a hand falls on, the keys that select tell how.
    """
    keeps = present_keys(("find_code", "keeps"), ("step_out", "leaves"))
    if not brackets and {first_key(action) for action, _ in OUTWARD} == {"[", "]"}:
        return [*keeps, ("Shift+Right", "end out"), ("Shift+Left", "in")]
    inward = present_keys(*INWARD)
    pairs = zip(INWARD, OUTWARD, strict=True)
    if all(first_key(inside) == f"Shift+{first_key(outside)}" for (inside, _), (outside, _) in pairs):
        inward = [("Shift", "in")]
    return [*keeps, *present_keys(*OUTWARD), *inward]
