"""A coder who has seen what colleagues coded is no longer blind, and what is coded after that says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.looking import after_looking
from annotator.model.records import Reading

if TYPE_CHECKING:
    from tests.model.edits.conftest import Records


def _after(change_set: ChangeSet, number: int = 0) -> Reading:
    after = change_set.changes[number].after
    assert isinstance(after, Reading)
    return after


def _finished(desk: Records) -> Reading:
    return _after(edits.finish_reading(articles=[desk.article], readings=[], coder=desk.ann))


def _code(desk: Records) -> ChangeSet:
    return edits.code_passage(
        article=desk.article, text=desk.text, start=0, end=5, code=desk.code("Plan"), coder=desk.ann, existing=[]
    )


def test_looking_begins_an_article_that_was_new(desk: Records) -> None:
    looked = _after(edits.look_at_others(article=desk.article, readings=[], coder=desk.ann))
    assert (looked.article, looked.coder, looked.state, looked.seen) == (
        desk.article.id, desk.ann.id, "in progress", True,
    )  # fmt: skip


def test_looking_again_is_nothing_new_and_a_colleagues_reading_stays(desk: Records) -> None:
    theirs = replace(_finished(desk), id="theirs", coder="ben")
    looked = _after(edits.look_at_others(article=desk.article, readings=[theirs], coder=desk.ann))
    assert looked.id != "theirs"
    assert not edits.look_at_others(article=desk.article, readings=[theirs, looked], coder=desk.ann)


def test_coding_on_after_a_look_ends_blindness_in_the_same_step(desk: Records) -> None:
    finished = _finished(desk)
    made = after_looking(change_set=_code(desk), looked={desk.article.id}, readings=[finished], coder=desk.ann)
    assert made.label == "Code passage: Plan"
    assert _after(made, 1).seen
    assert _after(made, 1).state == "finished"


def test_taking_a_finished_article_up_again_after_a_look_ends_blindness(desk: Records) -> None:
    finished = _finished(desk)
    reopened = edits.finish_reading(articles=[desk.article], readings=[finished], coder=desk.ann, reopen=True)
    made = after_looking(change_set=reopened, looked={desk.article.id}, readings=[finished], coder=desk.ann)
    (change,) = made.changes
    assert change.before == finished
    assert _after(made).seen


@pytest.mark.parametrize("looked", [set(), {"another article"}])
def test_without_a_look_nothing_is_added(desk: Records, looked: set[str]) -> None:
    finished = _finished(desk)
    made = _code(desk)
    assert after_looking(change_set=made, looked=looked, readings=[finished], coder=desk.ann) == made


def test_a_change_of_the_scheme_that_carries_codings_along_is_no_recoding(desk: Records) -> None:
    coded = _code(desk).changes[0]
    carried = ChangeSet("Merge codes", (Change(coded.after, None),), carries_others=True)
    assert after_looking(change_set=carried, looked={desk.article.id}, readings=[], coder=desk.ann) is carried
