"""Whatever bytes a file holds, each reader gives a text that can be stored, or one sentence."""

from __future__ import annotations

import io
import os
import re
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.importing.articles import read_articles
from annotator.importing.codings_file import read_codings
from annotator.importing.formats.html_text import read_html
from annotator.importing.formats.plain_text import read_markdown, read_plain_text
from annotator.importing.formats.word import read_word
from annotator.importing.read_records import FailedFile, ReadArticle, ReadText
from annotator.importing.scheme_csv import SchemeFile, read_scheme
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANY = settings(
    max_examples=int(os.environ.get("ANNOTATOR_HOSTILE_EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
PIECES_OF_PAGES = """
<p> </p> <br> <table> <tr> <td> </td> </table> <pre> </pre> <b~hidden> </b> <script> </script> <!-- -->
<![CDATA[ ]]> <!DOCTYPE &nbsp; &#0; &#xD800; &amp <svg> <math> <frameset> <plaintext> <template>
<select> <title> </title> <meta~charset=utf-16> <h1> \x00 \ufeff 😀 a
"""
PIECES_OF_TABLES = """
path name,parent article,code,start,end " , ; \x00 a>b 5 \ufeff { } {"article":1} \\ level~1,level~2
"""
PAGE = st.lists(st.sampled_from(PIECES_OF_PAGES.split())).map(" ".join)
TABLE = st.lists(st.sampled_from([*PIECES_OF_TABLES.split(), "\n", "\r", "\t"])).map("".join)
ANY = st.binary(max_size=400)


def as_bytes(text: str) -> bytes:
    return text.replace("~", " ").encode()


def sentence_or(read: Callable[[], object]) -> object:
    """Return what was read, or the sentence that says why not, which is never more than one line."""
    try:
        return read()
    except CannotRead as error:
        return error.sentence


def assert_sound(read: ReadText | ReadArticle) -> None:
    assert read.text == canonical(read.text)
    assert read.text.encode("utf-8").decode("utf-8") == read.text
    assert "\n" not in read.title
    read.title.encode("utf-8")


@pytest.mark.parametrize("reader", [read_plain_text, read_markdown, read_html, read_word])
def test_any_bytes_are_a_text_or_a_sentence(reader: Callable[[bytes, str], ReadText]) -> None:
    @MANY
    @given(ANY | PAGE.map(as_bytes))
    def reads(data: bytes) -> None:
        read = sentence_or(lambda: reader(data, "a"))
        if isinstance(read, ReadText):
            assert_sound(read)
        else:
            assert re.fullmatch("a .+", str(read))

    reads()


def _word_file() -> bytes:
    saved = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("The board met.")
    document.save(saved)
    small = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(small, "w") as new:
        for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
            new.writestr(name, old.read(name))
    return small.getvalue()


WORD = _word_file()


@MANY
@given(st.lists(st.tuples(st.integers(0, len(WORD) - 1), st.integers(0, 255)), min_size=1, max_size=5))
def test_a_word_file_with_flipped_bytes_is_a_text_or_a_sentence(flips: list[tuple[int, int]]) -> None:
    data = bytearray(WORD)
    for place, value in flips:
        data[place] = value
    read = sentence_or(lambda: read_word(bytes(data), "a"))
    if isinstance(read, ReadText):
        assert_sound(read)
    else:
        assert re.fullmatch("a .+", str(read))


@MANY
@given(data=ANY | TABLE.map(as_bytes))
def test_any_table_is_rows_or_a_sentence(tmp_path: Path, data: bytes) -> None:
    for name in ("a.csv", "a.jsonl"):
        path = tmp_path / name
        path.write_bytes(data)
        codings = sentence_or(lambda path=path: list(read_codings(path)))
        scheme = sentence_or(lambda path=path: read_scheme(path))
        assert isinstance(codings, list) or re.fullmatch("a.+", str(codings))
        assert isinstance(scheme, SchemeFile) or re.fullmatch("a.+", str(scheme))


@settings(MANY, max_examples=20)
@given(st.lists(ANY, min_size=1, max_size=3))
def test_a_folder_of_anything_is_read_to_its_end(tmp_path: Path, contents: list[bytes]) -> None:
    endings = (".txt", ".md", ".html", ".docx")
    paths = [tmp_path / f"{number}{ending}" for number in range(len(contents)) for ending in endings]
    for number, path in enumerate(paths):
        path.write_bytes(contents[number // len(endings)])
    found = list(read_articles(paths))
    assert [item.path for item in found] == list(map(str, paths))
    for item in found:
        if isinstance(item, FailedFile):
            assert re.fullmatch(".+", item.why)
        else:
            assert_sound(item)
