"""The project of two coders from which the stories of the project file start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def team(tmp_path: Path) -> Iterator[making.Team]:
    """Ann, who acts, and Ben on one project; closed afterwards."""
    made = making.team(tmp_path)
    yield made
    made.project.close()
