"""What a dragged code, passage or file is called, and how each is read."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

CODE_MIME = "application/x-annotator-code"
PASSAGE_MIME = "application/x-annotator-passage"


def passage_data(text: str, start: int, end: int) -> QMimeData:
    """Return what leaves the text with a passage: its place for the scheme, its own words for other programs."""
    data = QMimeData()
    data.setText(text[start:end])
    data.setData(PASSAGE_MIME, QByteArray(f"{start},{end}".encode()))
    return data


def dragged_code(data: QMimeData) -> str | None:
    """Return the id of the code that is dragged; none if something else is."""
    if not data.hasFormat(CODE_MIME):
        return None
    return bytes(data.data(CODE_MIME).data()).decode(errors="replace") or None


def dragged_files(data: QMimeData) -> list[str]:
    """Return the paths of the local files that are dragged."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
