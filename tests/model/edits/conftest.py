"""Records on a desk, without a file: what the verbs are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from annotator.model import edits
from annotator.model.canonical import text_sha256
from annotator.model.records import Article, Code, Coder, Coding

TIME = "2026-03-01T09:00:00.000Z"
TEXT = "The board decides. It buys care for its area.\n\nOthers may join it later, he said."


@dataclass
class Records:
    """Two coders, one article, one family; `code` and `coding` add to them."""

    ann: Coder
    ben: Coder
    article: Article
    text: str
    codes: list[Code] = field(default_factory=list)
    codings: list[Coding] = field(default_factory=list)

    def code(self, name: str, parent: Code | None = None, **known: Any) -> Code:
        change_set = edits.add_code(
            name=name, codes=self.codes, coder=self.ann, parent=parent.id if parent else None, **known
        )
        made = change_set.changes[0].after
        assert isinstance(made, Code)
        self.codes.append(made)
        return made

    def coding(self, words: str, code: Code, coder: Coder | None = None) -> Coding:
        start = self.text.index(words)
        change_set = edits.code_passage(
            article=self.article, text=self.text, start=start, end=start + len(words), code=code,
            coder=coder or self.ann,
        )  # fmt: skip
        made = change_set.changes[0].after
        assert isinstance(made, Coding)
        self.codings.append(made)
        return made


@pytest.fixture
def desk() -> Records:
    """Ann and Ben with one article, the scheme still empty."""
    ann, ben = Coder(id="ann", name="Ann", created=TIME), Coder(id="ben", name="Ben", created=TIME)
    article = Article(
        id="article", position=0, title="A briefing", file="briefing.txt", text_sha256=text_sha256(TEXT), coder="ann",
        created=TIME,
    )  # fmt: skip
    return Records(ann, ben, article, TEXT)
