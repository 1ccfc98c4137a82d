"""A coder who comes to use a code more or less often is seen, week by week, beside what chance makes likely."""

from __future__ import annotations

from datetime import date

from annotator.model.records import Coding, new_id
from annotator.reviewing.drift import code_use, week_of


def coding(day: str, code: str, coder: str = "ann") -> Coding:
    time = f"{day}T09:00:00.000Z"
    return Coding(
        id=new_id(), article="a", code=code, coder=coder, start=0, end=1, quote="x", created=time, modified=time
    )  # fmt: skip


def test_weeks_begin_on_monday_also_over_the_new_year() -> None:
    assert week_of("2026-01-01T00:00:00Z") == date(2025, 12, 29)
    assert week_of("2026-01-05T23:59:59Z") == date(2026, 1, 5)


def test_a_steady_use_is_not_strange() -> None:
    codings = [coding(f"2026-03-{day:02}", "g1" if day % 2 else "g2") for day in range(2, 30)]
    (first, second) = code_use(codings)
    assert first.share == second.share == 0.5
    assert first.strange_weeks() == second.strange_weeks() == []
    assert list(first.of) == sorted(first.of)


def test_a_week_in_which_one_code_takes_over_is_named() -> None:
    before = [coding(f"2026-03-{2 + number % 14:02}", "g1" if number % 10 == 0 else "g2") for number in range(60)]
    after = [coding("2026-03-17", "g1") for _ in range(20)]
    uses = {use.code: use for use in code_use(before + after)}
    assert uses["g1"].strange_weeks()[-1] == date(2026, 3, 16)
    assert uses["g1"].given[date(2026, 3, 16)] == 20


def test_each_coder_is_measured_by_her_own_habit() -> None:
    ann = [coding("2026-03-02", "g1") for _ in range(10)]
    ben = [coding("2026-03-02", "g2", "ben") for _ in range(10)]
    assert [(use.coder, use.code, use.share) for use in code_use(ben + ann)] == [("ann", "g1", 1), ("ben", "g2", 1)]
    assert all(use.strange_weeks() == [] for use in code_use(ben + ann))
