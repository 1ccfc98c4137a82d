"""The definition of a code is sharpened: which codings were made under the one before?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import making

from annotator.model import edits
from annotator.model.progress import codings_before_definition

if TYPE_CHECKING:
    from making import Team

    from annotator.model.records import Code


def define(team: Team, definition: str) -> None:
    team.project.do(edits.describe_code(code=present(team), definition=definition))


def present(team: Team) -> Code:
    return next(code for code in team.project.codes() if code.id == team.decides.id)


def outdated(team: Team) -> list[str]:
    project, code = team.project, team.decides.id
    codings = project.codings(codes=[code])
    return [
        coding.quote
        for coding in codings_before_definition(project.definition_changes(code), codings, project.coded_in_step(code))
    ]


def test_every_version_is_kept_with_its_time(team: Team) -> None:
    define(team, "Who has the say.")
    team.project.do(edits.recolour_code(code=present(team), colour="#123456"))
    team.project.do(edits.rename_code(code=present(team), name="Deciding", codes=team.project.codes()))
    define(team, "Who has the last say.")

    changes = team.project.definition_changes(team.decides.id)

    assert [(change.before.definition, change.after.definition) for change in changes] == [
        ("", "Who has the say."), ("Who has the say.", "Who has the last say."),
    ]  # fmt: skip
    steps = {step.seq: step.time for step in team.project.history()}
    assert [steps[change.seq] for change in changes] == [change.time for change in changes]
    assert team.project.definition_changes(team.joins.id) == []


def test_codings_from_before_are_listed_and_later_ones_not(team: Team) -> None:
    making.code(team.project, team.article, 0, 9, team.decides)
    assert outdated(team) == []

    define(team, "Who has the say.")
    making.code(team.project, team.article, 19, 26, team.decides)
    assert outdated(team) == ["The board"]

    define(team, "Who has the last say.")
    assert outdated(team) == ["The board", "It buys"]


def test_a_definition_taken_back_outdates_nothing_from_before_it(team: Team) -> None:
    making.code(team.project, team.article, 0, 9, team.decides)
    define(team, "Who has the say.")
    making.code(team.as_ben().project, team.article, 19, 26, team.decides)
    team.as_ann().project.undo()

    assert outdated(team) == ["It buys"]


def test_what_counts_is_when_the_coding_took_the_code_not_its_memo_or_undo(team: Team) -> None:
    recoded = making.code(team.project, team.article, 0, 9, team.joins)
    old = making.code(team.project, team.article, 19, 26, team.decides)
    define(team, "Who has the say.")
    team.project.do(edits.recode(coding=recoded, code=present(team)))
    team.project.do(edits.write_memo(coding=old, memo="look again"))
    team.project.do(edits.remove_coding(coding=team.project.codings()[1], code=present(team)))
    team.project.undo()

    assert outdated(team) == ["It buys"]
