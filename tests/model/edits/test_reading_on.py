"""A coder says that a paragraph holds nothing to code, and takes that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.model.nothing_to_code import paragraph_key
from annotator.model.records import Reading

if TYPE_CHECKING:
    from annotator.model.changes import ChangeSet
    from tests.model.edits.conftest import Records


def _after(change_set: ChangeSet) -> Reading:
    (change,) = change_set.changes
    assert isinstance(change.after, Reading)
    return change.after


def _mark(desk: Records, paragraph: str, *readings: Reading, nothing: bool = True) -> ChangeSet:
    return edits.mark_nothing_to_code(
        article=desk.article, paragraph=paragraph, readings=readings, coder=desk.ann, nothing=nothing
    )


def test_a_new_article_is_in_progress_then(desk: Records) -> None:
    reading = _after(_mark(desk, "Nothing here."))
    assert (reading.article, reading.coder, reading.state) == (desk.article.id, desk.ann.id, "in progress")
    assert reading.nothing_to_code == paragraph_key("Nothing here.")


def test_a_finished_article_stays_finished_and_keeps_its_other_marks(desk: Records) -> None:
    first = _after(_mark(desk, "Nothing here."))
    finished = _after(edits.finish_reading(articles=[desk.article], readings=[first], coder=desk.ann))
    second = _after(_mark(desk, "Nor here.", finished))
    assert second.state == "finished"
    assert set(second.nothing_to_code.split()) == {paragraph_key("Nothing here."), paragraph_key("Nor here.")}


def test_taking_it_back_leaves_the_others_and_saying_it_twice_is_no_gesture(desk: Records) -> None:
    first = _after(_mark(desk, "Nothing here."))
    both = _after(_mark(desk, "Nor here.", first))
    assert not _mark(desk, "Nor here.", both)
    assert not _mark(desk, "Elsewhere.", both, nothing=False)
    assert _after(_mark(desk, "Nor here.", both, nothing=False)).nothing_to_code == first.nothing_to_code
