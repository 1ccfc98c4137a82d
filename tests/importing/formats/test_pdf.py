"""A PDF reads in whole paragraphs, in their order, however it is set; what is no PDF is one line."""

from __future__ import annotations

import io
import os
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing.formats.pdf_making import HEIGHT, Pdf, broken, paragraphs, score, set_in_columns, written
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

from annotator.importing.articles import read_articles
from annotator.importing.formats.pdf.reading import read_pdf
from annotator.importing.read_records import FailedFile, ReadArticle, ReadText
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

MANY = settings(max_examples=int(os.environ.get("ANNOTATOR_HOSTILE_EXAMPLES", "200")), deadline=None)


def blocks_of(read: ReadText, *kinds: str) -> list[str]:
    return [read.text[block.start : block.end] for block in read.blocks if block.kind in kinds]


def body_of(read: ReadText) -> list[str]:
    beside = ("page head", "page foot", "page")
    return [read.text[block.start : block.end] for block in read.blocks if block.kind not in beside]


def why_not(data: bytes) -> str:
    with pytest.raises(CannotRead) as refused:
        read_pdf(data, "a.pdf")
    return refused.value.sentence


@pytest.mark.parametrize(
    ("layout", "least"),
    [
        ({"gap": 6}, 0.98),
        ({"indent": 2}, 0.99),
        ({"indent": 2, "hyphens": True, "justified": True}, 0.99),
        ({"hyphens": True, "justified": True}, 0.93),
        ({}, 0.85),
        ({"columns": 2, "gap": 5, "heads": True}, 0.97),
        ({"columns": 2, "size": 8, "indent": 2, "hyphens": True, "justified": True, "heads": True}, 0.99),
        ({"columns": 2, "size": 8, "hyphens": True, "justified": True, "heads": True}, 0.90),
    ],
    ids=lambda value: " ".join(value) or "ragged, no gaps" if isinstance(value, dict) else "",
)
def test_paragraphs_come_back_whole_however_they_are_set(layout: dict[str, Any], least: float) -> None:
    texts = paragraphs(400)
    pdf = set_in_columns(texts, **layout)
    read = read_pdf(pdf.data(), "a.pdf")
    assert min(score(body_of(read), texts)) >= least
    heads = len(pdf.pages) if layout.get("heads") else 0
    assert len(blocks_of(read, "page head")) == len(blocks_of(read, "page foot")) == heads


@pytest.mark.parametrize("style", ["", "text-align:justify", "margin:0;text-indent:20px"])
def test_sixty_printed_pages_come_back_in_paragraphs(qtbot: QtBot, style: str) -> None:
    texts = paragraphs(1_000)
    read = read_pdf(printed("".join(f'<p style="{style}">{text}</p>' for text in texts)), "a.pdf")
    assert max(block.page for block in read.blocks) >= 60
    assert min(score(body_of(read), texts)) >= 0.97


def test_headings_bullets_and_tables_are_told_apart(qtbot: QtBot) -> None:
    texts = paragraphs(6)
    html = (
        f"<h1>The winter of the lists</h1><p>{texts[0]}</p><h2>What was said</h2><p>{texts[1]}</p>"
        "<p>\u2022 Beds in the north</p><p>\u2022 Pay of nurses</p>"
        "<table width='100%'><tr><td>Leeds</td><td>12 wards</td></tr><tr><td>York</td><td>7 wards</td></tr></table>"
        f"<p>{texts[2]}</p>"
    )
    read = read_pdf(printed(html), "a.pdf")
    headings = [(block.level, read.text[block.start : block.end]) for block in read.blocks if block.kind == "heading"]
    assert headings == [(1, "The winter of the lists"), (2, "What was said")]
    assert read.title == "The winter of the lists"
    assert blocks_of(read, "list item") == ["\u2022 Beds in the north", "\u2022 Pay of nurses"]
    assert blocks_of(read, "table cell") == ["Leeds", "12 wards", "York", "7 wards"]
    assert blocks_of(read, "paragraph") == texts[:3]


