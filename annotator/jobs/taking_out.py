"""How extracts leave a project: what there is, seen as an export sees it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from annotator.exporting.source import ExportSource

if TYPE_CHECKING:
    from annotator.model.extracts import ExtractFilter
    from annotator.project.project import Project


def export_source(project: Project, chosen: ExtractFilter) -> ExportSource:
    """Return the extracts that a filter leaves, with the records around them."""
    return ExportSource(
        project_name=project.name, project_id=project.id, scheme_version=project.scheme_version(),
        coders=tuple(project.coders()), articles=tuple(project.articles()), codes=tuple(project.codes()),
        extracts=lambda: project.extracts(chosen), text=project.text,
    )  # fmt: skip


def told_filters(project: Project, chosen: ExtractFilter) -> dict[str, Any]:
    """Return the filters that were set, ids as names, for the manifest."""
    names = {
        "codes": {code.id: code.title for code in project.codes()},
        "articles": {article.id: article.title for article in project.articles()},
        "coders": {coder.id: coder.name for coder in project.coders()},
    }
    told: dict[str, Any] = {}
    for name, value in asdict(chosen).items():
        if value:
            known = names.get(name, {})
            told[name] = [known.get(one, one) for one in value] if isinstance(value, (tuple, list)) else value
    return told
