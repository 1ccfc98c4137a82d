"""A code is dragged onto the text, a selection onto a code: both code, and show before what they would code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from journeys.analyst import Analyst


@pytest.fixture
def ann_with_all_codes(ann: Analyst) -> Analyst:
    """Return Ann with all codes in the tree, not only those used."""
    ann.window.page.codes.switch.only_used_picked.emit(False)
    return ann


def _drag(target: QWidget, data: QMimeData, to: QPoint) -> None:
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(to, *how))
    QApplication.sendEvent(target, QDragMoveEvent(to, *how))
    QApplication.sendEvent(target, QDropEvent(QPointF(to), *how))


def _code_in_hand(ann: Analyst, label: str) -> QMimeData:
    tree = ann.window.page.codes.tree
    index = tree.filter.mapFromSource(tree.scheme.index_of(ann.code(label).id))
    return tree.filter.mimeData([index])


def _over(ann: Analyst, words: str) -> QPoint:
    view = ann.window.page.view
    start = view.text.index(words)
    return view.passage_rect(start, start + len(words)).center()


def test_a_code_dropped_on_the_text_codes_the_sentence_under_it(ann_with_all_codes: Analyst) -> None:
    ann = ann_with_all_codes
    _drag(ann.window.page.view.viewport(), _code_in_hand(ann, "G3"), _over(ann, "buy care"))
    assert ann.coded() == [("G3", SENTENCE)]
    assert ann.window.page.view.hasFocus()


def test_a_code_dropped_on_the_selection_codes_the_selection(ann_with_all_codes: Analyst) -> None:
    ann = ann_with_all_codes
    ann.select("buy care together")
    _drag(ann.window.page.view.viewport(), _code_in_hand(ann, "G3"), _over(ann, "care"))
    assert ann.coded() == [("G3", "buy care together")]


def test_a_selection_dropped_on_a_code_is_coded_with_it(ann_with_all_codes: Analyst) -> None:
    ann = ann_with_all_codes
    ann.select("buy care together")
    tree = ann.window.page.codes.tree
    index = tree.filter.mapFromSource(tree.scheme.index_of(ann.code("F2").id))
    tree.scrollTo(index)
    data = ann.window.page.view.createMimeDataFromSelection()
    assert data.text() == "buy care together", "dropped elsewhere it is the words themselves"
    _drag(tree.viewport(), data, tree.visualRect(index).center())
    assert ann.coded() == [("F2", "buy care together")]
    assert ann.window.page.view.hasFocus()
