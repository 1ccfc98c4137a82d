"""Where the mouse rests, all codings of the place are listed, and a name is never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from annotator.ui.article.marks import CodingMark
from annotator.ui.article.tips import tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.ui.article.article_view import ArticleView


def read(marks: Sequence[CodingMark]) -> list[str]:
    document = QTextDocument()
    document.setHtml(tip(marks))
    return document.toPlainText().splitlines()


def rest(widget: QWidget, place: QPoint) -> str:
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    return QToolTip.text()


def test_a_row_says_code_coder_stance_doubt_and_how_the_memo_begins() -> None:
    full = CodingMark(
        "a", 0, 9, "#6bd4f9", "C11", "Mixed model", coder="Ann", stance="opposes", unsure=True, memo=True,
        memo_line="Only for the north?",
    )  # fmt: skip
    bare = CodingMark("b", 0, 9, "#6bd4f9", name="Money")
    assert read([full, bare]) == [
        "C11 Mixed model, by Ann, opposes, to discuss",
        "    Only for the north?",
        "Money",
    ]


def test_after_twelve_the_rest_is_counted() -> None:
    rows = read([CodingMark(f"m{n}", 0, 9, "#6bd4f9", f"C{n}", "Name") for n in range(1_240)])
    assert len(rows) == 13
    assert rows[-1] == "+1,228"


def test_what_looks_like_markup_is_read_as_it_is_written_and_a_long_line_is_cut() -> None:
    rows = read([CodingMark("a", 0, 9, "#6bd4f9", "<C>", "a & <b>b</b>\n", memo_line="word " * 90)])
    assert rows[0] == "<C> a & <b>b</b>"
    assert len(rows[1]) < 100
    assert rows[1].endswith("…")


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_text_and_the_margin_tell_what_is_there(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.set_marks([mark("a", "plans to move budgets", coder="Ann"), mark("b", "budgets", memo_line="Which ones?")])
    at, elsewhere = view.text.index("budgets"), view.text.index("A group")
    over_text = rest(view.viewport(), view.passage_rect(at, at + 7).center())
    assert over_text.index("Code b") < over_text.index("Which ones?") < over_text.index("Code a, by Ann")
    bar = view.margin.bar_rect(view.margin.plan().bars[0]).center().toPoint()
    assert "Code a, by Ann" in rest(view.margin, bar)
    assert view.tip_at(view.passage_rect(elsewhere, elsewhere + 7).center()) == ""
    QToolTip.hideText()
