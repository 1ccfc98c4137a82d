"""What one row of a scheme file says about a code, before it is a code of the project."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeRow:
    """A code as a file describes it. `path` runs from the family to the code's own name.

    `colour` is `#rrggbb`, or empty where the file has none that is known: the caller chooses. `codable` is none where
    the file does not say. `row` counts the data rows of the file from 1; a parent that is only named by its children
    has row 0 and is not codable.
    """

    label: str = ""
    path: tuple[str, ...]
    short_name: str = ""
    colour: str = ""
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: str = ""
    key: int | None = None
    codable: bool | None = None
    row: int = 1

    @property
    def name(self) -> str:
        """The code's own name."""
        return self.path[-1]
