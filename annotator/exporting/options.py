"""What the analyst chose about the export."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How the extracts go out.

    `context` is the number of sentences on either side. `safe_cells` puts an apostrophe before cells that a
    spreadsheet would run as a formula. `marking` is a protective marking. `filters` are told in the manifest as chosen.
    """

    context: int = 0
    anonymous: bool = False
    safe_cells: bool = False
    without_texts: bool = False
    marking: str = ""
    filters: Mapping[str, Any] = field(default_factory=dict)
