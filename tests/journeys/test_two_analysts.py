"""Two analysts code the sample apart, exchange by file, settle everything; one learns what changed, and answers."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pytest
from journeys.analyst import make_project
from journeys.test_exchanging_work import looks, send_sheet
from journeys.test_learning_from_a_review import look_at, window_of

from annotator.model.records import AGREED_ID
from annotator.project.checking import check_project
from annotator.project.project import Project
from annotator.shipped import shipped_folder
from annotator.ui import messages
from annotator.ui.actions import BY_ID

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.analyst import Analyst

SEEDS = shipped_folder("seeds")
REASON = "The duty stays; only the passing on is coded."
ANSWER = "Agreed, I read the rule too widely."


@pytest.fixture(autouse=True)
def never_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a window that is closed by a test that failed go without a question."""
    monkeypatch.setattr(messages, "confirm", lambda *_: True)


@pytest.fixture
def texts() -> dict[str, str]:
    """The articles of the sample, by file name."""
    return {file.name: file.read_text(encoding="utf-8") for file in sorted((SEEDS / "articles").glob("*.txt"))}


def rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def code_as(analyst: Analyst, who: str) -> int:
    """Code all articles as one of the sample's coders did, passage by passage by label, and finish each."""
    given = 0
    for article in list(analyst.workspace.desk.articles.values()):
        analyst.workspace.open_article(article.id)
        for row in rows(f"codings-coder-{who}.csv"):
            if row["article"] == article.title:
                analyst.window.page.view.select_passage(int(row["start"]), int(row["end"]))
                analyst.press("Return")
                analyst.type(row["code"])
                analyst.press("Return")
                given += 1
        for _ in range(2):  # the first press says what is unread
            if not finished(analyst, article.id):
                analyst.press("Ctrl+Shift+Return")
        assert finished(analyst, article.id)
    return given


def finished(analyst: Analyst, article: str) -> bool:
    coder = analyst.workspace.desk.coder
    return any(
        (one.article, one.coder, one.state) == (article, coder, "finished") for one in analyst.project.readings()
    )


def send(analyst: Analyst) -> Path:
    """Send one's work beside the project; return the file."""
    sheet = send_sheet(analyst)
    out: Path = sheet.out()
    analyst.press("Ctrl+Return")
    analyst.qtbot.waitUntil(lambda: f"went into {out.name}" in analyst.notice())
    back(analyst)
    return out


def back(analyst: Analyst) -> None:
    """Come back to the window once its sheet is gone."""
    analyst.window.activateWindow()
    analyst.qtbot.waitUntil(analyst.window.isActiveWindow)


def receive(analyst: Analyst, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "choose_file_to_open", lambda *_asked: file)
    analyst.window.commands.perform(BY_ID["receive_work"])
    looks(analyst)
    analyst.press("Ctrl+Return")
    analyst.qtbot.waitUntil(lambda: "Received" in analyst.notice())
    back(analyst)


def settle_everything(analyst: Analyst) -> int:
    """Settle every difference, A's reading where there is one; return how many keys that took."""
    desk = analyst.window.reviewing.desk
    assert desk is not None
    keys = 0
    while desk.list is not None and any(one.state != "decided" for one in (*desk.list.listed, *desk.list.stances)):
        assert desk.difference is not None
        analyst.press("A" if desk.difference.place.a else "X")
        keys += 1
        assert keys < 100
    return keys


def test_apart_exchanged_settled_and_learnt_from(
    ann: Analyst, texts: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = (tmp_path / who / "briefings.annotator" for who in ("ann", "ben"))
    for path in (hers, his):
        path.parent.mkdir()
    make_project(hers, texts)
    shutil.copy(hers, his)

    assert ann.window.open_project(his, "Ben")
    theirs = code_as(ann, "b")
    package = send(ann)
    assert ann.window.open_project(hers, "Ann")
    own = code_as(ann, "a")
    receive(ann, package, monkeypatch)
    assert len(ann.project.codings()) == own + theirs

    ann.press("Ctrl+2")
    desk = ann.window.reviewing.desk
    assert desk is not None
    assert desk.work is not None
    assert len(desk.work.work) == len(texts), "all compared: both finished, each blind"
    before = desk.work.comparison.pooled
    ann.press("M")
    ann.type(REASON)
    ann.press("Ctrl+Return")
    reasoned = desk.current
    keys = settle_everything(ann)
    assert desk.list is not None
    assert keys == len(desk.list.listed) + len(desk.list.stances), "one key a decision"
    ann.window.actions_.by_id["adopt_matches"].trigger()
    assert ann.window.reviewing.bulk is not None
    ann.press("Ctrl+1")
    bulk = ann.window.reviewing.bulk.window
    assert bulk is not None
    bulk.take.click()
    agreed = ann.project.codings(coders=[AGREED_ID])
    assert len(agreed) > len(desk.list.listed)
    desk.compare()
    assert desk.work.comparison.pooled == before, "the coders' own layers stay as they were"
    assert reasoned

    review = send(ann)
    assert ann.window.open_project(his, "Ben")
    receive(ann, review, monkeypatch)
    window = window_of(ann)
    one = look_at(window, lambda one: one.reason == REASON)
    assert one.outcome
    window.detail.answers.field.setFocus()
    ann.type(ANSWER)
    window.detail.answers.keep.click()
    assert [answer.text for answer in ann.project.answers()] == [ANSWER]
    window.close()
    back(ann)

    answered = send(ann)
    assert ann.window.open_project(hers, "Ann")
    receive(ann, answered, monkeypatch)
    assert [answer.text for answer in ann.project.answers()] == [ANSWER]
    ann.window.close_project()
    assert check_project(hers) == []
    with Project.open(his, read_only=True) as project:
        assert {one.id for one in project.codings(coders=[AGREED_ID])} == {one.id for one in agreed}
