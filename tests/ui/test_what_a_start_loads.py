"""What is loaded before the window stands: readers, writers and windows wait until they are asked for."""

from __future__ import annotations

import subprocess
import sys
from functools import lru_cache

import pytest

LATER = (
    *("numpy", "pandas", "dateutil", "rapidfuzz", "diff_match_patch", "lxml", "openpyxl", "mammoth", "jinja2"),
    *("annotator.importing.articles", "annotator.exporting.export", "annotator.reviewing.receiving"),
    *("annotator.jobs.reading_in", "annotator.jobs.receiving", "annotator.jobs.sample", "annotator.model.suggesting"),
    *("annotator.ui.library.import_window", "annotator.ui.extracts.export_window", "annotator.ui.progress_window"),
    *("annotator.ui.finding.everywhere_window", "annotator.ui.finding.correction_window"),
    *("annotator.ui.speakers.cast_window", "annotator.ui.shortcuts.keys_window"),
)


@lru_cache
def loaded() -> frozenset[str]:
    program = "import sys; import annotator.ui.application; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return frozenset(done.stdout.split())


def test_the_window_itself_is_loaded() -> None:
    assert {"annotator.ui.main_window", "annotator.ui.workspace", "sqlite_utils"} <= loaded()


@pytest.mark.parametrize("module", LATER)
def test_a_start_does_not_load(module: str) -> None:
    assert module not in loaded(), "import it in the function that needs it: starting counts"
