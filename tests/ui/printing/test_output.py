"""A PDF is written whole or not at all, in light colours, with the text and the codings where they stand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from annotator.model.errors import CannotWrite
from annotator.ui.article.marks import AsideMark, CodingMark
from annotator.ui.printing.output import paper_of, pdf, print_on, save_pdf, usual_layout
from annotator.ui.printing.painting import PagePainter
from annotator.ui.printing.paper import LEFT, PER_INCH, TOP, Paper
from annotator.ui.printing.printout import Printout
from annotator.ui.printing.typeset_pages import Pages, pages_of
from annotator.ui.theme import on_paper, theme
from annotator.ui.tokens import LIGHT, channels, code_colours, mixed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HUE = "#53a70b"
TEXT = "Boards may share one budget\n\n" + "\n\n".join(
    f"Paragraph {number}: the boards met for the {number}th time, settled little, and will meet again." * 3
    for number in range(1, 31)
)


@pytest.fixture(autouse=True)
def dark_window(dress: Callable[[str], None]) -> None:
    """The window is dark; paper is not."""
    dress("dark")


def printout(text: str = TEXT, title: str = "Boards may share one budget") -> Printout:
    start = text.find("Paragraph 2:")
    marks = (CodingMark("a", start, start + 200, HUE, "F1", "Capitated budget"),) if start > 0 else ()
    return Printout(title=title, facts="By A · 1 May 2026", text=text, marks=marks, coder="Ann", memos={"a": "why"})


def nothing(_done: int, _total: int) -> None:
    """Take no note of progress."""


def drawn(pages: Pages, number: int) -> QImage:
    """Return a page as pixels, one for each 1/96 inch."""
    image = QImage(round(pages.paper.width), round(pages.paper.height), QImage.Format.Format_RGB32)
    dots = round(PER_INCH / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.fill(QColor("white"))
    painter = QPainter(image)
    with on_paper():
        PagePainter(painter, pages).paint(number)
    painter.end()
    return image


def colours(image: QImage, left: float, right: float) -> set[str]:
    """Return which colours stand in a stretch of the image's width."""
    return {image.pixelColor(x, y).name() for x in range(int(left), int(right), 2) for y in range(0, image.height(), 2)}


def test_a_pdf_has_as_many_pages_as_were_planned() -> None:
    pages = pages_of(printout(), paper_of(usual_layout()))
    data = pdf(printout(), usual_layout(), nothing, lambda: False)
    assert data.startswith(b"%PDF-")
    assert len(pages.sheets) > 1
    assert len(re.findall(rb"/Type /Page\b(?!s)", data)) == len(pages.sheets)


@pytest.mark.parametrize("title", ["Boards may share one budget", "Another headline"])
def test_every_letter_stands_on_a_page_once(title: str) -> None:
    pages = pages_of(printout(title=title), Paper())
    spans = [(row.line.start, row.line.end) for sheet in pages.sheets for row in sheet.rows if row.part == 0]
    assert spans == sorted(set(spans))
    assert " ".join(TEXT[start:end] for start, end in spans).split() == TEXT.split()


def test_paper_is_light_and_the_coding_is_tinted_barred_and_named() -> None:
    pages = pages_of(printout(), Paper())
    image = drawn(pages, 0)
    tint = code_colours(HUE, LIGHT)
    on_white = channels(mixed("#ffffff", tint.tint, tint.alpha))
    text = colours(image, LEFT, LEFT + pages.paper.text)
    lanes = LEFT + pages.paper.lanes
    assert any(max(abs(a - b) for a, b in zip(channels(found), on_white, strict=True)) <= 2 for found in text)
    assert HUE in colours(image, lanes, lanes + 4) | colours(image, lanes + 1, lanes + 5)
    names = LEFT + pages.paper.names(1)[0]
    assert min(colours(image, names + 4, names + 100)) < "#404040", "the name is dark ink"
    assert theme().palette.dark, "the window stays as it is"


def test_key_points_are_set_in_on_paper_as_on_the_screen_and_named_once() -> None:
    lines = [found.span() for found in re.finditer(r"[^\n]+", TEXT)][:3]
    points = [
        AsideMark(start, end, "key points", "" if number else "key points, not coded", passed=False)
        for number, (start, end) in enumerate(lines[1:])
    ]
    plain, pages = (pages_of(replace(printout(), aside=tuple(aside), marks=()), Paper()) for aside in ([], points))
    assert [row.note for row in pages.sheets[0].margin.rows] == ["key points, not coded"]
    at = lines[1][0]
    before, after = (next(row.line for row in one.sheets[0].rows if row.line.start == at) for one in (plain, pages))
    assert after.left > before.left


def test_what_was_set_aside_is_grey_with_its_reason_beside_it() -> None:
    start = TEXT.index("Paragraph 1:")
    aside = AsideMark(start, TEXT.index("\n", start), "related link", "related link, set aside")
    pages = pages_of(replace(printout(), aside=(aside,), marks=()), Paper())
    assert [row.note for row in pages.sheets[0].margin.rows] == ["related link, set aside"]
    first = next(row for row in pages.sheets[0].rows if row.line.start == start)
    band = drawn(pages, 0).copy(LEFT, round(TOP + first.line.top), pages.paper.text, 20)
    assert "#1e1d1a" not in colours(band, 0, band.width())
    assert LIGHT.aside in colours(band, 0, band.width())


def test_there_is_no_article_too_short_or_too_odd_to_print() -> None:
    for text in ("", "\n\n\n", "x", "\ufeff\x00 odd \U0001f600 " * 40, "word " * 30_000):
        pages = pages_of(printout(text, "Title"), Paper())
        assert pages.sheets
        assert not drawn(pages, len(pages.sheets) - 1).isNull()


def test_small_paper_and_the_long_side_up_keep_text_and_names_on_the_sheet() -> None:
    for size, turned in ((QPageSize.PageSizeId.A5, False), (QPageSize.PageSizeId.Letter, True)):
        way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
        paper = paper_of(QPageLayout(QPageSize(size), way, QMarginsF()))
        assert LEFT + paper.names(8)[1] < paper.width
        assert paper.names(8)[0] < paper.names(8)[1] - 40
        assert len(pages_of(printout(), paper).sheets) > 1


def test_a_printer_gets_the_pages_that_were_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    printer = QPrinter()
    printer.setOutputFileName(str(out))
    printer.setFromTo(2, 2)
    assert print_on(printer, printout(), nothing, lambda: False) == "Printed: 1 page."
    assert out.read_bytes().startswith(b"%PDF-")
    printer.setFromTo(70, 71)
    assert "nothing was printed" in print_on(printer, printout(), nothing, lambda: False)
    told = save_pdf(tmp_path / "b.pdf", printout(), usual_layout(), nothing, lambda: False, lambda page: page > 70)
    assert "nothing was printed" in told
    assert list(tmp_path.iterdir()) == [out]


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    told = save_pdf(tmp_path / "a.pdf", printout(), usual_layout(), nothing, lambda: True)
    assert "nothing was written" in told
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_gone_is_a_sentence_and_an_older_file_gives_way_only_to_a_whole_one(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="is not there"):
        save_pdf(tmp_path / "gone" / "a.pdf", printout(), usual_layout(), nothing, lambda: False)
    older = tmp_path / "a.pdf"
    older.write_text("older")
    save_pdf(older, printout(), usual_layout(), nothing, lambda: True)
    assert older.read_text() == "older"
    assert "a.pdf" in save_pdf(older, printout(), usual_layout(), nothing, lambda: False)
    assert older.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [older]
