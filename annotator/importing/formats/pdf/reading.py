"""What a PDF says: its running text in paragraphs, with pages, headings, footnotes and what pages repeat."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from annotator.importing.formats.pdf.columns import in_reading_order, with_wide_edges
from annotator.importing.formats.pdf.hyphens import Hyphens
from annotator.importing.formats.pdf.page_edges import with_footnotes, without_edges
from annotator.importing.formats.pdf.paragraphs import paragraphs_of
from annotator.importing.formats.pdf.properties import title_of, told_by
from annotator.importing.read_records import Block, ReadText
from annotator.model.blocks import PAGE
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfDocument

    from annotator.importing.formats.pdf.paragraphs import Paragraph
    from annotator.importing.formats.pdf.printed_lines import Line

MOST_PAGES = 3_000
_HEADING = 1.12  # times the size of the running text
_LONGEST_HEADING = 250
_LONGEST_BOLD = 120
_BROKEN_SIGNS = re.compile("[\ufffd\ue000-\uf8ff]")
_MOST_BROKEN = 0.2
_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85]+")


def read_pdf(data: bytes, name: str) -> ReadText:
    """Return the text of a PDF, one line a paragraph; a word parted at a line's end is joined where that is sure.

    Raises CannotRead for what is no PDF, damaged, locked, of more than 3,000 pages, or without letters.
    """
    document = _opened(data, name)
    try:
        pages, pictures = _pages(document, name)
        told = told_by(document)
    finally:
        document.close()
    if not any(pages):
        raise CannotRead(_no_letters(name, pictures))
    heads, bodies, feet = without_edges(pages)
    body_size = _usual_size([line for lines in bodies for line in lines])
    ordered = [
        line
        for head, body, foot in zip(heads, bodies, feet, strict=True)
        for line in (*head, *with_footnotes(in_reading_order(body), body_size), *foot)
    ]
    text, blocks = _written(with_wide_edges(ordered), body_size)
    return ReadText(
        title=title_of(told, text, blocks), text=text, notes=_notes(pages, pictures, text), blocks=blocks, told=told
    )


def _opened(data: bytes, name: str) -> PdfDocument:
    import pypdfium2

    if b"%PDF-" not in data[:1024]:
        raise CannotRead(f"{name} is no PDF in spite of its name, so it was not read; save it from its own program.")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            message = f"{name} is protected by a password, so it was not read; save it without one, then import it."
            raise CannotRead(message) from None
        message = f"{name} is damaged or cut short, so it was not read; open it in its own program and save it again."
        raise CannotRead(message) from None
    pages = len(document)
    if not 0 < pages <= MOST_PAGES:
        document.close()
        why = "has no pages" if pages <= 0 else f"has more than {MOST_PAGES:,} pages"
        what = (
            "check that it is the right file" if pages <= 0 else "save the pages that you need as a file of their own"
        )
        raise CannotRead(f"{name} {why}, so it was not read; {what}.")
    return document


def _pages(document: PdfDocument, name: str) -> tuple[list[list[Line]], list[int]]:
    """Return the lines of each page, and the numbers of those that show something but no letters."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    from annotator.importing.formats.pdf.printed_lines import printed_lines

    pages: list[list[Line]] = []
    pictures: list[int] = []
    broken = 0
    for number in range(1, len(document) + 1):
        lines: list[Line] = []
        try:
            page = document[number - 1]
            text_page = page.get_textpage()
            lines = printed_lines(text_page, number, page.get_cropbox())
            if not lines and pdfium.FPDFPage_CountObjects(page) > 0:
                pictures.append(number)
            text_page.close()
            page.close()
        except pypdfium2.PdfiumError:
            broken += 1
        pages.append(lines)
    if broken == len(document):
        message = f"{name} is damaged, none of its pages could be read; open it in its own program and save it again."
        raise CannotRead(message)
    return pages, pictures


