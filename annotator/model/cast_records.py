"""What is kept of an article's cast: who somebody is, and the forms of the name that the rules cannot know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the cast of an article, as said by hand. `forms` are other names of theirs, one a line."""

    id: str
    article: str
    name: str
    forms: str = ""
    coder: str
    created: str

    @property
    def form_list(self) -> tuple[str, ...]:
        """The other forms, in their order."""
        return tuple(self.forms.split("\n")) if self.forms else ()
