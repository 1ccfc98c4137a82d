"""How articles are handed to a drag, and read where they are dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData

if TYPE_CHECKING:
    from collections.abc import Sequence

ARTICLES_MIME = "application/x-annotator-articles"


def articles_data(articles: Sequence[str]) -> QMimeData:
    """Return what is dragged: the ids of articles."""
    data = QMimeData()
    data.setData(ARTICLES_MIME, QByteArray(",".join(articles).encode()))
    return data


def dragged_articles(data: QMimeData) -> list[str]:
    """Return the ids of the articles that are dragged; none if something else is."""
    written = bytes(data.data(ARTICLES_MIME).data()).decode(errors="replace") if data.hasFormat(ARTICLES_MIME) else ""
    return [one for one in written.split(",") if one]
