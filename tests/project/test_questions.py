"""What is asked of a project: counts, extracts by each filter, the version of the scheme, in bounded memory."""

from __future__ import annotations

import sqlite3
import tracemalloc
from contextlib import closing
from typing import TYPE_CHECKING, Any

import making
import pytest

from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.edits.codings import new_coding
from annotator.model.extracts import ExtractFilter
from annotator.model.records import Coder
from annotator.project.checking import check_project

if TYPE_CHECKING:
    from making import Team

    from annotator.project.project import Project


def quotes(project: Project, **chosen: Any) -> list[str]:
    return [extract.coding.quote for extract in project.extracts(ExtractFilter(**chosen))]


@pytest.fixture
def coded(team: Team) -> Team:
    """Two articles: Ann codes `The board` and `decides`, Ben `Others` there and `ÉCOLES` in the second."""
    project = team.project
    second = making.add_article(project, "ÉCOLES et Straße.", "Second", "second.txt")
    project.do(edits.set_metadata(article=second, publication="Gazette", published="2016-05-01"))
    making.code(project, team.article, 10, 17, team.joins)
    coding = making.code(project, team.article, 0, 9, team.decides)
    project.do(edits.set_stance(coding=coding, stance="opposes"))
    project.do(edits.write_memo(coding=project.codings()[0], memo="Whose Choice?"))
    team.as_ben()
    making.code(project, team.article, 47, 53, team.family)
    making.code(project, second, 0, 6, team.decides)
    team.as_ann()
    return team


def test_extracts_come_by_article_and_place(coded: Team) -> None:
    assert quotes(coded.project) == ["The board", "decides", "Others", "ÉCOLES"]


def test_each_filter_leaves_what_it_names(coded: Team) -> None:
    first, second = coded.project.articles()
    expected: list[tuple[dict[str, Any], list[str]]] = [
        ({"codes": (coded.decides.id,)}, ["The board", "ÉCOLES"]),
        ({"codes": (coded.decides.id, coded.joins.id)}, ["The board", "decides", "ÉCOLES"]),
        ({"articles": (second.id,)}, ["ÉCOLES"]),
        ({"coders": (coded.ben.id,)}, ["Others", "ÉCOLES"]),
        ({"publications": ("Gazette",)}, ["ÉCOLES"]),
        ({"since": "2016-05-01"}, ["ÉCOLES"]),
        ({"since": "2016-05-02"}, []),
        ({"until": "2016-05-01"}, ["ÉCOLES"]),
        ({"until": "2016-04-30"}, []),
        ({"stances": ("opposes",)}, ["The board"]),
        ({"stances": ("none", "opposes")}, ["The board", "decides", "Others", "ÉCOLES"]),
        ({"search": "écoles"}, ["ÉCOLES"]),
        ({"search": "whose choice"}, ["The board"]),
        ({"search": "%"}, []),
        ({"agreed": True}, []),
        ({"speakers": ("he",)}, []),
        ({"coders": (coded.ann.id,), "codes": (coded.decides.id,), "articles": (first.id,)}, ["The board"]),
    ]
    for chosen, found in expected:
        assert quotes(coded.project, **chosen) == found, chosen


def test_an_extract_carries_path_coder_and_in_which_pass_it_was_made(coded: Team) -> None:
    project = coded.project
    project.do(edits.finish_reading(articles=[coded.article], readings=[], coder=coded.ann))
    project.act_as(coded.ben)
    project.do(edits.finish_reading(articles=[coded.article], readings=[], coder=coded.ben, seen=True))

    board, decides, others, schools = project.extracts(ExtractFilter())

    assert board.path == ("Governance", "Who decides")
    assert (others.path, others.coder) == (("Governance",), coded.ben)
    assert [one.passed for one in (board, decides, others, schools)] == ["blind", "blind", "seen", ""]
    assert (schools.article.title, schools.code) == ("Second", coded.decides)


def test_the_work_of_agreed_is_told_apart(coded: Team) -> None:
    change_set = edits.add_coder(name="Agreed", kind="agreed")
    coded.project.do(change_set, kind="setup")
    agreed = change_set.changes[0].after
    assert isinstance(agreed, Coder)
    coded.project.act_as(agreed)
    making.code(coded.project, coded.article, 0, 9, coded.joins)

    assert quotes(coded.project, agreed=True) == ["The board"]
    (extract,) = coded.project.extracts(ExtractFilter(agreed=True))
    assert extract.passed == "agreed"


