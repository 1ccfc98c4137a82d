"""Text stays readable on every tint, edges are seen, and a colour that is none does no harm."""

from __future__ import annotations

import pytest

from annotator.model.scheme_tree import FAMILY_HUES
from annotator.ui.tokens import DARK, LIGHT, NO_COLOUR, PALETTES, Palette, code_colours, contrast, mixed

LIVELIER = "B5D519 B8348C 6BD4F9 25855B EEB3AE 7C7BFF D2731B C92F36 AE7E9A 6DC66E 8B4BC9 FD76CB"
HUES = sorted({*FAMILY_HUES, *(f"#{hue.lower()}" for hue in LIVELIER.split())})


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("hue", HUES)
def test_ink_on_a_tint_is_readable_and_the_edge_is_seen(hue: str, palette: Palette) -> None:
    colours = code_colours(hue, palette)
    ground = mixed(palette.paper, colours.tint, colours.alpha)
    assert contrast(palette.ink, ground) >= 8
    assert contrast(ground, palette.paper) <= palette.tint_contrast
    assert min(contrast(colours.edge, palette.paper), contrast(colours.edge, palette.panel)) >= 3


@pytest.mark.parametrize(
    ("hue", "light", "dark"),
    [
        ("#f4e300", ("#9a8f00", 0.30), ("#f4e300", 0.18)), ("#5635b6", ("#5635b6", 0.21), ("#765bc4", 0.25)),
        ("#6bd4f9", ("#4c97b1", 0.30), ("#6bd4f9", 0.20)), ("#53a70b", ("#50a00b", 0.30), ("#53a70b", 0.25)),
        ("#fe838d", ("#d56e76", 0.30), ("#fe838d", 0.25)), ("#824200", ("#824200", 0.21), ("#966029", 0.25)),
    ],
)  # fmt: skip
def test_edges_and_tints_are_those_of_the_design(hue: str, light: tuple[str, float], dark: tuple[str, float]) -> None:
    for palette, expected in ((LIGHT, light), (DARK, dark)):
        colours = code_colours(hue, palette)
        assert (colours.edge, colours.alpha) == expected


@pytest.mark.parametrize("hue", ["", "red", "#12", "#gggggg", "url(x)"])
def test_what_is_no_colour_is_grey(hue: str) -> None:
    assert code_colours(hue, LIGHT).hue == NO_COLOUR


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_is_readable_on_every_ground(palette: Palette) -> None:
    for ink in (palette.ink, palette.ink2, palette.ink3):
        for ground in (palette.paper, palette.panel, palette.field, palette.sel):
            assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("name", PALETTES)
def test_every_ink_is_readable_where_rows_are_current_hovered_or_pressed(name: str) -> None:
    palette = PALETTES[name]
    for ink in (palette.ink, palette.ink2):
        for ground in (palette.sel, palette.hover, palette.trough, palette.key_face):
            assert contrast(ink, ground) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.accent, palette.paper) >= 4.5


@pytest.mark.parametrize("name", ["high-light", "high-dark"])
def test_high_contrast_is_black_and_white_without_tints(name: str) -> None:
    palette = PALETTES[name]
    assert {palette.ink, palette.ink2, palette.ink3, palette.paper, palette.panel, palette.field} == {
        "#000000", "#ffffff"
    }  # fmt: skip
    assert contrast(palette.aside, palette.paper) >= 7
    assert min(contrast(palette.line, palette.paper), contrast(palette.key_edge, palette.key_face)) == 21
    for hue in HUES:
        colours = code_colours(hue, palette)
        assert colours.alpha == 0
        assert contrast(colours.edge, palette.paper) >= 4.5
