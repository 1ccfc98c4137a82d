"""Which colours of codes are too close to be told apart. Plain data, no widget.

The distance is that of CIE 1976 (L*, a*, b*), white point D65; two colours that differ by 2 can just be told apart
side by side, thin bars with text between them need far more.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.model.scheme_tree import with_sub_codes
from annotator.ui.tokens import channels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.records import Code

TOO_CLOSE = 18.0
WHITE = (0.95047, 1.0, 1.08883)
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


@lru_cache(maxsize=512)
def lab(colour: str) -> tuple[float, float, float]:
    """Return L*, a*, b* of a colour `#rrggbb`."""
    shares = [value / 255 for value in channels(colour)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    x, y, z = (
        _curve(sum(factor * value for factor, value in zip(row, linear, strict=True)) / white)
        for row, white in zip(TO_XYZ, WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str) -> float:
    """Return how far apart two colours look: 0 for the same, 100 from black to white."""
    return float(sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5)


def family_of(code: Code, codes: Sequence[Code]) -> str:
    """Return the id of the code at the top above a code."""
    by_id = {other.id: other for other in codes}
    top, met = code, {code.id}
    while top.parent in by_id and top.parent not in met:
        top = by_id[top.parent]
        met.add(top.id)
    return top.id


def too_close(colour: str, code: Code, codes: Sequence[Code]) -> Code | None:
    """Return the code of another family whose colour is nearest, if it is too close to a colour for this code."""
    own = set(with_sub_codes([family_of(code, codes)], codes)) | {code.id}
    others = [(distance(colour, other.colour), other) for other in codes if other.id not in own]
    near = min(others, key=lambda pair: pair[0], default=None)
    return near[1] if near is not None and near[0] < TOO_CLOSE else None


def _curve(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
