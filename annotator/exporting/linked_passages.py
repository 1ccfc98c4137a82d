"""What the links in a memo point at, as an export tells it: words, article, paragraph; or that it is gone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.exporting.article_text import ArticleText
from annotator.model.memo_links import CodingLink, Link, MemoLink, PassageLink, find_linked, links_in, target_of

if TYPE_CHECKING:
    from annotator.exporting.coder_names import CoderNames
    from annotator.exporting.options import ExportOptions
    from annotator.exporting.source import ExportSource
    from annotator.model.records import Article

WITHHELD = "passage"  # stands for the words of a link where texts stay out
_TEXTS_KEPT = 8


class LinkedPassage(NamedTuple):
    """A link and its passage, `start` and `end` in code points of the present text; none where it is gone.

    `words` are those the memo shows; they and `quote` hold no text of the article where texts stay out.
    """

    words: str
    link: Link
    article: Article | None = None
    start: int | None = None
    end: int | None = None
    paragraph: int | None = None
    quote: str = ""

    @property
    def coding(self) -> str:
        """The id of the coding it points at, empty for a passage."""
        return self.link.coding if isinstance(self.link, CodingLink) else ""

    def told(self) -> dict[str, Any]:
        """Return the link for a JSON document; what is unknown or gone is null."""
        return {
            "words": self.words, "coding": self.coding or None, "article": self.article.id if self.article else None,
            "title": self.article.title if self.article else None, "start": self.start, "end": self.end,
            "paragraph": self.paragraph, "quote": self.quote or None,
        }  # fmt: skip


class LinkedPassages:
    """Follows the links of memos for one export."""

    def __init__(self, source: ExportSource, options: ExportOptions, names: CoderNames) -> None:
        self._source, self._with_texts, self._names = source, not options.without_texts, names
        self._articles = {article.id: article for article in source.articles}
        self._text = lru_cache(_TEXTS_KEPT)(lambda sha256: ArticleText(source.text(sha256)))

    def pieces(self, memo: str) -> list[str | LinkedPassage]:
        """Return a memo as what stands between the links and the links, in turn; coders' names as they go out."""
        pieces: list[str | LinkedPassage] = []
        at = 0
        for found in links_in(memo):
            pieces += [self._names.hidden(memo[at : found.start]), self.follow(found)]
            at = found.end
        return [*pieces, self._names.hidden(memo[at:])]

    def links(self, memo: str) -> tuple[LinkedPassage, ...]:
        """Return where the links of a memo lead."""
        return tuple(self.follow(found) for found in links_in(memo))

    def in_markdown(self, memo: str) -> str:
        """Return a memo as it goes out in Markdown: addresses stay, the article's words go where texts stay out."""
        out, at = "", 0
        for found in links_in(memo):
            out += self._names.hidden(memo[at : found.start]) + self._link_in_markdown(memo, found)
            at = found.end
        return out + self._names.hidden(memo[at:])

    def follow(self, found: MemoLink) -> LinkedPassage:
        """Return what a link points at."""
        words = self._names.hidden(found.words) if self._with_texts else WITHHELD
        gone = LinkedPassage(words, found.link)
        if isinstance(found.link, CodingLink):
            return self._coding(gone, found.link)
        return self._passage(gone, found.link)

    def _coding(self, gone: LinkedPassage, link: CodingLink) -> LinkedPassage:
        coding = self._source.coding(link.coding)
        article = self._articles.get(coding.article) if coding else None
        if coding is None or article is None:
            return gone
        if coding.place == "lost":
            return gone._replace(article=article, quote=coding.quote if self._with_texts else "")
        return self._placed(gone, article, coding.start, coding.end)

    def _passage(self, gone: LinkedPassage, link: PassageLink) -> LinkedPassage:
        article = self._articles.get(link.article)
        found = find_linked(self._text(article.text_sha256).body, link) if article else None
        if article is None or found is None:
            return gone._replace(article=article)
        return self._placed(gone, article, found.start, found.end)

    def _placed(self, gone: LinkedPassage, article: Article, start: int, end: int) -> LinkedPassage:
        text = self._text(article.text_sha256)
        quote = text.body[start:end] if self._with_texts else ""
        return gone._replace(article=article, start=start, end=end, paragraph=text.paragraph(start), quote=quote)

    def _link_in_markdown(self, memo: str, found: MemoLink) -> str:
        if self._with_texts:
            words, _, target = memo[found.start : found.end].rpartition("](")
            return f"{self._names.hidden(words)}]({target}"
        there = self.follow(found)
        if isinstance(found.link, CodingLink):
            return f"[{WITHHELD}]({target_of(found.link)})"
        if there.start is None or there.end is None:
            return f"{WITHHELD} that is gone"
        return f"[{WITHHELD}]({target_of(PassageLink(article=found.link.article, start=there.start, end=there.end))})"
