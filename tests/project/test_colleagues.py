"""Every row has one writer: nobody edits a colleague's coding by hand; scheme and text verbs carry it along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from making import Team

    from annotator.model.records import Coding

BY_HAND: dict[str, Callable[[Team, Coding], ChangeSet]] = {
    "recode": lambda team, coding: edits.recode(coding=coding, code=team.joins),
    "remove": lambda team, coding: edits.remove_coding(coding=coding, code=team.decides),
    "memo": lambda _, coding: edits.write_memo(coding=coding, memo="no"),
    "stance": lambda _, coding: edits.set_stance(coding=coding, stance="mixed"),
    "unsure": lambda _, coding: edits.mark_unsure(coding=coding, unsure=True),
    "take over": lambda team, coding: ChangeSet("Take over", (Change(coding, replace(coding, coder=team.ben.id)),)),
    "code as her": lambda team, _: edits.code_passage(
        article=team.article, text=making.TEXT, start=10, end=17, code=team.joins, coder=team.ann
    ),
    "finish for her": lambda team, _: edits.finish_reading(articles=[team.article], readings=[], coder=team.ann),
    "note as her": lambda team, _: edits.write_note(about="project", text="x", coder=team.ann),
}


@pytest.mark.parametrize("name", BY_HAND)
def test_a_colleagues_row_is_refused_and_stays(team: Team, name: str) -> None:
    project = team.project
    coding = making.code(project, team.article, 0, 9, team.decides)
    team.as_ben()
    before, steps = making.everything(project), project.history()

    with pytest.raises(Refused, match="colleague's, so it was not changed"):
        project.do(BY_HAND[name](team, coding))

    assert (making.everything(project), project.history()) == (before, steps)


def test_notes_and_readings_of_a_colleague_are_hers_too(team: Team) -> None:
    project = team.project
    project.do(edits.write_note(about="project", text="ours", coder=team.ann))
    project.do(edits.finish_reading(articles=[team.article], readings=[], coder=team.ann))
    (memo,), (reading,) = project.memos(), project.readings()
    team.as_ben()

    with pytest.raises(Refused, match="That memo"):
        project.do(edits.write_note(about="project", text="mine", coder=team.ben, existing=memo))
    with pytest.raises(Refused, match="That reading"):
        project.do(ChangeSet("Reopen", (Change(reading, None),)))


def test_deleting_and_merging_a_code_carry_the_colleagues_codings_and_undo_brings_them_back(team: Team) -> None:
    project = team.project
    making.code(project, team.article, 0, 9, team.decides)
    making.code(team.as_ben().project, team.article, 4, 17, team.decides)
    before = making.everything(project)

    project.do(edits.merge_codes(code=team.decides, into=team.joins, codes=project.codes(), codings=project.codings()))
    assert {(coding.coder, coding.code) for coding in project.codings()} == {
        (team.ann.id, team.joins.id), (team.ben.id, team.joins.id),
    }  # fmt: skip
    project.undo()
    assert making.everything(project) == before

    project.do(edits.delete_code(code=team.decides, codes=project.codes(), codings=project.codings()))
    assert project.codings() == []
    project.undo()
    assert making.everything(project) == before


def test_nobody_writes_before_saying_who_she_is(team: Team) -> None:
    project = team.project
    project.coder = None

    assert project.undo_label() is None
    for act in (lambda: project.do(ChangeSet("Nothing", ())), project.undo, project.redo):
        with pytest.raises(Refused, match="Say who you are first"):
            act()


def test_a_name_is_one_coder_whatever_its_case(team: Team) -> None:
    project = team.project

    known, is_new = project.join("  ANN ")
    assert (known, is_new, project.coder) == (team.ann, False, team.ann)
    carl, is_new = project.join("Carl")
    assert (is_new, project.coder) == (True, carl)
    assert [coder.name for coder in project.coders()] == ["Ann", "Ben", "Carl"]
    assert project.undo_label() is None
