"""How far the work is can be seen while working: beside the article, above its text, at the foot of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analyst import SENTENCE
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication

from annotator.model import edits
from annotator.ui.progress_window import ProgressWindow

if TYPE_CHECKING:
    from journeys.analyst import Analyst


def card(ann: Analyst, row: int) -> str:
    """What rests below the mouse over an article's card, without its title."""
    model = ann.window.page.articles.view.model()
    cards = [model.index(number, 0) for number in range(model.rowCount())]
    named = [index for index in cards if index.flags() & Qt.ItemFlag.ItemIsSelectable]
    return str(named[row].data(Qt.ItemDataRole.ToolTipRole)).splitlines()[1]


def foot(ann: Analyst) -> tuple[str, str]:
    """What the foot of the window says of the progress, and says more when the mouse rests there."""
    part = ann.window.status_line.progress
    QApplication.sendEvent(part, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), part.mapToGlobal(QPoint(2, 2))))
    return part.label.text(), part.toolTip()


def facts(ann: Analyst) -> str:
    return ann.window.page.view.facts


def test_words_coded_are_told_at_once_and_taken_back_at_once(ann: Analyst) -> None:
    assert "coded" not in facts(ann)
    ann.select(SENTENCE)
    ann.press("1")
    assert facts(ann).endswith("82 words, 9 coded")
    assert "9 of 82 words coded, 1 coding" in card(ann, 0)
    ann.press("2")
    assert facts(ann).endswith("82 words, 9 coded"), "a word under two codings counts once"
    assert "9 of 82 words coded, 2 codings" in card(ann, 0)
    ann.press("Ctrl+Z", "Ctrl+Z")
    assert facts(ann).endswith("82 words")
    assert "0 of 82 words coded, 0 codings" in card(ann, 0)


def test_a_paragraph_with_nothing_to_code_counts_too(ann: Analyst) -> None:
    ann.select("The plan goes to a vote in March.")
    ann.press("V")
    assert card(ann, 0).endswith("nothing to code in 1 paragraph")
    ann.press("V")
    assert "nothing to code" not in card(ann, 0)


def test_the_foot_of_the_window_tells_how_many_are_finished(ann: Analyst) -> None:
    ann.qtbot.waitUntil(lambda: "counted" not in foot(ann)[1])
    assert foot(ann) == ("0 of 2 finished", "0 of 2 finished, 0 of 108 words coded, 0 codings")
    ann.select(SENTENCE)
    ann.press("1")
    assert foot(ann)[1] == "0 of 2 finished, 9 of 108 words coded, 1 coding"
    ann.press("Ctrl+Shift+Return")
    assert foot(ann)[0] == "1 of 2 finished"
    assert ann.window.status_line.bar.share == 0.5


def test_a_click_on_how_far_the_work_is_tells_more(ann: Analyst) -> None:
    ann.click(ann.window.status_line.progress)
    shown = ann.window.findChild(ProgressWindow)
    assert shown is not None
    assert shown.isVisible()


def test_what_another_window_does_to_a_closed_article_is_counted(ann: Analyst) -> None:
    ann.qtbot.waitUntil(lambda: "counted" not in foot(ann)[1])
    ann.select(SENTENCE)
    ann.press("1")
    ann.click_article("Wards close for the summer")
    ann.press("Ctrl+Z")
    assert ann.workspace.desk.article is not None
    assert "0 of 82 words coded" in card(ann, 0)


def table(ann: Analyst) -> list[list[str]]:
    """The table of progress as it is copied, without its heads."""
    window = ann.workspace.progress.window
    assert window is not None
    ann.press("Ctrl+C")
    return [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()[1:]]


def open_table(ann: Analyst) -> None:
    ann.window.actions_.by_id["show_progress"].trigger()
    window = ann.workspace.progress.window
    assert window is not None
    ann.qtbot.waitUntil(lambda: window.rows.rowCount() > 0 and window.isActiveWindow())


def ben_codes_and_finishes(ann: Analyst) -> None:
    """Ben has coded the first article and finished it, at another computer."""
    project, own = ann.project, ann.workspace.session.coder
    article = project.articles()[0]
    project.join("Ben")
    assert project.coder is not None
    text = project.text(article.text_sha256)
    for number in (0, 6):
        project.do(edits.code_passage(
            article=article, text=text, start=number, end=number + 6, code=ann.code("F3"), coder=project.coder,
        ))  # fmt: skip
    project.do(edits.finish_reading(articles=[article], readings=project.readings(), coder=project.coder))
    project.act_as(own)


def test_the_table_tells_how_far_one_is_and_follows_the_work(ann: Analyst) -> None:
    ann.select(SENTENCE)
    ann.press("1")
    open_table(ann)
    assert [row[:3] + row[4:] for row in table(ann)] == [
        ["All 2 articles", "Ann (you)", "0 of 2 finished", "1", "9 of 108", "9.3"],
        ["Boards may share one budget", "Ann (you)", "in progress", "1", "9 of 82", "12.2"],
        ["Wards close for the summer", "Ann (you)", "not begun", "0", "0 of 26", "0.0"],
    ]
    ann.workspace.going.undo()
    ann.qtbot.waitUntil(lambda: table(ann)[0][4] == "0")


def test_a_colleagues_figures_are_hidden_until_one_has_finished_oneself(ann: Analyst) -> None:
    ben_codes_and_finishes(ann)
    open_table(ann)
    ben = [row[2:] for row in table(ann) if row[1] == "Ben"]
    assert ben == [
        ["1 of 2 finished", "", "–", "–", "–"],
        ["finished", "", "–", "–", "–"],
        ["not finished", "", "–", "–", "–"],
    ]
    window = ann.workspace.progress.window
    assert window is not None
    assert "hidden" in window.said.text()
    ann.workspace.going.finish_article()
    ann.qtbot.waitUntil(lambda: [row[4] for row in table(ann) if row[1] == "Ben"] == ["–", "2", "–"])


def test_enter_opens_the_article_of_a_row_and_the_table_goes_with_the_project(ann: Analyst) -> None:
    open_table(ann)
    window = ann.workspace.progress.window
    assert window is not None
    ann.press("Down", "Down", "Return")
    assert ann.workspace.desk.article is not None
    assert ann.workspace.desk.article.title == "Wards close for the summer"
    spoken = window.rows.index(2, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Wards close for the summer, Ann (you), Words coded: 0 of 26"
    ann.window.close_project()
    assert not window.isVisible()


def test_a_window_that_grows_shows_more_of_the_article_and_that_counts_as_seen(reader: Analyst) -> None:
    reader.window.resize(1440, 420)
    reader.press("Ctrl+J")
    reader.press("Ctrl+K")
    article = reader.workspace.desk.article
    assert article is not None
    shown = reader.window.page.view.shown_range()[1]
    before = reader.workspace.places.read[article.id]
    reader.window.resize(1440, 1200)
    reader.qtbot.waitUntil(lambda: reader.window.page.view.shown_range()[1] > shown)
    reader.qtbot.waitUntil(lambda: reader.workspace.places.read[article.id] > before)
