"""The columns share the room there is; the heat map gives way first, then kappa and F1, and nothing sticks out."""

from __future__ import annotations

import pytest

from annotator.ui.review.agreement_columns import PITCH, widths
from annotator.ui.review.agreement_rows import Column


def _taken(room: int, articles: int) -> int:
    columns = widths(room, articles)
    return sum(columns.of(column) for column in Column) + columns.articles * PITCH


@pytest.mark.parametrize("room", [860, 900, 1024, 1100, 1280, 1440, 1920, 2560])
@pytest.mark.parametrize("articles", [0, 1, 5, 12, 40, 400])
def test_all_room_is_used_and_no_more(room: int, articles: int) -> None:
    assert room - 16 <= _taken(room, articles) <= room


def test_a_wide_window_has_every_column_where_the_design_puts_it() -> None:
    columns = widths(1440, 5)
    assert (columns.code, columns.graph, columns.articles, columns.kappa) == (272, 380, 5, True)
    assert columns.right == 1424


def test_the_heat_map_goes_before_kappa_and_f1() -> None:
    assert (widths(1024, 5).articles, widths(1024, 5).kappa) == (0, True)
    assert widths(900, 5).kappa is False
    assert widths(900, 5).of(Column.KAPPA) == 0


def test_of_many_articles_as_many_are_shown_as_fit_but_not_one_or_two() -> None:
    assert 3 <= widths(1440, 40).articles < 40
    assert widths(1190, 40).articles == 0
    assert widths(1190, 1).articles == 1
