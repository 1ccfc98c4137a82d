"""Somebody with SQL at hand asks the view of extracts: it tells the speaker where one quotation holds the passage."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from making import code, team

from annotator.model.changes import Change, ChangeSet
from annotator.model.extracts import ExtractFilter
from annotator.model.records import Grade, Quotation, Zone, new_id, now

if TYPE_CHECKING:
    from pathlib import Path

    from making import Team

SURE, GUESSED, REPORTED = (0, 18), (19, 45), (47, 71)


def _quotation(made: Team, span: tuple[int, int], grade: Grade, kind: str = "quotation", **more: Any) -> None:
    one = Quotation(
        id=new_id(), article=made.article.id, start=span[0], end=span[1], kind=kind, speaker="Ida Moor", grade=grade,
        created=now(), **more,
    )  # fmt: skip
    made.project.do(ChangeSet("Find", (Change(None, one),)))


def _asked(made: Team) -> list[tuple[Any, ...]]:
    with sqlite3.connect(f"{made.path.as_uri()}?mode=ro", uri=True) as db:
        return db.execute("SELECT voice, speaker, speaker_known_by, via, zone FROM extract ORDER BY start").fetchall()


def test_the_view_agrees_with_the_exports_where_one_quotation_or_none_is_touched(tmp_path: Path) -> None:
    made = team(tmp_path)
    _quotation(made, SURE, "sure", via="a newspaper")
    _quotation(made, GUESSED, "guess")
    _quotation(made, REPORTED, "likely", "reported")
    for start, end in ((4, 9), (22, 26), (50, 60), (72, 81)):
        code(made.project, made.article, start, end, made.decides)
    exported = [extract.facts for extract in made.project.extracts(ExtractFilter())]
    assert [(one.voice, one.speaker or None, one.known_by, one.via or None, None) for one in exported] == _asked(made)
    assert [row[:3] for row in _asked(made)] == [
        ("quoted", "Ida Moor", "rule"), ("quoted", None, "none"), ("reported", "Ida Moor", "rule"),
        ("narrative", None, "none"),
    ]  # fmt: skip


def test_where_a_passage_reaches_beyond_a_quotation_the_view_says_nothing_and_the_export_says_mixed(
    tmp_path: Path,
) -> None:
    made = team(tmp_path)
    _quotation(made, (4, 9), "sure")
    code(made.project, made.article, 0, 18, made.decides)
    assert _asked(made) == [(None, None, "none", None, None)]
    (extract,) = made.project.extracts(ExtractFilter())
    assert (extract.facts.voice, extract.facts.speaker) == ("mixed", "Ida Moor")


def test_the_zone_that_holds_a_passage_is_told(tmp_path: Path) -> None:
    made = team(tmp_path)
    zone = Zone(id=new_id(), article=made.article.id, start=0, end=18, kind="headline", state="kept", created=now())
    made.project.do(ChangeSet("Find", (Change(None, zone),)))
    code(made.project, made.article, 4, 9, made.decides)
    assert [row[4] for row in _asked(made)] == ["headline"]


def test_the_view_is_made_anew_when_an_older_project_is_opened(tmp_path: Path) -> None:
    made = team(tmp_path)
    _quotation(made, SURE, "sure")
    code(made.project, made.article, 4, 9, made.decides)
    path, project = made.path, type(made.project)
    made.project.close()
    with sqlite3.connect(path) as db:
        db.execute("DROP VIEW extract")
        db.execute("CREATE VIEW extract AS SELECT id, NULL AS speaker FROM coding")
    with project.open(path):
        pass
    assert [row[1] for row in _asked(made)] == ["Ida Moor"]
