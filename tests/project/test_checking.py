"""`check` finds every change to a record, names where it is, and never writes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import making
import pytest
from children import write_ahead

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.errors import CannotOpen
from annotator.model.records import Answer, Round, Verdict, new_id, now
from annotator.project.checking import check_project
from annotator.project.project import Project
from annotator.project.rows import COLUMNS, TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from making import Team

RECORD_COLUMNS = [(table, column) for kind, table in TABLES.items() for column in COLUMNS[kind]]
OTHER_COLUMNS = [
    ("text", "body"), ("text", "sha256"), ("change", "before"), ("change", "after"), ("change", "row"),
    ("change", "table_name"), ("step", "coder"), ("step", "kind"), ("step", "undoes"),
]  # fmt: skip


@pytest.fixture
def path(team: Team) -> Path:
    """A closed project with something in every table and column."""
    project = team.project
    project.do(edits.set_metadata(article=team.article, author="A", publication="P", published="2016-01-01", link="L"))
    project.do(edits.describe_code(code=team.decides, definition="D", include="I", exclude="E", examples="X"))
    project.do(edits.set_key(code=project.codes()[1], key=1, codes=project.codes()))
    project.do(edits.rename_code(code=project.codes()[1], name="Deciding", short_name="S", codes=project.codes()))
    coding = making.code(project, team.article, 4, 17, project.codes()[1])
    project.do(edits.write_memo(coding=coding, memo="why"))
    project.do(edits.set_stance(coding=project.codings()[0], stance="opposes"))
    project.do(edits.finish_reading(articles=[team.article], readings=[], coder=team.ann))
    project.do(edits.write_note(about="article", subject=team.article.id, text="dull", coder=team.ann))
    _find_things_in_the_text(team)
    project.do(edits.add_group(name="Pilot", groups=(), coder=team.ann, articles=[team.article]))
    project.do(edits.add_field(name="Region", kind="choice", choices="North\nSouth", fields=(), coder=team.ann))
    project.do(edits.set_value(field=project.fields()[0], articles=[team.article], value="North", values=()))
    _review(team)
    project.undo()
    project.redo()
    project.close()
    return team.path


def _review(team: Team) -> None:
    """Settle something: a round, a verdict with what it agreed, an answer."""
    project, time = team.project, now()
    coding = project.codings()[0]
    first = Round(
        id=new_id(), name="Pilot", position=0, coders=team.ann.id, articles=team.article.id, frozen="{}",
        frozen_at=time, coder=team.ann.id, created=time,
    )  # fmt: skip
    verdict = Verdict(
        id=new_id(), article=team.article.id, kind="boundary", code=coding.code, start=0, end=9, a_coder=team.ann.id,
        b_coder=team.ben.id, a=coding.id, b=coding.id, judged="sign", decision="A", reason="reads alone", discuss=True,
        by_both=True, round=first.id, coder=team.ann.id, created=time, modified=time,
    )  # fmt: skip
    agreed = replace(coding, id=new_id(), verdict=verdict.id, adopted_from=coding.id)
    answer = Answer(id=new_id(), verdict=verdict.id, coder=team.ann.id, text="so be it", created=time, modified=time)
    project.do(ChangeSet("Settle", tuple(Change(None, one) for one in (first, verdict, agreed, answer))))


def _find_things_in_the_text(team: Team) -> None:
    project, text = team.project, team.project.text(team.article.text_sha256)
    what = {"article": team.article, "text": text, "coder": team.ann}
    project.do(edits.set_aside(**what, start=0, end=9))
    project.do(edits.mark_quotation(**what, start=0, end=9, speaker="the chair"))
    project.do(
        edits.name_speaker(quotation=project.quotations()[0], speaker="the chair", via="a councillor", coder=team.ann)
    )
    project.do(edits.add_form(
        article=team.article, name="Ida Moor", form="the chair", people=(), quotations=(), coder=team.ann
    ))  # fmt: skip
    project.do(edits.accept_suggestion(**what, start=0, end=9, code=project.codes()[1]))
    project.do(edits.decline_suggestion(article=team.article, sentence="Others", code=team.joins, coder=team.ann))


def behind_our_back(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def flip(path: Path, table: str, column: str) -> None:
    """Change one character, or a number, in the last row of a table that has something there."""
    connection = sqlite3.connect(path)
    found = connection.execute(
        f'SELECT rowid, "{column}" FROM {table} WHERE "{column}" IS NOT NULL AND "{column}" <> \'\' '
        "ORDER BY rowid DESC LIMIT 1"
    ).fetchone()
    with closing(connection):
        if found is None:  # an empty cell gets a character instead
            connection.execute(f"UPDATE {table} SET \"{column}\" = 'x'")
        else:
            row, value = found
            changed = value[:-1] + ("y" if value[-1] == "x" else "x") if isinstance(value, str) else value ^ 1
            connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (changed, row))
        connection.commit()


def test_a_sound_project_has_no_problem(path: Path) -> None:
    assert check_project(path) == []


@pytest.mark.parametrize(("table", "column"), RECORD_COLUMNS + OTHER_COLUMNS)
def test_one_flipped_character_is_found(path: Path, table: str, column: str) -> None:
    flip(path, table, column)

    problems = check_project(path)

    assert problems
    assert any(table in problem.where or table in {"change", "step"} for problem in problems)


@pytest.mark.parametrize(
    ("statement", "what", "where"),
    [
        ("DELETE FROM coding", "the history made it, but it is not in the project", "coding"),
        ("DELETE FROM change WHERE table_name = 'memo'", "no step of the history made it", "memo"),
        ("DELETE FROM article", "points at a article that is not there", "coding, row"),
        ("UPDATE coding SET start = 5", "the stored quote is not what stands in the text", "coding"),
        ("UPDATE coding SET \"end\" = 9000", "the passage lies outside the text", "coding"),
        ("UPDATE zone SET \"end\" = 9000", "lies outside the text", "zone"),
        ("UPDATE quotation SET \"end\" = 9000", "lies outside the text", "quotation"),
        ("UPDATE field_value SET value = 'East'", "does not fit the kind of its field", "field_value"),
        ("UPDATE text SET body = body || '!'", "not what its SHA-256 says", "text 1"),
        ("INSERT INTO text_search (text_search) VALUES ('delete-all')", "search index does not fit", "text_search"),
        ("UPDATE change SET \"after\" = '{' WHERE id = 1", "cannot be read", "replay"),
        ("UPDATE change SET \"after\" = '[]' WHERE id = 1", "cannot be read", "replay"),
        ("UPDATE change SET table_name = 'about' WHERE id = 1", "cannot be read", "replay"),
        ("UPDATE text SET body = CAST(x'ff' AS TEXT)", "cannot be read", "texts"),
        ("DELETE FROM step WHERE seq = 3", "points at a step that is not there", "change"),
    ],
)  # fmt: skip
def test_each_kind_of_problem_is_told_with_its_place(path: Path, statement: str, what: str, where: str) -> None:
    behind_our_back(path, "PRAGMA foreign_keys = OFF", statement)

    problems = check_project(path)

    assert any(what in problem.what and where in problem.where for problem in problems), problems


def test_a_gesture_that_does_not_fit_the_one_before_is_found(path: Path) -> None:
    behind_our_back(path, 'UPDATE change SET "before" = replace("before", \'"start":4\', \'"start":3\')')

    assert any("does not follow" in problem.what for problem in check_project(path))


def footprint(path: Path) -> dict[str, tuple[bytes, int]]:
    return {found.name: (found.read_bytes(), found.stat().st_mtime_ns) for found in path.parent.iterdir()}


def without_memory(files: dict[str, tuple[bytes, int]]) -> dict[str, tuple[bytes, int]]:
    """Leave out the -shm, in which readers note how far they read; it holds no work and goes with the last window."""
    return {name: seen for name, seen in files.items() if not name.endswith("-shm")}


def test_looking_leaves_a_closed_project_as_it_is(path: Path) -> None:
    before = footprint(path)
    assert check_project(path) == []
    assert footprint(path) == before


@write_ahead
def test_looking_leaves_an_open_project_and_its_journal_as_they_are(team: Team) -> None:
    making.code(team.project, team.article, 0, 9, team.decides)
    before = without_memory(footprint(team.path))
    assert f"{team.path.name}-wal" in before

    assert check_project(team.path) == []

    assert without_memory(footprint(team.path)) == before


@pytest.mark.parametrize("with_journal", [True, False])
@write_ahead
def test_looking_at_a_copy_taken_in_mid_session_leaves_it_as_it_is(
    team: Team, tmp_path: Path, with_journal: bool
) -> None:
    making.code(team.project, team.article, 0, 9, team.decides)
    if not with_journal:
        team.project.settle()
    folder = tmp_path / "copy"
    folder.mkdir()
    copy = folder / team.path.name
    copy.write_bytes(team.path.read_bytes())
    if with_journal:
        copy.with_name(f"{copy.name}-wal").write_bytes(team.path.with_name(f"{team.path.name}-wal").read_bytes())
    before = footprint(copy)

    assert check_project(copy) == []

    assert without_memory(footprint(copy)) == before
    with Project.open(copy) as project:
        assert len(project.codings()) == 1


def test_what_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="There is no project"):
        check_project(tmp_path / "none.annotator")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("DELETE FROM about WHERE key = 'id'", "does not say its own id"),
        ("UPDATE text SET original = x'00112233'", "the file it was read from is damaged"),
        ("UPDATE code SET parent = id", "hang below themselves"),
    ],
)
def test_damage_that_no_record_shows_is_found_as_well(path: Path, change: str, said: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(change)
        connection.commit()
    assert any(said in problem.what for problem in check_project(path))


@pytest.mark.parametrize(
    "change",
    ["DELETE FROM about", "UPDATE coding SET code = 'nosuch'", "DELETE FROM coder", "UPDATE code SET parent = id"],
)
def test_relations_that_lead_nowhere_are_a_sentence_and_not_a_shorter_list(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(change)
        connection.commit()
    with pytest.raises(CannotOpen, match="is damaged"), Project.open(path, read_only=True) as project:
        project.codes()
