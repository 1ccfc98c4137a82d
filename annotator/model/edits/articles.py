"""What is done to articles: imported, described, read, removed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotator.model.blocks import Block, kept_blocks
from annotator.model.canonical import text_sha256
from annotator.model.changes import Change, ChangeSet
from annotator.model.counting import counted
from annotator.model.records import (
    Answer,
    Article,
    Coder,
    Coding,
    Declined,
    FieldValue,
    Membership,
    Memo,
    Person,
    Quotation,
    Reading,
    Record,
    Text,
    Verdict,
    Zone,
    new_id,
    now,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """An article as it comes in: canonical text, the file's bytes, and what is known about it.

    `zones` and `quotations` are what rules found in the text; the article is set in them when it is imported.
    `blocks` are what the file marks.
    """

    title: str
    file: str
    text: str
    original: bytes = b""
    publication: str = ""
    author: str = ""
    published: str = ""
    link: str = ""
    zones: tuple[Zone, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    blocks: tuple[Block, ...] = ()


def import_articles(*, articles: Sequence[NewArticle], coder: Coder, position: int) -> ChangeSet:
    """Add articles as one gesture. `position` is that of the first; the caller has left out known texts."""
    changes: list[Change] = []
    texts: list[Text] = []
    for number, new in enumerate(articles):
        sha256 = text_sha256(new.text)
        article = Article(
            id=new_id(), position=position + number, title=new.title, file=new.file, text_sha256=sha256,
            publication=new.publication, author=new.author, published=new.published, link=new.link, coder=coder.id,
            created=now(),
        )  # fmt: skip
        changes.append(Change(None, article))
        changes += [Change(None, replace(zone, article=article.id)) for zone in new.zones]
        changes += [Change(None, replace(one, article=article.id)) for one in new.quotations]
        texts.append(Text(sha256=sha256, body=new.text, original=new.original, blocks=kept_blocks(new.blocks)))
    return ChangeSet(f"Import {counted(len(articles), 'article')}", tuple(changes), tuple(texts))


def remove_article(
    *,
    article: Article,
    codings: Iterable[Coding],
    readings: Iterable[Reading],
    memos: Iterable[Memo] = (),
    found_in_text: Iterable[Zone | Quotation | Declined] = (),
    facts: Iterable[Membership | FieldValue | Person] = (),
    review: Iterable[Verdict | Answer] = (),
) -> ChangeSet:
    """Remove an article with all that belongs to it, everyone's. The text stays for undo until purged."""
    gone: list[Record] = [*codings, *readings, *memos, *found_in_text, *facts, *review, article]
    return ChangeSet("Remove article", tuple(Change(record, None) for record in gone), carries_others=True)


def set_metadata(
    *,
    article: Article,
    title: str | None = None,
    author: str | None = None,
    publication: str | None = None,
    published: str | None = None,
    link: str | None = None,
) -> ChangeSet:
    """Set what is given of title, author, publication, date (YYYY-MM-DD) and link."""
    given = {"title": title, "author": author, "publication": publication, "published": published, "link": link}
    filled: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    after = replace(article, **filled)
    return ChangeSet("Describe article", () if after == article else (Change(article, after),))


def finish_reading(
    *, articles: Sequence[Article], readings: Iterable[Reading], coder: Coder, seen: bool = False, reopen: bool = False
) -> ChangeSet:
    """Say that the coder has finished these articles, or takes them up again.

    `readings` are the coder's own; `seen` says that others' codings had been shown.
    """
    own = {reading.article: reading for reading in readings if reading.coder == coder.id}
    changes = []
    for article in articles:
        before = own.get(article.id)
        after = _reading(before, article, coder, seen=seen, reopen=reopen)
        if after is not None:
            changes.append(Change(before, after))
    return ChangeSet(f"{'Reopen' if reopen else 'Finish'} {counted(len(changes), 'article')}", tuple(changes))


def _reading(before: Reading | None, article: Article, coder: Coder, *, seen: bool, reopen: bool) -> Reading | None:
    if reopen:
        if before is None or before.state != "finished":
            return None
        return replace(before, state="in progress", modified=now())
    if before is None:
        return Reading(id=new_id(), article=article.id, coder=coder.id, state="finished", seen=seen, modified=now())
    after = replace(before, state="finished", seen=before.seen or seen)
    return None if after == before else replace(after, modified=now())
