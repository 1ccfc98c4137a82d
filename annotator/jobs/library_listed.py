"""What the command line lists of an article besides its text: its link, its groups, the analyst's own fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.exporting.own_fields import own_names
from annotator.jobs.taking_out import gathered, own_values

if TYPE_CHECKING:
    from annotator.project.project import Project


def library_listed(project: Project) -> dict[str, dict[str, Any]]:
    """Return for each article's id its `link`, its `groups` by name and its `fields`: name -> value; null for none."""
    fields, values, groups = project.fields(), own_values(project), gathered(project)
    names = own_names(fields)
    return {
        article.id: {
            "link": article.link or None,
            "groups": list(groups.get(article.id, ())),
            "fields": {names[field.id]: values.get(article.id, {}).get(field.id) for field in fields},
        }
        for article in project.articles()
    }
