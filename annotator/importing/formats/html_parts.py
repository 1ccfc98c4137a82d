"""Which part of a page a stretch of text is: the tags around it, and what they say it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.importing.formats.html_elements import BLOCKS

if TYPE_CHECKING:
    from lxml import etree

_INLINE = frozenset({"a", "time", "button", "label", "td", "th", "cite"})
_NEVER_HINTED = frozenset({"html", "body", "main"})
_SAY_NOTHING = frozenset({"html", "body", "div", "tbody", "thead", "tfoot"})
_OF_AN_ARTICLE = frozenset({"article", "main", "section"})
_HINT = re.compile(
    r"(?:site|page|post|article|entry|story|block|c|js|wp|m)?[-_]{0,2}"
    r"(share|sharing|social|related|newsletter|promo|advert|advertisement|cookie|breadcrumbs?|menu|sidebar|"
    r"comments?|caption|by-?line|author|dateline|timestamp|standfirst|kicker|tags|topics|pagination|footnotes?|"
    r"skip-link|read-more|most-read|masthead|copyright)"
    r"(?:[-_]{1,2}(?:buttons?|links?|bar|list|box|articles|posts|stories|section|widget|sign-?up|tools|icons?|count|"
    r"info|name|text|container|wrapper|nav))?",
    re.IGNORECASE,
)
_ROLES = {"navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside",
          "doc-footnote": "footnote", "doc-endnotes": "footnote"}  # fmt: skip
_LONGEST_CLASS = 2_000
_KINDS = {"figcaption": "caption", "caption": "caption", "li": "list item", "td": "table cell", "th": "table cell"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(slots=True, eq=False)
class Part:
    """A kind of place in the page: its own step (`nav`, `div.share`), and the place around it.

    Places with the same steps are one Part, so that what is asked of it is worked out once.
    """

    step: str = ""
    around: Part | None = None
    depth: int = 0
    _within: dict[str, Part] = field(default_factory=dict)
    _kind: tuple[str, int] | None = None

    def inside(self, element: etree._Element) -> Part:
        """Return the place within this element; the same place where its tag says nothing."""
        step = step_of(element)
        if not step:
            return self
        if step not in self._within:
            self._within[step] = Part(step, self, self.depth + 1)
        return self._within[step]

    def steps(self) -> list[str]:
        """Return the steps from the outermost to this one."""
        steps: list[str] = []
        place: Part | None = self
        while place is not None and place.depth:
            steps.append(place.step)
            place = place.around
        return steps[::-1]

    def path(self) -> str:
        """Return the steps joined by /."""
        return "/".join(self.steps())

    def shared(self, other: Part) -> Part:
        """Return the innermost place that both are in."""
        one: Part | None = self
        two: Part | None = other
        while one is not None and two is not None and one is not two:
            if one.depth >= two.depth:
                one = one.around
            else:
                two = two.around
        return one or Part()

    def kind(self) -> tuple[str, int]:
        """Return what a block here is, and the level of a heading."""
        if self._kind is None:
            self._kind = self._worked_out()
        return self._kind

    def _worked_out(self) -> tuple[str, int]:
        tags = [step.partition(".") for step in self.steps()]
        names, hints = [tag for tag, _, _ in tags], {hint for _, _, hint in tags}
        level = next((_HEADINGS[tag] for tag in reversed(names) if tag in _HEADINGS), 0)
        if "nav" in names:
            return "navigation", 0
        if "footnote" in hints:
            return "footnote", 0
        if _of_the_page(names, "footer"):
            return "page foot", 0
        if level:
            return "heading", level
        if _of_the_page(names, "header"):
            return "page head", 0
        if names[-1:] == ["time"]:
            return "time", 0
        return next((_KINDS[tag] for tag in reversed(names) if tag in _KINDS), "paragraph"), 0


def step_of(element: etree._Element) -> str:
    """Return the tag with what role or class plainly say it is for; empty for one that says nothing."""
    tag = str(element.tag)
    if tag not in BLOCKS and tag not in _INLINE:
        return ""
    role = _ROLES.get(str(element.get("role", "")).strip().lower(), "")
    hint = role if role == "footnote" else "" if tag in _NEVER_HINTED else _hint(element)
    tag = role if role and role != "footnote" else tag
    if hint:
        return f"{tag}.{hint}"
    return "" if tag in _SAY_NOTHING else tag


def _hint(element: etree._Element) -> str:
    words = f"{element.get('class', '')} {element.get('id', '')}"
    if len(words) > _LONGEST_CLASS:
        return ""
    found = next((match for word in words.split() if (match := _HINT.fullmatch(word))), None)
    return "" if found is None else found[1].lower().replace("-", "").removesuffix("s")


def _of_the_page(names: list[str], tag: str) -> bool:
    """Tell the head or foot of the whole page from that of an article in it."""
    return tag in names and not _OF_AN_ARTICLE.intersection(names[: names.index(tag)])
