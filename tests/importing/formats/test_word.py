"""A Word file reads as Word shows it with all changes accepted, and what is left out is said."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.text import WD_BREAK

from annotator.importing.formats.word import read_word
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable

RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
TRACKED = " w:id='1' w:author='A' w:date='2020-01-01T00:00:00Z'"
NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def test_sixty_paragraphs_come_back_exactly(word_file: Callable[..., bytes]) -> None:
    paragraphs = [
        f"{number}.  Two  spaces,\ta tab, a no-break\u00a0space, “marks” – £{number} & <b>😀</b> e\u0301 שלום\u200f."
        for number in range(60)
    ]
    read = read_word(word_file(*paragraphs), "a.docx")
    assert read.text.split("\n") == paragraphs
    assert read.notes == ()


def test_insertions_are_kept_deletions_left_out_and_both_are_said(word_file: Callable[..., bytes]) -> None:
    body = (
        "<w:p>" + RUN.format("The board ")
        + f"<w:ins{TRACKED}>" + RUN.format("gladly ") + "</w:ins>"
        + f"<w:del{TRACKED}><w:r><w:delText>never </w:delText></w:r></w:del>"
        + f"<w:moveTo{TRACKED}>" + RUN.format("met") + "</w:moveTo>"
        + f"<w:moveFrom{TRACKED}>" + RUN.format("parted") + "</w:moveFrom>"
        + f"<w:r><w:rPr><w:ins{TRACKED}/></w:rPr><w:t>.</w:t></w:r></w:p>"
    )  # fmt: skip
    read = read_word(word_file("Next.", body=body), "a.docx")
    assert read.text == "The board gladly met.\nNext."
    assert read.notes == ("Tracked changes: 2 insertions kept, 2 deletions left out.",)


def test_footnotes_stand_at_the_end_behind_their_number(word_file: Callable[..., bytes]) -> None:
    namespace = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    note = "<w:footnote w:id='{0}'><w:p><w:r><w:footnoteRef/></w:r>" + RUN.format(" Note {0}.") + "</w:p></w:footnote>"
    reference = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
    body = "<w:p>" + RUN.format("One") + reference.format(5) + RUN.format(" two") + reference.format(3) + "</w:p>"
    parts = {"word/footnotes.xml": f"<w:footnotes {namespace}>{note.format(3)}{note.format(5)}</w:footnotes>"}
    read = read_word(word_file("Last paragraph.", body=body, parts=parts), "a.docx")
    assert read.text == "One[1] two[2]\nLast paragraph.\n[1] Note 5.\n[2] Note 3."
    assert read.notes == ("2 footnotes at the end of the text.",)


def test_tables_lists_and_breaks_are_lines() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row in range(2):
        for column in range(2):
            table.cell(row, column).text = f"{row}{column}"
    document.add_paragraph("A point", style="List Bullet")
    paragraph = document.add_paragraph("One")
    for kind, text in ((WD_BREAK.LINE, "two"), (WD_BREAK.PAGE, "three")):
        paragraph.add_run().add_break(kind)
        paragraph.add_run(text)
    assert read_word(saved(document), "a.docx").text == "00\t01\n10\t11\nA point\nOne\ntwo\nthree"


def test_the_title_is_what_the_file_calls_so_or_an_early_heading() -> None:
    titled, headed, late = docx.Document(), docx.Document(), docx.Document()
    titled.add_paragraph("Draft")
    titled.add_heading("The report", 0)
    headed.add_paragraph("19 May 2016")
    headed.add_heading("Pooled budgets", 1)
    for document in (titled, headed):
        document.add_paragraph("Text.")
    for _ in range(9):
        late.add_paragraph("Text.")
    late.add_heading("Annex", 1)
    titles = [read_word(saved(document), "a.docx").title for document in (titled, headed, late)]
    assert titles == ["The report", "Pooled budgets", ""]


def test_what_word_holds_and_we_cannot_read_is_said(word_file: Callable[..., bytes]) -> None:
    read = read_word(word_file("A.", body="<w:p><w:ruby>" + RUN.format("x") + "</w:ruby></w:p>"), "a.docx")
    assert read.notes == ("Parts that could not be read and were left out: w:ruby; compare with the file in Word.",)


def test_fields_and_old_line_breaks_are_read(word_file: Callable[..., bytes]) -> None:
    field = "<w:fldSimple w:instr='DATE'>" + RUN.format("&lt;w:cr 5 May") + "</w:fldSimple>"
    read = read_word(word_file("A.", body="<w:p>" + field + "<w:r><w:cr/><w:t>next</w:t></w:r></w:p>"), "a.docx")
    assert read.text == "<w:cr 5 May\nnext\nA."
    assert read.notes == ()


def test_a_style_map_inside_the_file_cannot_hide_text(word_file: Callable[..., bytes]) -> None:
    read = read_word(word_file("Seen.", parts={"mammoth/style-map": "p => !"}), "a.docx")
    assert read.text == "Seen."


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Word format or has a password"),
        (b"plain text", "is no Word file in spite of its name"),
        (b"%PDF-1.4", "is a PDF in spite of its name"),
        (b"PK\x03\x04 and then nothing", "damaged or cut short"),
    ],
)
def test_what_is_no_word_file_is_refused_with_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(CannotRead, match=why):
        read_word(data, "a.docx")


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml"])
def test_a_broken_part_is_a_sentence(word_file: Callable[..., bytes], part: str) -> None:
    with pytest.raises(CannotRead, match="open it in Word and save it again"):
        read_word(word_file("A.", parts={part: "<w:broken"}), "a.docx")


W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


def test_hidden_text_is_left_out_and_said(word_file: Callable[..., bytes]) -> None:
    hidden = "<w:r><w:rPr><w:vanish{}/></w:rPr><w:t>{}</w:t></w:r>"
    styled = "<w:r><w:rPr><w:rStyle w:val='Secret'/></w:rPr><w:t>by style</w:t></w:r>"
    styles = (
        f"<w:styles {W}><w:style w:type='character' w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    )
    shown = hidden.format(" w:val='0'", " shown")
    body = "<w:p>" + RUN.format("One") + hidden.format("", "no") + shown + styled + "</w:p>"
    body += "<w:p>" + hidden.format("", "all of it") + "</w:p>"
    read = read_word(word_file("Two.", body=body, parts={"word/styles.xml": styles}), "a.docx")
    assert read.text == "One shown\nTwo."
    assert read.notes == ("3 hidden pieces of text left out, as Word does not show it.",)


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ("<w:pPr><w:pStyle w:val='Secret'/></w:pPr><w:r><w:t>Hidden by its style.</w:t></w:r>", False),
        ("<w:pPr><w:pStyle w:val='Below'/></w:pPr><w:r><w:t>By the style above.</w:t></w:r>", False),
        ("<w:pPr><w:pStyle w:val='Open'/></w:pPr><w:r><w:t>Open again.</w:t></w:r>", True),
        ("<w:pPr><w:pStyle w:val='Circle'/></w:pPr><w:r><w:t>In a circle.</w:t></w:r>", True),
        ("<w:pPr><w:pStyle w:val='Secret'/></w:pPr><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Not me.</w:t></w:r>",
         True),
        ("<w:pPr><w:pStyle w:val='Secret'/></w:pPr><w:r><w:rPr><w:rStyle w:val='Hush'/></w:rPr><w:t>Both.</w:t></w:r>",
         True),
        ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Only the mark of its end.</w:t></w:r>", True),
    ],
)  # fmt: skip
def test_what_the_style_of_a_paragraph_hides_is_left_out_and_said(
    word_file: Callable[..., bytes], settings: str, shown: bool
) -> None:
    style = "<w:style w:type='{}' w:styleId='{}'>{}</w:style>"
    hides = "<w:rPr><w:vanish/></w:rPr>"
    styles = "".join([
        f"<w:styles {W}>", style.format("paragraph", "Secret", hides), style.format("character", "Hush", hides),
        style.format("paragraph", "Below", "<w:basedOn w:val='Secret'/>"),
        style.format("paragraph", "Open", "<w:basedOn w:val='Below'/><w:rPr><w:vanish w:val='false'/></w:rPr>"),
        style.format("paragraph", "Circle", "<w:basedOn w:val='Circle'/>"), "</w:styles>",
    ])  # fmt: skip
    read = read_word(word_file("Two.", body=f"<w:p>{settings}</w:p>", parts={"word/styles.xml": styles}), "a.docx")
    assert (read.text != "Two.") == shown
    assert bool(read.notes) != shown


def test_running_heads_and_feet_stand_last_once_and_apart() -> None:
    document = docx.Document()
    document.add_paragraph("The board met.")
    section = document.sections[0]
    section.header.paragraphs[0].text = "The Report"
    section.footer.paragraphs[0].text = "Page 3 of 12"
    section.footer.add_paragraph("Not for release")
    document.add_section().header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "The Report"
    read = read_word(saved(document), "a.docx")
    assert read.text == "The board met.\nThe Report\nNot for release"
    assert [block.kind for block in read.blocks] == ["paragraph", "page head", "page foot"]
    assert read.notes == ("What runs at the head or foot of the pages stands once, at the end of the text.",)


def test_the_properties_are_told_with_their_place() -> None:
    document = docx.Document()
    document.add_heading("The report", 0)
    document.core_properties.author = "A Writer"
    document.core_properties.title = "A template"
    document.core_properties.created = datetime(2016, 5, 19, 10, tzinfo=UTC)
    told = read_word(saved(document), "a.docx").told
    assert [(fact.name, fact.value, fact.where) for fact in told] == [
        ("title", "The report", "the paragraph in the style Title, or an early heading"),
        ("title", "A template", "the Word file’s properties, “title”"),
        ("author", "A Writer", "the Word file’s properties, “creator”"),
    ], "when a file was made is not when its article was published"


def test_each_block_is_what_word_calls_it(word_file: Callable[..., bytes]) -> None:
    document = docx.Document()
    document.add_heading("😀 Why now", 2)
    document.add_paragraph("a\u00a0b e\u0301 שלום")
    document.add_paragraph("A point", style="List Bullet")
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Year", "2015\nand on"
    read = read_word(saved(document), "a.docx")
    told = [(block.kind, block.level, read.text[block.start : block.end]) for block in read.blocks]
    assert told == [
        ("heading", 2, "😀 Why now"), ("paragraph", 0, "a\u00a0b e\u0301 שלום"), ("list item", 0, "A point"),
        ("table cell", 0, "Year"), ("table cell", 0, "2015\nand on"),
    ]  # fmt: skip
