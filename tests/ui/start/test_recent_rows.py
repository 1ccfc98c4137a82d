"""Where a project lies, in few words."""

from pathlib import Path

import pytest

from annotator.ui.start.recent_rows import shown_place


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/people/ann/Documents/Evidence/care.annotator", "Documents › Evidence"),
        ("/people/ann/care.annotator", "Home"),
        ("/care.annotator", "/"),
        ("/people/ann/a/b/c/d/care.annotator", "b › c › d"),
        ("/shares/adult care/care.annotator", "shares › adult care"),
    ],
)
def test_a_place_is_told_from_the_home_folder_down(path: str, shown: str) -> None:
    assert shown_place(Path(path), Path("/people/ann")) == shown
