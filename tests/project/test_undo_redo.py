"""Each gesture is taken back and done again, days later too: the work is as it was, to the last field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.model.errors import Refused
from annotator.model.scheme_rows import SchemeRow
from annotator.project.checking import check_project

if TYPE_CHECKING:
    from collections.abc import Callable

    from making import Team

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Coding


def busy(team: Team) -> Team:
    """Let both code, finish and write notes, so that every verb has something to carry along."""
    project = team.project
    making.code(project, team.article, 0, 9, team.decides)
    making.code(project, team.article, 0, 9, team.joins)
    project.do(edits.write_note(about="code", subject=team.decides.id, text="narrow", coder=team.ann))
    project.do(edits.set_key(code=team.decides, key=1, codes=project.codes()))
    team.as_ben()
    making.code(project, team.article, 4, 17, team.decides)
    project.do(edits.write_note(about="code", subject=team.decides.id, text="too narrow", coder=team.ben))
    project.do(edits.write_note(about="article", subject=team.article.id, text="dull", coder=team.ben))
    project.do(edits.finish_reading(articles=[team.article], readings=[], coder=team.ben, seen=True))
    team.as_ann()
    return replace(team, decides=next(code for code in project.codes() if code.id == team.decides.id))


def own(team: Team) -> Coding:
    return team.project.codings(coders=[team.ann.id], codes=[team.decides.id])[0]


def code(team: Team) -> ChangeSet:
    return edits.code_passage(article=team.article, text=making.TEXT, start=19, end=31, code=team.joins, coder=team.ann)


def remove_article(team: Team) -> ChangeSet:
    project = team.project
    return edits.remove_article(
        article=team.article, codings=project.codings(articles=[team.article.id]), readings=project.readings(),
        memos=project.memos("article", team.article.id),
    )  # fmt: skip


def import_scheme(team: Team) -> ChangeSet:
    rows = [
        SchemeRow(path=("Governance", "Who decides"), definition="Which body decides.", key=2),
        SchemeRow(path=("Funding", "Pooled budgets"), key=1),
    ]
    return edits.import_scheme(rows=rows, codes=team.project.codes(), coder=team.ann, has_keys=True).change_set


def with_everything(verb: Callable[..., ChangeSet], team: Team, **more: object) -> ChangeSet:
    project = team.project
    return verb(
        code=team.decides, codes=project.codes(), codings=project.codings(), memos=project.memos("code"), **more
    )


VERBS: dict[str, Callable[[Team], ChangeSet]] = {
    "code": code,
    "recode": lambda team: edits.recode(coding=own(team), code=team.family),
    "remove": lambda team: edits.remove_coding(coding=own(team), code=team.decides),
    "memo": lambda team: edits.write_memo(coding=own(team), memo="why “the board”?\n— 👩‍⚕️"),
    "stance": lambda team: edits.set_stance(coding=own(team), stance="opposes"),
    "unsure": lambda team: edits.mark_unsure(coding=own(team), unsure=True),
    "add code": lambda team: edits.add_code(name="Law", codes=team.project.codes(), coder=team.ann),
    "rename code": lambda team: edits.rename_code(code=team.decides, name="Deciding", codes=team.project.codes()),
    "describe code": lambda team: edits.describe_code(code=team.decides, definition="Which body.", exclude="money"),
    "recolour code": lambda team: edits.recolour_code(code=team.decides, colour="#123456"),
    "key": lambda team: edits.set_key(code=team.joins, key=1, codes=team.project.codes()),
    "move code": lambda team: edits.move_code(code=team.joins, parent=None, position=0, codes=team.project.codes()),
    "merge codes": lambda team: with_everything(edits.merge_codes, team, into=team.joins),
    "delete code": lambda team: with_everything(edits.delete_code, team),
    "delete family": lambda team: with_everything(edits.delete_code, replace(team, decides=team.family)),
    "import": lambda team: edits.import_articles(
        articles=[NewArticle(title="Second", file="2.txt", text="Two.", original=b"Two.")], coder=team.ann, position=1
    ),
    "import scheme": import_scheme,
    "finish": lambda team: edits.finish_reading(
        articles=[team.article], readings=team.project.readings(), coder=team.ann
    ),
    "remove article": remove_article,
    "describe article": lambda team: edits.set_metadata(article=team.article, author="B. Writer", title="Other"),
    "note": lambda team: edits.write_note(
        about="code", subject=team.decides.id, text="", coder=team.ann,
        existing=next(memo for memo in team.project.memos("code") if memo.coder == team.ann.id),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VERBS)
def test_undo_and_redo_bring_back_every_field_across_closing(team: Team, name: str) -> None:
    team = busy(team)
    before = making.everything(team.project)
    gesture = VERBS[name](team)
    team.project.do(gesture)
    after = making.everything(team.project)
    assert before != after

    project = making.reopened(team.project)
    assert project.undo_label() == gesture.label
    project.undo()
    assert making.everything(project) == before

    project = making.reopened(project)
    assert project.redo_label() == gesture.label
    project.redo()
    assert making.everything(project) == after
    project.undo()
    assert making.everything(project) == before
    project.close()
    assert check_project(team.path) == []


def test_reopening_an_article_is_taken_back(team: Team) -> None:
    project = team.project
    project.do(edits.finish_reading(articles=[team.article], readings=[], coder=team.ann))
    finished = making.everything(project)
    project.do(edits.finish_reading(articles=[team.article], readings=project.readings(), coder=team.ann, reopen=True))
    assert project.readings()[0].state == "in progress"

    project = making.reopened(project)
    project.undo()

    assert making.everything(project) == finished
    project.close()


def test_everything_is_taken_back_to_the_first_gesture_and_done_again(team: Team) -> None:
    project = team.project
    states = [making.everything(project)]
    for verb in ("code", "add code", "finish", "describe article", "import"):
        project.do(VERBS[verb](team))
        states.append(making.everything(project))

    for state in reversed(states[:-1]):
        project.undo()
        assert making.everything(project) == state
    for state in states[1:]:
        project.redo()
        assert making.everything(project) == state
    with pytest.raises(Refused, match="nothing left to redo for Ann"):
        project.redo()


def test_back_and_forth_does_not_lose_the_place(team: Team) -> None:
    project = team.project
    for start, end in ((0, 3), (4, 9), (10, 17)):
        making.code(project, team.article, start, end, team.decides)

    def left() -> list[str]:
        return [coding.quote for coding in project.codings()]

    for act, shown in [
        (project.undo, ["The", "board"]), (project.redo, ["The", "board", "decides"]),
        (project.undo, ["The", "board"]), (project.undo, ["The"]), (project.redo, ["The", "board"]),
        (project.undo, ["The"]), (project.undo, []), (project.redo, ["The"]),
    ]:  # fmt: skip
        act()
        assert left() == shown


def test_a_new_gesture_ends_what_could_be_done_again(team: Team) -> None:
    project = team.project
    making.code(project, team.article, 0, 9, team.decides)
    project.undo()
    making.code(project, team.article, 4, 17, team.decides)

    assert project.redo_label() is None
    with pytest.raises(Refused, match="nothing left to redo"):
        project.redo()


def test_each_takes_back_only_her_own_and_joining_stays(team: Team) -> None:
    project = team.project
    making.code(project, team.article, 0, 9, team.decides)
    team.as_ben()
    assert project.undo_label() is None
    with pytest.raises(Refused, match="nothing left to undo for Ben"):
        project.undo()

    team.as_ann()
    while project.undo_label():
        project.undo()

    assert [coder.name for coder in project.coders()] == ["Ann", "Ben"]
    assert (project.articles(), project.codes(), project.codings()) == ([], [], [])


def test_the_history_says_who_did_what_and_what_was_taken_back(team: Team) -> None:
    project = team.project
    making.code(project, team.article, 0, 9, team.decides)
    project.undo()
    project.redo()

    did, undid, redid = project.history(coder=team.ann.id)[-3:]

    assert (did.label, undid.label, redid.label) == (
        "Code passage: Who decides", "Undo Code passage: Who decides", "Redo Code passage: Who decides",
    )  # fmt: skip
    assert (did.kind, undid.kind, redid.kind) == ("do", "undo", "redo")
    assert (did.undoes, undid.undoes, redid.undoes) == (None, did.id, undid.id)
    assert did.seq < undid.seq < redid.seq
