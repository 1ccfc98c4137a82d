"""Files made to do harm are refused in one sentence each; the article beside them goes in, and nothing is fetched."""

from __future__ import annotations

import io
import socket
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from importing import made_report as made

from annotator.importing.articles import read_articles
from annotator.importing.read_records import FailedFile, ReadArticle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REPORT = [made.Paragraph("The board met.")]
SECRET = "root:x:0:0"
EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
BILLION = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'
ZIPS: dict[str, Callable[[list[made.Paragraph]], bytes]] = {
    ".docx": made.as_word, ".odt": made.as_open_document, ".epub": made.as_e_book,
}  # fmt: skip
MAIN = {".docx": "word/document.xml", ".odt": "content.xml", ".epub": "OEBPS/text/c0.xhtml"}


def refused(tmp_path: Path, ending: str, data: bytes) -> str:
    """Read the file beside a good one; return the sentence."""
    (tmp_path / f"bad{ending}").write_bytes(data)
    (tmp_path / "good.html").write_text("<p>The council met.")
    bad, good = read_articles([tmp_path])
    assert isinstance(good, ReadArticle)
    assert good.text == "The council met."
    assert isinstance(bad, FailedFile)
    assert bad.why.startswith(f"bad{ending} ")
    assert "\n" not in bad.why
    assert "so it was not read; " in bad.why
    return bad.why


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return a zip file with one part put in or replaced."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for known in old.namelist():
            if known != name:
                new.writestr(known, old.read(known))
        new.writestr(name, content)
    return changed.getvalue()


def main_part(ending: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(ZIPS[ending](REPORT))) as archive:
        return archive.read(MAIN[ending])


@pytest.mark.parametrize("ending", ZIPS)
@pytest.mark.parametrize("declared", [EXTERNAL, BILLION])
def test_entities_reach_no_parser(tmp_path: Path, ending: str, declared: str) -> None:
    part = main_part(ending).decode().replace("<!DOCTYPE html>", "")
    head, root = part.split("?>", 1)
    hostile = f"{head}?>{declared}{root.replace('The board met.', '&e;&l9;', 1)}"
    why = refused(tmp_path, ending, with_part(ZIPS[ending](REPORT), MAIN[ending], hostile.encode()))
    assert "declares" in why


@pytest.mark.parametrize("ending", [".html", ".mhtml"])
@pytest.mark.parametrize("declared", [EXTERNAL, BILLION])
def test_a_page_with_entities_of_its_own_brings_nothing_in(tmp_path: Path, ending: str, declared: str) -> None:
    page = f"{declared}<html><p>&e;&l9; The board met.</p></html>"
    data = page.encode() if ending == ".html" else made.as_web_archive(page)
    (tmp_path / f"page{ending}").write_bytes(data)
    (read,) = read_articles([tmp_path])
    assert isinstance(read, ReadArticle)
    assert SECRET not in read.text
    assert len(read.text) < 1_000


