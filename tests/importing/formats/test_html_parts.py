"""A page's parts and facts are told: where each line stood, and what the page says of its article, with the place."""

from __future__ import annotations

import pytest

from annotator.importing.formats.html_text import read_html

PAGE = """<html><head><title>Board backs budgets | The Paper</title>
<!-- saved from url=(0030)https://example.org/saved -->
<meta property="og:title" content="Board backs budgets"><meta property="og:site_name" content="The Paper">
<meta name="author" content="A Writer"><meta property="article:published_time" content="2016-05-19T06:00:00Z">
<link rel="canonical" href="https://example.org/board"></head>
<body class="has-sidebar"><header><a href="/">The Paper</a><nav><ul><li>Home</li><li>News</li></ul></nav></header>
<main><article><header><h1>Board backs budgets</h1><p class="byline">By A Writer</p>
<p><time datetime="2016-05-19">19 May 2016</time></p></header>
<div class="share-buttons"><button>Share</button></div>
<p>The <a href="x">board</a> met.</p><h3>Why now</h3><ul><li>One <b>point</b></li></ul>
<figure><img alt="no"><figcaption>The board, yesterday</figcaption></figure>
<table><caption>Beds</caption><tr><th>Year</th><td>2015</td></tr></table>
<aside class="related-links"><a href="y">Another article</a></aside></article></main>
<div role="contentinfo">(c) The Paper</div></body></html>"""


def test_every_line_has_its_part() -> None:
    read = read_html(PAGE.encode(), "a.html")
    told = [(block.kind, block.path, read.text[block.start : block.end]) for block in read.blocks]
    assert told == [
        ("page head", "header/a", "The Paper"),
        ("navigation", "header/nav/ul/li", "Home"),
        ("navigation", "header/nav/ul/li", "News"),
        ("heading", "main/article/header/h1", "Board backs budgets"),
        ("paragraph", "main/article/header/p.byline", "By A Writer"),
        ("time", "main/article/header/p/time", "19 May 2016"),
        ("paragraph", "main/article/div.share/button", "Share"),
        ("paragraph", "main/article/p", "The board met."),
        ("heading", "main/article/h3", "Why now"),
        ("list item", "main/article/ul/li", "One point"),
        ("caption", "main/article/figure/figcaption", "The board, yesterday"),
        ("caption", "main/article/table/caption", "Beds"),
        ("table cell", "main/article/table/th", "Year"),
        ("table cell", "main/article/table/td", "2015"),
        ("paragraph", "main/article/aside.related/a", "Another article"),
        ("page foot", "footer", "(c) The Paper"),
    ]
    assert [block.level for block in read.blocks if block.kind == "heading"] == [1, 3]


def test_every_fact_has_its_place_and_the_best_of_each_comes_first() -> None:
    told: dict[str, list[tuple[str, str]]] = {}
    for fact in read_html(PAGE.encode(), "a.html").told:
        told.setdefault(fact.name, []).append((fact.value, fact.where))
    assert told == {
        "title": [
            ("Board backs budgets", 'the page’s <meta property="og:title">'),
        ],
        "author": [("A Writer", 'the page’s <meta name="author">')],
        "published": [("2016-05-19", 'the page’s <meta property="article:published_time">')],
        "publication": [("The Paper", 'the page’s <meta property="og:site_name">')],
        "link": [
            ("https://example.org/board", 'the page’s <link rel="canonical">'),
            ("https://example.org/saved", "the browser’s note “saved from url”"),
        ],
    }


def test_linked_data_comes_before_all() -> None:
    data = """{"@context": "x", "@graph": [{"@type": "Person", "name": "no"}, {"@type": ["NewsArticle"],
        "headline": "R&amp;D &#8211; a plan", "author": [{"name": "Ann"}, "Bo"], "publisher": {"name": "The Paper"},
        "datePublished": "20160519", "url": "javascript:no", "mainEntityOfPage": {"@id": "https://example.org/a"}}]}"""
    read = read_html(f"<title>x</title><script type='application/ld+json'>{data}</script><p>y".encode(), "a.html")
    assert [(fact.name, fact.value) for fact in read.told] == [
        ("title", "R&D – a plan"), ("author", "Ann, Bo"), ("published", "2016-05-19"), ("publication", "The Paper"),
        ("link", "https://example.org/a"), ("title", "x"),
    ]  # fmt: skip
    assert read.title == "R&D – a plan"
    assert read.told[0].where == "the page’s JSON-LD, “headline”"


@pytest.mark.parametrize(
    "source",
    [
        "<script type='application/ld+json'>{broken</script>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        '<script type=\'application/ld+json\'>{"@type": "Article", "headline": {"x": [1]}, "author": 5}</script>',
        "<meta name='date' content='last Tuesday'><meta name='date' content='2016-02-31'>",
        "<meta property='og:url' content='file:///etc/passwd'><link rel='canonical' href='javascript:x'>",
        "<time>19 May</time><time datetime='2016-05-19'>a</time><time datetime='2015-05-19'>b</time>",
        "<meta name='author' content='https://example.org/people/1'><meta name='author' content='  '>",
    ],
)
def test_nothing_is_made_of_what_is_broken_or_in_doubt(source: str) -> None:
    assert read_html(f"{source}<p>Text".encode(), "a.html").told == ()


def test_a_word_in_a_class_is_a_hint_only_where_it_is_plain() -> None:
    page = "<div class='has-related-content no-sidebar'><p class='socialcare shared-budget'>Text</p></div>"
    assert [block.path for block in read_html(page.encode(), "a.html").blocks] == ["p"]


def test_blocks_are_exact_whatever_letters_stand_before() -> None:
    lines = ["😀 a", "x\u00a0y", "e\u0301 n\u0303", "שלום עולם\u200f", "👩‍⚕️ & <b>", "last"]
    page = "\ufeff" + "".join(f"<p> {line.replace('&', '&amp;').replace('<', '&lt;')}&#13;\n</p>\x00" for line in lines)
    read = read_html(page.encode(), "a.html")
    assert [read.text[block.start : block.end] for block in read.blocks] == lines
