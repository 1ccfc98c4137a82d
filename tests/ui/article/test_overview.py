"""The strip beside the scroll bar shows where codings and hits are, and goes there."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from annotator.ui.article.density import BINS, Density
from annotator.ui.article.marks import CodingMark
from annotator.ui.theme import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.article.article_view import ArticleView

LONG = "\n\n".join(f"Paragraph {n} has money in it." for n in range(400))


def coding(identity: str, start: int, end: int) -> CodingMark:
    return CodingMark(identity, start, end, "#6bd4f9", identity, identity)


@pytest.fixture
def long_view(view: ArticleView) -> ArticleView:
    view.show_article(LONG)
    view.grab()
    return view


def lightness(view: ArticleView, position: int) -> int:
    place = view.overview.bin_rect(view.overview.density.bin(position)).center().toPoint()
    return view.overview.grab().toImage().pixelColor(place).lightness()


def test_a_stretch_is_darker_the_more_codings_lie_there(long_view: ArticleView) -> None:
    places = [1000 * n for n in range(5)]
    for n, place in enumerate(places):
        for number in range(n):
            long_view.put_mark(coding(f"{place}-{number}", place, place + 30))
    shades = [lightness(long_view, place + 5) for place in places]
    assert shades == sorted(shades, reverse=True)
    assert len(set(shades[:4])) == 4
    long_view.set_faded(lambda mark: mark.id.startswith("1000"))
    assert lightness(long_view, 4005) == shades[0]
    assert lightness(long_view, 1005) == shades[1]


def test_codings_that_come_and_go_one_by_one_are_counted_as_all_at_once() -> None:
    chance = random.Random(4)
    spans = [(start, start + chance.randint(1, 9_000)) for start in (chance.randrange(90_000) for _ in range(300))]
    marks = [coding(str(n), *span) for n, span in enumerate(spans)]
    density = Density(99_000, marks[:100])
    for mark in marks[100:]:
        density.came(mark)
    assert density.counts() == Density(99_000, marks).counts()
    for mark in marks[:200]:
        density.went(mark)
    assert density.counts() == Density(99_000, marks[200:]).counts()
    touched = [sum(density.bin(m.start) <= n <= density.bin(m.end - 1) for m in marks[200:]) for n in range(BINS)]
    assert density.counts() == touched


def test_the_strip_follows_a_coding_that_is_moved_and_removed(long_view: ArticleView) -> None:
    long_view.put_mark(coding("a", 1000, 1030))
    long_view.put_mark(coding("a", 5000, 5030))
    density = long_view.overview.density
    assert [n for n, count in enumerate(density.counts()) if count] == [density.bin(5000)]
    long_view.remove_mark("a")
    assert sum(density.counts()) == 0


def test_a_crowd_is_counted_after_the_text_is_painted(long_view: ArticleView, qtbot: QtBot) -> None:
    long_view.set_marks([coding(str(n), n, n + 5) for n in range(6_000)])
    qtbot.waitUntil(lambda: sum(long_view.overview.density.counts()) > 0)
    assert long_view.overview.density.counts() == Density(len(LONG), long_view.codings.marks.values()).counts()


def test_the_current_coding_and_the_hits_are_ticks_in_accent(long_view: ArticleView) -> None:
    long_view.set_marks([coding("a", 3000, 3030)])
    assert lightness(long_view, 3000) > 150
    long_view.set_current("a")
    long_view.set_hits([(7000, 7005), (7006, 7010)])
    image, strip = long_view.overview.grab().toImage(), long_view.overview
    for position in (3000, 7000):
        middle = strip.bin_rect(strip.density.bin(position)).center().toPoint()
        assert image.pixelColor(middle.x(), middle.y()).name() == theme().palette.accent
    ticks = [image.pixelColor(3, y).name() == theme().palette.accent for y in range(strip.height())]
    assert sum(ticks) == 4 + 2
    long_view.set_current(None)
    long_view.set_hits([])
    assert lightness(long_view, 3000) > 150


def test_a_click_goes_to_the_place(long_view: ArticleView, qtbot: QtBot) -> None:
    strip = long_view.overview
    middle = QPoint(3, strip.height() // 2)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle)
    start, end = long_view.shown_range()
    assert start < len(LONG) // 2 < end
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(strip, QPoint(3, strip.height() - 1))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(3, strip.height() - 1))
    assert long_view.shown_range()[1] == len(LONG)


def test_the_strip_takes_no_width_from_the_text_and_names_end_before_it(long_view: ArticleView) -> None:
    long_view.put_mark(coding("a", 10, 20))
    for width, text in ((864, 584), (720, 512)):
        long_view.resize(width, 600)
        long_view.grab()
        strip, bar = long_view.overview, long_view.verticalScrollBar()
        assert strip.isVisible()
        assert long_view.measures.text == text
        assert strip.geometry().right() < bar.mapTo(long_view, QPoint(4, 0)).x()  # where the thumb begins
        (row,) = long_view.margin.plan().rows
        assert long_view.margin.x() + long_view.margin.name_rect(row).right() < strip.x()


def test_there_is_no_strip_where_nothing_scrolls_or_only_labels_fit(view: ArticleView) -> None:
    view.grab()
    assert not view.overview.isVisible()
    view.show_article(LONG)
    view.grab()
    assert view.overview.isVisible()
    assert view.overview.accessibleName()
    view.resize(660, 600)
    view.grab()
    assert not view.overview.isVisible()
