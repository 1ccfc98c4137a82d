"""What the window with the cast does to the open article: every gesture one step."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.casting import cast_of, folded
from annotator.model.counting import counted
from annotator.model.errors import Refused
from annotator.model.passage_speech import NOT_SPOKEN, REPORTED
from annotator.model.passages import overlap, paragraph_number, paragraphs
from annotator.ui.speakers.people_commands import PeopleCommands

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Coder, Quotation
    from annotator.ui.speakers.cast_window import CastWindow
    from annotator.ui.speakers.words_rows import SpokenPlace
    from annotator.ui.workspace import Workspace


class CastCommands:
    """The cast of the open article. `quotations` gives those of the article, `show_words_of` opens the other window."""

    def __init__(
        self, workspace: Workspace, quotations: Callable[[], list[Quotation]], show_words_of: Callable[[str], None]
    ) -> None:
        self._workspace, self._desk, self._view = workspace, workspace.desk, workspace.page.view
        self._quotations, self._show_words_of = quotations, show_words_of
        self.window: CastWindow | None = None
        self.people = PeopleCommands(workspace, quotations)
        self._starts: list[int] = []

    def show_cast(self, member: str = "") -> None:
        """Show who speaks in this article, with a member as the current one."""
        if self.window is None:
            self.window = self._made()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.read()
        self.window.choose(member)
        self.window.cast_list.setFocus()

    def read(self) -> None:
        """List the cast anew, if the window is open."""
        self.people.read()
        window, article = self.window, self._desk.article
        if window is None or not window.isVisible():
            return
        from annotator.ui.speakers.cast_rows import CastRow, row_of

        self._starts = [start for start, _ in paragraphs(self._desk.text)] if article else []
        said = self._spoken()
        rows = [row_of(member) for member in cast_of(said, self.people.people())]
        unknown = sum(not one.speaker and not one.confirmed for one in said)
        title = article.title if article else ""
        window.setWindowTitle(f"Who speaks here: {title}" if title else "Who speaks here")
        reported = counted(sum(one.kind == REPORTED for one in said), "passage") + " of reported speech"
        sentence = f"{told_cast(said) or 'No quotation'}; {reported}. Confirming settles what the rules are sure of."
        window.show_cast([*rows, CastRow("", unknown)] if unknown else rows, sentence)

    def close(self) -> None:
        """Take the window away with the project."""
        if self.window is not None:
            self.people.close()
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _made(self) -> CastWindow:
        from annotator.ui.speakers.cast_window import CastWindow  # loaded when the cast is first asked for

        window = CastWindow(self._workspace.page.window())
        window.member_wanted.connect(self._show_member)
        window.renamed.connect(self._rename)
        window.left_out.connect(self._leave_out)
        window.forms_wanted.connect(partial(self.people.show_forms, window))
        window.confirmed.connect(self._confirm)
        window.interview_wanted.connect(self._interview)
        window.everywhere_wanted.connect(self._show_words_of)
        window.go_wanted.connect(self._go_to)
        window.confirmed_one.connect(self._confirm_one)
        return window

    def _spoken(self) -> list[Quotation]:
        return [one for one in self._quotations() if one.kind not in NOT_SPOKEN]

    def _of(self, member: str) -> list[Quotation]:
        folded = member.casefold()
        return [
            one for one in self._spoken()
            if one.speaker.casefold() == folded and (member or not one.confirmed)
        ]  # fmt: skip

    def _show_member(self, member: str) -> None:
        if self.window is None:
            return
        from annotator.ui.speakers.words_rows import SpokenPlace

        places = [
            SpokenPlace(one, f"Paragraph {paragraph_number(self._starts, one.start):,}", one.reason)
            for one in self._of(member)
        ]  # fmt: skip
        self.window.show_words(places, self._words_of, self._codes_of)

    def _words_of(self, place: SpokenPlace) -> str:
        return self._desk.text[place.quotation.start : place.quotation.end]

    def _codes_of(self, place: SpokenPlace) -> str:
        span = place.quotation.start, place.quotation.end
        codes = {
            coding.code: None for coding in self._desk.own.by_id.values()
            if coding.place != "lost" and overlap((coding.start, coding.end), span)
        }  # fmt: skip
        return " · ".join(self._desk.codes[code].title for code in codes if code in self._desk.codes)

    @property
    def _coder(self) -> Coder:
        return self._desk.session.coder

    def _do(self, change_set: ChangeSet, sentence: str) -> None:
        if self._desk.session.do(change_set) is not None and self.window is not None:
            self.window.say(f"{sentence} Undo in the article takes it back." if change_set else "Nothing changed.")

    def _rename(self, old: str, new: str) -> None:
        joined = any(folded(one.name) == folded(new) for one in cast_of(self._spoken(), self.people.people()))
        try:
            done = self.people.merged(old, new)
        except Refused as error:
            if self.window is not None:
                self.window.say(error.sentence)
            return
        self._do(done, f"{old} and {new} are one." if joined else f"{old} is now {new}.")
        if self.window is not None:
            self.window.choose(new)

    def _leave_out(self, member: str) -> None:
        done = edits.leave_out_speaker(quotations=self._quotations(), speaker=member, coder=self._coder)
        number = len(done.changes)
        gone = self.people.forgotten(member)
        if gone is not None:
            done = replace(done, changes=(*done.changes, *gone.changes))
        self._do(done, f"{member} is no speaker: {counted(number, 'quotation')} without one.")

    def _confirm(self, member: str) -> None:
        said = self._of(member) if member else self._spoken()
        done = edits.confirm_cast(quotations=said, coder=self._coder)
        left = sum(bool(one.speaker) and one.grade == "guess" and not one.confirmed for one in said)
        guesses = f" {counted(left, 'guess', 'guesses')} left: look at each." if left else ""
        label = f"Confirm speaker: {member}" if member else done.label
        self._do(replace(done, label=label), f"{counted(len(done.changes), 'quotation')} confirmed.{guesses}")

    def _confirm_one(self, place: SpokenPlace) -> None:
        one = place.quotation
        done = edits.name_speaker(quotation=one, speaker=one.speaker, coder=self._coder)
        self._do(done, f"Confirmed: spoken by {one.speaker}.")

    def _interview(self, member: str) -> None:
        article = self._desk.article
        if article is None:
            return
        done = edits.set_interview(
            article=article, text=self._desk.text, speaker=member, coder=self._coder, quotations=self._quotations(),
            zones=self._desk.session.project.zones(article.id),
        )  # fmt: skip
        self._do(done, f"An interview with {member}: {counted(len(done.changes), 'place')} settled.")

    def _go_to(self, place: SpokenPlace) -> None:
        self._view.place_caret(place.quotation.start)
        self._view.scroll_to(place.quotation.start, place.quotation.end)
        self._view.window().activateWindow()
        self._view.setFocus()


def told_cast(quotations: list[Quotation]) -> str:
    """Return how much is said and by how many: `13 quotations, 2 speakers`; empty where nothing is quoted."""
    spoken = [one for one in quotations if one.kind not in NOT_SPOKEN and one.kind != REPORTED]
    names = {one.speaker.casefold() for one in spoken if one.speaker}
    parts = counted(len(spoken), "quotation") if spoken else "", counted(len(names), "speaker") if names else ""
    return ", ".join(part for part in parts if part)