@pytest.mark.parametrize("ending", ZIPS)
@pytest.mark.parametrize("name", ["../../outside.xml", "/etc/outside.xml", "C:\\outside.xml"])
def test_nothing_is_written_outside(tmp_path: Path, ending: str, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    assert "outside its folder" in refused(folder, ending, with_part(ZIPS[ending](REPORT), name, b"<a/>"))
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize("ending", ZIPS)
def test_a_bomb_is_not_unpacked(tmp_path: Path, ending: str) -> None:
    bomb = with_part(ZIPS[ending](REPORT), "big.xml", b" " * 50_000_000)
    assert "more than 200 times its size" in refused(tmp_path, ending, bomb)


def two_gigabytes_of_spaces() -> bytes:
    """Pack two gigabytes of spaces without ever having them: one packed piece, two thousand times."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = piece * 2_000 + b"\x03\x00"
    name = b"word/document.xml"
    sizes = struct.pack("<III", 0, len(packed), 2_000_000_000)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", len(name), 0) + name
    central = b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
    central += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local) + len(packed), 0)
    return local + packed + central + end


@pytest.mark.parametrize("ending", ZIPS)
def test_two_gigabytes_of_spaces_in_a_small_file_are_refused(tmp_path: Path, ending: str) -> None:
    data = two_gigabytes_of_spaces()
    assert len(data) < 3_000_000
    assert "more than 60 MB" in refused(tmp_path, ending, data)


@pytest.mark.parametrize("ending", [".odt", ".rtf", ".epub", ".eml", ".mhtml", ".html"])
def test_two_gigabytes_of_nothing_are_refused_unread(tmp_path: Path, ending: str) -> None:
    with (tmp_path / f"bad{ending}").open("wb") as file:
        file.truncate(2_000_000_000)
    (failure,) = read_articles([tmp_path])
    assert isinstance(failure, FailedFile)
    assert "larger than 50 MB" in failure.why


def nested(ending: str) -> bytes:
    page = "<html><body>" + "<div>" * 5_000 + "deep" + "</div>" * 5_000 + "</body></html>"
    if ending == ".odt":
        part = main_part(ending).decode()
        deep = "<text:span>" * 5_000 + "deep" + "</text:span>" * 5_000
        return with_part(ZIPS[ending](REPORT), MAIN[ending], part.replace("The board met.", deep, 1).encode())
    return {
        ".html": page.encode(),
        ".mhtml": made.as_web_archive(page),
        ".epub": made.e_book({"a.xhtml": page}),
        ".eml": b"From: a\nContent-Type: text/html\n\n" + page.encode(),
    }[ending]


@pytest.mark.parametrize("ending", [".html", ".mhtml", ".epub", ".odt", ".eml"])
def test_five_thousand_nested_tags_are_refused_and_never_cut_short(tmp_path: Path, ending: str) -> None:
    refused(tmp_path, ending, nested(ending))


def test_nested_groups_and_parts_are_read_without_recursion(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 " + b"{" * 5_000 + b"deep" + b"}" * 5_001)
    (tmp_path / "b.md").write_bytes(b"> " * 5_000 + b"deep " + b"[" * 5_000 + b"*" * 5_000)
    group, quote = read_articles([tmp_path])
    assert isinstance(group, ReadArticle)
    assert group.text == "deep"
    assert isinstance(quote, ReadArticle)
    assert "deep" in quote.text


def test_an_e_mail_of_five_thousand_boxes_in_boxes_is_a_sentence_or_its_text(tmp_path: Path) -> None:
    boxes = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5_000))
    refused(tmp_path, ".eml", b"From: a@example.org\n" + boxes + b"\ndeep")


def test_nothing_is_fetched(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        page = (
            f"<html><head><link rel='stylesheet' href='{address}/a.css'/><script src='{address}/a.js'></script>"
            f"<base href='{address}/'/></head><body><p>Text.</p><img src='{address}/a.png'/>"
            f"<iframe src='{address}/b.html'></iframe><object data='{address}/c'></object></body></html>"
        )
        (tmp_path / "a.html").write_text(f"<!DOCTYPE html SYSTEM '{address}/x.dtd'>{page}")
        (tmp_path / "b.mhtml").write_bytes(made.as_web_archive(page))
        (tmp_path / "c.epub").write_bytes(made.e_book({"a.xhtml": page}))
        field = f'{{\\field{{\\*\\fldinst{{INCLUDEPICTURE "{address}/p.png"}}}}{{\\fldrslt Text.}}}}'
        (tmp_path / "d.rtf").write_text(f"{{\\rtf1 {field}}}")
        texts = [read.text for read in read_articles([tmp_path]) if isinstance(read, ReadArticle)]
        server.setblocking(False)
        assert texts == ["Text."] * 4
        with pytest.raises(BlockingIOError):
            server.accept()
