"""Codings are drawn, never put into the document, and follow the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.article.marks import CodingMark


def test_coding_changes_neither_document_nor_layout(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.grab()
    revision, lines, document = view.document().revision(), view.visible_lines(), view.document()
    sizes: list[object] = []
    document.documentLayout().update.connect(lambda *_: sizes.append("laid out"))
    document.contentsChange.connect(lambda *change: sizes.append(change))
    view.put_mark(mark("a", "She was asked"))
    view.set_current("a")
    view.grab()
    view.remove_mark("a")
    view.grab()
    assert view.document() is document
    assert (document.revision(), view.visible_lines()) == (revision, lines)
    assert sizes == []


def test_putting_a_coding_again_moves_it(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.put_mark(mark("a", "She was asked"))
    view.put_mark(mark("a", "A group may"))
    assert view.marks_at(view.text.index("She was")) == []
    assert view.marks_at(view.text.index("A group")) == ["a"]


def test_codings_at_a_place_come_smallest_first(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    view.set_marks([mark("large", "plans to move budgets"), mark("small", "budgets"), mark("mid", "move budgets")])
    assert view.marks_at(view.text.index("budgets")) == ["small", "mid", "large"]


def test_another_theme_repaints_text_tint_and_margin(
    view: ArticleView, mark: Callable[..., CodingMark], dress: Callable[[str], None]
) -> None:
    view.set_marks([mark("a", "She was asked")])
    light = view.grab().toImage()
    dress("dark")
    dark = view.grab().toImage()
    paper = theme().palette.paper
    margin = view.margin.geometry().topRight()
    assert dark.pixelColor(5, 5).name() == paper
    assert dark.pixelColor(margin.x() - 30, 5).name() == paper
    rect = view.passage_rect(view.codings.marks["a"].start, view.codings.marks["a"].end).center()
    x = rect.x() + view.viewport().x()
    column = [(light.pixelColor(x, y).name(), dark.pixelColor(x, y).name()) for y in range(rect.y() - 9, rect.y() + 9)]
    assert all(before != after for before, after in column)


def test_a_selection_is_an_outline_and_not_a_filled_highlight(view: ArticleView) -> None:
    view.clearFocus()
    plain = view.viewport().grab().toImage()
    start = view.text.index("She was")
    view.select_passage(start, start + 13)
    selected = view.viewport().grab().toImage()
    rect = view.passage_rect(start, start + 13)
    inside = [
        (x, y) for x in range(rect.left() + 3, rect.right() - 3) for y in range(rect.top() + 5, rect.bottom() - 5)
    ]
    assert all(plain.pixelColor(*point) == selected.pixelColor(*point) for point in inside)
    assert selected.pixelColor(rect.center().x(), rect.top() + 1).name() == theme().palette.accent


def test_the_sentence_that_a_key_would_code_is_outlined_only_with_the_focus(view: ArticleView) -> None:
    start = view.text.index("She was")
    view.place_caret(start)
    sentence = view.sentence()
    assert sentence
    rect = view.passage_rect(*sentence)
    above = rect.center().x() % 300, rect.top()
    accent = view.viewport().grab().toImage().pixelColor(*above)
    assert accent.blue() > accent.red() + 60
    view.clearFocus()
    assert view.viewport().grab().toImage().pixelColor(*above).name() == theme().palette.paper


def test_the_coding_at_the_caret_is_spoken_when_it_changes(
    view: ArticleView, mark: Callable[..., CodingMark], heard: list[str]
) -> None:
    there = [mark("a", "plans to move budgets", coder="Ann"), mark("b", "budgets", coder="Ann", family="Funding")]
    view.set_marks(there)
    view.place_caret(view.text.index("budgets"))
    QApplication.processEvents()
    view.place_caret(view.text.index("budgets") + 1)
    QApplication.processEvents()
    view.set_current("a")
    QApplication.processEvents()
    view.place_caret(0)
    QApplication.processEvents()
    assert heard == ["Funding, B Code b, by Ann, 1 of 2", "A Code a, by Ann, 2 of 2"]


def test_the_coding_at_the_caret_is_described_for_when_the_focus_comes_back(
    view: ArticleView, mark: Callable[..., CodingMark], heard: list[str]
) -> None:
    view.set_marks([mark("a", "plans to move budgets", coder="Ann"), mark("b", "budgets", coder="Ann")])
    view.place_caret(view.text.index("budgets"))
    assert view.accessibleDescription() == "", "a description that changes with the focus here would be read twice"
    view.clearFocus()
    assert view.accessibleDescription() == "B Code b, by Ann, 1 of 2"
    QApplication.processEvents()
    heard.clear()
    view.set_current("a")
    QApplication.processEvents()
    assert view.accessibleDescription() == "A Code a, by Ann, 2 of 2"
    assert heard == []


def test_the_echo_names_the_code_near_the_passage_and_takes_neither_caret_nor_focus(view: ArticleView) -> None:
    start = view.text.index("She was")
    view.select_passage(start, start + 13)
    view.show_echo("C11 Mixed model", start, start + 13)
    echo = view.findChild(type(view.echo))
    assert echo is not None
    assert echo.isVisible()
    assert echo.text == "C11 Mixed model"
    assert not echo.geometry().intersects(view.viewport().geometry().adjusted(0, 0, -view.margin.width(), 0))
    assert view.rect().contains(echo.geometry())
    assert view.passage() == (start, start + 13)
    assert view.hasFocus()


def test_the_echo_of_a_coding_goes_with_its_article(view: ArticleView) -> None:
    view.show_echo("C11 Mixed model", 40, 60)
    assert view.echo.isVisible()
    view.show_article("Another article.", title="Another")
    assert not view.echo.isVisible()
