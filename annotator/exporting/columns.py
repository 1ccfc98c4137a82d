"""Which columns an extract has in a table, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.records import PATH_SEPARATOR

if TYPE_CHECKING:
    from annotator.exporting.outgoing import Outgoing

Cell = str | int | bool | None

COLUMNS = (
    *("id", "article_id", "article_title", "publication", "published", "author", "link"),
    *("code_label", "code", "code_path", "family", "scheme_version"),
    *("coder", "pass", "coded_at"),
    *("text", "text_reading", "context_before", "context_after"),
    *("voice", "speaker", "speaker_known_by", "via"),
    *("stance", "unsure", "memo"),
    *("state", "reviewer", "reviewed_at", "reason"),
    *("zone", "repeat_of"),
    *("start", "end", "paragraph", "page", "page_end", "text_sha256"),
)


def cells(outgoing: Outgoing, scheme_version: int) -> tuple[Cell, ...]:
    """Return the extract's cells in the order of COLUMNS; what is unknown is None, never an empty text."""
    extract = outgoing.extract
    coding, article, code, facts = extract.coding, extract.article, extract.code, outgoing.facts
    return (
        *(coding.id, article.id, article.title or None, article.publication or None, article.published or None),
        *(article.author or None, article.link or None),
        *(code.label or None, code.name, PATH_SEPARATOR.join(extract.path), extract.path[0], scheme_version),
        *(outgoing.coder, extract.passed or None, coding.created),
        *(outgoing.text or None, outgoing.reading or None, outgoing.before or None, outgoing.after or None),
        *(facts.voice or None, facts.speaker or None, facts.known_by, facts.via or None),
        *(coding.stance or None, coding.unsure, outgoing.memo or None),
        *(outgoing.state, None, None, None),
        *(facts.zone or None, outgoing.repeat_of or None),
        *(coding.start, coding.end, outgoing.paragraph),
        *(extract.pages.first or None, extract.pages.end or None, article.text_sha256),
    )