def test_the_view_for_other_programs_says_the_same(coded: Team) -> None:
    project = coded.project
    project.do(edits.finish_reading(articles=[coded.article], readings=[], coder=coded.ann))
    expected = [
        (one.coding.id, " > ".join(one.path), one.path[0], one.coder.name, one.coding.quote, one.passed or None,
         project.scheme_version())
        for one in project.extracts(ExtractFilter())
    ]  # fmt: skip
    project.close()

    with closing(sqlite3.connect(coded.path)) as connection:
        rows = connection.execute("SELECT id, code_path, family, coder, text, pass, scheme_version FROM extract")
        assert sorted(rows.fetchall()) == sorted(expected)


def test_counts_tell_where_there_is_work(coded: Team) -> None:
    project = coded.project
    first, second = project.articles()

    assert project.counts_by_code() == {coded.decides.id: 2, coded.joins.id: 1, coded.family.id: 1}
    assert project.counts_by_code(coders=[coded.ann.id], article=first.id) == {coded.decides.id: 1, coded.joins.id: 1}
    assert project.counts_by_code(coders=[]) == {}
    assert project.counts_by_article() == {first.id: 3, second.id: 1}
    assert project.counts_by_article(coders=[coded.ann.id]) == {first.id: 2}
    assert project.counts_by_coder() == {coded.ann.id: 2, coded.ben.id: 2}


def test_whose_codings_are_read_is_an_argument(coded: Team) -> None:
    project = coded.project

    assert [one.quote for one in project.codings(coders=[coded.ann.id])] == ["The board", "decides"]
    assert [one.quote for one in project.codings(articles=[coded.article.id], codes=[coded.family.id])] == ["Others"]
    assert project.codings(coders=[]) == []


def test_memos_are_asked_for_by_what_they_are_about(coded: Team) -> None:
    project = coded.project
    project.do(edits.write_note(about="project", text="ours", coder=coded.ann))
    project.do(edits.write_note(about="code", subject=coded.decides.id, text="narrow", coder=coded.ann))
    project.do(edits.write_note(about="code", subject=coded.joins.id, text="wide", coder=coded.ann))

    assert [memo.text for memo in project.memos("code")] == ["narrow", "wide"]
    assert [memo.text for memo in project.memos("code", coded.joins.id)] == ["wide"]
    assert [memo.text for memo in project.memos("project")] == ["ours"]
    assert [memo.text for memo in project.memos(subject=coded.decides.id)] == ["narrow"]


def test_the_version_of_the_scheme_grows_with_the_scheme_only(coded: Team) -> None:
    project = coded.project
    before = project.scheme_version()
    making.code(project, coded.article, 19, 31, coded.decides)
    assert project.scheme_version() == before

    project.do(edits.describe_code(code=coded.decides, definition="Which body."))
    described = project.scheme_version()
    project.undo()
    assert before < described < project.scheme_version()


def test_twenty_thousand_extracts_stream_in_bounded_memory(team: Team) -> None:
    project = team.project
    article = making.add_article(project, "word " * 5_000, "Long")
    text = project.text(article.text_sha256)
    made = [
        new_coding(article=article, text=text, start=at, end=at + 4, code=team.decides, coder=team.ann, memo="m" * 400)
        for at in range(20_000)
    ]
    project.do(ChangeSet("Code from a file", tuple(Change(None, coding) for coding in made)))
    del made

    tracemalloc.start()
    try:
        count = sum(1 for _ in project.extracts(ExtractFilter()))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert count == 20_000
    assert most < 5_000_000  # all of them together take some 30 MB


def test_order_is_by_the_history_when_the_clock_goes_backwards(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    years = iter(range(2040, 1990, -1))
    for module in ("annotator.project.history", "annotator.model.edits.codings", "annotator.model.edits.coders"):
        monkeypatch.setattr(f"{module}.now", lambda: f"{next(years)}-01-01T00:00:00.000Z")
    project = team.project
    making.join(project, "Carl")
    for start, end in ((0, 3), (4, 9), (10, 17)):
        making.code(project, team.article, start, end, team.decides)

    times = [step.time for step in project.history()][-3:]
    assert times == sorted(times, reverse=True)
    assert [coder.name for coder in project.coders()] == ["Ann", "Ben", "Carl"]
    project.undo()
    project.undo()
    assert [coding.quote for coding in project.codings()] == ["The"]
    project.redo()
    assert [coding.quote for coding in project.codings()] == ["The", "board"]
    project.close()
    assert check_project(team.path) == []
