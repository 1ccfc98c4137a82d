"""What stands on a page of a PDF: lines of words with their places, as far as no wide gap parts them.

All measures are in points (1/72 inch); `base` is the height of the letters' feet, counted downwards.
"""

from __future__ import annotations

import re
from collections import Counter
from ctypes import byref, c_char, c_double, c_int, c_ushort
from dataclasses import dataclass, replace
from itertools import pairwise
from math import pi
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfTextPage

HYPHEN = "\x02"  # pdfium's sign for a hyphen at the end of a line; in whole texts it gives U+FFFE
WIDE_GAP = 0.9  # of the height of the letters
_WIDER = 1.7  # times the usual gap of the line, which in justified text may be wide itself
_LOWER = 0.6  # of their height: letters standing so much lower are on another line
SIGN = re.compile(r"[•‣▪▫●○◦■□–—*·➢➤✓\uf0b7\uf0a7-]")
NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?")  # behind that sign pdfium gives no end of a line
_LINE = re.compile(r"[^\r\n]+")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_NO_LETTERS = re.compile("[\x00\x01\x03-\x1f\x7f-\x9f\ufffe\uffff]")


Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line. `size` is the height of its letters; `column` the edges that its neighbours keep to."""

    words: tuple[Word, ...]
    base: float
    size: float
    bold: bool
    page: int
    column: tuple[float, float] = (0.0, 0.0)
    kind: str = ""

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(word.text for word in self.words).replace(f"{HYPHEN} ", "-")

    @property
    def listed(self) -> bool:
        """Tell whether it opens with a bullet or the number of a point."""
        return len(self.words) > 1 and is_marker(self.words[0])


def is_marker(word: Word) -> bool:
    """Tell whether a word is a bullet or the number of a point."""
    return SIGN.fullmatch(word.text) is not None or NUMBER.fullmatch(word.text) is not None


def printed_lines(text_page: PdfTextPage, page: int, bounds: Bounds) -> list[Line]:
    """Return the lines of a page in the order of the file, turned upright, each parted at its wide gaps.

    What lies outside the `bounds` of the page (left, bottom, right, top) cannot be seen and is left out: some programs
    draw the same line on two pages and cut it off by the edge of one.
    """
    count = pdfium.FPDFText_CountChars(text_page)
    characters = _characters(text_page, count) if count > 0 else ""
    turns = _turns(text_page, characters)
    measure = _Measure(text_page, turns, bounds)
    return [
        part
        for match in _LINE.finditer(characters)
        for line in _upright_lines(measure, match.group(), match.start(), page)
        for part in parted(line)
    ]


def parted(line: Line) -> Iterator[Line]:
    """Part a line at gaps that are wide for it, but not behind a bullet or a number."""
    gaps = [two.left - one.right for one, two in pairwise(line.words)]
    wide = max(WIDE_GAP * line.size, _WIDER * median(gaps)) if len(gaps) > 1 else WIDE_GAP * line.size
    start = 0
    for place, gap in enumerate(gaps, start=1):
        marker = place == start + 1 and is_marker(line.words[start])
        if gap > wide and not marker:
            yield replace(line, words=line.words[start:place])
            start = place
    yield replace(line, words=line.words[start:])


def parted_at(line: Line, place: float) -> list[Line]:
    """Part a line at a gutter that runs through one of its gaps."""
    for number, (one, two) in enumerate(pairwise(line.words), start=1):
        if one.right <= place <= two.left and two.left - one.right > WIDE_GAP * line.size:
            return [replace(line, words=line.words[:number]), replace(line, words=line.words[number:])]
    return [line]


def _characters(text_page: PdfTextPage, count: int) -> str:
    """Return one character for each that pdfium numbers, so that places in the text are its numbers."""
    buffer = (c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    if written == count and not any(0xD800 <= unit < 0xE000 for unit in buffer):
        return "".join(map(chr, buffer[:count]))
    units = (pdfium.FPDFText_GetUnicode(text_page, place) for place in range(count))
    return "".join(chr(unit) if unit < 0x110000 and not 0xD800 <= unit < 0xE000 else "\ufffd" for unit in units)


def _turns(text_page: PdfTextPage, characters: str) -> int:
    """Return by how many quarters most letters are turned; of a long page only some are asked."""
    step = max(1, len(characters) // 50)
    angles = (pdfium.FPDFText_GetCharAngle(text_page, place) for place in range(0, len(characters), step))
    quarters = Counter(round(angle / (pi / 2)) % 4 for angle in angles if angle >= 0)
    return max(quarters, key=lambda turn: quarters[turn], default=0)


def _upright_lines(measure: _Measure, characters: str, start: int, page: int) -> Iterator[Line]:
    """Give what pdfium takes for a line, parted where the letters stand lower or begin again on the left."""
    words: list[Word] = []
    places: list[tuple[float, int]] = []
    last = 0.0
    for match in _WORD.finditer(characters):
        text = _NO_LETTERS.sub("", match.group().replace("\ufffe", HYPHEN))
        first = start + match.start()
        left, right, low, high = measure.span(first, start + match.end() - 1)
        if words and text and (abs(low - last) > _LOWER * high or left < words[-1].left):
            yield _line(measure, words, places, page)
            words, places = [], []
        if text and measure.is_on_the_page():
            words.append(Word(text, left, right))
            places.append((high, first))
            last = low
    if words:
        yield _line(measure, words, places, page)


def _line(measure: _Measure, words: list[Word], places: list[tuple[float, int]], page: int) -> Line:
    """Return the words as a line. It stands and is as high as its usual word; `places` have a height and a letter."""
    size, usual = sorted(places)[len(places) // 2]
    bold = all(measure.is_bold(place) for _, place in (places[0], places[len(places) // 2], places[-1]))
    return Line(tuple(words), measure.base(usual), max(size, 1.0), bold, page)


class _Measure:
    """Asks pdfium for the places of letters, as they are when the page is held upright."""

    def __init__(self, text_page: PdfTextPage, turns: int, bounds: Bounds) -> None:
        self._bounds = bounds
        self._page = text_page
        self._turns = turns
        self._box = pdfium.FS_RECTF()

    def span(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Return where a word begins and ends along its line, how far down its last letter reaches, and its height."""
        left, right = self._sides(first)
        if last > first:
            other_left, other_right = self._sides(last)
            left, right = min(left, other_left), max(right, other_right)
        box = self._box
        low, high = ((-box.bottom, -box.top), (-box.left, -box.right), (box.top, box.bottom), (box.right, box.left))[
            self._turns
        ]
        return left, right, low, abs(high - low)

    def is_on_the_page(self) -> bool:
        """Tell whether the letter asked for last is, for the most part, on the page."""
        box, (left, bottom, right, top) = self._box, self._bounds
        return bool(left <= (box.left + box.right) / 2 <= right and bottom <= (box.bottom + box.top) / 2 <= top)

    def base(self, place: int) -> float:
        """Return how far down a letter stands."""
        x, y = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(self._page, place, byref(x), byref(y))
        return float((-y.value, -x.value, y.value, x.value)[self._turns])

    def is_bold(self, place: int) -> bool:
        """Tell by the font's name whether a letter is bold."""
        name = (c_char * 100)()
        pdfium.FPDFText_GetFontInfo(self._page, place, name, 100, c_int())
        return _BOLD.search(name.value) is not None

    def _sides(self, place: int) -> tuple[float, float]:
        pdfium.FPDFText_GetLooseCharBox(self._page, place, byref(self._box))
        box = self._box
        return (
            (box.left, box.right),
            (-box.top, -box.bottom),
            (-box.right, -box.left),
            (box.bottom, box.top),
        )[self._turns]
