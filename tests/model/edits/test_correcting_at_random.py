"""Whatever is corrected in a sample article: of 500 passages none is lost silently, untouched ones are exact."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.canonical import canonical, text_sha256
from annotator.model.edits.correcting import Correction, correct_text
from annotator.model.records import Article, Coding
from annotator.model.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

ARTICLES = Path(__file__).parents[3] / "seeds" / "articles"
PASSAGES = 500
TELLING = 20  # characters; a few letters beside an edit may stand there in two ways, and are listed then
TIME = "2026-03-01T09:00:00.000Z"
INSERTED = (
    "s",
    " not",
    "\n",
    "A paragraph that the scan had left out, with a full stop. ",
    "é",
    " 2017–18 ",
    "“",
    "\n\n",
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction: `length` code points from a share of the text on are replaced."""

    share: float
    length: int
    put_in: str


EDITS = st.builds(
    Edit,
    share=st.floats(0, 1, exclude_max=True),
    length=st.sampled_from([0, 0, 1, 4, 12, 80, 400]),
    put_in=st.sampled_from(["", *INSERTED]),
)


@lru_cache
def texts() -> tuple[str, ...]:
    return tuple(canonical(path.read_bytes().decode("utf-8")) for path in sorted(ARTICLES.iterdir()))


@lru_cache
def coded(number: int) -> tuple[Article, str, tuple[Coding, ...]]:
    """An article with 500 passages of sentences, fragments and stretches over several sentences."""
    text, chance = texts()[number], random.Random(number)
    article = Article(id=str(number), position=0, title="", file="", text_sha256=text_sha256(text), coder="a",
                      created=TIME)  # fmt: skip
    units = sentences(text)
    codings = []
    while len(codings) < PASSAGES:
        first = chance.randrange(len(units))
        start, end = units[first][0], units[min(first + chance.randrange(3), len(units) - 1)][1]
        if chance.random() < 0.5:
            start, end = sorted((chance.randrange(start, end), chance.randrange(start, end) + 1))
        quote = text[start:end]
        if quote and quote == quote.strip():
            codings.append(
                Coding(id=f"{len(codings)}", article=article.id, code="c", coder=chance.choice("ab"), start=start,
                       end=end, quote=quote, before=text[max(0, start - 32) : start], after=text[end : end + 32],
                       created=TIME, modified=TIME)
            )  # fmt: skip
    return article, text, tuple(codings)


def edited(text: str, edits: Sequence[Edit], spans: dict[str, tuple[int, int]]) -> str:
    """Make the edits; `spans` is left with where the passages that no edit touched now stand."""
    for edit in edits:
        start = int(edit.share * len(text))
        end = min(len(text), start + edit.length)
        for key, (first, last) in list(spans.items()):
            if start < last and end > first and (end > start or first < start):
                del spans[key]
            elif end <= first:
                moved = len(edit.put_in) - (end - start)
                spans[key] = first + moved, last + moved
        text = text[:start] + edit.put_in + text[end:]
    return text


@settings(max_examples=40, deadline=None)
@given(number=st.integers(0, 4), edits=st.lists(EDITS, min_size=1, max_size=12))
def test_no_passage_is_lost_silently_and_untouched_ones_are_exact(number: int, edits: list[Edit]) -> None:
    article, old_text, codings = coded(number)
    untouched = {coding.id: (coding.start, coding.end) for coding in codings}
    new_text = edited(old_text, edits, untouched)

    correction = correct_text(article=article, old_text=old_text, new_text=new_text, codings=codings)

    after = all_after(correction)
    assert sorted(after) == sorted(coding.id for coding in codings)
    for coding in codings:
        now = after[coding.id]
        assert 0 <= now.start < now.end <= len(new_text)
        assert now.quote == (coding.quote if now.place == "lost" else new_text[now.start : now.end])
        if coding.id in untouched and len(coding.quote) >= TELLING:
            assert (now.quote, now.place) == (coding.quote, "sure")
            assert (now.start, now.end) == untouched[coding.id]
        elif coding.id in untouched:
            assert now.place != "sure" or now.quote == coding.quote


def all_after(correction: Correction) -> dict[str, Coding]:
    after = {coding.id: coding for coding in correction.unchanged}
    for some in (correction.moved, correction.doubtful, correction.lost):
        after.update((one.after.id, one.after) for one in some)
    return after
