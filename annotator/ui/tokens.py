"""Which colours there are, and what is derived from a code's hue: plain data, no Qt.

Colours are `#rrggbb`. Contrast is the WCAG 2 ratio of relative luminances.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

EDGE_CONTRAST, HIGH_EDGE_CONTRAST = 3.0, 4.5
NO_COLOUR = "#8a8a8a"
_COLOUR = re.compile("#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours, and the two rules for tints: highest alpha, highest contrast against paper.

    `high` is high contrast: no tints, thick outlines, and ink where else there is grey.
    """

    name: str
    dark: bool
    paper: str
    panel: str
    field: str
    line: str
    line2: str
    hover: str
    sel: str
    ink: str
    ink2: str
    ink3: str
    aside: str
    accent: str
    on_accent: str
    key_face: str
    key_edge: str
    trough: str
    tint_alpha: float
    tint_contrast: float
    high: bool = False


LIGHT = Palette(
    name="light", dark=False, paper="#fffefc", panel="#f6f5f1", field="#ffffff", line="#e3e0d8", line2="#cfcbc1",
    hover="#edebe5", sel="#e4ecf9", ink="#1e1d1a", ink2="#4f4c45", ink3="#69655c", aside="#736f66",
    accent="#1b5fcc", on_accent="#ffffff", key_face="#ffffff", key_edge="#c9c4b8", trough="#dad6cc",
    tint_alpha=0.30, tint_contrast=1.42,
)  # fmt: skip
DARK = Palette(
    name="dark", dark=True, paper="#1a1a1c", panel="#222225", field="#1a1a1c", line="#343438", line2="#4a4a50",
    hover="#2b2b2f", sel="#2a3750", ink="#e8e6e1", ink2="#bdbab3", ink3="#a8a59e", aside="#8f8c86",
    accent="#7fb0ff", on_accent="#10203a", key_face="#2e2e32", key_edge="#55555c", trough="#404046",
    tint_alpha=0.25, tint_contrast=1.60,
)  # fmt: skip
HIGH_LIGHT = Palette(
    name="high-light", dark=False, paper="#ffffff", panel="#ffffff", field="#ffffff", line="#000000", line2="#000000",
    hover="#e4e4e4", sel="#e4ecf9", ink="#000000", ink2="#000000", ink3="#000000", aside="#3c3c3c",
    accent="#0038a8", on_accent="#ffffff", key_face="#ffffff", key_edge="#000000", trough="#d0d0d0",
    tint_alpha=0.0, tint_contrast=1.0, high=True,
)  # fmt: skip
HIGH_DARK = Palette(
    name="high-dark", dark=True, paper="#000000", panel="#000000", field="#000000", line="#ffffff", line2="#ffffff",
    hover="#333333", sel="#10264a", ink="#ffffff", ink2="#ffffff", ink3="#ffffff", aside="#cccccc",
    accent="#9cc4ff", on_accent="#000000", key_face="#000000", key_edge="#ffffff", trough="#404040",
    tint_alpha=0.0, tint_contrast=1.0, high=True,
)  # fmt: skip
PALETTES = {palette.name: palette for palette in (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)}


@dataclass(frozen=True, slots=True)
class CodeColours:
    """A code's hue with what is computed from it: the edge, and the tint with its alpha (0 to 1)."""

    hue: str
    edge: str
    tint: str
    alpha: float


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green, blue from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, other: str, share: float) -> str:
    """Return the colour with a share (0 to 1) of the other mixed in."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance from 0 to 1 (WCAG 2)."""
    parts = [value / 255 for value in channels(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=4096)
def code_colours(hue: str, palette: Palette) -> CodeColours:
    """Return edge and tint of a hue: the edge has 3:1 against paper and panel, the tint stays soft.

    What is no `#rrggbb`, as a damaged project may hold, is shown grey.
    """
    hue = hue if _COLOUR.fullmatch(hue) else NO_COLOUR
    edge = _edge(hue, palette)
    tint = edge if palette.dark else hue
    return CodeColours(hue, edge, tint, _tint_alpha(tint, palette))


def _edge(hue: str, palette: Palette) -> str:
    toward = "#ffffff" if palette.dark else "#000000"
    wanted = HIGH_EDGE_CONTRAST if palette.high else EDGE_CONTRAST
    for step in range(101):
        edge = mixed(hue, toward, step / 100)
        if min(contrast(edge, palette.paper), contrast(edge, palette.panel)) >= wanted:
            return edge
    return toward


def _tint_alpha(tint: str, palette: Palette) -> float:
    hundredths = round(palette.tint_alpha * 100)
    while hundredths > 1 and contrast(mixed(palette.paper, tint, hundredths / 100), palette.paper) > (
        palette.tint_contrast
    ):
        hundredths -= 1
    return hundredths / 100