def printed(html: str) -> bytes:
    """Print a page as an office program would."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(300)
    document = QTextDocument()
    document.setDefaultFont(QFont("DejaVu Serif", 11))
    document.setHtml(html)
    document.print_(writer)
    del writer
    return bytes(buffer.data().data())


def test_a_paragraph_stays_whole_over_a_page_end_and_heads_feet_and_footnotes_follow_it() -> None:
    pdf = Pdf()
    text = " ".join(paragraphs(30))
    lines, notes = broken(text, 79), [note.casefold() for note in paragraphs(9, seed=2)]
    for page in (1, 2, 3):
        pdf.new_page()
        pdf.write(f"Winter report {page}", 60, 800, size=8)
        for number, line in enumerate(lines[20 * page - 20 : 20 * page]):
            pdf.write(line, 60, 760 - 12 * number)
        pdf.write(f"{page} {notes[page - 1][:60]}", 60, 100, size=7)
        pdf.write(notes[page + 3][:60], 60, 92, size=7)
        pdf.write(f"- {page} -", 280, 40, size=8)
    read = read_pdf(pdf.data(), "a.pdf")
    kinds = [(block.kind, block.page) for block in read.blocks]
    assert kinds == [
        ("page head", 1), ("paragraph", 1), ("page", 2), ("page", 3), ("footnote", 1), ("page foot", 1),
        ("page head", 2), ("footnote", 2), ("page foot", 2), ("page head", 3), ("footnote", 3), ("page foot", 3),
    ]  # fmt: skip
    assert blocks_of(read, "paragraph") == [" ".join(lines[:60])]
    assert blocks_of(read, "page") == [" ".join(lines[20:60]), " ".join(lines[40:60])]
    assert blocks_of(read, "footnote")[0] == f"1 {notes[0][:60]} {notes[4][:60]}".strip()


@pytest.mark.parametrize("sign", ["-", "\u00ad"])
def test_a_word_parted_at_a_page_end_is_on_the_page_where_it_begins(sign: str) -> None:
    pdf = Pdf()
    lines = [line.rstrip(".") for line in broken(" ".join(paragraphs(30)), 79)[:60]]
    lines[19], lines[20] = f"{lines[19]} commis{sign}", f"sioning {lines[20]}"
    for page in range(3):
        pdf.new_page()
        for number, line in enumerate(lines[20 * page : 20 * page + 20]):
            pdf.write(line, 60, 760 - 12 * number)
    read = read_pdf(pdf.data(), "a.pdf")

    second, third = (block.start for block in read.blocks if block.kind == "page")
    assert read.text[:second].endswith("sioning ")
    assert read.text[second:].startswith(lines[20].removeprefix("sioning "))
    assert read.text[third:].startswith(lines[40])


def test_a_hyphen_goes_only_where_it_surely_parts_a_word() -> None:
    pdf = Pdf()
    pdf.new_page()
    lines = [
        "The organisation of the winter plans was well-meant, and the organi-",
        "sation said so. It was a long-term plan for hospitals, a long-",
        "term view, the chair of the hospitals told the board and the Anglo-",
        "Saxon scholars who had come.",
    ]
    for number, line in enumerate(lines):
        pdf.write(line, 60, 760 - 12 * number)
    assert read_pdf(pdf.data(), "a.pdf").text == (
        "The organisation of the winter plans was well-meant, and the organisation said so. It was a long-term plan for"
        " hospitals, a long-term view, the chair of the hospitals told the board and the Anglo-Saxon scholars who had"
        " come."
    )


def test_what_lies_outside_the_page_is_not_read() -> None:
    pdf = Pdf()
    pdf.new_page()
    pdf.write("The board met.", 60, 700)
    pdf.write("Cut off.", 60, HEIGHT + 50)
    assert read_pdf(pdf.data(), "a.pdf").text == "The board met."


def test_pages_turned_on_their_side_read_the_same() -> None:
    texts = paragraphs(30)
    pdf = set_in_columns(texts, gap=6)
    upright = read_pdf(pdf.data(), "a.pdf").text
    pdf.turned = 90
    assert read_pdf(pdf.data(), "a.pdf").text == upright
    assert read_pdf(set_in_columns(texts, gap=6, sideways=True).data(), "a.pdf").text == upright


def test_the_properties_tell_title_and_author_but_no_date() -> None:
    pdf = Pdf(info={"Title": "Waiting in winter", "Author": "A. Writer", "CreationDate": "D:20190501120000Z"})
    pdf.new_page()
    pdf.write("Waiting in winter", 60, 780, size=18)
    pdf.write("The board met.", 60, 700)
    read = read_pdf(pdf.data(), "a.pdf")
    assert read.title == "Waiting in winter"
    assert [(one.name, one.value, one.where) for one in read.told] == [
        ("title", "Waiting in winter", "the file's properties"), ("author", "A. Writer", "the file's properties"),
    ]  # fmt: skip


@pytest.mark.parametrize("worthless", ["Microsoft Word - draft.doc", "untitled", "report.indd", "  "])
def test_a_title_made_by_a_program_is_none(worthless: str) -> None:
    pdf = Pdf(info={"Title": worthless, "Author": "admin"})
    pdf.new_page()
    pdf.write("The board met.", 60, 700)
    read = read_pdf(pdf.data(), "a.pdf")
    assert (read.title, read.told) == ("", ())


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ((("Two boards share one budget", 18),), "Two boards share one budget"),
        (
            (("Two boards share one budget", 22), ("What it costs", 14), ("Who decides", 14)),
            "Two boards share one budget",
        ),
        ((("What it costs", 16), ("Who decides", 16)), ""),
        ((("HEALTH WEEKLY", 30), ("Two boards share one budget", 18)), ""),
        ((("T", 40),), ""),
    ],
)
def test_the_biggest_letters_of_the_first_page_are_the_title_where_that_is_certain(
    printed: tuple[tuple[str, int], ...], title: str
) -> None:
    pdf = Pdf(info={"Title": "report.indd"})
    pdf.new_page()
    at = 790
    for words, size in printed:
        pdf.write(words, 60, at, size=size)
        for line in range(3):
            pdf.write("The board met and said that waiting lists had grown.", 60, at - 40 - 12 * line)
        at -= 120
    assert read_pdf(pdf.data(), "a.pdf").title == title


def test_pictures_of_pages_ask_for_text_recognition() -> None:
    pdf = Pdf()
    pdf.new_page()
    pdf.picture()
    assert why_not(pdf.data()) == (
        "a.pdf holds pictures of pages and no letters: run text recognition first, then import what it makes."
    )
    pdf.new_page()
    pdf.write("The board met.", 60, 700)
    assert read_pdf(pdf.data(), "a.pdf").notes == (
        "Page 1 shows pictures and no letters, which were not read; run text recognition to read them too.",
    )


def test_what_cannot_be_read_is_one_line() -> None:
    pdf = set_in_columns(paragraphs(20), gap=6)
    whole = pdf.data()
    assert re.fullmatch("a.pdf is no PDF .+", why_not(b"<html>"))
    assert re.fullmatch("a.pdf is damaged or cut short.+", why_not(b"%PDF-1.4\n" + bytes(2_000)))
    assert re.fullmatch("a.pdf (is damaged|has no pages).+", why_not(Pdf().data()))
    pdf.pages = [[]]
    assert re.fullmatch("a.pdf holds no text.+", why_not(pdf.data()))
    many = whole.replace(b"/Count %d" % whole.count(b"/Type/Page/"), b"/Count 900000000")
    assert "\n" not in str(sentence_or_text(many))


def test_a_locked_pdf_asks_for_one_without_a_password() -> None:
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (b"12" * 32, b"34" * 32)
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
             b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", b"<<>>", b"<<>>"]  # fmt: skip
    assert "password" in why_not(written(parts, lock))


SMALL = set_in_columns(paragraphs(8), columns=2, heads=True).data()


def sentence_or_text(data: bytes) -> ReadText | str:
    try:
        return read_pdf(data, "a")
    except CannotRead as error:
        return error.sentence


@MANY
@given(
    st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), max_size=30),
    st.integers(0, len(SMALL)),
    st.binary(max_size=40),
)
def test_a_mutated_pdf_is_a_text_or_a_sentence(flips: list[tuple[int, int]], cut: int, put: bytes) -> None:
    data = bytearray(SMALL)
    for place, value in flips:
        data[place] = value
    for changed in (bytes(data), bytes(data[:cut]), bytes(data[:cut] + put + data[cut:])):
        read = sentence_or_text(changed)
        if isinstance(read, ReadText):
            assert read.text == canonical(read.text)
            assert all(read.text[block.start : block.end].strip() for block in read.blocks)
            assert read.text.count("\n") == len(read.blocks) - 1
        else:
            assert re.fullmatch("a .+", read)


def test_pdfs_come_in_through_the_reader_process(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(set_in_columns(paragraphs(20), gap=6).data())
    (tmp_path / "b.pdf").write_bytes(SMALL[:200])
    good, bad = read_articles([tmp_path])
    assert isinstance(good, ReadArticle)
    assert isinstance(bad, FailedFile)
    assert sum(block.kind == "paragraph" for block in good.blocks) == 20
    assert io.StringIO(bad.why).readline() == bad.why
