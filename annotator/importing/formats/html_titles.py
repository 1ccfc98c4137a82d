"""Which part of a page's title is the article's headline: sites write their own name before or behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.importing.read_records import Told

_BETWEEN = re.compile(r"\s+(?:[|¦·•–—\-]|::|»|«)\s+")
_BAR = re.compile(r"\s+[|¦]\s+")
_HOST = re.compile(r"https?://(?:www\d?\.)?([^/:?#]{1,253})", re.IGNORECASE)
_LINES_LOOKED_AT = 80
_FEWEST_WORDS, _LONGEST_NAME = 3, 5  # words of a headline, and of the name of a site


def without_site_names(told: Sequence[Told], text: str) -> tuple[Told, ...]:
    """Return what is told with every title cut to its headline, where the rest is beyond doubt something else.

    It is where the headline stands elsewhere too (on the page, in another title), where the rest is known to be the
    site, or where a short name stands behind an upright bar. Else the title stays whole.
    """
    titles = [one.value for one in told if one.name == "title"]
    printed = {_folded(line) for line in text.split("\n", _LINES_LOOKED_AT)[:_LINES_LOOKED_AT]}
    sites = _site_names(told)
    cut: dict[tuple[str, str], Told] = {}
    for one in told:
        if one.name == "title":
            others = printed | {_folded(title) for title in titles if title != one.value}
            one = replace(one, value=_headline(one.value, others, sites))
        cut.setdefault((one.name, one.value), one)
    return tuple(cut.values())


def _headline(title: str, printed: set[str], sites: set[str]) -> str:
    splits = list(_BETWEEN.finditer(title))
    if not splits or _folded(title) in printed:
        return title
    edges = [(0, 0), *(split.span() for split in splits), (len(title), len(title))]
    runs = [title[low:high] for number, (_, low) in enumerate(edges[:-1]) for high, _ in edges[number + 1 :]]
    shown = max((run for run in runs if _folded(run) in printed and _words(run) >= _FEWEST_WORDS), key=len, default="")
    return shown or _behind_a_bar(_without(title, sites))


def _without(title: str, sites: set[str]) -> str:
    """Return a title without the names of sites at its ends."""
    parts = _BETWEEN.split(title)
    ends = [_is_site(parts[0], sites), _is_site(parts[-1], sites)]
    if len(parts) < 2 or not any(ends) or all(ends):
        return title
    splits = list(_BETWEEN.finditer(title))
    return _without(title[splits[0].end() :] if ends[0] else title[: splits[-1].start()], sites)


def _behind_a_bar(title: str) -> str:
    """Return what stands before the last upright bar, where behind it is a name as short as those of sites are."""
    *before, last = _BAR.split(title)
    headline = title[: len(title) - len(last)].rstrip(" |¦\t") if before else title
    named = 0 < _words(last) <= _LONGEST_NAME and last[:1].isupper() and not last.endswith((".", "?", "!"))
    return headline if before and named and _words(headline) > max(_FEWEST_WORDS, _words(last)) else title


def _is_site(part: str, sites: set[str]) -> bool:
    """Tell whether a part of a title is the site's name; the first part of an address tells it for several words."""
    words = _folded(part)
    return words in sites or (" " in words and f"{words.replace(' ', '')}." in sites)


def _site_names(told: Iterable[Told]) -> set[str]:
    """Return what the page's site is called: as a publication, by its address, and its first part with a point."""
    names = set()
    for one in told:
        if one.name == "publication":
            names.add(_folded(one.value))
        elif one.name == "link" and (host := _HOST.match(one.value)):
            names |= {_folded(host[1]), f"{host[1].lower().partition('.')[0]}."}
    return names


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
