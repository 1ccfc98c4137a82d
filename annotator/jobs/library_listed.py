"""In which groups an article is and what it has in the analyst's own fields, as the command line lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.exporting.own_fields import own_names
from annotator.jobs.taking_out import own_values

if TYPE_CHECKING:
    from annotator.project.project import Project


def library_listed(project: Project) -> dict[str, dict[str, Any]]:
    """Return for each article's id its `groups` by name and its `fields`: name -> value, null where it has none."""
    fields, values = project.fields(), own_values(project)
    names = own_names(fields)
    gathered: dict[str, set[str]] = {}
    for one in project.memberships():
        gathered.setdefault(one.article, set()).add(one.group)
    groups = project.groups()
    return {
        article.id: {
            "groups": [group.name for group in groups if group.id in gathered.get(article.id, ())],
            "fields": {names[field.id]: values.get(article.id, {}).get(field.id) for field in fields},
        }
        for article in project.articles()
    }
