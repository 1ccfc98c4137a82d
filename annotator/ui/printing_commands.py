"""How the open article is printed or saved as PDF: asked, done in the background, told."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from annotator.model.scheme_tree import with_sub_codes
from annotator.ui import background, messages
from annotator.ui.article.article_page import article_facts
from annotator.ui.dates import shown_date
from annotator.ui.finding.text_column import text_column
from annotator.ui.printing.file_name import file_name
from annotator.ui.printing.printout import Printout
from annotator.ui.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.workspace import Workspace


class PrintingCommands:
    """One at a time. What is printed is as it was when it was asked for; coding goes on meanwhile."""

    def __init__(self, workspace: Workspace, tell: Callable[..., None]) -> None:
        self._workspace, self._tell = workspace, tell
        self._job: background.Job | None = None
        self._strip = Strip("Printing", "Stop")
        self._strip.pressed.connect(self._stop)
        text_column(workspace.page.view).put_above(self._strip)

    @property
    def busy(self) -> bool:
        """Tell whether something is being printed."""
        return self._job is not None

    def print_article(self) -> None:
        """Ask for a printer and print the open article with its codings."""
        if self._may_begin():
            from annotator.ui.printing.printer import ask_printer, print_on

            printer = ask_printer(self._workspace.page.window())
            if printer is not None:
                self._begin(partial(print_on, printer, self.printout()))

    def save_as_pdf(self) -> None:
        """Ask for a place and write the open article with its codings as a PDF."""
        if not self._may_begin():
            return
        from annotator.ui.printing.output import save_pdf, usual_layout

        desk = self._workspace.desk
        assert desk.article is not None
        suggested = desk.session.project.path.with_name(f"{file_name(desk.article.title)}.pdf")
        out = messages.choose_place_to_save(self._workspace.page.window(), "Save as PDF", suggested, "PDF (*.pdf)")
        if out is not None:
            out = out if out.suffix else out.with_suffix(".pdf")
            self._begin(partial(save_pdf, out, self.printout(), usual_layout()))

    def printout(self) -> Printout:
        """Return what is printed: the open article with one's own codings, all or those that are not faded."""
        desk, filtering = self._workspace.desk, self._workspace.hands.filtering
        article = desk.article
        assert article is not None
        only = set(with_sub_codes([filtering.only], desk.codes.values()) if filtering.only else desk.codes)
        own = [coding for coding in desk.codings.values() if coding.code in only]
        marks = sorted((desk.mark(coding) for coding in own), key=lambda mark: (mark.start, mark.end, mark.id))
        return Printout(
            title=article.title, facts=article_facts(article, desk.words.of(article.id)), text=desk.text,
            blocks=desk.session.project.blocks(article.text_sha256),
            aside=tuple(self._workspace.page.view.quiet_marks), marks=tuple(marks),
            memos={coding.id: coding.memo for coding in own if coding.memo.strip()},
            remark=self._remark(article.id), coder=desk.session.coder.name, project=desk.session.project.name,
            day=shown_date(datetime.now().astimezone().date().isoformat()),
            only=desk.codes[filtering.only].title if filtering.only else "",
        )  # fmt: skip

    def close(self) -> None:
        """Stop what is under way, and take the strip away."""
        if self._job is not None:
            self._job.cancel()
            background.wait()
            self._job = None
        self._strip.hide()
        self._strip.deleteLater()

    def _may_begin(self) -> bool:
        if self.busy:
            self._tell("Something is being printed. Wait for it, or stop it, then try again.")
            return False
        self._workspace.flush()
        return self._workspace.desk.article is not None

    def _remark(self, article_id: str) -> str:
        session = self._workspace.session
        memos = session.project.memos(about="article", subject=article_id)
        return next((memo.text for memo in memos if memo.coder == session.coder.id), "")

    def _begin(self, work: background.Work) -> None:
        self._job = background.run(work, self._strip, self._finished, self._failed, self._progressed)

    def _progressed(self, done: int, total: int) -> None:
        if self._job is not None and total > 1:
            self._strip.say(f"Page {done:,} of {total:,}", aloud=done == 1)

    def _finished(self, sentence: object) -> None:
        self._ended()
        self._tell(str(sentence), passing=False)

    def _failed(self, sentence: str) -> None:
        self._ended()
        self._tell(sentence, "problem")

    def _ended(self) -> None:
        self._job = None
        self._strip.hide()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
