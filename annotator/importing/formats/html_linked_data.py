"""What a page's JSON-LD says about the article: data that publishers write for search engines."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_LARGEST = 1_000_000
_MOST_SCRIPTS = 20
_MOST_NODES = 5_000
_ARTICLES = ("article", "posting", "report", "interview", "column", "newsarticle")
_KEYS = (
    ("title", "headline"), ("title", "name"), ("author", "author"), ("author", "creator"),
    ("published", "datePublished"), ("published", "dateCreated"), ("publication", "publisher"), ("link", "url"),
    ("link", "mainEntityOfPage"),
)  # fmt: skip


def article_facts(page: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Give (field, value, key) for each fact about an article; broken or foreign data gives nothing."""
    scripts = [element for element in page.iter("script") if "ld+json" in str(element.get("type", "")).lower()]
    for script in scripts[:_MOST_SCRIPTS]:
        source = script.text or ""
        if len(source) > _LARGEST:
            continue
        try:
            data = json.loads(source)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if _is_article(node):
                for name, key in _KEYS:
                    values = list(_names(node.get(key), link=name == "link"))
                    yield from ((name, value, key) for value in ([", ".join(values)] if name == "author" else values))


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    """Give the objects in the order of the file, a bounded number, without recursion."""
    waiting: list[Any] = [data]
    seen = 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(reversed([value for value in node.values() if isinstance(value, dict | list)]))
        elif isinstance(node, list):
            waiting.extend(reversed(node))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower().endswith(_ARTICLES) for kind in names)


def _names(value: object, *, link: bool) -> Iterator[str]:
    """Give the texts in a value: itself, those of a list, the name or address of what it describes."""
    for one in value[:20] if isinstance(value, list) else [value]:
        named = one.get("@id" if link else "name") if isinstance(one, dict) else one
        if isinstance(named, str):
            yield html.unescape(named)
