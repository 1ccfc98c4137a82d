"""How extracts leave a project: what there is, seen as an export sees it."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from annotator.exporting.source import ExportSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model.extracts import Extract, ExtractFilter
    from annotator.model.records import Article, Memo
    from annotator.project.project import Project


class ChosenExtracts:
    """The extracts that a filter leaves, pass after pass; each counts what lies wholly in what is set aside."""

    def __init__(self, project: Project, chosen: ExtractFilter) -> None:
        self._project, self._chosen = project, chosen
        self.left_aside = 0

    def __call__(self) -> Iterator[Extract]:
        """Give every extract once more."""
        self.left_aside = 0
        for extract in self._project.extracts(replace(self._chosen, set_aside=True)):
            if extract.is_aside and not self._chosen.set_aside:
                self.left_aside += 1
            else:
                yield extract


def export_source(project: Project, chosen: ExtractFilter) -> ExportSource:
    """Return the extracts that a filter leaves, with the records around them."""
    extracts = ChosenExtracts(project, chosen)
    return ExportSource(
        project_name=project.name, project_id=project.id, scheme_version=project.scheme_version(),
        coders=tuple(project.coders()), articles=tuple(project.articles()), codes=tuple(project.codes()),
        extracts=extracts, left_aside=lambda: extracts.left_aside, text=project.text,
        memos=tuple(chosen_memos(project, chosen)), coding=project.coding,
        fields=tuple(project.fields()), values=own_values(project), groups=tuple(project.groups()),
        gathered=gathered(project),
    )  # fmt: skip


def own_values(project: Project) -> dict[str, dict[str, str]]:
    """Return article id -> field id -> what the article has in the analyst's own fields."""
    values: dict[str, dict[str, str]] = {}
    for one in project.field_values():
        values.setdefault(one.article, {})[one.field] = one.value
    return values


def gathered(project: Project) -> dict[str, tuple[str, ...]]:
    """Return article id -> the names of the groups that it is in, in the order of the groups."""
    into: dict[str, set[str]] = {}
    for one in project.memberships():
        into.setdefault(one.article, set()).add(one.group)
    groups = project.groups()
    return {article: tuple(group.name for group in groups if group.id in there) for article, there in into.items()}


def chosen_memos(project: Project, chosen: ExtractFilter) -> list[Memo]:
    """Return the memos that a filter leaves: by these coders, on articles and codes that it would let pass.

    What the filter says of passages (stance, speaker, words) does not touch memos. What was agreed is nobody's memo.
    """
    if chosen.agreed:
        return []
    gathered = {one.article for one in project.memberships() if one.group in chosen.groups}
    articles = {
        article.id for article in project.articles()
        if _passes(article, chosen) and (not chosen.groups or article.id in gathered)
    }  # fmt: skip
    return [
        memo for memo in project.memos()
        if (not chosen.coders or memo.coder in chosen.coders)
        and (memo.about != "article" or memo.subject in articles)
        and (memo.about != "code" or not chosen.codes or memo.subject in chosen.codes)
    ]  # fmt: skip


def _passes(article: Article, chosen: ExtractFilter) -> bool:
    return (
        (not chosen.articles or article.id in chosen.articles)
        and (not chosen.publications or article.publication in chosen.publications)
        and (not chosen.since or chosen.since <= article.published)
        and (not chosen.until or "" < article.published <= chosen.until)
    )


def told_filters(project: Project, chosen: ExtractFilter) -> dict[str, Any]:
    """Return the filters that were set, ids as names, for the manifest."""
    names = {
        "codes": {code.id: code.title for code in project.codes()},
        "articles": {article.id: article.title for article in project.articles()},
        "coders": {coder.id: coder.name for coder in project.coders()},
        "groups": {group.id: group.name for group in project.groups()},
    }
    told: dict[str, Any] = {}
    for name, value in asdict(chosen).items():
        if value:
            known = names.get(name, {})
            told[name] = [known.get(one, one) for one in value] if isinstance(value, (tuple, list)) else value
    return told
