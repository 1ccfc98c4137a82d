"""What the mouse does with codings: click, click again, double click, drag a code on, drag a passage out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from annotator.model.sentences import sentence_at
from annotator.ui.article.dragging import CODE_MIME, PASSAGE_MIME

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.article.marks import CodingMark

LEFT = Qt.MouseButton.LeftButton


def place_of(view: ArticleView, words: str) -> QPoint:
    start = view.text.index(words)
    return view.passage_rect(start, start + len(words)).center()


def code(identity: str) -> QMimeData:
    data = QMimeData()
    data.setData(CODE_MIME, QByteArray(identity.encode()))
    return data


def hold_over(view: ArticleView, data: QMimeData, place: QPoint) -> bool:
    how = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(place, *how))
    event = QDragMoveEvent(place, *how)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def drop(view: ArticleView, data: QMimeData, place: QPoint) -> None:
    hold_over(view, data, place)
    event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def test_clicks_at_one_place_go_from_the_smallest_coding_to_the_largest_and_round(
    view: ArticleView, mark: Callable[..., CodingMark], qtbot: QtBot
) -> None:
    view.set_marks([mark("large", "plans to move budgets"), mark("small", "budgets"), mark("mid", "move budgets")])
    clicked: list[str] = []
    view.coding_clicked.connect(clicked.append)
    view.coding_clicked.connect(view.set_current)
    for _ in range(4):
        qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, "budgets"))
        qtbot.wait(QApplication.doubleClickInterval() // 20)
    assert clicked == ["small", "mid", "large", "small"]
    qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, "plans"))
    assert clicked[-1] == "large"


def test_a_click_beside_the_letters_means_no_coding(
    view: ArticleView, mark: Callable[..., CodingMark], qtbot: QtBot
) -> None:
    view.set_marks([mark("last", "how the money is spent.")])
    rect = view.passage_rect(len(view.text) - 6, len(view.text))
    clicked: list[str] = []
    view.coding_clicked.connect(clicked.append)
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(rect.right() + 60, rect.center().y()))
    assert clicked == []
    qtbot.mouseClick(view.viewport(), LEFT, pos=rect.center())
    assert clicked == ["last"]


def test_a_double_click_opens_the_coding_and_selects_nothing(
    view: ArticleView, mark: Callable[..., CodingMark], qtbot: QtBot
) -> None:
    view.set_marks([mark("a", "move budgets")])
    selected: list[object] = []
    view.passage_selected.connect(lambda *span: selected.append(span))
    with qtbot.waitSignal(view.coding_opened) as opened:
        place = place_of(view, "budgets")
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
        qtbot.mouseDClick(view.viewport(), LEFT, pos=place)
        qtbot.mouseRelease(view.viewport(), LEFT, pos=place)
    assert opened.args == ["a"]
    assert selected == []


def test_a_code_dropped_on_a_sentence_is_given_to_the_sentence(view: ArticleView, qtbot: QtBot) -> None:
    place = place_of(view, "rather see")
    assert hold_over(view, code("c11"), place)
    with qtbot.waitSignal(view.code_dropped) as told:
        drop(view, code("c11"), place)
    assert told.args == ["c11", *(sentence_at(view.text, view.text.index("rather see")) or ())]


def test_a_code_dropped_on_the_selection_is_given_to_the_selection(view: ArticleView, qtbot: QtBot) -> None:
    start = view.text.index("rather see")
    view.select_passage(start, start + 10)
    with qtbot.waitSignal(view.code_dropped) as told:
        drop(view, code("c11"), place_of(view, "rather see"))
    assert told.args == ["c11", start, start + 10]


def test_the_target_of_a_dragged_code_is_outlined(view: ArticleView) -> None:
    view.clearFocus()
    before = view.viewport().grab().toImage()
    hold_over(view, code("c11"), place_of(view, "rather see"))
    assert view.viewport().grab().toImage() != before


def test_dropped_files_are_told_by_path_and_links_are_not_taken(
    view: ArticleView, qtbot: QtBot, tmp_path: object
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"{tmp_path}/a.txt"), QUrl("https://example.org/b")])
    with qtbot.waitSignal(view.files_dropped) as told:
        drop(view, data, QPoint(50, 50))
    assert told.args == [[f"{tmp_path}/a.txt"]]
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/b")])
    assert not hold_over(view, link, QPoint(50, 50))


@pytest.mark.parametrize("text", ["a\u00a0b 😀 c", "plain words"])
def test_a_passage_leaves_the_article_with_its_place_and_its_own_characters(view: ArticleView, text: str) -> None:
    view.show_article(text)
    view.select_passage(1, len(text))
    data = view.createMimeDataFromSelection()
    assert data.text() == text[1:]
    assert bytes(data.data(PASSAGE_MIME).data()) == f"1,{len(text)}".encode()


def test_a_thousand_repaints_lose_no_reference(view: ArticleView) -> None:
    import sys

    before = sys.getrefcount(None)
    for _ in range(500):
        view.viewport().update()
        view.margin.update()
    assert abs(sys.getrefcount(None) - before) < 100
