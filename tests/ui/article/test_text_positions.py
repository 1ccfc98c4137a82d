"""Positions behind emoji, joined families, right-to-left words and no-break spaces are those of the stored text."""

import pytest

from annotator.ui.article.text_positions import TextPositions

TEXTS = ["plain", "", "care 😀 for all", "👨‍👩‍👧 first", "שלום\u00a0עולם 😀😀", "e\u0301 \U0001d54f", "😀"]


@pytest.mark.parametrize("text", TEXTS)
def test_every_position_goes_to_qt_and_back(text: str) -> None:
    positions = TextPositions(text)
    for position in range(len(text) + 1):
        qt_position = len(text[:position].encode("utf-16-le")) // 2
        assert positions.to_qt(position) == qt_position
        assert positions.to_text(qt_position) == position


def test_a_place_inside_a_surrogate_pair_is_that_of_its_character() -> None:
    assert TextPositions("a😀b").to_text(2) == 1
