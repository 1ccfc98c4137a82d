"""How many codings the coder has, by code and by article, kept while they come and go and lines are set aside."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from annotator.model.records import Coding, Zone
from annotator.model.zones import aside_spans, lies_aside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.model.changes import ChangeSet
    from annotator.model.passages import Span
    from annotator.model.records import Record
    from annotator.project.project import Project

Kept = dict[str, Coding]  # by id


class CodingCounts:
    """One coder's codings counted without those in what was set aside afterwards; of these the codings are kept.

    A gesture costs what it changes: a coding asks whether it begins in what is set aside, a zone which codings it
    touches. `everywhere` is by code, `by_article` by article, `here` by code in the open article.
    """

    def __init__(self, project: Project, coder: str) -> None:
        self._coder = coder
        self._aside: Kept = {one.id: one for one in project.codings_aside(coders=[coder])}
        self.everywhere = Counter(project.counts_by_code(coders=[coder], with_aside=True))
        self.by_article = Counter(project.counts_by_article(coders=[coder], with_aside=True))
        self.here: Counter[str] = Counter()
        self._open = ""
        self._stretches: dict[str, list[Span]] = {}
        for coding in self._aside.values():
            self._add(coding, -1)

    def open_article(self, article: str, codings: Counter[str], project: Project) -> None:
        """Count the codings of an article, given by code, without those in what is set aside."""
        self._open = article
        self._of(article, project)  # now, so that no gesture has to ask for it
        self.here = codings - Counter(one.code for one in self._aside.values() if one.article == article)

    def follow(self, change_set: ChangeSet, project: Project, text: Callable[[str], str]) -> bool:
        """Take over what a gesture changed; tell whether a number may be another. `text` gives an article's text."""
        text = cache(text)  # a zone asks for it once for each coding that goes beyond it
        codings = [change for change in change_set.changes if self._is_own(change.record)]
        zones = [one for change in change_set.changes for one in (change.before, change.after) if isinstance(one, Zone)]
        for zone in zones:
            self._stretches.pop(zone.article, None)
        for change in codings:
            for coding, amount in ((change.before, -1), (change.after, 1)):
                if isinstance(coding, Coding):
                    self._take(coding, amount, self._lies_aside(coding, project, text))
        for zone in zones:
            there = project.codings_touching(article=zone.article, coder=self._coder, start=zone.start, end=zone.end)
            self._flip(there, project, text)
        return bool(codings or zones)

    def _is_own(self, record: Record) -> bool:
        return isinstance(record, Coding) and record.coder == self._coder

    def _take(self, coding: Coding, amount: int, aside: bool) -> None:
        """Count a coding that has come or gone."""
        if amount < 0:
            aside = self._aside.pop(coding.id, None) is not None
        elif aside:
            self._aside[coding.id] = coding
        if not aside:
            self._add(coding, amount)

    def _flip(self, codings: Iterable[Coding], project: Project, text: Callable[[str], str]) -> None:
        """Count the codings of a zone anew that has changed."""
        for coding in codings:
            aside = self._lies_aside(coding, project, text)
            if aside != (coding.id in self._aside):
                self._add(coding, -1 if aside else 1)
                if aside:
                    self._aside[coding.id] = coding
                else:
                    del self._aside[coding.id]

    def _add(self, coding: Coding, amount: int) -> None:
        self.everywhere[coding.code] += amount
        self.by_article[coding.article] += amount
        if coding.article == self._open and coding.place != "lost":
            self.here[coding.code] += amount

    def _lies_aside(self, coding: Coding, project: Project, text: Callable[[str], str]) -> bool:
        stretches = self._of(coding.article, project)
        return coding.place != "lost" and lies_aside(
            (coding.start, coding.end), stretches, lambda: text(coding.article)
        )

    def _of(self, article: str, project: Project) -> Sequence[Span]:
        if article not in self._stretches:
            self._stretches[article] = aside_spans(project.zones(article))
        return self._stretches[article]
