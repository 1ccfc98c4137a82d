"""Benchmarks run only when asked for: `python -m pytest tests/benchmarks --benchmark-only`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the benchmarks out of the test command."""
    return None if config.getoption("--benchmark-only") else True
