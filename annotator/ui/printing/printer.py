"""Which printer: the system's own dialog. Qt's printing is loaded when it is first wanted."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QPushButton

from annotator.ui.printing import output

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.ui.background import Cancelled, Progress
    from annotator.ui.printing.printout import Printout


def ask_printer(parent: QWidget | None) -> QPrinter | None:
    """Ask for a printer, its paper and which pages; none when the analyst changes their mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(output.usual_layout())
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print")
    for button in dialog.findChildren(QPushButton):
        button.setIcon(QIcon())
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def print_on(printer: QPrinter, printout: Printout, progress: Progress, cancelled: Cancelled) -> str:
    """Print; where the chosen printer is a file, write that whole or not at all. Return what came of it.

    Raises CannotWrite when the printer or the disk does not take it.
    """
    if printer.outputFormat() != QPrinter.OutputFormat.PdfFormat:
        return output.print_on(printer, printout, progress, cancelled)
    out, layout = Path(printer.outputFileName()), printer.pageLayout()
    return output.save_pdf(out, printout, layout, progress, cancelled, partial(output.asked_for, printer))
