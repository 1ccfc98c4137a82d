"""How pages get out: into the bytes of a PDF, or to a printer. Runs on any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QLocale, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from annotator.exporting.safe_file import replacing
from annotator.model.errors import CannotWrite
from annotator.ui.printing.painting import PagePainter
from annotator.ui.printing.paper import PER_INCH, Paper
from annotator.ui.printing.typeset_pages import pages_of
from annotator.ui.theme import on_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from annotator.ui.background import Cancelled, Progress
    from annotator.ui.printing.printout import Printout
    from annotator.ui.printing.typeset_pages import Pages

STOPPED = "Stopped, so nothing was written."
NO_PAGE = "None of the pages that were asked for is there, so nothing was printed."
POINTS_PER_INCH = 72


def every_page(_page: int) -> bool:
    """Want all pages."""
    return True


def usual_layout() -> QPageLayout:
    """Return the paper that is usual here, A4 or Letter, used to its edges."""
    american = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


def paper_of(layout: QPageLayout) -> Paper:
    """Return the sheet of a page layout, its orientation included."""
    full = layout.fullRect(QPageLayout.Unit.Point)
    return Paper(full.width() * PER_INCH / POINTS_PER_INCH, full.height() * PER_INCH / POINTS_PER_INCH)


def save_pdf(
    out: Path, printout: Printout, layout: QPageLayout, progress: Progress, cancelled: Cancelled,
    wanted: Callable[[int], bool] = every_page,
) -> str:  # fmt: skip
    """Write a PDF that takes its name when it is whole; return what came of it.

    Raises CannotWrite where the disk, the folder or the name does not allow it.
    """
    data = pdf(printout, layout, progress, cancelled, wanted)
    if not data:
        return NO_PAGE if not cancelled() else STOPPED
    with replacing(out) as (part,):
        part.write_bytes(data)
    return f"The article is in {out}."


def pdf(
    printout: Printout, layout: QPageLayout, progress: Progress, cancelled: Cancelled,
    wanted: Callable[[int], bool] = every_page,
) -> bytes:  # fmt: skip
    """Return the wanted pages, counted from 1, as a PDF; nothing when it was stopped or none of them is there."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(layout)
    writer.setTitle(printout.title)
    writer.setCreator("Annotator")
    with on_paper():
        pages = pages_of(printout, paper_of(layout))
        chosen = [page for page in range(len(pages.sheets)) if wanted(page + 1)]
        done = bool(chosen) and _paint(writer, pages, chosen, progress, cancelled)
    return bytes(buffer.data().data()) if done else b""


def print_on(printer: QPrinter, printout: Printout, progress: Progress, cancelled: Cancelled) -> str:
    """Print, all pages or those that were chosen; return what came of it.

    Raises CannotWrite when the printer does not take it.
    """
    with on_paper():
        pages = pages_of(printout, paper_of(printer.pageLayout()))
        chosen = [page for page in range(len(pages.sheets)) if asked_for(printer, page + 1)]
        if not chosen:
            return NO_PAGE
        if not _paint(printer, pages, chosen, progress, cancelled):
            printer.abort()
            return "Stopped. What had gone to the printer may still come out."
    return f"Printed: {'1 page' if len(chosen) == 1 else f'{len(chosen):,} pages'}."


def asked_for(printer: QPrinter, page: int) -> bool:
    """Tell whether a page, counted from 1, was asked for at the printer."""
    ranges = printer.pageRanges()
    return ranges.isEmpty() or ranges.contains(page)


def _paint(
    device: QPagedPaintDevice, pages: Pages, chosen: Sequence[int], progress: Progress, cancelled: Cancelled
) -> bool:
    """Paint the chosen pages; tell whether it went to its end."""
    painter = QPainter()
    if not painter.begin(device):
        message = "The printer did not take the pages, so nothing was printed. Look whether it is on, then print again."
        raise CannotWrite(message)
    try:
        page_painter = PagePainter(painter, pages)
        for done, page in enumerate(chosen):
            if cancelled():
                return False
            if done:
                device.newPage()
            page_painter.paint(page)
            progress(done + 1, len(chosen))
    finally:
        painter.end()
    return True
