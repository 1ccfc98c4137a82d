"""A code's colours as Qt colours, kept for each theme: they are asked for hundreds of times a frame."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from annotator.ui.theme import theme
from annotator.ui.tokens import PALETTES, code_colours


def tint_colour(hue: str) -> QColor:
    """Return the tint of a hue in the palette in force, its alpha included."""
    return _tint(hue, theme().palette.name)


def edge_colour(hue: str, alpha: float = 1.0) -> QColor:
    """Return the edge of a hue in the palette in force, with an alpha from 0 to 1."""
    return _edge(hue, theme().palette.name, alpha)


@lru_cache(maxsize=1024)
def _tint(hue: str, palette: str) -> QColor:
    colours = code_colours(hue, PALETTES[palette])
    colour = QColor(colours.tint)
    colour.setAlphaF(colours.alpha)
    return colour


@lru_cache(maxsize=1024)
def _edge(hue: str, palette: str, alpha: float) -> QColor:
    colour = QColor(code_colours(hue, PALETTES[palette]).edge)
    colour.setAlphaF(alpha)
    return colour
