"""How words are looked for in all articles of the project, opened where they stand, and coded after a look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.model.changes import ChangeSet
from annotator.model.errors import AnnotatorError
from annotator.model.zones import without_zones

if TYPE_CHECKING:
    from annotator.model.keyword_in_context import ArticleHits
    from annotator.model.records import Code, Zone
    from annotator.ui.finding.everywhere_window import EverywhereWindow
    from annotator.ui.workspace import Workspace

LONGEST_TAKEN = 80


class FindingEverywhere:
    """Owns the window of the search; it stays beside the work and goes with the project."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._desk = workspace, workspace.desk
        self.window: EverywhereWindow | None = None

    def open(self) -> None:
        """Open the window; a short selection is what is looked for."""
        window = self.window or self._made()
        passage = self._workspace.page.view.passage()
        words = self._desk.text[slice(*passage)] if passage else ""
        if words and len(words) <= LONGEST_TAKEN and "\n" not in words:
            window.field.setText(f'"{words}"' if " " in words else words)
            window.search_now()
        window.show()
        window.raise_()
        window.activateWindow()
        window.field.selectAll()
        window.field.setFocus()

    def close(self) -> None:
        """Take the window away with the project."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _made(self) -> EverywhereWindow:
        from annotator.ui.finding.everywhere_window import EverywhereWindow  # loaded with the first search

        self.window = window = EverywhereWindow(self._workspace.page.window())
        window.asked.connect(self._search)
        window.opened.connect(self._open_hit)
        window.code_wanted.connect(self._choose_code)
        window.undo_wanted.connect(self._undo)
        window.finder.chosen.connect(lambda code_id, _stay: self._code_with(code_id))
        window.finder.new_code_wanted.connect(lambda name, family, _stay: self._code_with_new(name, family))
        window.finder.closed.connect(window.list.setFocus)
        self._desk.articles_changed.connect(self.search_again)
        self._desk.session.changed.connect(self._something_done)
        return window

    def _search(self, words: str) -> None:
        if self.window is None:
            return
        try:
            self.window.show_found(self._without_aside(self._desk.session.project.find(words)))
        except AnnotatorError as error:
            self.window.say(error.sentence)

    def _without_aside(self, found: list[ArticleHits]) -> list[ArticleHits]:
        """Leave out what is set aside, unless it is asked for; that some was left out is said."""
        assert self.window is not None
        zones: dict[str, list[Zone]] = {}
        for zone in self._desk.session.project.zones():
            zones.setdefault(zone.article, []).append(zone)
        kept = [replace(one, hits=tuple(without_zones(one.hits, zones.get(one.article.id, ())))) for one in found]
        self.window.show_aside(sum(len(one.hits) for one in found) - sum(len(one.hits) for one in kept))
        return found if self.window.aside.isChecked() else [one for one in kept if one.hits]

    def search_again(self) -> None:
        """Look again, where the window is open."""
        if self.window is not None and self.window.isVisible():
            self._search(self.window.field.text())

    def _open_hit(self, row: int, go_there: bool) -> None:
        assert self.window is not None
        found, hit = self.window.rows.hit_at(row)
        self._workspace.open_unless_open(found.article.id)
        if self._desk.article is None or self._desk.article.id != found.article.id:
            return
        self._workspace.page.view.select_passage(*hit)
        if go_there:
            self._workspace.page.window().activateWindow()
            self._workspace.page.view.setFocus()

    def _choose_code(self) -> None:
        window, desk, coding = self.window, self._desk, self._workspace.coding
        assert window is not None
        window.finder.may_make = self._workspace.page.finder.may_make  # a locked scheme takes no new code
        window.finder.open_for(
            window.button_rect(), list(desk.codes.values()), desk.lines_of_paths(), coding.recent, "",
            self._family(),
        )  # fmt: skip

    def _family(self) -> str | None:
        """Return the family of the current code; none where no code is current: a new one makes a family then."""
        codes = self._desk.codes
        code = codes.get(self._workspace.selection.code or "")
        while code is not None and code.parent is not None:
            code = codes.get(code.parent)
        return code.id if code is not None else None

    def _code_with(self, code_id: str) -> None:
        code = self._desk.codes.get(code_id)
        if code is not None:
            self._code_all(code)

    def _code_with_new(self, name: str, family: str) -> None:
        made = self._workspace.coding.new_code(name, family)
        if made is not None:
            gesture, code = made
            self._code_all(code, gesture)

    def _code_all(self, code: Code, made: ChangeSet | None = None) -> None:
        from annotator.model.edits.coding_hits import code_hits

        window, session = self.window, self._desk.session
        assert window is not None
        found = window.rows.chosen()
        try:
            own = session.project.codings(articles=[one.article.id for one in found], coders=[session.coder.id])
            coded = code_hits(
                found=found, code=code, coder=session.coder, existing=own,
                as_sentences=window.as_sentences.isChecked(),
            )  # fmt: skip
        except AnnotatorError as error:
            self._say(error.sentence)
            return
        number = len(coded.change_set.changes)
        gesture = coded.change_set
        if made is not None and number:
            gesture = ChangeSet(f"Make code {code.title} and {gesture.label}", (*made.changes, *gesture.changes))
        if gesture and session.do(gesture) is None:
            self._say("Nothing was coded; the main window says why.")
            return
        self._say(_told(number, coded.skipped, code), may_undo=bool(number))

    def _undo(self) -> None:
        self._workspace.going.undo()
        self._say("Taken back.")

    def _something_done(self) -> None:
        if self.window is not None:
            self.window.undo_button.hide()

    def _say(self, sentence: str, *, may_undo: bool = False) -> None:
        if self.window is not None:
            self.window.say(sentence, may_undo=may_undo)


def _told(number: int, skipped: int, code: Code) -> str:
    passages = f"{number:,} passage{'' if number == 1 else 's'}"
    coded = f"Coded {passages}: {code.title}." if number else "Nothing was coded."
    if not skipped:
        return coded
    were = "1 was left out, since it has" if skipped == 1 else f"{skipped:,} were left out, since they have"
    return f"{coded} {were} this code already."
