"""How long the analyst waits for the article: first paint, a new coding, a scroll frame; each beside its floor.

Run with `python -m pytest tests/benchmarks --benchmark-only`. Times are printed, in seconds, with the floor of the same
run in `extra_info`; only ratios to the floor are asserted.
"""

from __future__ import annotations

import random
from dataclasses import replace
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication

from annotator.importing.formats.markdown_marks import markdown_blocks
from annotator.ui.article.article_view import ArticleView
from annotator.ui.article.marks import CodingMark
from annotator.ui.theme import load_fonts, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotator.model.blocks import Block

pytestmark = pytest.mark.benchmark
HUES = ("#6bd4f9", "#5635b6", "#53a70b", "#fe838d")
WORDS = ("council", "budget", "group", "service", "clinical", "national", "local", "plan", "review", "patient", "care")
MEGABYTE = 1_000_000


def made_text(length: int) -> str:
    chance, pieces, size = random.Random(1), [], 0
    while size < length:
        sentences = (" ".join(chance.choices(WORDS, k=chance.randint(6, 20))) for _ in range(chance.randint(2, 6)))
        pieces.append(". ".join(sentence.capitalize() for sentence in sentences) + ".")
        size += len(pieces[-1]) + 2
    return "\n\n".join(pieces)[:length]


def made_markdown(length: int) -> str:
    """Return a text in which every seventh paragraph is a heading, every third an item, and words are marked up."""
    chance, signs = random.Random(3), ("**{}**", "*{}*", "[{}](https://example.org/a/page.html)")
    paragraphs = []
    for number, paragraph in enumerate(made_text(length).split("\n\n")):
        words = paragraph.split(" ")
        words[1:-1:20] = [chance.choice(signs).format(word) for word in words[1:-1:20]]
        lead = "## " if number % 7 == 0 else "- " if number % 3 == 0 else ""
        paragraphs.append(lead + " ".join(words))
    return "\n\n".join(paragraphs)


def made_marks(count: int, length: int) -> list[CodingMark]:
    chance, marks = random.Random(2), []
    for number in range(count):
        start = chance.randrange(length - 400)
        end = start + chance.randint(20, 400)
        marks.append(CodingMark(f"m{number}", start, end, chance.choice(HUES), "C1", "A name", coder="Ann"))
    return sorted(marks, key=lambda mark: (mark.start, mark.end))  # as a project gives them


@pytest.fixture
def views(qapp: QApplication) -> Iterator[Callable[[], ArticleView]]:
    load_fonts()
    theme().choose("light")
    made: list[ArticleView] = []

    def make() -> ArticleView:
        view = ArticleView()
        view.resize(864, 824)
        view.show()
        qapp.processEvents()
        made.append(view)
        return view

    yield make
    for view in made:
        view.close()
        view.deleteLater()
    qapp.setStyleSheet("")


def paint(view: ArticleView) -> None:
    view.viewport().update()
    view.margin.update()
    view.viewport().repaint()  # all that waits is painted with it


def show(view: ArticleView, text: str, marks: list[CodingMark], blocks: Sequence[Block] = ()) -> None:
    view.show_article(text, title="Title", facts="Facts", blocks=blocks)
    if marks:
        view.set_marks(marks)
    paint(view)


def seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def processor_seconds(work: Callable[[], object]) -> float:
    """Return the time of the processor: others' work does not count."""
    begun = process_time()
    work()
    return process_time() - begun


