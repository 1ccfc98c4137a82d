"""How a code is handed to a drag, and how a passage dropped on a code is read."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

from annotator.ui.article.dragging import CODE_MIME, PASSAGE_MIME

MOVED_CODE_MIME = "application/x-annotator-code-to-move"


def code_data(code_id: str, *, codable: bool) -> QMimeData:
    """Return what is dragged: to another place in the tree, and if the code takes codings onto a passage too."""
    data = QMimeData()
    data.setData(MOVED_CODE_MIME, QByteArray(code_id.encode()))
    if codable:
        data.setData(CODE_MIME, QByteArray(code_id.encode()))
    return data


def moved_code(data: QMimeData) -> str | None:
    """Return the id of the code that may be dropped elsewhere in the tree; none if something else is dragged."""
    return bytes(data.data(MOVED_CODE_MIME).data()).decode(errors="replace") or None


def dragged_passage(data: QMimeData) -> tuple[int, int] | None:
    """Return start and end, in code points, of a passage dragged onto a code; none if something else is dragged."""
    if not data.hasFormat(PASSAGE_MIME):
        return None
    start, _, end = bytes(data.data(PASSAGE_MIME).data()).decode(errors="replace").partition(",")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        return None
    return int(start), int(end)
