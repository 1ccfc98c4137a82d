"""The Code page looks as it was drawn: its columns to the pixel, its colours and texts in blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pictures.comparing import compared, place_of
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pictures.comparing import Look

    from annotator.preferences import ThemeChoice
    from annotator.ui.main_window import MainWindow

MAY_DIFFER = 0.02
WIDE, SMALL = (1440, 900), (1024, 700)


@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
def test_the_code_page_looks_as_it_did(
    sample_window: Callable[..., MainWindow],
    look: Callable[[MainWindow, str], Look],
    choice: ThemeChoice,
    size: tuple[int, int],
) -> None:
    seen = look(sample_window(choice, *size), f"code-{choice}-{size[0]}")
    assert seen.share <= MAY_DIFFER, str(seen)


def test_the_finder_looks_as_it_did(
    sample_window: Callable[..., MainWindow], look: Callable[[MainWindow, str], Look]
) -> None:
    window = sample_window("light", *WIDE)
    view = window.page.view
    start = view.text.index("Clinical commissioning groups")
    view.select_passage(start, start + len("Clinical commissioning groups"))
    window.actions_.by_id["find_code"].trigger()
    window.page.finder.field.setText("gov")
    QApplication.processEvents()
    seen = look(window, "finder-light-1440")
    assert seen.share <= MAY_DIFFER, str(seen)


def test_another_theme_is_seen(sample_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    """The comparison itself can fail."""
    assert compared(sample_window("dark", *WIDE), "code-light-1440", tmp_path).share > 0.5


def test_the_columns_stand_where_they_were_drawn(sample_window: Callable[..., MainWindow]) -> None:
    window = sample_window("light", *WIDE)
    page = window.page
    assert place_of(window.top_bar, window) == (0, 0, 1440, 48)
    assert place_of(window.status_line, window) == (0, 872, 1440, 28)
    assert place_of(page.articles, window) == (0, 48, 248, 824)
    assert place_of(page.view, window) == (248, 48, 864, 824)
    assert place_of(page.codes, window) == (1112, 48, 328, 824)
    measures = page.view.measures
    assert (measures.left, measures.gutter, measures.text, measures.gap) == (0, 48, 584, 20)


def test_in_a_small_window_the_articles_are_a_rail_and_nothing_scrolls_sideways(
    sample_window: Callable[..., MainWindow],
) -> None:
    window = sample_window("light", *SMALL)
    page = window.page
    assert place_of(page.articles, window) == (0, 48, 48, 624)
    assert place_of(page.codes, window) == (768, 48, 256, 624)
    measures = page.view.measures
    assert (measures.gutter, measures.text, measures.gap, measures.names) == (36, 512, 16, 112)
    assert page.view.horizontalScrollBar().maximum() == 0
