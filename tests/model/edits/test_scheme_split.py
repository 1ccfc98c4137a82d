"""What the analyst does when a code turned out to mean two things."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import making
import pytest

from annotator.model.edits.scheme_split import split_code
from annotator.model.errors import Refused
from annotator.model.records import Code, Coding
from annotator.model.scheme_tree import tree_order

if TYPE_CHECKING:
    from pathlib import Path

    from tests.model.edits.conftest import Records


def test_the_chosen_codings_everyones_go_to_a_new_code_beside_the_first(desk: Records) -> None:
    family = desk.code("Governance")
    decides, _ = desk.code("Who decides", family), desk.code("Joining", family)
    ours, theirs = desk.coding("The board", decides), desk.coding("It buys", decides, desk.ben)
    desk.coding("Others may", decides)

    change_set = split_code(code=decides, name=" Who  buys ", codes=desk.codes, codings=[ours, theirs], coder=desk.ann)

    new = next(change.after for change in change_set.changes if change.before is None)
    assert isinstance(new, Code)
    assert (new.name, new.parent, new.colour, new.definition, new.coder) == (
        "Who buys", family.id, decides.colour, "", "ann",
    )  # fmt: skip
    moved = [change for change in change_set.changes if isinstance(change.record, Coding)]
    assert [change.before for change in moved] == [ours, theirs]
    for change in moved:
        assert isinstance(change.before, Coding)
        assert isinstance(change.after, Coding)
        assert change.after == replace(change.before, code=new.id, modified=change.after.modified)
    assert change_set.carries_others
    assert change_set.label == "Split code: Who decides"


def test_the_new_code_stands_right_after_the_first_whatever_the_positions_were(desk: Records) -> None:
    codes = [replace(desk.code(name), position=3) for name in ("One", "Two", "Three")]
    codes = [replace(code, id=f"{number}", created="2026") for number, code in enumerate(codes)]
    coding = replace(desk.coding("The board", desk.codes[0]), code=codes[0].id)

    change_set = split_code(code=codes[0], name="Beside", codes=codes, codings=[coding], coder=desk.ann)

    after = {code.id: code for code in codes}
    after.update((c.after.id, c.after) for c in change_set.changes if isinstance(c.after, Code))
    assert [code.name for code in tree_order(after.values())] == ["One", "Beside", "Two", "Three"]
    assert sorted(code.position for code in after.values()) == [0, 1, 2, 3]


def test_nothing_chosen_or_a_name_that_is_taken_splits_nothing(desk: Records) -> None:
    decides, joins = desk.code("Who decides"), desk.code("Joining")
    coding, other = desk.coding("The board", decides), desk.coding("The board", joins)

    for chosen in ([], [other]):
        with pytest.raises(Refused, match="No coding of Who decides is chosen"):
            split_code(code=decides, name="New", codes=desk.codes, codings=chosen, coder=desk.ann)
    for name in ("joining", "WHO decides", "", "x" * 501):
        with pytest.raises(Refused, match=r"name|already"):
            split_code(code=decides, name=name, codes=desk.codes, codings=[coding], coder=desk.ann)


def test_a_coding_of_another_code_among_the_chosen_stays(desk: Records) -> None:
    decides, joins = desk.code("Who decides"), desk.code("Joining")
    coding, other = desk.coding("The board", decides), desk.coding("The board", joins)

    change_set = split_code(code=decides, name="New", codes=desk.codes, codings=[coding, other], coder=desk.ann)

    assert other not in [change.before for change in change_set.changes]
    assert not any(isinstance(change.record, Code) and change.record.id == decides.id for change in change_set.changes)


def test_a_split_in_the_project_is_one_step_that_goes_back_with_bens_codings(tmp_path: Path) -> None:
    team = making.team(tmp_path)
    with team.project as project:
        ours = making.code(project, team.article, 0, 9, team.decides)
        theirs = making.code(team.as_ben().project, team.article, 4, 17, team.decides)
        before = making.everything(team.as_ann().project)

        project.do(
            split_code(code=team.decides, name="Boards", codes=project.codes(), codings=[ours, theirs], coder=team.ann)
        )
        assert [code.name for code in project.codes()] == ["Governance", "Who decides", "Boards", "Joining"]
        assert {coding.code for coding in project.codings()} == {project.codes()[2].id}

        project.undo()
        assert making.everything(project) == before
