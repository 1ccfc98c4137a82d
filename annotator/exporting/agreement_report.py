"""How a comparison becomes a page or a Word file to print: figures, how they are reckoned, each difference decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.exporting.printable import printable
from annotator.exporting.safe_file import replacing
from annotator.model.counting import counted
from annotator.model.errors import Refused
from annotator.model.figures import coefficient, interval, percent
from annotator.shipped import shipped_folder

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

HEADS = ("Code", "Only A", "Both", "Only B", "Percent", "Alpha", "95 % interval", "Kappa", "F1", "Open")
LIST_HEADS = ("Place", "Difference", "A", "B", "Decision", "Reason")
ENDINGS = (".html", ".docx")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """The figures of a code, or of all pooled. `note` says why a figure is missing."""

    code: str
    a_only: int
    both: int
    b_only: int
    percent: float | None
    alpha: float | None
    low: float | None
    high: float | None
    kappa: float | None
    f1: float | None
    open: int
    note: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        counts = (self.a_only, self.both, self.b_only)
        return (
            self.code, *(f"{number:,}" for number in counts), percent(self.percent), coefficient(self.alpha),
            interval(self.low, self.high), coefficient(self.kappa), coefficient(self.f1), f"{self.open:,}",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportDifference:
    """A difference as it is printed: where, what kind under which code, both passages, what was decided and why."""

    place: str
    kind: str
    a: str
    b: str
    decision: str
    reason: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        return self.place, self.kind, self.a, self.b, self.decision, self.reason


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """All that is printed. `facts`: name and value of whatever is needed to reckon the figures again."""

    title: str
    coders: tuple[str, str]
    sentence: str
    facts: tuple[tuple[str, str], ...]
    rows: tuple[ReportRow, ...]
    pooled: ReportRow
    left_out: tuple[tuple[str, str], ...] = ()
    differences: tuple[ReportDifference, ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands above the figures."""
        a, b = self.coders
        return tuple({"Only A": f"Only {a}", "Only B": f"Only {b}"}.get(head, head) for head in HEADS)

    @property
    def list_heads(self) -> tuple[str, ...]:
        """What stands above the differences."""
        a, b = self.coders
        return tuple({"A": a, "B": b}.get(head, head) for head in LIST_HEADS)

    @property
    def list_title(self) -> str:
        """The heading over the differences."""
        return counted(len(self.differences), "difference")


def write_report(report: AgreementReport, out: Path) -> None:
    """Write the report as a page (.html) or for Word (.docx).

    Raises Refused for another ending, CannotWrite when the file cannot be written.
    """
    if out.suffix.lower() not in ENDINGS:
        message = f"A report is written as {' or '.join(ENDINGS)}, so {out.name} was not. Give the file such an ending."
        raise Refused(message)
    with replacing(out) as (part,):
        if out.suffix.lower() == ".html":
            part.write_text(_page(report), encoding="utf-8", newline="\n")
        else:
            _word(report).save(str(part))


def _page(report: AgreementReport) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(shipped_folder("resources") / "templates"), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=lambda value: printable(value) if isinstance(value, str) else value,
    )  # fmt: skip
    return environment.get_template("agreement.html").render(report=report)


def _word(report: AgreementReport) -> Document:
    import docx
    from docx.enum.section import WD_ORIENT

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.core_properties.title = printable(report.title)
    document.core_properties.author = ""
    document.add_heading(printable(report.title), 0)
    document.add_paragraph(printable(report.sentence))
    _table(document, report.heads, [row.cells for row in (*report.rows, report.pooled)], last_bold=True)
    for row in report.rows:
        if row.note:
            document.add_paragraph(printable(f"{row.code}: {row.note}."), style="List Bullet")
    document.add_heading("How the figures are reckoned", 1)
    for name, value in report.facts:
        line = document.add_paragraph()
        line.add_run(printable(f"{name}: ")).bold = True
        line.add_run(printable(value))
    if report.left_out:
        document.add_heading("Left out", 1)
        for title, why in report.left_out:
            document.add_paragraph(printable(f"{title}: {why}."), style="List Bullet")
    if report.differences:
        document.add_heading(report.list_title, 1)
        _table(document, report.list_heads, [one.cells for one in report.differences])
    return document


def _table(document: Document, heads: tuple[str, ...], rows: list[tuple[str, ...]], *, last_bold: bool = False) -> None:
    table = document.add_table(rows=1, cols=len(heads), style="Light Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = printable(head)
    for number, row in enumerate(rows):
        for cell, value in zip(table.add_row().cells, row, strict=True):
            run = cell.paragraphs[0].add_run(printable(value))
            run.bold = last_bold and number == len(rows) - 1
