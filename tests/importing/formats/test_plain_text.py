"""Texts come in every encoding; each is read as its writer meant it, and what could not be is said."""

from __future__ import annotations

import codecs

import pytest

from annotator.importing.encodings import ENCODINGS
from annotator.importing.formats.plain_text import read_markdown, read_plain_text
from annotator.model.errors import CannotRead

SENTENCE = "Café £5 “pooled” – 😀 naïve"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode(), "UTF-8"),
        (codecs.BOM_UTF8 + SENTENCE.encode(), "UTF-8"),
        (codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), "UTF-16 LE"),
        (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "UTF-16 BE"),
        (codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"), "UTF-32 LE"),
        (codecs.BOM_UTF32_BE + SENTENCE.encode("utf-32-be"), "UTF-32 BE"),
        (SENTENCE.replace("😀", "").encode("cp1252"), "Windows-1252"),
    ],
)
def test_the_encoding_is_found_and_named(data: bytes, encoding: str) -> None:
    read = read_plain_text(data, "a.txt")
    assert read.encoding == encoding
    assert read.text == (SENTENCE.replace("😀", "") if encoding == "Windows-1252" else SENTENCE)
    assert read.notes == ()


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known(codec: str) -> None:
    assert read_plain_text("A longer plain sentence.".encode(codec), "a.txt").text == "A longer plain sentence."


def test_bytes_that_stand_for_nothing_are_replaced_and_said() -> None:
    read = read_plain_text(b"caf\xe9 \x81 and \x9d.", "a.txt")
    assert read.text == "café \ufffd and \ufffd."
    assert read.notes == ("2 places could not be read as Windows-1252 and show as \ufffd; check the encoding.",)


def test_line_ends_become_lf_and_nothing_else_changes() -> None:
    text = "a\r\nb\rc\u2028d\u2029e\x00f\u00a0g\x0bh\x0ci\x85j\u0301 e\u200d \t  \n\n"
    assert read_plain_text(text.encode(), "a.txt").text == "a\nb\nc\nd\nef\u00a0g\x0bh\x0ci\x85j\u0301 e\u200d \t  \n\n"


def test_a_lone_surrogate_in_utf_16_is_replaced() -> None:
    read = read_plain_text(codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00", "a.txt")
    assert read.text == "a\ufffdb"
    assert len(read.notes) == 1


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        (b"%PDF-1.7 text", "a PDF"),
        (b"PK\x03\x04", "a zip file or an Office file"),
        (bytes(range(256)) * 40, "no readable text"),
        (b"\x00" * 5000, "no readable text"),
    ],
)
def test_a_picture_renamed_to_txt_is_refused_with_a_sentence(data: bytes, what: str) -> None:
    with pytest.raises(CannotRead, match=what):
        read_plain_text(data, "a.txt")


@pytest.mark.parametrize("encoding", sorted(ENCODINGS))
def test_the_analyst_may_choose_another_encoding(encoding: str) -> None:
    said = "The board met.\nIt agreed."
    for reader in (read_plain_text, read_markdown):
        read = reader(said.encode(ENCODINGS[encoding]), "a.txt", encoding)
        assert (read.text, read.encoding, read.notes) == (said, encoding, ())


def test_a_chosen_encoding_reads_the_same_bytes_anew() -> None:
    data = "да, £5".encode("cp1251", "replace")
    assert read_plain_text(data, "a.txt").encoding == "Windows-1252"
    assert read_plain_text(data, "a.txt", "Windows-1251").text == "да, ?5"
    assert read_plain_text(codecs.BOM_UTF8 + b"a", "a.txt", "UTF-8").text == "a"
    wrong = read_plain_text("caf\u00e9".encode("cp1252"), "a.txt", "UTF-8")
    assert wrong.text == "caf\ufffd"
    assert wrong.notes == ("1 place could not be read as UTF-8 and show as \ufffd; check the encoding.",)


def test_each_line_is_a_block_whatever_letters_stand_before() -> None:
    text = "\n  😀 a\u00a0b \n\t\ne\u0301 שלום\n👩‍⚕️"
    read = read_plain_text(text.encode(), "a.txt")
    assert [read.text[block.start : block.end] for block in read.blocks] == ["😀 a\u00a0b", "e\u0301 שלום", "👩‍⚕️"]


def test_markdown_keeps_its_marks() -> None:
    text = "---\nx: y\n---\n```\n# not this\n```\n## Nor this\n# The *title* #\n\n- [link](http://example.org)\n"
    read = read_markdown(text.encode(), "a.md")
    assert read.text == text
    assert read.title == "The *title*"
