"""An e-mail reads as its reader saw it: its words, not its machinery; its headers are the facts."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from annotator.importing.formats.mail import read_mail
from annotator.importing.formats.web_archive import read_web_archive
from annotator.model.errors import CannotRead


def mail(text: str = "", page: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.get("sender", "Ann Café <ann@example.org>")
    message["Subject"] = headers.get("subject", "Pooled budgets – 😀")
    message["Date"] = headers.get("date", "Thu, 19 May 2016 23:30:00 -0500")
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    return message


def test_the_words_and_the_headers_are_read() -> None:
    read = read_mail(mail("The board met.\n\n> It did?\n", "<p>Other").as_bytes(), "a.eml")
    assert read.text == "The board met.\n\n> It did?\n"
    assert read.title == "Pooled budgets – 😀"
    assert [(fact.name, fact.value, fact.where) for fact in read.told] == [
        ("title", "Pooled budgets – 😀", "the e-mail’s header “Subject”"),
        ("author", "Ann Café", "the e-mail’s header “From”"),
        ("published", "2016-05-19", "the e-mail’s header “Date”"),
    ]


def test_the_page_is_read_where_there_are_no_words() -> None:
    read = read_mail(mail(" \n", "<p>The <b>board</b> met.<p style='display:none'>no").as_bytes(), "a.eml")
    assert read.text == "The board met."
    assert read.blocks[0].path == "p"


def test_attachments_are_named_and_not_read() -> None:
    message = mail("The board met.\n")
    message.add_attachment(b"no", maintype="application", subtype="pdf", filename="minutes é.pdf")
    message.add_attachment("no", filename="notes.txt")
    read = read_mail(message.as_bytes(), "a.eml")
    assert read.text == "The board met.\n"
    assert read.notes == ("Attachments not read: minutes é.pdf, notes.txt.",)


@pytest.mark.parametrize(("delsp", "first"), [("no", "One long line."), ("yes", "One longline.")])
def test_lines_that_a_program_broke_are_joined(delsp: str, first: str) -> None:
    head = f"From: ann@example.org\nContent-Type: text/plain; format=flowed; delsp={delsp}\n\n"
    assert read_mail(f"{head}One long \nline.\n> a \n-- \nAnn".encode(), "a.eml").text == f"{first}\n> a \n-- \nAnn"


@pytest.mark.parametrize("date", ["nonsense", "Thu, 99 May 2016 10:00:00 +0100", "", "Thu, 19 May 2016 10:00:00 +9999"])
def test_a_date_that_is_none_is_not_guessed(date: str) -> None:
    told = read_mail(f"From: ann@example.org\nDate: {date}\n\nText".encode(), "a.eml").told
    assert [(fact.name, fact.value) for fact in told] == [("author", "ann@example.org")]


def test_the_encoding_is_the_declared_one() -> None:
    data = b"From: a@example.org\nContent-Type: text/plain; charset=windows-1251\n\n\xe4\xe0"
    read = read_mail(data, "a.eml")
    assert (read.text, read.encoding) == ("да", "Windows-1251")


@pytest.mark.parametrize(
    ("data", "why"), [(b"just text", "is no e-mail"), (b"%PDF-1.4", "is a PDF"), (b"", "is no e-mail")]
)
def test_what_is_no_e_mail_is_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(CannotRead, match=why):
        read_mail(data, "a.eml")


def test_a_web_archive_is_the_page_it_starts_with() -> None:
    part = (
        "--b\nContent-Type: text/html; charset=utf-8\nContent-ID: <{0}>\nContent-Location: https://example.org/{0}\n\n"
    )
    head = "Subject: Saved\nSnapshot-Content-Location: https://example.org/x\n"
    kind = 'Content-Type: multipart/related; boundary=b; start="<main>"\n\n'
    pages = part.format("advert") + "<p>no\n" + part.format("main") + "<p>The board met.</p>\n--b--\n"
    data = head + kind + pages
    read = read_web_archive(data.encode(), "a.mhtml")
    assert read.text == "The board met."
    assert [(fact.name, fact.value) for fact in read.told] == [
        ("link", "https://example.org/x"), ("link", "https://example.org/main"), ("title", "Saved"),
    ]  # fmt: skip
    with pytest.raises(CannotRead, match="holds no web page"):
        read_web_archive(b"Subject: x\n\ntext", "a.mhtml")
