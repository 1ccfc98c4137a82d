"""A made report of sixty pages, and the same as a file of each kind: what goes in must come out, word for word."""

from __future__ import annotations

import html
import io
import random
import zipfile
from dataclasses import dataclass

import docx
import odfdo

WORDS_IN_USE = """
the council of a county in agreed to pool budget care team said that money would follow people rather than
buildings while ward staff asked who decides and when board member trust hospital clinic nurse year plan was put off
again because nobody had counted beds some partners left meeting early others stayed until evening risk shared
"""
WORDS = WORDS_IN_USE.split()
ODD = (
    "😀",
    "👩‍⚕️",
    "£5m",
    "naïve",
    "e\u0301",
    "a\u00a0b",
    "שלום",
    "“pooled”",
    "‘so-called’",
    "—",
    "50 %",
    "R&D",
    "<b>",
    "{x}",
    "C:\\new",
)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, what it is, and for a row of a table its cells."""

    text: str
    kind: str = "paragraph"
    cells: tuple[str, ...] = ()


def made_report(seed: int = 7, sections: int = 37) -> list[Paragraph]:
    """Return about 680 paragraphs of varied lengths."""
    chance = random.Random(seed)
    report = [Paragraph("Pooled budgets: a made report", "title")]
    for number in range(1, sections + 1):
        report.append(Paragraph(f"{number} {_words(chance, 3, 7)}", "heading"))
        report += [Paragraph(_sentences(chance)) for _ in range(chance.randint(9, 12))]
        report += [Paragraph(f"{_words(chance, 4, 20)} ({place})", "item") for place in range(chance.randint(3, 5))]
        report += [Paragraph(f"“{_sentences(chance)}”") for _ in range(2)]
        if number % 5 == 0:
            rows = [tuple(_words(chance, 1, 3) for _ in range(3)) for _ in range(4)]
            report += [Paragraph("\t".join(row), "row", row) for row in rows]
    return report


def _words(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(least, most))).capitalize()


def _sentences(chance: random.Random) -> str:
    sentences = [
        f"{_words(chance, 5, 30)} {chance.choice(ODD)} {chance.choice(WORDS)}." for _ in range(chance.randint(1, 6))
    ]
    return " ".join(sentences)


NOTES = ("A note on beds, counted by hand.", "Another note: “see below” 😀.")
"""The footnotes, which stand on the first two plain paragraphs."""


def expected(report: list[Paragraph]) -> list[str]:
    """Return the lines of the text: footnote numbers in place, the notes last."""
    lines, left = [], len(NOTES)
    for paragraph in report:
        number = len(NOTES) - left + 1
        noted = left and paragraph.kind == "paragraph"
        lines.append(f"{paragraph.text}[{number}]" if noted else paragraph.text)
        left -= bool(noted)
    return [*lines, *(f"[{number}] {note}" for number, note in enumerate(NOTES, start=1))]


def plain(report: list[Paragraph]) -> list[str]:
    """Return the lines of the text without footnotes."""
    return [paragraph.text for paragraph in report]


def as_word(report: list[Paragraph]) -> bytes:
    """Write the report with python-docx."""
    document = docx.Document()
    styles = {"heading": "Heading 1", "item": "List Bullet", "title": "Title", "paragraph": "Normal"}
    table = None
    for paragraph in report:
        if paragraph.kind == "row":
            table = table or document.add_table(0, len(paragraph.cells))
            for cell, text in zip(table.add_row().cells, paragraph.cells, strict=True):
                cell.text = text
            continue
        table = None
        document.add_paragraph(paragraph.text, style=styles[paragraph.kind])
    return saved(document)


def as_open_document(report: list[Paragraph]) -> bytes:
    """Write the report with odfdo, footnotes too."""
    document = odfdo.Document("text")
    document.body.clear()
    notes = list(NOTES)
    rows: list[tuple[str, ...]] = []
    for paragraph in [*report, Paragraph("", "end")]:
        if rows and paragraph.kind != "row":
            table = odfdo.Table("Table", width=len(rows[0]), height=len(rows))
            for place, row in enumerate(rows):
                table.set_row_values(place, list(row), cell_type="string")
            document.body.append(table)
            rows = []
        if paragraph.kind == "row":
            rows.append(paragraph.cells)
        elif paragraph.kind == "heading":
            document.body.append(odfdo.Header(1, paragraph.text))
        elif paragraph.kind == "item":
            document.body.append(odfdo.List([paragraph.text]))
        elif paragraph.kind != "end":
            made = odfdo.Paragraph(paragraph.text, style="Title" if paragraph.kind == "title" else "Standard")
            if notes and paragraph.kind == "paragraph":
                made.append(odfdo.Note("footnote", note_id=f"n{len(notes)}", citation="1", body=notes.pop(0)))
            document.body.append(made)
    return saved(document)


def as_page(report: list[Paragraph]) -> str:
    """Write the report as a web page."""
    tags = {"title": "h1", "heading": "h2", "item": "li", "paragraph": "p"}
    parts, inside = [], ""
    for paragraph in report:
        around = {"item": "ul", "row": "table"}.get(paragraph.kind, "")
        if around != inside:
            parts += [f"</{inside}>" if inside else "", f"<{around}>" if around else ""]
            inside = around
        if paragraph.kind == "row":
            parts.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in paragraph.cells) + "</tr>")
        else:
            tag = tags[paragraph.kind]
            parts.append(f"<{tag}>{html.escape(paragraph.text)}</{tag}>")
    title = html.escape(report[0].text)
    return f"<html><head><title>{title}</title></head><body>\n" + "\n".join(parts) + "\n</body></html>"


def as_e_book(report: list[Paragraph], chapters: int = 6) -> bytes:
    """Write the report as an e-book of several pages."""
    length = -(-len(report) // chapters)
    pages = [as_page(report[start : start + length]) for start in range(0, len(report), length)]
    return e_book({f"text/c{number}.xhtml": page for number, page in enumerate(pages)}, report[0].text)


def e_book(pages: dict[str, str], title: str = "A book", extra: dict[str, str] | None = None) -> bytes:
    """Write pages as an e-book, in their order."""
    items = "".join(
        f'<item id="i{place}" href="{path}" media-type="application/xhtml+xml"/>' for place, path in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{place}"/>' for place in range(len(pages)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{html.escape(title)}</dc:title><dc:creator>A made writer</dc:creator><dc:date>2016-05-19</dc:date>"
        f"</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OEBPS/content.opf": package}
    parts |= {
        f"OEBPS/{path}": '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        + page.replace("<html>", '<html xmlns="http://www.w3.org/1999/xhtml">', 1)
        for path, page in pages.items()
    }
    return zipped(parts | (extra or {}))


def as_rich_text(report: list[Paragraph]) -> bytes:
    """Write the report as Rich Text: headings by their level, bullets and tables as Word writes them, footnotes."""
    parts, notes = [], list(NOTES)
    for paragraph in report:
        if paragraph.kind == "row":
            cells = "".join(f"{rich(cell)}\\cell " for cell in paragraph.cells)
            parts.append(f"\\trowd\\cellx3000\\cellx6000\\cellx9000\\pard\\intbl {cells}\\row")
            continue
        style = {"title": "\\s15 ", "heading": "\\s1\\outlinelevel0 ", "item": "{\\listtext\\f3\\'b7\\tab}"}
        note = (
            "{\\super\\chftn}{\\footnote {\\super\\chftn} " + rich(notes.pop(0)) + "}"
            if (notes and paragraph.kind == "paragraph")
            else ""
        )
        parts.append(f"\\pard\\plain {style.get(paragraph.kind, '')}{rich(paragraph.text)}{note}\\par")
    head = "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f3\\fcharset2 Symbol;}}"
    return (head + "{\\info{\\title " + rich(report[0].text) + "}}\n" + "\n".join(parts) + "}").encode("ascii")


def rich(text: str) -> str:
    """Write text as Rich Text does: marks escaped, what is not ASCII by its UTF-16 units."""
    written = []
    for letter in text:
        if letter in "\\{}":
            written.append(f"\\{letter}")
        elif letter.isascii():
            written.append(letter)
        else:
            units = letter.encode("utf-16-le")
            numbers = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
            written += [f"\\u{number - 0x10000 if number > 0x7FFF else number}?" for number in numbers]
    return "".join(written)


def as_web_archive(page: str) -> bytes:
    """Write a page as the browsers' file of one."""
    import quopri

    body = quopri.encodestring(page.encode()).decode("ascii")
    return (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/report\r\nSubject: Saved\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--B"\r\n\r\n'
        "----B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
        "----B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://example.org/report\r\n\r\n{body}\r\n----B--\r\n"
    ).encode("ascii")


def as_mail(text: str, subject: str = "A made report") -> bytes:
    """Write text as an e-mail."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"] = "A Made Writer <writer@example.org>", subject
    message["Date"] = "Thu, 19 May 2016 10:00:00 +0100"
    message.set_content(text)
    return message.as_bytes()


def zipped(parts: dict[str, str]) -> bytes:
    """Pack parts into a zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def saved(document: object) -> bytes:
    """Return the bytes that a library saves."""
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()
