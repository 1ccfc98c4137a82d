"""How it is said who is who in the open article: forms of a name, somebody new, two that are one. One step each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.jobs.casting_anew import with_speakers_anew
from annotator.model import edits
from annotator.model.casting import PRONOUNS, cast_of, folded
from annotator.model.edits.people import person_called
from annotator.ui.writing_on_sheets import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Article, Person, Quotation
    from annotator.ui.speakers.cast_window import CastWindow
    from annotator.ui.speakers.forms_window import FormsWindow
    from annotator.ui.workspace import Workspace


class PeopleCommands:
    """`quotations` gives those of the open article. What is said reaches all of them that nobody confirmed."""

    def __init__(self, workspace: Workspace, quotations: Callable[[], list[Quotation]]) -> None:
        self._desk, self._quotations = workspace.desk, quotations
        self.window: FormsWindow | None = None
        self._about = ""

    def people(self) -> list[Person]:
        """Return who was made known by hand in the open article."""
        article = self._desk.article
        return self._desk.session.project.people(article.id) if article is not None else []

    def show_forms(self, beside: CastWindow, name: str) -> None:
        """Show the forms of a name; an empty one asks for somebody new."""
        from annotator.ui.speakers.forms_window import FormsWindow

        article = self._desk.article
        if article is None or (self.window is not None and not self.window.may_go()):
            return
        self.close()
        self.window, self._about = FormsWindow(beside), article.id
        self.window.added.connect(partial(self._add, beside))
        self.window.taken_away.connect(self._take_away)
        self.window.finished.connect(self._forget_window)
        self._show(name)
        self.window.appear()

    def merged(self, old: str, new: str) -> ChangeSet:
        """Return how somebody gets another name, or becomes one with somebody else. Raises Refused."""
        return self._anew(lambda article: edits.merge_people(
            article=article, name=old, into=new, people=self.people(), quotations=self._quotations(),
            coder=self._desk.session.coder,
        ))  # fmt: skip

    def forgotten(self, name: str) -> ChangeSet | None:
        """Return how somebody who was made known leaves the cast; none where nobody had."""
        there = next((one for one in self.people() if folded(one.name) == folded(name)), None)
        return edits.forget_person(person=there) if there is not None else None

    def read(self) -> None:
        """Show the forms anew, if the window is open; it goes with its article."""
        if self.window is None:
            return
        if self._desk.article is None or self._desk.article.id != self._about:
            self.close()
        else:
            self._show(self.window.name)

    def close(self) -> None:
        """Take the window away."""
        if self.window is not None:
            self.window.done(0)

    def _show(self, name: str) -> None:
        window = self.window
        if window is None:
            return
        member = next(
            (one for one in cast_of(self._quotations(), self.people()) if folded(one.name) == folded(name)), None
        )
        typed = member.by_hand if member is not None else ()
        others = member.forms[len(typed) :] if member is not None else ()
        printed = [form for form in others if folded(form) not in PRONOUNS]
        window.show_forms(member.name if member is not None else name, typed, printed)

    def _add(self, beside: CastWindow, typed: str) -> None:
        window = self.window
        if window is None:
            return
        name, coder = window.name, self._desk.session.coder
        if name:
            make = partial(self._anew, lambda article: edits.add_form(
                article=article, name=name, form=typed, people=self.people(), quotations=self._quotations(),
                coder=coder,
            ))  # fmt: skip
        else:
            make = partial(self._anew, lambda article: edits.add_person(
                article=article, name=typed, people=self.people(), coder=coder
            ))  # fmt: skip
        if written(self._desk.session, make, window.show_problem):
            window.done_with()
            self._show(name or typed)
            beside.choose(name or typed)

    def _take_away(self, form: str) -> None:
        person = person_called(self.people(), form)
        if self.window is not None and person is not None:
            make = partial(self._anew, lambda _article: edits.remove_form(person=person, form=form))
            written(self._desk.session, make, self.window.show_problem)

    def _anew(self, make: Callable[[Article], ChangeSet]) -> ChangeSet:
        """Return a gesture with what follows from it for those who speak."""
        article = self._desk.article
        assert article is not None
        gesture = make(article)
        return with_speakers_anew(
            gesture, text=self._desk.text, people=self.people(), quotations=self._quotations(),
            zones=self._desk.session.project.zones(article.id),
        )  # fmt: skip

    def _forget_window(self, _result: int) -> None:
        self.window = None
