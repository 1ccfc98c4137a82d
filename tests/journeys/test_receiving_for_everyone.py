"""The window that shows a colleague's work can be used unseen and without a mouse, and read in all themes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from journeys.test_every_window_for_everyone import assert_for_everyone, faint_texts
from journeys.test_exchanging_work import looks

from annotator.model import edits
from annotator.project.project import Project
from annotator.ui.exchanging.received_model import ReceivedModel
from annotator.ui.theme import theme
from annotator.ui.tokens import PALETTES

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

    from annotator.ui.exchanging.receive_window import ReceiveWindow


@pytest.fixture
def received(ann: Analyst, project_path: Path, tmp_path: Path) -> ReceiveWindow:
    """Return the window with codes deleted and described on both sides, a namesake, and rows of several kinds."""
    (tmp_path / "ben").mkdir()
    copy = tmp_path / "ben" / "evidence.annotator"
    ann.project.settle()
    shutil.copy(project_path, copy)
    for path, name in ((copy, "Ben"), (project_path, "Ann")):
        with Project.open(path) as project:
            project.join("Cy")
            coder, _ = project.join(name)
            article, codes = project.articles()[0], {one.label: one for one in project.codes()}
            for label in ("C1", "C2"):
                project.do(edits.describe_code(code=codes[label], definition=f"{name} on {label}"))
            if name == "Ann":
                project.do(edits.delete_code(
                    code=codes["G3"], codes=project.codes(), codings=[], memos=[], declined=[]
                ))  # fmt: skip
                continue
            text = project.text(article.text_sha256)
            for at, label in enumerate(("G3", "C1", "C2")):
                project.do(edits.code_passage(
                    article=article, text=text, start=at, end=at + 20, code=codes[label], coder=coder
                ))  # fmt: skip
    ann.workspace.session.follow()
    ann.window.drop_files([str(copy)])
    return looks(ann)


def test_it_has_names_a_round_of_tab_and_a_visible_focus(ann: Analyst, received: ReceiveWindow) -> None:
    assert len(received.decisions.boxes) == 4
    assert_for_everyone(ann, received)


@pytest.mark.parametrize("choice", PALETTES)
def test_every_text_of_it_is_readable(ann: Analyst, received: ReceiveWindow, choice: str) -> None:
    theme().choose(choice)  # type: ignore[arg-type]
    ann.qtbot.wait(50)

    assert faint_texts(received) == []


def test_its_list_is_a_sound_tree_that_opens_as_far_as_it_is_read(
    received: ReceiveWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = ReceivedModel(received)
    monkeypatch.setattr("annotator.ui.exchanging.received_model.AT_ONCE", 10)
    model.show_kinds(received.tree.rows.kinds)
    codes = next(row for row in range(model.rowCount()) if str(model.index(row, 0).data()).startswith("Codes"))
    here = model.index(model.rowCount(model.index(codes, 0)) - 1, 0, model.index(codes, 0))

    assert model.rowCount(here) == 10
    while model.canFetchMore(here):
        model.fetchMore(here)
    assert model.rowCount(here) == int(str(here.data()).split("  ")[1])
    for kind in range(model.rowCount()):
        above = model.index(kind, 0)
        assert not above.parent().isValid()
        for state in range(model.rowCount(above)):
            heading = model.index(state, 0, above)
            assert heading.parent() == above
            rows = [model.index(row, 0, heading) for row in range(model.rowCount(heading))]
            assert all(row.parent() == heading and row.data() for row in rows)
            assert model.rowCount(rows[0]) == 0
