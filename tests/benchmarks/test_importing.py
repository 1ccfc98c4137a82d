"""What zones and speakers cost on import, above reading the files; that time grows with the text, however it is made.

Times are of the processor, in this process: others' work does not count.
"""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from importing.house_styles import STYLES, house_style

from annotator.importing.articles import read_articles
from annotator.importing.found_in_text import find_in_text

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.benchmark
REAL = os.environ.get("ANNOTATOR_REAL_ARTICLES")  # they are twice as long as the samples
TEXTS = (
    [path.read_text(encoding="utf-8") for path in sorted(Path(REAL).glob("*.txt"))]
    if REAL
    else [house_style(name).text for name in STYLES]
)
SIZES = (250, 500, 1_000)
MOST_MS = 5  # an article, above reading it
HARD = {
    "5,000 straight marks": '"a ' * 5_000,
    "5,000 marks and nothing else": '"' * 5_000,
    "a line of 5 MB": "word " * 1_000_000,
    "50,000 lines of one word": "word\n" * 50_000,
    "50,000 lines of one name": "Anna\n" * 50_000,
    "long words before marks": f"{'wait' * 25} — “We began.”\n" * 2_000,
}


def seconds(work: Callable[[], object]) -> float:
    gc.collect()  # what tests before left behind is not this work's
    start = time.process_time()
    work()
    return time.process_time() - start


def folder_of(place: Path, count: int) -> Path:
    folder = place / str(count)
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(f"{TEXTS[number % len(TEXTS)]}\n\n{number}.", encoding="utf-8")
    return folder


def test_a_thousand_articles_cost_five_milliseconds_each_above_reading_them(benchmark: Any, tmp_path: Path) -> None:
    cost = {}
    for count in SIZES:
        folder = folder_of(tmp_path, count)
        floor = seconds(lambda folder=folder: list(read_articles([folder])))  # type: ignore[misc]
        whole = seconds(
            lambda folder=folder: [find_in_text(one.text, one.blocks) for one in read_articles([folder])]  # type: ignore[misc, union-attr]
        )
        cost[count] = 1_000 * (whole - floor) / count
        benchmark.extra_info[f"{count} articles: ms an article above reading ({1_000 * floor / count:.2f})"] = cost[
            count
        ]
    benchmark.pedantic(lambda: [find_in_text(text) for text in TEXTS], rounds=5)

    assert cost[1_000] <= MOST_MS
    assert cost[1_000] <= 1.5 * cost[250]


@pytest.mark.parametrize("made", HARD)
def test_no_text_takes_more_than_a_second_whatever_it_is_made_of(benchmark: Any, made: str) -> None:
    text = HARD[made]
    find_in_text(text[:1_000])  # the rules are loaded when they are first used
    whole, half = seconds(lambda: find_in_text(text)), seconds(lambda: find_in_text(text[: len(text) // 2]))
    benchmark.pedantic(lambda: find_in_text(text), rounds=1)
    benchmark.extra_info["seconds"] = whole

    assert whole <= 1
    assert whole <= 4 * half + 0.01