def _no_letters(name: str, pictures: Sequence[int]) -> str:
    if pictures:
        return f"{name} holds pictures of pages and no letters: run text recognition first, then import what it makes."
    return f"{name} holds no text, so there is nothing to code; check that it is the right file."


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _written(lines: Sequence[Line], body_size: float) -> tuple[str, tuple[Block, ...]]:
    """Write paragraph after paragraph, each a line, and say of each what it is and where it goes on on another page."""
    hyphens = Hyphens([line.text for line in lines])
    paragraphs = paragraphs_of(lines)
    levels = _levels(paragraphs, body_size)
    written: list[str] = []
    blocks: list[Block] = []
    at = 0
    for paragraph in paragraphs:
        text = _text(paragraph, hyphens)
        if not text:
            continue
        kind, level = _kind(paragraph, text, levels)
        blocks.append(Block(start=at, end=at + len(text), kind=kind, level=level, page=paragraph[0].page))
        blocks += [
            Block(start=at + start, end=at + len(text), kind=PAGE, page=page)
            for start, page in _page_breaks(paragraph, text, hyphens)
        ]
        written.append(text)
        at += len(text) + 1
    return "\n".join(written), tuple(blocks)


def _page_breaks(paragraph: Paragraph, text: str, hyphens: Hyphens) -> Iterator[tuple[int, int]]:
    """Yield where in its text a paragraph goes on on another page, and on which; a parted word is on the first one."""
    at, first = 0, 0
    for number, (before, after) in enumerate(pairwise(paragraph), start=1):
        if before.page == after.page:
            continue
        above = _text(paragraph[first:number], hyphens)
        last = at + len(above) - 1
        at = last + (not above or text[last : last + 1] == above[-1])  # else the hyphen at its end went
        space = text.find(" ", at)
        if space >= 0:
            yield space + 1, after.page
        at, first = at + (text[at : at + 1] == " "), number


def _text(paragraph: Paragraph, hyphens: Hyphens) -> str:
    text = hyphens.joined([line.text for line in paragraph])
    return _SPACES.sub(" ", canonical(text.replace("\x02", "-"))).strip(" ")


def _kind(paragraph: Paragraph, text: str, levels: dict[tuple[float, bool], int]) -> tuple[str, int]:
    first = paragraph[0]
    if first.kind:
        return first.kind, 0
    level = levels.get(_style(paragraph), 0)
    most = _LONGEST_HEADING if level and _style(paragraph)[0] else _LONGEST_BOLD
    if level and len(text) <= most and re.search(r"[^\W\d_]", text):
        return "heading", level
    return ("list item" if first.listed else "paragraph"), 0


def _levels(paragraphs: Sequence[Paragraph], body_size: float) -> dict[tuple[float, bool], int]:
    """Return the level of each style that is larger than the running text, or bold where that is not."""
    text = Counter(bool(line.bold) for paragraph in paragraphs for line in paragraph)
    styles = {_style(paragraph) for paragraph in paragraphs if not paragraph[0].kind}
    larger = {style for style in styles if style[0] > _HEADING * body_size}
    bold = (
        {style for style in styles if style[1] and abs(style[0] - body_size) < 0.5}
        if text[False] > text[True]
        else set()
    )
    ranked = sorted(larger | bold, key=lambda style: (-style[0], not style[1]))
    return {style: min(rank, 6) for rank, style in enumerate(ranked, start=1)}


def _style(paragraph: Paragraph) -> tuple[float, bool]:
    return round(max(line.size for line in paragraph) * 2) / 2, all(line.bold for line in paragraph)


def _notes(pages: Sequence[Sequence[Line]], pictures: Sequence[int], text: str) -> tuple[str, ...]:
    notes = []
    if pictures:
        which = (
            f"Page {pictures[0]:,} shows" if len(pictures) == 1 else f"{len(pictures):,} of {len(pages):,} pages show"
        )
        notes.append(f"{which} pictures and no letters, which were not read; run text recognition to read them too.")
    if len(_BROKEN_SIGNS.findall(text)) > _MOST_BROKEN * len(text):
        notes.append("Many letters of this PDF do not say which they are; compare the text with the pages.")
    return tuple(notes)
