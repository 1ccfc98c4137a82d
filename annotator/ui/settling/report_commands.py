"""How a comparison goes out on paper: the report with everything, or the agenda of what is to be discussed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.counting import counted
from annotator.model.errors import AnnotatorError
from annotator.ui import messages
from annotator.ui.shortcuts.naming import with_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.exporting.agreement_report import AgreementReport
    from annotator.ui.settling.review_desk import ReviewDesk

KINDS = "For print (*.html);;For Word (*.docx)"
NOTHING_COMPARED = "Nothing is compared yet, so there is no report. Both have to finish an article first."
NOTHING_TO_DISCUSS = "Nothing is to be discussed yet. {discuss_difference} puts a difference on the agenda."


class ReportCommands:
    """Writes what the Review page shows now."""

    def __init__(self, parent: QWidget, desk: ReviewDesk, tell: Callable[..., None]) -> None:
        self._parent, self._desk, self._tell = parent, desk, tell

    def write_report(self) -> None:
        """Ask for a place and write the report of the comparison."""
        report = self._report()
        if report is None or not (report.rows or report.differences):
            self._tell(NOTHING_COMPARED)
        else:
            self._write("Report of the comparison", "agreement", report)

    def write_agenda(self) -> None:
        """Ask for a place and write what is to be discussed."""
        report = self._report(agenda=True)
        if report is None or not report.differences:
            self._tell(with_keys(NOTHING_TO_DISCUSS))
        else:
            self._write("Agenda", "to discuss", report)

    def _report(self, *, agenda: bool = False) -> AgreementReport | None:
        from annotator.jobs.reporting import report_of

        desk = self._desk
        if desk.work is None or desk.a is None or desk.b is None:
            return None
        project = desk.session.project
        return report_of(
            project, desk.work, desk.a, desk.b, reviewer=desk.session.coder.id, name=project.name, agenda=agenda
        )  # fmt: skip

    def _write(self, title: str, ending: str, report: AgreementReport) -> None:
        from annotator.exporting.agreement_report import ENDINGS, write_report

        path = self._desk.session.project.path
        suggested = path.with_name(f"{path.stem} {ending}.html")
        out = messages.choose_place_to_save(self._parent, title, suggested, KINDS)
        if out is None:
            return
        out = out if out.suffix.lower() in ENDINGS else Path(f"{out}.html")
        try:
            write_report(report, out)
        except AnnotatorError as error:
            self._tell(error.sentence, "problem")
        else:
            told = counted(len(report.differences), "difference")
            self._tell(f"Figures of {counted(len(report.rows), 'code')} and {told} are in {out}.", passing=False)
