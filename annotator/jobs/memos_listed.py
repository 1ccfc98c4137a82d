"""Which memos a project holds, those of codings too, each with the passages that its links lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.exporting.memos import outgoing_memos
from annotator.exporting.options import ExportOptions
from annotator.exporting.outgoing import OutgoingExtracts
from annotator.jobs.taking_out import export_source
from annotator.model.extracts import ExtractFilter
from annotator.model.scheme_tree import joined, name_paths

if TYPE_CHECKING:
    from annotator.project.project import Project


def memos_listed(project: Project, coders: list[str] | None) -> list[dict[str, Any]]:
    """Return the memos on project, articles and codes, then those of codings; of these coders, or of all.

    `subject` is the id of what a memo is about, none for the project; `title` its name, title or path.
    """
    source = export_source(project, ExtractFilter(coders=tuple(coders or ())))
    export = OutgoingExtracts(source, ExportOptions())
    return [*(memo.told() for memo in outgoing_memos(export)), *_of_codings(project, coders, export)]


def _of_codings(project: Project, coders: list[str] | None, export: OutgoingExtracts) -> list[dict[str, Any]]:
    paths = name_paths(project.codes())
    people = {coder.id: coder.name for coder in project.coders()}
    return [
        {
            "id": coding.id, "about": "coding", "subject": coding.id, "title": joined(paths[coding.code]),
            "coder": people[coding.coder], "text": coding.memo,
            "links": [link.told() for link in export.linked.links(coding.memo)],
            "created": coding.created, "modified": coding.modified,
        }
        for coding in project.codings(coders=coders)
        if coding.memo
    ]  # fmt: skip
