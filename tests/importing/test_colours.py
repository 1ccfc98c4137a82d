"""Colours are written in many ways and kept in one; what is not known is left to the caller."""

from __future__ import annotations

import pytest

from annotator.importing.colours import read_colour


@pytest.mark.parametrize(
    ("written", "colour"),
    [
        ("#0aF", "#00aaff"),
        ("#00AAFF", "#00aaff"),
        ("00aaff", "#00aaff"),
        (" rgb(0, 170, 255) ", "#00aaff"),
        ("rgb(0 170 255 / 0.5)", "#00aaff"),
        ("RGBA(0,170,255,1)", "#00aaff"),
        ("rgb(0%, 50%, 100%)", "#0080ff"),
        ("Sky Blue", "#87ceeb"),
        ("grey", "#808080"),
        ("", ""),
        ("#12", ""),
        ("#ffaabbcc", ""),
        ("rgb(0, 170, 256)", ""),
        ("rgb(0, 170)", ""),
        ("nonsense", ""),
    ],
)
def test_a_colour_is_six_digits_or_nothing(written: str, colour: str) -> None:
    assert read_colour(written) == colour
