"""Search hits, lines set aside, paragraphs read, and the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.article.marks import AsideMark
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from annotator.ui.article.article_view import ArticleView
    from annotator.ui.article.marks import CodingMark

LONG = "\n\n".join(f"Paragraph {n} has money in it." for n in range(300))


def found(text: str, words: str) -> list[tuple[int, int]]:
    starts = [n for n in range(len(text)) if text.startswith(words, n)]
    return [(start, start + len(words)) for start in starts]


def grey(image: QImage, left: int, top: int, right: int, bottom: int) -> int:
    """Count the pixels of an area that are not paper."""
    paper = theme().colour("paper").rgb()
    return sum(image.pixel(x, y) != paper for x in range(left, right) for y in range(top, bottom))


def gutter_ink(view: ArticleView, words: str) -> int:
    rect = view.passage_rect(view.text.index(words), view.text.index(words) + len(words))
    return grey(view.viewport().grab().toImage(), 48 - 22, rect.center().y() - 7, 48 - 7, rect.center().y() + 8)


def test_each_hit_is_underlined_and_the_letters_keep_their_ground(view: ArticleView) -> None:
    view.clearFocus()
    plain = view.viewport().grab().toImage()
    hits = found(view.text, "council")
    view.set_hits(hits)
    image = view.viewport().grab().toImage()
    for hit in hits:
        rect = view.passage_rect(*hit)
        assert image.pixelColor(rect.center().x(), rect.bottom()).name() == theme().palette.accent
        ground = [(rect.left() + x, rect.top() + y) for x in range(rect.width()) for y in range(3, 20)]
        assert all(image.pixel(*point) == plain.pixel(*point) for point in ground)
    view.set_hits([])
    assert view.viewport().grab().toImage() == plain


def test_the_current_hit_is_outlined_and_comes_into_sight(view: ArticleView) -> None:
    view.show_article(LONG)
    hits = found(LONG, "money")
    view.set_hits(hits, 200)
    assert view.is_shown(*hits[200])
    image, rect = view.viewport().grab().toImage(), view.passage_rect(*hits[200])
    assert image.pixelColor(rect.center().x(), rect.top() + 1).name() == theme().palette.accent
    other = view.passage_rect(*hits[201])
    assert image.pixelColor(other.center().x(), other.top() + 1).name() == theme().palette.paper
    view.show_article(LONG)
    image, accent = view.viewport().grab().toImage(), theme().colour("accent").rgb()
    assert all(image.pixel(x, y) != accent for x in range(image.width()) for y in range(image.height()))


def test_a_line_set_aside_is_grey_and_small_with_icon_and_reason_and_no_position_moves(view: ArticleView) -> None:
    start = view.text.index("She was")
    end = view.text.index("\n", start)
    before, width = view.visible_lines(), view.passage_rect(start, start + 20).width()
    assert gutter_ink(view, "She was") == 0
    view.set_aside([AsideMark(start, end, "related link", "related link, set aside")])
    assert view.passage_rect(start, start + 20).width() < width
    assert gutter_ink(view, "She was") > 10
    assert [row.note for row in view.margin.plan().rows] == ["related link, set aside"]
    rect = view.passage_rect(start, start + 20)
    image = view.viewport().grab().toImage()
    inks = {image.pixelColor(x, y).lightness() for x in range(48, 200) for y in range(rect.top(), rect.bottom())}
    assert min(inks) >= theme().colour("aside").lightness() - 12
    assert view.document().toPlainText() == view.text
    view.set_aside([])
    assert view.visible_lines() == before
    assert view.margin.plan().rows == ()


def test_what_stands_at_the_top_stays_there_when_lines_above_are_set_aside(view: ArticleView) -> None:
    text = "\n\n".join("Words about money and more words. " * 12 for _ in range(40))
    view.show_article(text)
    view.verticalScrollBar().setValue(2013)
    top = view.visible_lines()[0]
    below = view.verticalScrollBar().value() - top.top
    first = text.index("\n")
    view.set_aside([AsideMark(0, first, "box", "box, set aside")])
    now = view.visible_lines()[0]
    assert now.top < top.top
    assert (now.start, view.verticalScrollBar().value() - now.top) == (top.start, below)


def test_a_reason_makes_room_for_names_and_names_for_it(view: ArticleView, mark: Callable[..., CodingMark]) -> None:
    start = view.text.index("She was")
    view.set_marks([mark("a", "She was asked"), mark("b", "about plans")])
    view.set_aside([AsideMark(start, view.text.index("\n", start), "box", "box, set aside")])
    rows = view.margin.plan().rows
    assert [row.note or (row.bar and row.bar.mark.id) for row in rows] == ["box, set aside", "a", "b"]
    assert [row.top - rows[0].top for row in rows] == [0, 18, 36]
    assert view.margin.coding_at(view.margin.name_rect(rows[0]).center()) is None


def test_the_headline_set_aside_and_back_is_a_headline_again(view: ArticleView) -> None:
    before = view.viewport().grab().toImage()
    view.set_aside([AsideMark(0, 28, "box", "box, set aside")])
    assert view.viewport().grab().toImage() != before
    view.set_aside([])
    assert view.viewport().grab().toImage() == before


def test_what_is_set_aside_stays_so_at_another_size_and_in_another_theme(
    view: ArticleView, dress: Callable[[str], None]
) -> None:
    start = view.text.index("She was")
    view.set_aside([AsideMark(start, start + 150, "box", "box, set aside")])
    small = view.passage_rect(start, start + 10).width()
    view.set_reading_points(18)
    assert view.passage_rect(start, start + 10).width() == pytest.approx(small * 1.5, abs=3)
    dress("dark")
    rect, image = view.passage_rect(start, start + 10), view.viewport().grab().toImage()
    inks = {image.pixelColor(x, y).lightness() for x in range(48, 200) for y in range(rect.top(), rect.bottom())}
    assert max(inks) == pytest.approx(theme().colour("aside").lightness(), abs=14)


def test_key_points_keep_their_face_and_have_no_icon(view: ArticleView) -> None:
    start = view.text.index("She was")
    width = view.passage_rect(start, start + 20).width()
    view.set_aside([AsideMark(start, start + 150, "key points", "key points, not coded")])
    assert view.passage_rect(start, start + 20).width() == width
    assert gutter_ink(view, "She was") == 0


def test_a_paragraph_read_has_a_check_in_the_gutter(view: ArticleView) -> None:
    start = view.text.index("She was")
    view.set_read_paragraphs([(start, view.text.index("\n", start))])
    assert gutter_ink(view, "She was") > 8
    assert gutter_ink(view, "A group") == 0
    view.show_article(view.text)
    assert gutter_ink(view, "She was") == 0


def test_the_menu_is_asked_for_at_the_mouse_and_at_the_selection(view: ArticleView) -> None:
    asked: list[tuple[QPoint, int]] = []
    view.menu_wanted.connect(lambda point, position: asked.append((point, position)))
    start = view.text.index("She was")
    place = view.passage_rect(start, start + 1).center()
    here = view.viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, here)
    QApplication.sendEvent(view.viewport(), event)
    assert asked[0][0] == here
    assert asked[0][1] in (start, start + 1)
    view.select_passage(start, start + 7)
    view.ask_menu_at_caret()
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0)))
    below = view.viewport().mapFromGlobal(asked[1][0])
    assert asked[1] == asked[2]
    assert (asked[1][1], below) == (start, view.passage_rect(start, start + 7).bottomLeft())
