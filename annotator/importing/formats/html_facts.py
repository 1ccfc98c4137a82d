"""What a web page tells about its article besides its text, and where it tells it.

In the order of trust: JSON-LD, `<meta>` of the article itself, the page's own elements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.importing.formats.html_linked_data import article_facts
from annotator.importing.told import Facts

if TYPE_CHECKING:
    from lxml import etree

    from annotator.importing.read_records import Told

_META = {
    "title": "og:title twitter:title dc.title dcterms.title citation_title parsely-title headline",
    "author": "author article:author dc.creator dcterms.creator citation_author parsely-author byl sailthru.author",
    "published": "article:published_time datepublished date dc.date dcterms.date dcterms.created dc.date.issued "
    "dcterms.issued pubdate publishdate publish-date parsely-pub-date sailthru.date citation_publication_date",
    "publication": "og:site_name citation_journal_title dc.publisher dcterms.publisher publisher application-name",
    "link": "og:url twitter:url dc.identifier",
}
_FIELDS = {meta: name for name, metas in _META.items() for meta in metas.split()}
_ORDER = {meta: place for metas in _META.values() for place, meta in enumerate(metas.split())}
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(\S{1,2000}) -->")
_LOOKED_AT = 4_096


def page_facts(page: etree._Element, source: str) -> tuple[Told, ...]:
    """Return the title, author, date, publication and link that the page tells, the most trusted of each first."""
    facts = Facts()
    for name, value, key in article_facts(page):
        facts.add(name, value, f"the page’s JSON-LD, “{key}”")
    _add_meta(page, facts)
    _add_elements(page, facts)
    saved = _SAVED_FROM.search(source[:_LOOKED_AT])
    if saved:
        facts.add("link", saved[1], "the browser’s note “saved from url”")
    return facts.told()


def _add_meta(page: etree._Element, facts: Facts) -> None:
    found = []
    for element in page.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            key = str(element.get(attribute, "")).strip().lower()
            if key in _FIELDS:
                found.append((_ORDER[key], key, str(element.get("content", "")), attribute))
    for _, key, content, attribute in sorted(found, key=lambda one: one[0]):
        facts.add(_FIELDS[key], content, f'the page’s <meta {attribute}="{key}">')


def _add_elements(page: etree._Element, facts: Facts) -> None:
    for link in page.iter("link"):
        if "canonical" in str(link.get("rel", "")).lower().split():
            facts.add("link", link.get("href"), 'the page’s <link rel="canonical">')
    times = list(page.iter("time"))
    for time in sorted(times[:200], key=lambda one: not _says_published(one)):
        if _says_published(time) or len(times) == 1:
            facts.add("published", time.get("datetime"), "the page’s <time datetime>")
    for tag in ("title", "h1"):
        for element in page.iter(tag):
            if "svg" not in {str(around.tag) for around in element.iterancestors()}:
                facts.add("title", "".join(map(str, element.itertext())), f"the page’s <{tag}>")


def _says_published(time: etree._Element) -> bool:
    words = f"{time.get('itemprop', '')} {time.get('class', '')}".lower()
    return "pubdate" in time.attrib or "published" in words
