"""Which memos a coder sees: one's own, the shared talk, and a colleague's on an article once one has coded it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.model.records import Memo, Reading


def memos_in_sight(memos: Iterable[Memo], coder: str, readings: Mapping[str, Reading]) -> list[Memo]:
    """Return the memos that a coder may see. `readings` are this coder's, by article.

    Memos on the project and on codes are for all. A colleague's memo on an article could give away how it is coded,
    so it stays out of sight until the coder has finished the article, or has been shown the others' work on it.
    """
    return [memo for memo in memos if memo.coder == coder or memo.about != "article" or _open(memo, readings)]


def _open(memo: Memo, readings: Mapping[str, Reading]) -> bool:
    reading = readings.get(memo.subject or "")
    return reading is not None and (reading.state == "finished" or reading.seen)
