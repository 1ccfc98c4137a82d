"""A second coder reads the shared talk, but no colleague's memo on an article that is still to be coded alone."""

from __future__ import annotations

from annotator.model.memos_in_sight import memos_in_sight
from annotator.model.records import Memo, MemoAbout, Reading, ReadingState


def memo(about: MemoAbout, coder: str, subject: str | None = None) -> Memo:
    return Memo(id=f"{about}-{coder}", about=about, subject=subject, coder=coder, text="x", created="", modified="")


MEMOS = [memo("project", "ben"), memo("code", "ben", "c1"), memo("article", "ben", "a1"), memo("article", "ann", "a1")]


def seen_by_ann(state: ReadingState | None = None, *, seen: bool = False) -> list[str]:
    reading = Reading(id="r", article="a1", coder="ann", state=state or "new", seen=seen, modified="")
    return [each.id for each in memos_in_sight(MEMOS, "ann", {"a1": reading} if state else {})]


def test_an_article_still_to_be_coded_hides_what_a_colleague_wrote_on_it() -> None:
    assert seen_by_ann() == seen_by_ann("in progress") == ["project-ben", "code-ben", "article-ann"]


def test_a_finished_article_or_one_seen_with_others_work_hides_nothing() -> None:
    assert seen_by_ann("finished") == seen_by_ann("in progress", seen=True) == [each.id for each in MEMOS]
