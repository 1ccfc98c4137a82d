"""The five real articles and what was judged in them by hand, where they are at hand."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.model.canonical import canonical, text_sha256

EXPECTED = Path(__file__).parents[1] / "reference" / "real_articles.json"
FOLDER = os.environ.get("ANNOTATOR_REAL_ARTICLES", "")


@dataclass(frozen=True)
class RealArticle:
    """A text and what was judged by hand: offsets in code points."""

    text: str
    judged: dict[str, Any]

    def words(self, span: list[int] | None) -> str:
        return self.text[slice(*span)] if span else ""

    @property
    def set_aside(self) -> list[tuple[int, int]]:
        return [(start, end) for start, end in self.judged["set_aside"]]


def real_articles() -> list[RealArticle]:
    """Return the articles, none where they are not at hand."""
    judged = json.loads(EXPECTED.read_text("utf-8"))
    texts = [canonical(path.read_bytes().decode("utf-8-sig")) for path in sorted(Path(FOLDER).glob("*.txt"))]
    return [RealArticle(text, judged[text_sha256(text)]) for text in texts if text_sha256(text) in judged]
