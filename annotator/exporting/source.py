"""Where the extracts come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from annotator.model.extracts import Extract
    from annotator.model.records import Article, Code, Coder, Coding, Field, Group, Memo


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSource:
    """The project as an export sees it.

    `extracts` gives a fresh pass at each call, by article position, start and end; it is called a second time to
    compare the finished file. `text` gives the canonical text for a SHA-256. `codes` come in tree order.
    `left_aside` tells how many the last whole pass left out because they lie in what is set aside.
    `memos` are those on project, articles and codes; `coding` gives the coding that a link in a memo points at.
    `fields` are the analyst's own; `values` has for an article's id what it has in each, by the field's id.
    `groups` are those of articles; `gathered` has for an article's id the names of those it is in, in their order.
    """

    project_name: str
    project_id: str
    scheme_version: int
    coders: tuple[Coder, ...]
    articles: tuple[Article, ...]
    codes: tuple[Code, ...]
    extracts: Callable[[], Iterator[Extract]]
    text: Callable[[str], str]
    left_aside: Callable[[], int] = field(default=lambda: 0)
    memos: tuple[Memo, ...] = ()
    fields: tuple[Field, ...] = ()
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    gathered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    coding: Callable[[str], Coding | None] = field(default=lambda _: None)
