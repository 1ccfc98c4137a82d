"""How a code is handed to a drag, and how a passage dropped on a code is read."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

from annotator.ui.article.dragging import CODE_MIME, PASSAGE_MIME


def code_data(code_id: str) -> QMimeData:
    """Return what is dragged when a code is dragged onto a passage."""
    data = QMimeData()
    data.setData(CODE_MIME, QByteArray(code_id.encode()))
    return data


def dragged_passage(data: QMimeData) -> tuple[int, int] | None:
    """Return start and end, in code points, of a passage dragged onto a code; none if something else is dragged."""
    if not data.hasFormat(PASSAGE_MIME):
        return None
    start, _, end = bytes(data.data(PASSAGE_MIME).data()).decode(errors="replace").partition(",")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        return None
    return int(start), int(end)
