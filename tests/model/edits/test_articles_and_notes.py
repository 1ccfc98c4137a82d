"""What the analyst does to articles, coders and memos, as data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.model import edits
from annotator.model.changes import Change
from annotator.model.edits.articles import NewArticle
from annotator.model.errors import Refused
from annotator.model.records import Article, Memo, Reading

if TYPE_CHECKING:
    from tests.model.edits.conftest import Records

TIME = "2026-03-01T09:00:00.000Z"


def reading(desk: Records, state: str = "finished", coder: str = "ann", *, seen: bool = False) -> Reading:
    return Reading(id=f"{coder} reads", article=desk.article.id, coder=coder, state=state, seen=seen, modified=TIME)  # type: ignore[arg-type]


def test_articles_come_in_as_one_gesture_in_their_order(desk: Records) -> None:
    new = [NewArticle(title=f"Briefing {number}", file="b.txt", text=f"Text {number}.") for number in range(2)]

    change_set = edits.import_articles(articles=new, coder=desk.ann, position=7)

    articles = [change.after for change in change_set.changes]
    assert [(one.title, one.position) for one in articles if isinstance(one, Article)] == [
        ("Briefing 0", 7), ("Briefing 1", 8),
    ]  # fmt: skip
    assert [text.body for text in change_set.texts] == ["Text 0.", "Text 1."]
    assert change_set.label == "Import 2 articles"


def test_metadata_sets_what_is_given(desk: Records) -> None:
    (change,) = edits.set_metadata(article=desk.article, author="A. Writer", published="2016-02-01").changes

    assert change.after == replace(desk.article, author="A. Writer", published="2016-02-01")
    assert not edits.set_metadata(article=desk.article, title="A briefing")


def test_an_article_goes_with_everyones_work_on_it(desk: Records) -> None:
    coding = desk.coding("The board", desk.code("Law"), desk.ben)

    change_set = edits.remove_article(article=desk.article, codings=[coding], readings=[reading(desk)])

    assert change_set.carries_others
    assert change_set.changes[-1] == Change(desk.article, None)
    assert len(change_set.changes) == 3


def test_finishing_is_ones_own_and_remembers_that_others_were_seen(desk: Records) -> None:
    theirs = reading(desk, coder="ben")

    (new,) = edits.finish_reading(articles=[desk.article], readings=[theirs], coder=desk.ann).changes
    assert new.before is None
    assert isinstance(new.after, Reading)
    assert (new.after.coder, new.after.state, new.after.seen) == ("ann", "finished", False)

    opened = replace(new.after, state="in progress", seen=True)
    (again,) = edits.finish_reading(articles=[desk.article], readings=[opened, theirs], coder=desk.ann).changes
    assert isinstance(again.after, Reading)
    assert (again.after.state, again.after.seen) == ("finished", True)


def test_finishing_twice_and_reopening_what_is_open_are_no_gestures(desk: Records) -> None:
    assert not edits.finish_reading(articles=[desk.article], readings=[reading(desk)], coder=desk.ann)
    for there in ([], [reading(desk, "in progress")]):
        assert not edits.finish_reading(articles=[desk.article], readings=there, coder=desk.ann, reopen=True)


def test_reopening_leaves_the_article_in_progress(desk: Records) -> None:
    change_set = edits.finish_reading(articles=[desk.article], readings=[reading(desk)], coder=desk.ann, reopen=True)

    (change,) = change_set.changes
    assert isinstance(change.after, Reading)
    assert (change.after.state, change_set.label) == ("in progress", "Reopen 1 article")


def test_a_coders_name_is_shown_as_typed_without_stray_blanks() -> None:
    (change,) = edits.add_coder(name="  Ann   of the  unit ").changes
    assert change.record == replace(change.record, name="Ann of the unit")  # type: ignore[call-arg]
    for wrong in ("", " \t", "x" * 201):
        with pytest.raises(Refused, match="name"):
            edits.add_coder(name=wrong)


def test_a_note_is_written_altered_and_removed(desk: Records) -> None:
    (made,) = edits.write_note(about="article", subject=desk.article.id, text="dull", coder=desk.ann).changes
    memo = made.after
    assert isinstance(memo, Memo)
    assert (memo.about, memo.subject, memo.coder) == ("article", desk.article.id, "ann")

    (altered,) = edits.write_note(about="article", text="good", coder=desk.ann, existing=memo).changes
    assert isinstance(altered.after, Memo)
    assert altered.after == replace(memo, text="good", modified=altered.after.modified)
    assert edits.write_note(about="article", text="", coder=desk.ann, existing=memo).changes == (Change(memo, None),)
    assert not edits.write_note(about="project", text="", coder=desk.ann)