def middle(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


def scroll(view: ArticleView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 60 if bar.value() < bar.maximum() else 0)
    paint(view)


def opened(view: ArticleView, text: str, marks: list[CodingMark], blocks: Sequence[Block] = ()) -> ArticleView:
    show(view, text, marks, blocks)
    view.document().size()  # as after a while: everything is laid out
    QApplication.processEvents()
    return view


SIZES = pytest.mark.parametrize(
    ("length", "codings"),
    [(30_000, 150), (MEGABYTE, 10_000), (MEGABYTE, 100_000), (10_000, 10_000)],
    ids=["usual", "book", "book in a crowd", "dense"],
)


@pytest.mark.parametrize(("length", "codings"), [(30_000, 150), (MEGABYTE, 10_000)], ids=["usual", "book"])
def test_first_paint_costs_at_most_three_times_the_bare_text(
    benchmark: Any, views: Callable[[], ArticleView], length: int, codings: int
) -> None:
    text, marks, view = made_text(length), made_marks(codings, length), views()
    show(view, text, marks)
    floor = middle([seconds(lambda: show(view, text, [])) for _ in range(7)])
    benchmark.pedantic(show, args=(view, text, marks), rounds=7)
    benchmark.extra_info["bare text"] = floor
    assert benchmark.stats.stats.median <= 3 * floor


def test_first_paint_of_a_crowd_costs_at_most_three_times_that_of_a_tenth(
    benchmark: Any, views: Callable[[], ArticleView]
) -> None:
    text, view = made_text(MEGABYTE), views()
    tenth, crowd = made_marks(10_000, MEGABYTE), made_marks(100_000, MEGABYTE)
    show(view, text, tenth)
    floor = middle([seconds(lambda: show(view, text, tenth)) for _ in range(7)])
    benchmark.pedantic(show, args=(view, text, crowd), rounds=7)
    benchmark.extra_info["a tenth of the codings"] = floor
    assert benchmark.stats.stats.median <= 3 * floor


def test_first_paint_of_a_marked_up_book_costs_at_most_four_times_that_of_its_bare_text(
    benchmark: Any, views: Callable[[], ArticleView]
) -> None:
    text, view = made_markdown(MEGABYTE), views()
    blocks = markdown_blocks(text)
    show(view, text, [], blocks)
    floor = middle([processor_seconds(lambda: show(view, text, [])) for _ in range(7)])
    taken: list[float] = []
    benchmark.pedantic(lambda: taken.append(processor_seconds(lambda: show(view, text, [], blocks))), rounds=7)
    benchmark.extra_info["bare text"] = floor
    benchmark.extra_info["signs"] = sum(block.kind == "mark" for block in blocks)
    assert middle(taken) <= 4 * floor


def test_a_frame_of_a_marked_up_book_costs_at_most_one_and_a_half_times_that_of_its_bare_text(
    benchmark: Any, views: Callable[[], ArticleView]
) -> None:
    text, marks = made_markdown(MEGABYTE), made_marks(10_000, MEGABYTE)
    bare, marked = opened(views(), text, marks), opened(views(), text, marks, markdown_blocks(text))
    floor = middle([processor_seconds(lambda: scroll(bare)) for _ in range(100)])
    taken: list[float] = []
    benchmark.pedantic(lambda: taken.append(processor_seconds(lambda: scroll(marked))), rounds=100)
    benchmark.extra_info["bare text"] = floor
    assert middle(taken) <= 1.5 * floor


@SIZES
def test_a_new_coding_is_painted(benchmark: Any, views: Callable[[], ArticleView], length: int, codings: int) -> None:
    text = made_text(length)
    view = opened(views(), text, made_marks(codings, length))
    view.scroll_to(length // 2, length // 2 + 10)
    paint(view)
    start = view.shown_range()[0]
    numbers = iter(range(10_000))

    def code_and_paint() -> None:
        number = next(numbers)
        view.put_mark(CodingMark(f"new{number}", start + 10 * number, start + 10 * number + 60, HUES[0], "C1", "New"))
        paint(view)

    benchmark.extra_info["bare frame"] = middle([seconds(lambda: paint(view)) for _ in range(9)])
    benchmark.pedantic(code_and_paint, rounds=40, warmup_rounds=1)


@SIZES
def test_a_scroll_frame(benchmark: Any, views: Callable[[], ArticleView], length: int, codings: int) -> None:
    text = made_text(length)
    view, bare = opened(views(), text, made_marks(codings, length)), opened(views(), text, [])
    benchmark.extra_info["bare text"] = middle([seconds(lambda: scroll(bare)) for _ in range(200)])
    frames: list[float] = []
    benchmark.pedantic(lambda: frames.append(seconds(lambda: scroll(view))), rounds=200)
    benchmark.extra_info["95th percentile"] = sorted(frames)[190]


@pytest.mark.parametrize(("length", "codings"), [(MEGABYTE, 10_000), (10_000, 10_000)], ids=["book", "dense"])
def test_a_frame_of_colleagues_codings_costs_at_most_twice_that_of_ones_own(
    benchmark: Any, views: Callable[[], ArticleView], length: int, codings: int
) -> None:
    text, marks = made_text(length), made_marks(codings, length)
    own = opened(views(), text, marks)
    theirs = opened(views(), text, [replace(mark, initials="BO") for mark in marks])
    for view in (own, theirs):
        view.set_faded(lambda mark: mark.hue == HUES[0])

    floor = middle([seconds(lambda: scroll(own)) for _ in range(100)])
    benchmark.pedantic(scroll, args=(theirs,), rounds=100)
    benchmark.extra_info["one's own codings"] = floor
    assert benchmark.stats.stats.median <= 2 * floor


def test_resizing_the_window(benchmark: Any, views: Callable[[], ArticleView]) -> None:
    view = opened(views(), made_text(MEGABYTE), made_marks(10_000, MEGABYTE))
    widths = iter(range(864, 10_000, 2))

    def resize() -> None:
        view.resize(next(widths), 824)
        QApplication.processEvents()

    benchmark.pedantic(resize, rounds=40)
