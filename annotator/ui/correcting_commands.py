"""How an article's text is corrected under everyone's codings, and what wants a look afterwards is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.importing.formats.endings import ENDINGS
from annotator.model import edits
from annotator.model.errors import AnnotatorError
from annotator.ui import background, messages
from annotator.ui.finding.correction_words import lines_of, lines_of_coding, lines_of_speaker, summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.importing.read_records import ReadArticle
    from annotator.model.changes import ChangeSet
    from annotator.model.edits.correcting import Correction
    from annotator.model.records import Article, Coding
    from annotator.ui.finding.correction_window import CorrectionWindow
    from annotator.ui.finding.places_window import PlacesWindow
    from annotator.ui.workspace import Workspace


@dataclass
class _Draft:
    """An article being corrected: what it was, the window, and the file the new text came from."""

    article: Article
    text: str
    window: CorrectionWindow
    read: ReadArticle | None = None


class CorrectingCommands:
    """The corrections in one open project."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._desk, self._tell = workspace, workspace.desk, tell
        self._draft: _Draft | None = None
        self._before: dict[str, str] = {}
        self.places: PlacesWindow | None = None

    @property
    def window(self) -> CorrectionWindow | None:
        """The window in which a text is being corrected."""
        return self._draft.window if self._draft else None

    def correct_the_text(self) -> None:
        """Open the article's text to correct it."""
        article = self._desk.article
        if article is None:
            return
        self._workspace.flush()
        self._leave_draft()
        from annotator.ui.finding.correction_window import CorrectionWindow  # windows are loaded when first asked for

        window = CorrectionWindow(article.title, self._desk.text, self._workspace.page.window())
        self._draft = _Draft(article, self._desk.text, window)
        window.corrected.connect(self._show_outcome)
        window.file_wanted.connect(self._choose_file)
        window.agreed.connect(self._correct)
        window.show()

    def passages_to_look_at(self) -> None:
        """List one's codings whose place is doubtful or lost."""
        from annotator.ui.finding.places_window import PlacesWindow

        if self.places is None:
            self.places = window = PlacesWindow(self._workspace.page.window())
            window.go_wanted.connect(self._go_to)
            window.confirm_wanted.connect(self._confirm)
            window.place_wanted.connect(self._place)
            window.remove_wanted.connect(self._remove)
            self._desk.session.changed.connect(self._show_places)
        self.places.show()
        self.places.raise_()
        self._show_places()

    def may_leave(self) -> bool:
        """Ask, where a correction is half typed, whether it may be lost."""
        return self._draft is None or self._draft.window.may_leave()

    def close(self) -> None:
        """Take the windows away with the project."""
        self._leave_draft()
        if self.places is not None:
            self.places.hide()
            self.places.deleteLater()
            self.places = None

    # the correction

    def _correction(self) -> Correction | str:
        """Return what the text as it stands in the window would do, or why it cannot be taken."""
        from annotator.model.edits.correcting import correct_text

        draft, project = self._draft, self._desk.session.project
        assert draft is not None
        text = draft.window.editor.text()
        read = draft.read if draft.read is not None and draft.read.text == text else None
        try:
            return correct_text(
                article=draft.article, old_text=draft.text, new_text=text, original=read.original if read else b"",
                blocks=project.blocks(draft.article.text_sha256), new_blocks=read.blocks if read else (),
                codings=project.codings(articles=[draft.article.id]),
                found_in_text=[*project.zones(draft.article.id), *project.quotations(draft.article.id)],
                verdicts=project.verdicts(draft.article.id),
            )  # fmt: skip
        except AnnotatorError as error:
            return error.sentence

    def _show_outcome(self) -> None:
        if self._draft is None:
            return
        correction = self._correction()
        if isinstance(correction, str):
            self._draft.window.show_outcome(correction, [], may_agree=False)
            return
        if not correction.change_set:
            self._draft.window.show_outcome("Nothing is changed yet.", [], may_agree=False)
            return
        own = [one for one in (*correction.doubtful, *correction.lost) if one.before.coder == self._desk.coder]
        told = summary(correction, self._coder_names(), self._desk.coder)
        lines = [lines_of(one, self._desk.codes) for one in own]
        lines += [lines_of_speaker(one) for one in correction.found.speakers]
        self._draft.window.show_outcome(told, lines, may_agree=True)

    def _coder_names(self) -> dict[str, str]:
        return {coder.id: coder.name for coder in self._desk.session.project.coders()}

    def _correct(self) -> None:
        correction, draft = self._correction(), self._draft
        if draft is None or isinstance(correction, str):
            self._show_outcome()
            return
        new_text, top = draft.window.editor.text(), self._workspace.page.view.shown_range()[0]
        if self._desk.session.do(correction.change_set) is None:
            draft.window.show_outcome("The text was not corrected; the main window says why.", [], may_agree=True)
            return
        self._leave_draft()
        self._stay_at(draft, new_text, top)
        doubtful = (*correction.doubtful, *correction.lost)
        self._before |= {one.before.id: one.before.quote for one in doubtful}
        told = summary(correction, self._coder_names(), self._desk.coder)
        self._tell(f"The text is corrected. Undo takes it back. {told}")
        if any(one.after.coder == self._desk.coder for one in doubtful):
            self.passages_to_look_at()

    def _stay_at(self, draft: _Draft, new_text: str, top: int) -> None:
        """Show the corrected text where one was in it."""
        if self._desk.article is not None and self._desk.article.id == draft.article.id and draft.text[top : top + 1]:
            from annotator.model.anchors import carry

            at = carry(draft.text, new_text, [(top, top + 1)])[0].start
            self._workspace.page.view.scroll_to(at, at)

    def _leave_draft(self) -> None:
        if self._draft is not None:
            self._draft.window.hide()
            self._draft.window.deleteLater()
            self._draft = None

    # a new version of the file

    def _choose_file(self) -> None:
        from annotator.importing.articles import read_articles

        assert self._draft is not None
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        path = messages.choose_file_to_open(self._draft.window, "New version of the file", f"Articles ({kinds})")
        if path is None:
            return
        self._draft.window.show_outcome(f"{path.name} is being read.", [], may_agree=False)
        background.run(
            lambda _progress, cancelled: next(iter(read_articles([path], cancelled=cancelled)), None),
            self._draft.window, self._take_file, self._refuse_file,
        )  # fmt: skip

    def _take_file(self, read: object) -> None:
        from annotator.importing.read_records import FailedFile, ReadArticle

        if self._draft is None:
            return
        if isinstance(read, FailedFile):
            self._refuse_file(read.why)
        elif isinstance(read, ReadArticle):
            self._draft.read = read
            self._draft.window.editor.show_text(read.text)
            self._draft.window.editor.document().setModified(True)
            self._show_outcome()

    def _refuse_file(self, sentence: str) -> None:
        if self._draft is not None:
            self._draft.window.show_outcome(sentence, [], may_agree=False)

    # what wants a look

    def _wanting(self) -> list[Coding]:
        own = self._desk.session.project.codings(coders=[self._desk.coder])
        return [coding for coding in own if coding.place != "sure"]

    def _show_places(self) -> None:
        if self.places is not None and self.places.isVisible():
            titles = {article.id: article.title for article in self._desk.articles.values()}
            self.places.show_codings([
                (one, lines_of_coding(one, titles.get(one.article, ""), self._desk.codes, self._before.get(one.id, "")))
                for one in self._wanting()
            ])  # fmt: skip

    def _coding(self, coding_id: str) -> Coding | None:
        return next((coding for coding in self._wanting() if coding.id == coding_id), None)

    def _go_to(self, coding_id: str) -> None:
        coding = self._coding(coding_id)
        if coding is None:
            return
        self._workspace.open_unless_open(coding.article)
        there = self._desk.codings.get(coding.id)
        if there is not None:
            self._workspace.walking.go_to(there)
        else:
            self._workspace.page.view.place_caret(coding.start)
            self._workspace.page.view.scroll_to(coding.start, coding.end)

    def _confirm(self, coding_id: str) -> None:
        from annotator.model.edits.correcting import confirm_place

        self._do(coding_id, lambda coding: confirm_place(coding=coding, text=self._text_of(coding)))

    def _place(self, coding_id: str) -> None:
        passage, article = self._workspace.page.view.passage(), self._desk.article
        coding = self._coding(coding_id)
        if passage is None or article is None or coding is None or coding.article != article.id:
            self._tell("Select in its article the passage that belongs to this coding, then place it there.")
            return
        start, end = passage
        self._do(coding_id, lambda coding: edits.move_ends(
            coding=coding, text=self._desk.text, start=start, end=end, code=self._desk.codes[coding.code],
            existing=list(self._desk.codings.values()),
        ))  # fmt: skip

    def _remove(self, coding_id: str) -> None:
        self._do(coding_id, lambda coding: edits.remove_coding(coding=coding, code=self._desk.codes[coding.code]))

    def _do(self, coding_id: str, make: Callable[[Coding], ChangeSet]) -> None:
        coding = self._coding(coding_id)
        if coding is None:
            return
        try:
            self._desk.session.do(make(coding))
        except AnnotatorError as error:
            self._tell(error.sentence)

    def _text_of(self, coding: Coding) -> str:
        return self._desk.session.project.text(self._desk.articles[coding.article].text_sha256)
