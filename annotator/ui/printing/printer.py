"""Which printer: the system's own dialog. Qt's printing is loaded when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from annotator.ui.printing.output import print_on, usual_layout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

__all__ = ["ask_printer", "print_on"]


def ask_printer(parent: QWidget | None) -> QPrinter | None:
    """Ask for a printer, its paper and which pages; none when the analyst changes their mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(usual_layout())
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print")
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None
