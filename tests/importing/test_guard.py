"""A zip file made to do harm is refused before any library opens it, in one sentence, within bounds."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from annotator.importing.formats.word import read_word
from annotator.importing.guard import check_zip
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable

BOMB = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(CannotRead) as caught:
        check_zip(data, "a.docx")
    sentence = caught.value.sentence
    assert sentence.startswith("a.docx ")
    assert "so it was not read; " in sentence
    assert sentence.endswith(".")
    return sentence


def test_an_ordinary_word_file_passes(word_file: Callable[..., bytes]) -> None:
    check_zip(word_file("A."), "a.docx")


@pytest.mark.parametrize("name", ["../a.xml", "word/../../a.xml", "/etc/a.xml", "C:/a.xml", "..\\a.xml", "\\\\host\\a"])
def test_a_name_that_leads_outside_is_refused(name: str) -> None:
    assert "outside its folder" in refusal(zipped({"a.xml": b"<a/>", name: b"x"}))


def test_a_bomb_is_refused_by_its_headers() -> None:
    assert "more than 200 times" in refusal(zipped({"a.xml": b" " * 2_000_000}))
    assert "more than 60 MB" in refusal(zipped({"a.xml": b" " * 61_000_000}))
    assert "more than 2,000 parts" in refusal(zipped({f"{n}.xml": b"" for n in range(2_001)}))


def test_many_parts_that_are_each_allowed_may_not_be_too_much_together() -> None:
    part = bytes(range(256)) * 4_000 + b"\x00" * 49_000_000
    packed = {f"{n}.bin": part[: len(part) - n] for n in range(5)}
    with pytest.raises(CannotRead, match=r"200 MB|200 times"):
        check_zip(zipped(packed), "a.docx")


@pytest.mark.parametrize("claimed", [10, 999_999])
def test_headers_that_lie_about_a_size_do_not_help(claimed: int) -> None:
    data = bytearray(zipped({"a.xml": b" " * 30_000_000}))
    central = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, central + 24, claimed)
    assert "damaged" in refusal(bytes(data))


def test_headers_that_lie_about_the_packed_size_do_not_help() -> None:
    data = bytearray(zipped({"a.xml": b" " * 30_000_000}))
    central = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, central + 20, 20_000_000)
    refusal(bytes(data))


def test_a_password_is_named() -> None:
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert "password" in refusal(bytes(data))


def test_unusual_packing_is_refused() -> None:
    assert "unusual way" in refusal(zipped({"a.xml": b"<a/>" * 9}, zipfile.ZIP_LZMA))


@pytest.mark.parametrize(
    "part",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{BOMB}]><x>&l9;</x>',
        "<!-- first a comment --> \n <!DOCTYPE x SYSTEM 'http://example.org/x.dtd'><x/>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["word/document.xml", "word/_rels/document.xml.rels", "word/odd.bin"])
def test_a_document_type_is_refused_in_any_part_and_encoding(part: str, encoding: str, name: str) -> None:
    assert "declares a document type" in refusal(zipped({name: part.encode(encoding)}))


def test_a_word_file_with_an_entity_reaches_no_parser(word_file: Callable[..., bytes]) -> None:
    part = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    with pytest.raises(CannotRead, match="document type"):
        read_word(word_file("A.", parts={"word/document.xml": part}), "a.docx")


def test_every_cut_of_a_file_is_refused(word_file: Callable[..., bytes]) -> None:
    data = word_file("A.")
    for length in range(0, len(data), len(data) // 50):
        refusal(data[:length])
