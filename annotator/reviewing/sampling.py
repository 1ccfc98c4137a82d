"""Which of a coder's articles a second person codes blind: a sample drawn by chance, fair to each part."""

from __future__ import annotations

from math import floor
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def sample(articles: Sequence[str], percent: float, seed: int, part_of: Mapping[str, str] | None = None) -> list[str]:
    """Return about `percent` of 100 of the articles, at least one, in their own order; the same for the same seed.

    `part_of` is article -> publication or group: each part gets its share, left over places go to the parts with the
    largest remainders, of equal ones to the larger part.
    Raises ValueError for a percentage outside 0 to 100.
    """
    if not 0 < percent <= 100:
        message = "The share is given in percent, above 0 and at most 100."
        raise ValueError(message)
    if not articles:
        return []
    parts: dict[str, list[str]] = {}
    for article in articles:
        parts.setdefault((part_of or {}).get(article, ""), []).append(article)
    wanted = max(1, round(len(articles) * percent / 100))
    places = _places({name: len(members) for name, members in parts.items()}, wanted)
    chance = Random(seed)  # no secret, and the same again for the same seed
    drawn = {one for name in sorted(parts) for one in chance.sample(parts[name], places[name])}
    return [article for article in articles if article in drawn]


def _places(sizes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """Share places among parts by their sizes, by largest remainders."""
    whole = sum(sizes.values())
    exact = {name: wanted * size / whole for name, size in sizes.items()}
    places = {name: floor(share) for name, share in exact.items()}
    by_remainder = sorted(sizes, key=lambda name: (places[name] - exact[name], -sizes[name], name))
    for name in by_remainder[: wanted - sum(places.values())]:
        places[name] += 1
    return places
