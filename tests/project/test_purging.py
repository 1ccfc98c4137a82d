"""A confidential draft leaves for good: its words are in no byte of the file, and everybody else's work stays."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import making
import pytest
from children import write_ahead

from annotator.model import edits
from annotator.model.errors import CannotOpen, CannotWrite, Refused
from annotator.project import connection
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from making import Team

    from annotator.model.records import Article

SECRET = "Zanzibar quokkas will hold the whole budget. " * 200
SECRET_MEMO = "embargoed until Xylophone day"


def confidential(team: Team) -> Article:
    """Ann imports, codes, notes and finishes it, and takes things back; Ben codes it too."""
    project = team.project
    article = making.add_article(project, SECRET, "Wombat draft", "wombat.txt")
    coding = making.code(project, article, 0, 8, team.decides)
    project.do(edits.write_memo(coding=coding, memo=SECRET_MEMO))
    project.undo()
    project.do(edits.write_note(about="article", subject=article.id, text=SECRET_MEMO, coder=team.ann))
    making.code(project, article, 9, 16, team.joins)
    project.undo()
    _tell_of(team, article)
    project.do(edits.finish_reading(articles=[team.article, article], readings=[], coder=team.ann))
    making.code(team.as_ben().project, article, 9, 16, team.decides)
    making.code(project, team.article, 0, 9, team.decides)
    return article


def _tell_of(team: Team, article: Article) -> None:
    """Put it into a group and give it a value that says too much, and take one back."""
    project = team.project
    project.do(edits.add_group(name="Pilot", groups=(), coder=team.ann, articles=[team.article, article]))
    project.do(edits.add_field(name="Source", kind="text", fields=(), coder=team.ann))
    for value in (SECRET_MEMO, "Wombat"):
        values = project.field_values()
        project.do(edits.set_value(field=project.fields()[0], articles=[article], value=value, values=values))
    project.undo()


def test_no_word_of_it_is_left_in_the_file(team: Team) -> None:
    article = confidential(team)

    purged = team.as_ann().project.purge(article)

    assert purged.codings == 2
    for where in team.path.parent.iterdir():
        held = where.read_bytes()
        for word in (b"Zanzibar", b"zanzibar", b"quokka", b"Xylophone", b"Wombat", b"wombat", SECRET[9:16].encode()):
            assert word not in held, (where.name, word)
    team.project.close()
    assert b"uokka" not in team.path.read_bytes()


def test_neither_search_nor_history_nor_undo_bring_it_back(team: Team) -> None:
    project = team.project
    article = confidential(team)
    assert project.search("quokkas") == [article]
    team.as_ann()

    project.purge(article)

    assert project.search("quokkas") == []
    assert project.search("board") == [team.article]
    assert [one.id for one in project.articles()] == [team.article.id]
    with pytest.raises(CannotOpen):
        project.text(article.text_sha256)
    with suppress(Refused):  # at last a code that Ben has used elsewhere
        while project.undo_label():
            project.undo()
    assert article.id not in {one.id for one in project.articles()}
    project.close()
    assert check_project(team.path) == []


def test_everybody_elses_work_and_its_undo_stay(team: Team) -> None:
    project = team.project
    article = confidential(team)
    project.purge(article)
    assert [(coding.coder, coding.quote) for coding in project.codings()] == [(team.ben.id, "The board")]
    assert [(reading.article, reading.coder) for reading in project.readings()] == [(team.article.id, team.ann.id)]

    project.undo()  # Ben's coding of the other article
    assert project.codings() == []
    project.redo()
    project = making.reopened(team.as_ann().project)
    assert project.undo_label() == "Finish 2 articles"
    project.undo()
    assert project.readings() == []

    project.close()
    assert check_project(team.path) == []


def test_a_text_that_another_article_shares_stays(team: Team) -> None:
    project = team.project
    twin = making.add_article(project, title="The same briefing")

    project.purge(twin)

    assert project.text(team.article.text_sha256) == making.TEXT
    assert project.search("board") == [team.article]


def test_an_article_that_was_removed_before_can_be_purged(team: Team) -> None:
    project = team.project
    article = confidential(team)
    project.do(
        edits.remove_article(
            article=article, codings=project.codings(articles=[article.id]),
            readings=[one for one in project.readings() if one.article == article.id],
            memos=project.memos("article", article.id),
            facts=[*project.memberships(article.id), *project.field_values(article.id), *project.people(article.id)],
        )
    )  # fmt: skip

    project.purge(article)
    project.close()

    assert b"uokka" not in team.path.read_bytes()
    assert check_project(team.path) == []


@write_ahead
def test_while_another_window_has_it_open_nothing_is_purged(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    article = confidential(team)
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    project = making.reopened(team.project)
    before = making.everything(project)

    with Project.open(team.path) as other:
        other.codings()
        with pytest.raises(CannotWrite, match="Close the other"):
            project.purge(article)
        assert making.everything(project) == making.everything(other) == before

    project.purge(article)
    making.code(project, team.article, 10, 17, team.joins)
    project.close()
    assert b"uokka" not in team.path.read_bytes()
    assert [found.name for found in team.path.parent.iterdir()] == [team.path.name]


def test_the_purge_itself_is_in_the_history_and_cannot_be_taken_back(team: Team) -> None:
    article = confidential(team)

    team.project.purge(article)

    last = team.project.history()[-1]
    assert (last.label, last.coder, last.kind, last.changes) == ("Purge article", team.ben.id, "setup", 0)
