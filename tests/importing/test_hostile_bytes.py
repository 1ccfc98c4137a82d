"""Whatever bytes a file holds, each reader gives a text that can be stored, or one sentence."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importing.hostile_inputs import ANY, good_files, hostile

from annotator.importing.articles import read_articles
from annotator.importing.codings_file import read_codings
from annotator.importing.formats.clipboard import read_clipboard_html, read_clipboard_text
from annotator.importing.formats.endings import reader_of
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
PIECES_OF_TABLES = """
path name,parent article,code,start,end " , ; \x00 a>b 5 \ufeff { } {"article":1} \\ level~1,level~2
"""
TABLE = st.lists(st.sampled_from([*PIECES_OF_TABLES.split(), "\n", "\r", "\t"])).map("".join)


def as_bytes(text: str) -> bytes:
    return text.replace("~", " ").encode()


def sentence_or(read: Callable[[], object]) -> object:
    """Return what was read, or the sentence that says why not, which is never more than one line."""
    try:
        return read()
    except CannotRead as error:
        return error.sentence


def assert_sound(read: ReadText | ReadArticle) -> None:
    """Text, title and facts can be stored; each block has text, within the whole, without white space at its ends."""
    assert read.text == canonical(read.text)
    assert read.text.encode("utf-8").decode("utf-8") == read.text
    assert "\n" not in read.title
    read.title.encode("utf-8")
    for block in read.blocks:
        shown = read.text[block.start : block.end]
        assert 0 <= block.start < block.end <= len(read.text)
        assert block.kind == "mark" or shown.strip(" \t\n") == shown
    for fact in read.told:
        assert fact.value
        assert "\n" not in fact.value
        fact.value.encode("utf-8")


@pytest.mark.parametrize("ending", good_files())
def test_any_bytes_are_a_text_or_a_sentence(ending: str, long_run: bool) -> None:
    @settings(MANY, max_examples=20_000 if long_run else 200)
    @given(hostile(ending))
    def reads(data: bytes) -> None:
        read = sentence_or(lambda: reader_of(ending)(data, "a"))
        if isinstance(read, ReadText):
            assert_sound(read)
        else:
            assert re.fullmatch("a .+[.]", str(read))

    reads()


@MANY
@given(st.text() | hostile(".html").map(lambda data: data.decode("utf-8", "surrogateescape")))
def test_anything_may_be_pasted(pasted: str) -> None:
    for reader in (read_clipboard_html, read_clipboard_text):
        read = sentence_or(lambda reader=reader: reader(pasted))
        if isinstance(read, ReadText):
            assert_sound(read)


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
    endings = tuple(good_files())
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
