"""How everything that a search found is coded at once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.edits.codings import code_passages, new_coding
from annotator.model.passages import checked_passage, union
from annotator.model.sentences import sentence_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.keyword_in_context import ArticleHits
    from annotator.model.records import Code, Coder, Coding

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CodedHits:
    """The gesture that codes the hits, and how many passages it leaves out since they are coded so already."""

    change_set: ChangeSet
    skipped: int


def code_hits(
    *,
    found: Sequence[ArticleHits],
    code: Code,
    coder: Coder,
    existing: Iterable[Coding] = (),
    as_sentences: bool = False,
) -> CodedHits:
    """Code each hit, or each sentence that holds one, as one gesture.

    `existing` are the coder's codings of these articles. A passage is left out when it, or a longer one around it,
    has the code already. Several hits in one sentence make one coding.
    Raises Refused for a code that takes no codings, and a hit outside the text.
    """
    coded = _coded_so(existing, code, coder)
    codings, skipped = [], 0
    for one in found:
        spans = coded.get(one.article.id, [])
        for start, end in _passages(one, as_sentences=as_sentences):
            if _inside(spans, start, end):
                skipped += 1
                continue
            coding = new_coding(article=one.article, text=one.text, start=start, end=end, code=code, coder=coder)
            codings.append(coding)
    label = f"Code {len(codings):,} passage{'' if len(codings) == 1 else 's'}: {code.title}"
    return CodedHits(code_passages(codings=codings, label=label), skipped)


def _coded_so(existing: Iterable[Coding], code: Code, coder: Coder) -> dict[str, list[Span]]:
    """Return, for each article, the spans that have the code, in order, without those inside another."""
    coded: dict[str, list[Span]] = {}
    for coding in sorted(existing, key=lambda one: (one.start, -one.end)):
        if (coding.code, coding.coder) == (code.id, coder.id) and coding.place != "lost":
            spans = coded.setdefault(coding.article, [])
            if not spans or coding.end > spans[-1][1]:
                spans.append((coding.start, coding.end))
    return coded


def _inside(spans: Sequence[Span], start: int, end: int) -> bool:
    index = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return index >= 0 and end <= spans[index][1]


def _passages(found: ArticleHits, *, as_sentences: bool) -> list[Span]:
    passages: dict[Span, None] = {}
    for hit in found.hits:
        start, end = checked_passage(found.text, *hit)
        if as_sentences:
            first, last = sentence_at(found.text, start), sentence_at(found.text, end - 1)
            start, end = union(first or (start, end), last or (start, end))
        passages[start, end] = None
    return list(passages)
