"""How dates read."""

from datetime import UTC, datetime

import pytest

from annotator.ui.dates import shown_date, shown_moment

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-11-22T14:32:00Z", "today, 14:32"),
        ("2026-11-21T23:59:00Z", "yesterday"),
        ("2026-11-17T09:00:00Z", "Tuesday"),
        ("2026-11-15T09:00:00Z", "15 Nov"),
        ("2025-11-03T09:00:00Z", "3 Nov 2025"),
        ("2026-11-23T09:00:00Z", "23 Nov"),
        ("", ""),
        ("lately", ""),
    ],
)
def test_a_moment_is_told_from_now(moment: str, shown: str) -> None:
    assert shown_moment(moment, NOW) == shown


def test_a_date_of_publication_is_read_and_a_strange_one_is_left_alone() -> None:
    assert shown_date("2016-05-09") == "9 May 2016"
    assert shown_date("2016") == "2016"
