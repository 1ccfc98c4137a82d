"""Bytes go bad: on opening a sentence or normal work, the file as it was, and `check` tells of every changed record."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.errors import AnnotatorError
from annotator.model.extracts import ExtractFilter
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a project with something in every table, of some forty pages."""
    made = making.team(tmp_path_factory.mktemp("sound"))
    project = made.project
    for number in range(4):
        article = making.add_article(project, f"Number {number}. {making.TEXT} " * 30, f"Briefing {number}")
        for start in range(0, 400, 40):
            making.code(project, article, start, start + 30, made.decides)
    project.do(edits.write_note(about="project", text="ours", coder=made.ann))
    project.do(edits.finish_reading(articles=project.articles(), readings=[], coder=made.ann))
    project.undo()
    project.redo()
    project.close()
    return made.path.read_bytes()


def work_of(path: Path) -> list[object]:
    """Everything an analyst sees of a project, opened for reading."""
    with Project.open(path, read_only=True) as project:
        texts = [project.text(article.text_sha256) for article in project.articles()]
        extracts = list(project.extracts(ExtractFilter()))
        return [project.name, making.everything(project), texts, extracts, len(project.history())]


def try_out(path: Path) -> None:
    """Open it as for coding, look at everything, do something and take it back: sentences or normal work."""
    with Project.open(path) as project:
        coder, _ = project.join("Ann")
        for look in (project.codes, project.readings, project.memos, project.counts_by_code, project.text_lengths):
            look()
        project.search("board")
        list(project.extracts(ExtractFilter()))
        making.code(project, project.articles()[-1], 3, 9, project.codes()[0])
        project.undo()
        assert project.coder == coder


def wiped(page: bytearray, chance: random.Random) -> None:
    page[:] = bytes(len(page))


def garbled(page: bytearray, chance: random.Random) -> None:
    page[:] = chance.randbytes(len(page))


def one_bit(page: bytearray, chance: random.Random) -> None:
    page[chance.randrange(len(page))] ^= 1 << chance.randrange(8)


def some_bytes(page: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(page) - 40)
    page[at : at + 40] = chance.randbytes(40)


def harm(path: Path, sound: bytes, page: int, how: Callable[[bytearray, random.Random], None], seed: int) -> bytes:
    harmed = bytearray(sound)
    part = bytearray(sound[page * PAGE : (page + 1) * PAGE])
    how(part, random.Random(seed))
    harmed[page * PAGE : (page + 1) * PAGE] = part
    path.write_bytes(harmed)
    return bytes(harmed)


def quietly(act: Callable[[Path], object], path: Path) -> object:
    """Do it; None when it ends in a sentence. Anything else that is raised fails the test."""
    try:
        return act(path)
    except AnnotatorError:
        return None


@pytest.mark.parametrize("how", [wiped, garbled, one_bit, some_bytes])
def test_every_page_damaged_in_turn(tmp_path: Path, sound: bytes, how: Callable[..., None], long_run: bool) -> None:
    path = tmp_path / "evidence.annotator"
    path.write_bytes(sound)
    whole = work_of(path)
    repeats = 25 if long_run else 1
    for seed in range(repeats):
        for page in range(len(sound) // PAGE) if long_run else range(seed % 2, len(sound) // PAGE, 2):
            came = harm(path, sound, page, how, seed * 10_000 + page)
            seen = quietly(work_of, path)
            problems = quietly(check_project, path)
            assert path.read_bytes() == came
            assert [found.name for found in tmp_path.iterdir()] == [path.name]
            if seen is not None and seen != whole:
                assert problems != [], f"page {page} changed records, {how.__name__} {seed}, and check was content"
            quietly(try_out, path)
            for beside in tmp_path.iterdir():
                beside.unlink()


def test_every_byte_of_the_header_damaged_in_turn(tmp_path: Path, sound: bytes, long_run: bool) -> None:
    path = tmp_path / "evidence.annotator"
    for at in range(0, 100, 1 if long_run else 3):
        for wrong in (0x00, 0xFF, sound[at] ^ 0x01):
            came = sound[:at] + bytes([wrong]) + sound[at + 1 :]
            path.write_bytes(came)
            quietly(work_of, path)
            quietly(check_project, path)
            assert path.read_bytes() == came
            quietly(try_out, path)
            for beside in tmp_path.iterdir():
                beside.unlink()
