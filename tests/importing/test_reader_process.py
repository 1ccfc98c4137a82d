"""A file that hangs or kills its reader costs that file only; the next one is read."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from annotator.importing.articles import read_articles
from annotator.importing.read_records import FailedFile, ReadArticle
from annotator.importing.reader_process import ReaderProcess, ReadingCancelled
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def endless() -> str:
    """The body of a Word file within all limits that takes a reader very long: half a million paragraphs."""
    return "".join(f"<w:p><w:r><w:t>{number * 7919 % 100_003}</w:t></w:r></w:p>" for number in range(500_000))


def test_one_process_serves_a_batch(word_file: Callable[..., bytes]) -> None:
    with ReaderProcess() as process:
        assert process.process_id is None
        first = process.read(word_file("One."), name="a.docx", ending=".docx")
        running = process.process_id
        second = process.read(b"<title>T</title><p>Two \xf0\x9f\x98\x80", name="b.html", ending=".html")
        assert process.process_id == running
    assert (first.text, second.text, second.title) == ("One.", "Two 😀", "T")


def test_a_file_that_takes_too_long_is_one_line_and_the_next_is_read(
    tmp_path: Path, word_file: Callable[..., bytes], endless: str
) -> None:
    (tmp_path / "1.docx").write_bytes(word_file("x", body=endless))
    (tmp_path / "2.docx").write_bytes(word_file("The board met."))
    slow, good = read_articles([tmp_path], seconds=3)
    assert isinstance(slow, FailedFile)
    assert slow.why.startswith("1.docx took longer than 3 seconds, so it was not read; ")
    assert isinstance(good, ReadArticle)
    assert good.text == "The board met."


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_a_file_that_needs_too_much_memory_is_one_line(word_file: Callable[..., bytes], endless: str) -> None:
    with ReaderProcess(memory=200_000_000) as process:
        with pytest.raises(CannotRead, match=r"too large or too deeply nested|made the reader stop"):
            process.read(word_file("x", body=endless), name="a.docx", ending=".docx")
        assert process.read(word_file("Next."), name="b.docx", ending=".docx").text == "Next."


def test_a_reader_that_is_killed_is_started_again(word_file: Callable[..., bytes], endless: str) -> None:
    slow = word_file("x", body=endless)
    with ReaderProcess() as process:
        process.read(word_file("One."), name="a.docx", ending=".docx")
        running = process.process_id
        assert running is not None

        def kill_while_reading() -> bool:
            os.kill(running, signal.SIGTERM)
            return False

        with pytest.raises(CannotRead, match=r"b\.docx made the reader stop"):
            process.read(slow, name="b.docx", ending=".docx", cancelled=kill_while_reading)
        assert process.read(word_file("Two."), name="c.docx", ending=".docx").text == "Two."
        assert process.process_id != running


def test_cancelling_does_not_wait_for_the_file(word_file: Callable[..., bytes], endless: str) -> None:
    asked: list[int] = []
    with ReaderProcess() as process, pytest.raises(ReadingCancelled):
        process.read(
            word_file("x", body=endless),
            name="a.docx",
            ending=".docx",
            cancelled=lambda: bool(asked.append(1)) or len(asked) > 3,
        )


def test_a_word_file_nested_without_end_is_a_sentence(word_file: Callable[..., bytes]) -> None:
    body = "<w:p>" + "<w:smartTag>" * 5_000 + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * 5_000 + "</w:p>"
    with ReaderProcess() as process:
        with pytest.raises(CannotRead, match="so it was not read"):
            process.read(word_file("x", body=body), name="a.docx", ending=".docx")
        assert process.read(b"<p>Next", name="b.html", ending=".html").text == "Next"


def test_modules_in_the_folder_we_are_in_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("lxml.py", "json.py", "mammoth.py"):
        (tmp_path / name).write_text("print('hostile')\nraise SystemExit(3)\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with ReaderProcess() as process:
        assert process.read(b"<p>One", name="a.html", ending=".html").text == "One"
