"""A report of sixty pages goes out as a file of each kind and comes back paragraph for paragraph."""

from __future__ import annotations

import itertools
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import pytest
from importing import made_report as made

from annotator.importing.formats.endings import reader_of

if TYPE_CHECKING:
    from annotator.importing.read_records import ReadText

REPORT = made.made_report()
FILES = {
    ".docx": (made.as_word(REPORT), made.plain(REPORT)),
    ".odt": (made.as_open_document(REPORT), made.expected(REPORT)),
    ".rtf": (made.as_rich_text(REPORT), made.expected(REPORT)),
    ".epub": (made.as_e_book(REPORT), made.plain(REPORT)),
    ".html": (made.as_page(REPORT).encode(), made.plain(REPORT)),
    ".mhtml": (made.as_web_archive(made.as_page(REPORT)), made.plain(REPORT)),
    ".eml": (made.as_mail("\n".join(made.plain(REPORT))), made.plain(REPORT)),
    ".txt": ("\r\n".join(made.plain(REPORT)).encode("utf-8-sig"), made.plain(REPORT)),
    ".md": ("\n\n".join(made.plain(REPORT)).encode(), made.plain(REPORT)),
}
LEAST = {".rtf": 0.98}


@pytest.fixture(scope="module")
def read() -> dict[str, ReadText]:
    return {ending: reader_of(ending)(data, f"report{ending}") for ending, (data, _) in FILES.items()}


@pytest.mark.parametrize("ending", FILES)
def test_the_paragraphs_come_back_exactly(read: dict[str, ReadText], ending: str) -> None:
    wanted = FILES[ending][1]
    lines = [line.removeprefix("•\t") for line in read[ending].text.split("\n") if line]
    same = sum(block.size for block in SequenceMatcher(None, wanted, lines, autojunk=False).get_matching_blocks())
    assert len(wanted) > 670
    assert same >= LEAST.get(ending, 0.99) * len(wanted)
    assert len(lines) <= len(wanted) * 1.01


@pytest.mark.parametrize("ending", FILES)
def test_each_block_is_a_paragraph_or_a_cell_where_it_says(read: dict[str, ReadText], ending: str) -> None:
    """Emoji, no-break spaces, combining marks and right-to-left words stand before most of the blocks."""
    text, blocks = read[ending].text, [block for block in read[ending].blocks if block.kind != "mark"]
    shown = [text[block.start : block.end].removeprefix("•\t") for block in blocks]
    cells = {cell for paragraph in REPORT for cell in paragraph.cells}
    whole = {*FILES[ending][1], *cells}
    assert sum(piece in whole for piece in shown) >= 0.99 * len(shown)
    assert len(shown) >= 0.99 * len(REPORT)
    assert all(before.end <= after.start for before, after in itertools.pairwise(blocks))


@pytest.mark.parametrize("ending", [".docx", ".odt", ".rtf", ".epub", ".html", ".mhtml"])
def test_headings_items_and_cells_are_told(read: dict[str, ReadText], ending: str) -> None:
    text = read[ending].text
    of_kind: dict[str, list[str]] = {}
    for block in read[ending].blocks:
        of_kind.setdefault(block.kind, []).append(text[block.start : block.end].removeprefix("•\t"))
    assert [line for line in of_kind["heading"] if line != REPORT[0].text] == texts("heading")
    assert of_kind["list item"] == texts("item")
    assert of_kind["table cell"] == [cell for paragraph in REPORT for cell in paragraph.cells]
    assert read[ending].title == REPORT[0].text


def texts(kind: str) -> list[str]:
    return [paragraph.text for paragraph in REPORT if paragraph.kind == kind]


@pytest.mark.parametrize("ending", [".odt", ".rtf"])
def test_footnotes_are_told(read: dict[str, ReadText], ending: str) -> None:
    text = read[ending].text
    notes = [text[block.start : block.end] for block in read[ending].blocks if block.kind == "footnote"]
    assert notes == [f"[{number}] {note}" for number, note in enumerate(made.NOTES, start=1)]
    assert read[ending].notes == ("2 footnotes at the end of the text.",)
