"""How extracts become JSON Lines: one coding a line, with the selectors of the W3C Web Annotation model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.exporting.json_lines import Line, check_lines, write_lines
from annotator.exporting.manifest import manifest_of
from annotator.exporting.own_fields import group_names, own_values

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.exporting.manifest import Manifest
    from annotator.exporting.outgoing import Outgoing, OutgoingExtracts
    from annotator.model.records import Article, Code

LOST = ("definitions of the codes", "colours of the codes")


def articles_path(out: Path) -> Path:
    """Return where the texts of the articles lie: `extracts.articles.jsonl` for `extracts.jsonl`."""
    return out.with_name(f"{out.stem}.articles.jsonl")


def write(parts: tuple[Path, ...], export: OutgoingExtracts) -> Manifest:
    """Write a line for each extract; the texts to the second file where there is one."""
    write_lines(parts[0], (_extract_line(outgoing, export) for outgoing in export.to_write()))
    for part in parts[1:]:
        write_lines(part, _article_lines(export))
    return manifest_of(export, "jsonl", lost=LOST)


def check(parts: tuple[Path, ...], export: OutgoingExtracts) -> None:
    """Compare every value of both files with the project. Raises ReadBackDiffers."""
    check_lines(parts[0], (_extract_line(outgoing, export) for outgoing in export.to_check()), "line")
    for part in parts[1:]:
        check_lines(part, _article_lines(export), "article")


def _extract_line(outgoing: Outgoing, export: OutgoingExtracts) -> Line:
    extract, facts = outgoing.extract, outgoing.facts
    coding = extract.coding
    return {
        "id": coding.id,
        "article": _article(extract.article),
        "code": _code(extract.code, extract.path),
        "scheme_version": export.source.scheme_version,
        "coder": outgoing.coder,
        "pass": extract.passed or None,
        "created": coding.created,
        "state": outgoing.state,
        "memo": outgoing.memo or None,
        "stance": coding.stance or None,
        "unsure": coding.unsure,
        "paragraph": outgoing.paragraph,
        "page": extract.pages.first or None,
        "page_end": extract.pages.end or None,
        "target": _target(outgoing),
        "review": None,  # state, reviewer, time and reason come with reviewing
        "text_reading": outgoing.reading or None,
        "voice": facts.voice or None,
        "speaker": facts.speaker or None,
        "speaker_known_by": facts.known_by,
        "via": facts.via or None,
        "zone": facts.zone or None,
        "repeat_of": outgoing.repeat_of or None,
        "context_before": outgoing.before or None,
        "context_after": outgoing.after or None,
        "groups": group_names(export, extract.article),
        "fields": own_values(export, extract.article),
    }


def _target(outgoing: Outgoing) -> Line:
    coding, article = outgoing.extract.coding, outgoing.extract.article
    selector: list[Line] = [{"type": "TextPositionSelector", "start": coding.start, "end": coding.end}]
    if outgoing.text:
        quote = {"exact": outgoing.text, "prefix": outgoing.prefix, "suffix": outgoing.suffix}
        selector.append({"type": "TextQuoteSelector", **quote})
    return {"source": article.id, "sha256": article.text_sha256, "selector": selector}


def _code(code: Code, path: tuple[str, ...]) -> Line:
    return {"id": code.id, "label": code.label or None, "path": list(path)}


def _article(article: Article) -> Line:
    known = ("publication", "published", "author", "link")
    return {"id": article.id, "title": article.title or None} | {name: getattr(article, name) or None for name in known}


def _article_lines(export: OutgoingExtracts) -> Iterator[Line]:
    for article in export.source.articles:
        if article.id in export.tally.articles:
            text = export.article_text(article.text_sha256)
            own: Line = {"groups": group_names(export, article), "fields": own_values(export, article)}
            yield _article(article) | own | {"sha256": article.text_sha256, "text": text}
