"""Where words stand in the articles of a project: FTS5 finds the articles, the texts give the places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.keyword_in_context import ArticleHits, hits_in, search_expression
from annotator.model.records import Article
from annotator.project.queries import records, search
from annotator.project.rows import marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

FEW = 1_000  # SQLite takes 32,766 values at most


def find(db: Database, words: str) -> Iterator[ArticleHits]:
    """Yield, in the order of the articles, each one that holds all of the words, with every place of each.

    Words count whole; a beginning is `integrat*`, a phrase `"pooled budget"`. Each text is read once and checked
    against the words again, so what is listed stands where it says.
    """
    expression = search_expression(words)
    if not expression:
        return
    found = search(db, expression)
    where = f"id IN ({marks(found)})" if len(found) <= FEW else ""  # not all of ten thousand for a word that is rare
    asked = [article_id for article_id, _ in found] if where else []
    articles = {article.id: article for article in records(db, Article, where=where, values=asked)}
    for article_id, sha256 in found:
        text = str(db.execute("SELECT body FROM text WHERE sha256 = ?", (sha256,)).fetchone()[0])
        hits = hits_in(text, words, whole_words=True)
        if hits:
            yield ArticleHits(articles[article_id], text, tuple(hits))
