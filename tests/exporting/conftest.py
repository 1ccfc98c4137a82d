"""A small desk with articles, codes, coders and codings on it, from which the export tests start."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from annotator.exporting.source import ExportSource
from annotator.model.canonical import text_sha256
from annotator.model.extracts import Extract
from annotator.model.records import Article, Code, Coder, Coding

if TYPE_CHECKING:
    from collections.abc import Iterator

TIME = "2026-03-0{}T09:00:00.000Z"


@dataclass
class Desk:
    """What a project would hold; `source()` shows it to an export."""

    coders: list[Coder] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    codings: list[Coding] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    def coder(self, name: str, **known: Any) -> Coder:
        """A coder joins, each a day after the one before."""
        facts = {"id": f"coder-{len(self.coders) + 1}", "name": name, "created": TIME.format(len(self.coders) + 1)}
        self.coders.append(Coder(**facts | known))
        return self.coders[-1]

    def code(self, name: str, label: str = "", parent: Code | None = None, **known: Any) -> Code:
        facts = {"id": f"code-{len(self.codes) + 1}", "label": label, "name": name, "position": len(self.codes)}
        facts |= {"colour": "#5635b6", "parent": parent.id if parent else None, "coder": "coder-1"}
        self.codes.append(Code(**facts | {"created": TIME.format(1)} | known))
        return self.codes[-1]

    def article(self, text: str, title: str = "Briefing", **known: Any) -> Article:
        facts = {"id": f"article-{len(self.articles) + 1}", "position": len(self.articles), "title": title}
        facts |= {"file": "briefing.txt", "text_sha256": text_sha256(text), "coder": "coder-1"}
        article = Article(**facts | {"created": TIME.format(1)} | known)
        self.articles.append(article)
        self.texts[article.text_sha256] = text
        return article

    def code_words(self, words: str, **known: Any) -> Coding:
        """Code the first place of these words in the last article, with the last code, by the first coder."""
        article = self.articles[-1]
        text = self.texts[article.text_sha256]
        start = text.index(words)
        facts = {"id": f"coding-{len(self.codings) + 1}", "article": article.id, "code": self.codes[-1].id}
        facts |= {"coder": self.coders[0].id, "start": start, "end": start + len(words), "quote": words}
        facts |= {"created": TIME.format(2), "modified": TIME.format(2)}
        self.codings.append(Coding(**facts | known))
        return self.codings[-1]

    def source(self, **known: Any) -> ExportSource:
        facts = {"project_name": "Commissioning", "project_id": "project-1", "scheme_version": 3}
        facts |= {"coders": tuple(self.coders), "articles": tuple(self.articles), "codes": tuple(self.codes)}
        return ExportSource(**facts | {"extracts": self.extracts, "text": self.texts.__getitem__} | known)

    def extracts(self) -> Iterator[Extract]:
        articles = {one.id: one for one in self.articles}
        codes = {one.id: one for one in self.codes}
        coders = {one.id: one for one in self.coders}
        for coding in sorted(self.codings, key=lambda one: (articles[one.article].position, one.start, one.end)):
            path = tuple(self._path(codes, coding.code))
            yield Extract(
                coding=coding,
                article=articles[coding.article],
                code=codes[coding.code],
                path=path,
                coder=coders[coding.coder],
                passed="blind",
            )

    def change(self, coding: Coding, **known: Any) -> None:
        """A colleague changes a coding."""
        self.codings[self.codings.index(coding)] = replace(coding, **known)

    def _path(self, codes: dict[str, Code], code_id: str) -> list[str]:
        one = codes[code_id]
        return [*(self._path(codes, one.parent) if one.parent else []), one.name]


@pytest.fixture
def desk() -> Desk:
    """Ann and Ben, one family with one code; no article yet."""
    desk = Desk()
    desk.coder("Ann")
    desk.coder("Ben")
    family = desk.code("Governance")
    desk.code("Local choice", "G7", family, definition="Areas choose, nothing is imposed.")
    return desk
