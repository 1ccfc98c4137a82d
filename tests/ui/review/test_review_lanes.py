"""Three lanes beside the compared text: bars and names of A and B, and rings where nothing is agreed yet."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from annotator.ui.article.hues import edge_colour
from annotator.ui.review.compared_article import ComparedArticle
from annotator.ui.theme import theme
from tests.ui.review.differing import (
    A_LANE,
    AGREED_LANE,
    ARTICLE,
    ASKED,
    B_LANE,
    DUTY,
    PLACE,
    TITLE,
    VIOLET,
    lane_coding,
    span,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPointF
    from pytestqt.qtbot import QtBot

    from annotator.ui.article.margin_plan import NameRow
    from annotator.ui.review.lanes import ReviewLanes


@pytest.fixture
def compared(qtbot: QtBot, dress: Callable[[str], None]) -> ComparedArticle:
    dress("light")
    shown = ComparedArticle()
    qtbot.addWidget(shown)
    shown.resize(1096, 400)
    shown.show_article(ARTICLE, title=TITLE)
    shown.text.show_lanes(A_LANE, B_LANE, AGREED_LANE)
    shown.show()
    shown.text.show_difference(PLACE, "boundary")
    return shown


def rows(lanes: ReviewLanes, number: int) -> dict[str, NameRow]:
    plan = lanes.lanes[number].plan(0, 10_000)
    return {row.bar.mark.id: row for row in plan.rows if row.bar is not None}


def click(lanes: ReviewLanes, point: QPointF, qtbot: QtBot) -> None:
    qtbot.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=point.toPoint())


def test_lanes_are_equally_wide_and_begin_six_pixels_right_of_the_text(compared: ComparedArticle) -> None:
    lanes, measures = compared.text.lanes, compared.text.measures
    assert (measures.gutter, measures.text, measures.names) == (40, 584, 146)
    assert lanes.x() == measures.left + 40 + 584 + 6
    assert [place.left for place in lanes.places()] == [0, 146, 292]
    assert {place.names_left for place in lanes.places()} == {34}


def test_bars_stand_seven_apart_at_the_heights_of_their_lines(compared: ComparedArticle) -> None:
    lanes, text = compared.text.lanes, compared.text
    place, bars = lanes.places()[0], {bar.mark.id: bar for bar in lanes.lanes[0].plan(0, 10_000).bars}
    wide, narrow = place.bar(bars["g3"], current=True), place.bar(bars["g1"], current=False)
    assert (wide.width(), narrow.width()) == (6, 4)
    assert narrow.center().x() - wide.center().x() == 7
    rects = text.visible_rects(*span(DUTY))
    scrolled = text.verticalScrollBar().value()
    assert wide.top() == rects[0][1] - scrolled + 2
    assert wide.bottom() == rects[-1][3] - scrolled - 2


def test_many_bars_stand_closer_so_that_the_names_keep_their_room(compared: ComparedArticle) -> None:
    text = compared.text
    text.show_lanes([lane_coding(f"n{number}", DUTY) for number in range(5)], B_LANE, AGREED_LANE)
    place = text.lanes.places()[0]
    bars = sorted(place.bar(bar, current=False).left() for bar in text.lanes.lanes[0].plan(0, 10_000).bars)
    assert [after - before for before, after in pairwise(bars)] == [5] * 4
    assert bars[-1] + 4 < place.left + place.names_left <= 40


def test_in_a_lane_the_name_goes_before_stance_and_icons(compared: ComparedArticle) -> None:
    lanes = compared.text.lanes

    def picture(name: str, **remarks: object) -> object:
        coding = lane_coding("x", DUTY)
        mark = replace(coding.mark, name=name, **remarks)  # type: ignore[arg-type]
        compared.text.show_lanes([replace(coding, mark=mark)], B_LANE, AGREED_LANE)
        return lanes.grab().toImage()

    long = "A name that is longer than a lane is wide"
    assert picture(long, memo=True, stance="supports") == picture(long)
    assert picture("Short", memo=True, stance="supports") != picture("Short")


def test_what_is_open_has_a_ring_and_a_word_but_no_bar(compared: ComparedArticle) -> None:
    lanes = compared.text.lanes
    plan = lanes.lanes[2].plan(0, 10_000)
    assert [bar.mark.id for bar in plan.bars] == ["c3"]
    assert set(rows(lanes, 2)) == {"o3", "c3"}
    ring = lanes.places()[2].ring(rows(lanes, 2)["o3"])
    picture = lanes.grab().toImage()
    assert picture.pixelColor(ring.toPoint()) == theme().colour("accent")
    compared.text.show_difference(None)
    assert lanes.grab().toImage().pixelColor(ring.toPoint()) == theme().colour("paper")


def test_a_click_on_a_name_a_bar_or_a_ring_means_its_difference(compared: ComparedArticle, qtbot: QtBot) -> None:
    lanes, chosen = compared.text.lanes, list[str]()
    compared.text.difference_chosen.connect(chosen.append)
    places = lanes.places()
    bar = next(bar for bar in lanes.lanes[1].plan(0, 10_000).bars if bar.mark.id == "b3")
    click(lanes, places[0].name(rows(lanes, 0)["g3"]).center(), qtbot)
    click(lanes, places[1].bar(bar, current=True).center(), qtbot)
    click(lanes, places[2].ring(rows(lanes, 2)["o3"]), qtbot)
    assert chosen == ["boundary"] * 3


def test_a_click_where_both_agree_means_the_coding(compared: ComparedArticle, qtbot: QtBot) -> None:
    lanes, chosen = compared.text.lanes, list[str]()
    compared.text.agreed_coding_chosen.connect(chosen.append)
    click(lanes, lanes.places()[2].name(rows(lanes, 2)["c3"]).center(), qtbot)
    assert chosen == ["c3"]


def test_the_lanes_scroll_with_the_text(compared: ComparedArticle) -> None:
    lanes, text = compared.text.lanes, compared.text
    before = lanes.places()[0].name(rows(lanes, 0)["c1"]).top()
    text.verticalScrollBar().setValue(text.verticalScrollBar().value() + 30)
    assert lanes.places()[0].name(rows(lanes, 0)["c1"]).top() == before - 30


def test_codings_of_the_current_difference_stand_out_in_all_three_lanes(compared: ComparedArticle) -> None:
    lanes = compared.text.lanes
    picture, sel = lanes.grab().toImage(), theme().colour("sel")
    for number, name in enumerate(("g3", "b3", "o3")):
        rect = lanes.places()[number].name(rows(lanes, number)[name])
        assert picture.pixelColor(rect.bottomRight().toPoint().x() - 8, rect.bottomRight().toPoint().y() - 4) == sel


def test_codings_move_with_the_layout_when_the_text_grows(compared: ComparedArticle) -> None:
    lanes, text = compared.text.lanes, compared.text
    text.set_reading_points(16)
    line = next(line for line in text.lines.over(*span(ASKED)))
    bar = next(bar for bar in lanes.lanes[0].plan(0, 10_000).bars if bar.mark.id == "c1")
    assert bar.top == line.middle - round(10 * line.unit)


@pytest.mark.parametrize("width", [1580, 1096, 936, 900, 760, 700])
def test_nothing_is_clipped_at_any_width(compared: ComparedArticle, width: int, qtbot: QtBot) -> None:
    compared.resize(width, 400)
    text = compared.text
    qtbot.waitUntil(lambda: text.document().textWidth() == text.measures.page)
    compared.grab()
    place, lanes = text.lanes.places()[2], text.lanes
    assert lanes.x() + place.left + place.width <= width
    assert place.width - place.names_left >= 40
    assert place.labels_only == (width < 900)
    assert text.horizontalScrollBar().maximum() == 0


def test_a_bar_has_the_edge_of_its_code(compared: ComparedArticle) -> None:
    lanes = compared.text.lanes
    bar = next(bar for bar in lanes.lanes[0].plan(0, 10_000).bars if bar.mark.id == "g3")
    rect = lanes.places()[0].bar(bar, current=True)
    picture = lanes.grab().toImage()
    assert picture.pixelColor(round(rect.left()), round(rect.center().y())) == edge_colour(VIOLET)
