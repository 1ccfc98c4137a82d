"""What goes out through the window, and schemes that come in; and that one long job is under way at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.importing.formats.endings import ENDINGS, TABLES
from annotator.model.edits import import_scheme
from annotator.model.errors import AnnotatorError
from annotator.model.speaking import passing_on
from annotator.project.project import Project
from annotator.ui import background, messages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from annotator.ui.extracts.counting import Counting
    from annotator.ui.extracts.export_choice import ExportChoice
    from annotator.ui.extracts.export_window import ExportWindow
    from annotator.ui.session import Session
    from annotator.ui.strip import Strip


class Transfers:
    """One at a time; editing may go on while extracts are written, and waits while articles come in."""

    def __init__(self, window: QWidget, tell: Callable[..., None], progress: Strip) -> None:
        self._window = window
        self._tell = tell
        self._progress = progress
        progress.pressed.connect(self.stop)
        self._job: background.Job | None = None
        self._counting: Counting | None = None

    @property
    def busy(self) -> bool:
        """Tell whether something is under way."""
        return self._job is not None

    def choose_articles(self, parent: QWidget) -> list[Path]:
        """Ask which files to import."""
        kinds = " ".join(f"*{ending}" for ending in (*ENDINGS, *TABLES))
        return messages.choose_files(parent, "Import articles", f"Articles ({kinds});;All files (*)")

    def export_extracts(self, session: Session) -> None:
        """Ask what shall go out, and write it."""
        project = session.project
        if self._refuses():
            return
        from annotator.ui.extracts.counting import Counting  # what goes out is loaded when something does
        from annotator.ui.extracts.export_window import ExportWindow

        window = ExportWindow(
            project.coders(), project.codes(), project.articles(), None,
            project.path.with_name(f"{project.name} extracts.csv"), parent=self._window, speakers=project.speakers(),
            groups=project.groups(), vias=passing_on(project.quotations()),
        )  # fmt: skip
        self._counting = Counting(project.path, window, self._window)
        self._ask_and_export(session, window)

    def _ask_and_export(self, session: Session, window: ExportWindow) -> None:
        choice = window.ask()
        if choice is None:
            self._drop(window)
            return
        path = session.project.path

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
            del progress, cancelled
            return write_export(path, choice)

        def finished(sentence: object) -> None:
            self._drop(window)
            self._tell(str(sentence), passing=False)

        def failed(sentence: str) -> None:
            if session.closed:
                self._tell(sentence, "problem")
                return
            window.show_failure(sentence)
            self._ask_and_export(session, window)

        self.begin(work, finished, failed)

    def _drop(self, window: ExportWindow) -> None:
        if self._counting is not None:
            self._counting.stop()
            self._counting = None
        window.deleteLater()

    def import_scheme(self, session: Session) -> None:
        """Ask for a scheme file and merge it in."""
        file = messages.choose_file_to_open(self._window, "Import scheme", "Scheme (*.csv)")
        if file is None:
            return
        from annotator.importing.scheme_csv import read_scheme

        try:
            read = read_scheme(file)
            merge = import_scheme(
                rows=read.rows, codes=session.project.codes(), coder=session.coder, has_keys=read.has_keys
            )
        except AnnotatorError as error:
            self._tell(error.sentence, "problem")
            return
        if merge.change_set and session.do(merge.change_set) is None:
            return
        self._tell(f"Codes: {len(merge.new)} new, {len(merge.changed)} changed, {len(merge.same)} same.", passing=False)

    def export_scheme(self, session: Session) -> None:
        """Ask for a place and write the scheme."""
        suggested = session.project.path.with_name(f"{session.project.name} scheme.csv")
        out = messages.choose_place_to_save(self._window, "Export scheme", suggested, "Scheme (*.csv)")
        if out is None:
            return
        from annotator.exporting.scheme_csv import write_scheme_csv

        try:
            write_scheme_csv(out, session.project.codes())
        except AnnotatorError as error:
            self._tell(error.sentence, "problem")
            return
        self._tell(f"The scheme is in {out}.", passing=False)

    def wait(self) -> None:
        """Before the window closes: stop an import, let an export come to its end."""
        if self._job is not None:
            self._job.cancel()
        if self._counting is not None:
            self._counting.stop()
        background.wait()

    def begin(
        self,
        work: background.Work,
        finished: Callable[[object], None],
        failed: Callable[[str], None] | None = None,
        progressed: Callable[[int, int], None] | None = None,
    ) -> bool:
        """Begin a job where none is under way; tell whether it began."""
        if self._refuses():
            return False

        def told_result(result: object) -> None:
            self._ended()
            finished(result)

        def told_failure(sentence: str) -> None:
            self._ended()
            if failed is not None:
                failed(sentence)
            else:
                self._tell(sentence, "problem")

        self._job = background.run(work, self._window, told_result, told_failure, progressed)
        return True

    def stop(self) -> None:
        """Ask what is under way to stop."""
        if self._job is not None:
            self._job.cancel()

    def _refuses(self) -> bool:
        if self._job is not None:
            self._tell("Another import or export is under way. Wait for it, then try again.")
        return self._job is not None

    def _ended(self) -> None:
        self._job = None
        self._progress.hide()


def write_export(path: Path, choice: ExportChoice) -> str:
    """Write an export from a project file; return the sentence that says what went out."""
    from annotator.exporting.export import export_extracts
    from annotator.exporting.options import ExportOptions
    from annotator.jobs.taking_out import export_source, told_filters

    with Project.open(path, read_only=True) as project:
        options = ExportOptions(
            context=choice.context, anonymous=choice.anonymous, safe_cells=choice.safe_cells,
            without_texts=choice.without_texts, marking=choice.marking, filters=told_filters(project, choice.filter),
        )  # fmt: skip
        manifest = export_extracts(choice.out, export_source(project, choice.filter), options, format=choice.format)
    return f"{manifest.counts['extracts']:,} extracts are in {choice.out}, with a manifest beside them."
