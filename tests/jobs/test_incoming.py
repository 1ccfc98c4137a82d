"""What is read is held against the project before it comes in: there already, another text, or new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import making
import pytest

from annotator.jobs.reading_in import read_again, read_columns, read_in, read_pasted_in
from annotator.jobs.taking_in import take_in, taken_in
from annotator.model.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.jobs.incoming import Incoming


@pytest.fixture
def team(tmp_path: Path) -> Iterator[making.Team]:
    made = making.team(tmp_path)
    yield made
    made.project.close()


def read(team: making.Team, *paths: Path, there: list[Incoming] | None = None) -> list[Incoming]:
    rows = read_in(team.project.path, paths, there or [], lambda _done, _total: None, lambda: False)
    assert rows is not None
    return rows


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_text_of_the_same_title_corrects_where_it_is_much_the_same(team: making.Team, tmp_path: Path) -> None:
    near = written(tmp_path, "near.md", f"# {team.article.title}\n\n{making.TEXT}")
    far = written(tmp_path, "far.md", f"# {team.article.title}\n\nNothing here was ever said before by anybody else.")

    (first,) = read(team, near)
    (second,) = read(team, far)

    assert (first.state, first.choice, first.other_of) == ("other text", "correct", team.article)
    assert (second.state, second.choice) == ("other text", "add")


def test_only_one_text_corrects_an_article(team: making.Team, tmp_path: Path) -> None:
    ones = [written(tmp_path, f"{n}.md", f"# {team.article.title}\n\n{making.TEXT} {n}") for n in range(2)]

    assert [one.state for one in read(team, *ones)] == ["other text", "ready"]


def test_a_text_that_came_in_meanwhile_is_not_imported_twice(team: making.Team, tmp_path: Path) -> None:
    rows = read(team, written(tmp_path, "new.txt", "A new text that is not there yet."))
    team.project.do(take_in(team.project, rows))

    with pytest.raises(Refused, match="in the project by now"):
        take_in(team.project, rows)


def test_new_texts_and_a_correction_are_one_gesture(team: making.Team, tmp_path: Path) -> None:
    before = making.everything(team.project)
    near = written(tmp_path, "near.md", f"# {team.article.title}\n\n{making.TEXT}")
    rows = read(team, near, written(tmp_path, "new.txt", "“A new text,” said Ann Holm. It is not there yet."))

    done = team.project.do(take_in(team.project, rows))

    brought = taken_in(done.change_set)
    assert done.step.label == "Import 1 article, correct 1 article"
    assert [one.title for one in brought.imported] == ["new"]
    assert [one.id for one in brought.corrected] == [team.article.id]
    assert brought.quotations == 1
    team.project.undo()
    assert making.everything(team.project) == before


def test_a_zone_that_is_kept_lets_quotations_be_found_anew(team: making.Team, tmp_path: Path) -> None:
    text = "The first line says enough to be one.\n\nRelated: “what others do”, said Ada Holm\n\nThe last line is here."
    (one,) = read(team, written(tmp_path, "own.txt", text))
    assert one.article is not None
    (zone,) = [zone for zone in one.article.zones if zone.state == "set aside"]

    before = one.article.quotations
    one.set_zone(zone.id, "kept", team.ann)

    kept = next(each for each in one.article.zones if each.id == zone.id)
    assert (kept.state, kept.coder, kept.reason) == ("kept", team.ann.id, "set by hand before the import")
    assert one.changed
    assert not {each.id for each in before} & {each.id for each in one.article.quotations}


def test_another_encoding_keeps_what_was_typed(team: making.Team, tmp_path: Path) -> None:
    path = tmp_path / "port.txt"
    path.write_bytes("Порт открыт.".encode("cp1251"))
    (one,) = read(team, path)
    assert one.guessed_encoding
    one.describe("author", "Ada Holm")

    again = read_again(team.project.path, one, "Windows-1251", [])

    assert again.article is not None
    assert (again.article.text, again.article.author, again.guessed_encoding) == ("Порт открыт.", "Ada Holm", False)


def test_rows_of_a_table_follow_the_columns_that_are_chosen(team: making.Team, tmp_path: Path) -> None:
    path = written(tmp_path, "rows.csv", "title,text,other\nOne,First text.,Uno\nTwo,Second text.,Due\n")
    table, *texts = read(team, path)
    assert [one.title for one in texts] == ["One", "Two"]
    assert table.mapping is not None

    again = read_columns(team.project.path, table, replace(table.mapping, title=2), [])

    assert [one.title for one in again] == ["Uno", "Due"]
    assert all(one.of is table for one in again)


def test_what_was_read_before_is_known_and_pasted_text_has_no_file_to_go_by(team: making.Team, tmp_path: Path) -> None:
    first = read(team, written(tmp_path, "new.txt", "A new text that is not there yet."))

    (again,) = read_pasted_in(team.project.path, "", "A new text that is not there yet.", first)
    (other,) = read_pasted_in(team.project.path, "", "Quite another text, pasted.", first)

    assert (again.state, again.why) == ("same", "same text as “new”, which is among these files")
    assert (other.state, other.file) == ("ready", "")


def test_cancelling_gives_nothing(team: making.Team, tmp_path: Path) -> None:
    path = written(tmp_path, "new.txt", "A new text.")

    assert read_in(team.project.path, [path], [], lambda _done, _total: None, lambda: True) is None


def test_an_article_that_is_gone_cannot_be_corrected(team: making.Team, tmp_path: Path) -> None:
    near = written(tmp_path, "near.md", f"# {team.article.title}\n\n{making.TEXT}")
    rows = read(team, near)
    rows[0].other_of = replace(team.article, id="gone")

    with pytest.raises(Refused, match="no longer in the project"):
        take_in(team.project, rows)
