"""Which colour a scheme file means: `#RGB`, `#RRGGBB`, `rgb(...)` or a plain name, as `#rrggbb`."""

from __future__ import annotations

import re

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3}%?)[\s,]+(\d{1,3}%?)[\s,]+(\d{1,3}%?)\s*(?:[,/]\s*[\d.]+%?\s*)?\)")
_NAMES = {
    "aqua": "#00ffff",
    "beige": "#f5f5dc",
    "black": "#000000",
    "blue": "#0000ff",
    "brown": "#a52a2a",
    "coral": "#ff7f50",
    "crimson": "#dc143c",
    "cyan": "#00ffff",
    "fuchsia": "#ff00ff",
    "gold": "#ffd700",
    "gray": "#808080",
    "green": "#008000",
    "grey": "#808080",
    "indigo": "#4b0082",
    "khaki": "#f0e68c",
    "lavender": "#e6e6fa",
    "lime": "#00ff00",
    "magenta": "#ff00ff",
    "maroon": "#800000",
    "navy": "#000080",
    "olive": "#808000",
    "orange": "#ffa500",
    "orchid": "#da70d6",
    "pink": "#ffc0cb",
    "plum": "#dda0dd",
    "purple": "#800080",
    "red": "#ff0000",
    "salmon": "#fa8072",
    "silver": "#c0c0c0",
    "skyblue": "#87ceeb",
    "tan": "#d2b48c",
    "teal": "#008080",
    "tomato": "#ff6347",
    "turquoise": "#40e0d0",
    "violet": "#ee82ee",
    "white": "#ffffff",
    "yellow": "#ffff00",
}


def read_colour(written: str) -> str:
    """Return the colour as `#rrggbb`, empty when it is not known."""
    colour = written.strip().casefold()
    digits = _HEX.fullmatch(colour)
    if digits:
        short = digits[1]
        return "#" + (short if len(short) == 6 else "".join(digit * 2 for digit in short))
    parts = _RGB.fullmatch(colour)
    if parts:
        return _from_parts([_part(part) for part in parts.groups()])
    return _NAMES.get(colour.replace(" ", ""), "")


def _part(written: str) -> int:
    return (int(written[:-1]) * 255 + 50) // 100 if written.endswith("%") else int(written)


def _from_parts(parts: list[int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in parts) if max(parts) <= 255 else ""
