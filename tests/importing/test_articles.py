"""An analyst drops files and folders: what can be read goes in, the rest is one line each."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from importing.hostile_inputs import good_files

from annotator.importing.articles import read_articles
from annotator.importing.read_records import Block, FailedFile, ReadArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def test_a_folder_is_read_by_name_with_the_folders_in_it(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/two.md", "b/One.txt", "a.txt", ".hidden.txt", "~$lock.docx"):
        (tmp_path / name).write_text(f"The text of {name}.")
    articles = list(read_articles([tmp_path]))
    assert [article.path for article in articles] == [
        str(tmp_path / name) for name in ("a.txt", "b/One.txt", "b/two.md", "c.txt")
    ]


def test_a_bad_file_is_one_line_and_the_others_go_in(
    tmp_path: Path, written: Callable[..., Path], word_file: Callable[..., bytes]
) -> None:
    good = word_file("The board met.")
    written("1.docx", good)
    written("2.docx", good[: len(good) // 2])
    written("3.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    written("4.html", "<p>The council met.</p>")
    written("5.xyz", "what is this")
    written("6.txt", "")
    found = list(read_articles([tmp_path, tmp_path / "missing\nfile.txt"]))
    texts = {item.file: item.text for item in found if isinstance(item, ReadArticle)}
    failures = [item for item in found if isinstance(item, FailedFile)]
    assert texts == {"1.docx": "The board met.", "4.html": "The council met."}
    assert len(failures) == 5
    for failure in failures:
        assert "\n" not in failure.why
        assert failure.why.startswith(failure.path.rsplit(os.sep, 1)[-1])
        assert failure.why.endswith(".")
        assert "; " in failure.why


def test_the_original_bytes_and_the_name_without_ending_are_kept(written: Callable[..., Path]) -> None:
    path = written("A note.v2.txt", b"\xef\xbb\xbfOne line.\r\nAnother.\r")
    (article,) = read_articles([path])
    assert article == ReadArticle(
        path=str(path),
        file="A note.v2.txt",
        title="A note.v2",
        text="One line.\nAnother.\n",
        original=b"\xef\xbb\xbfOne line.\r\nAnother.\r",
        encoding="UTF-8",
        blocks=(Block(start=0, end=9), Block(start=10, end=18)),
    )


def test_an_article_of_every_kind_goes_in_with_its_parts(tmp_path: Path) -> None:
    files = good_files()
    for ending, data in files.items():
        (tmp_path / f"a{ending.upper()}").write_bytes(data)
    articles = list(read_articles([tmp_path]))
    assert len(articles) == len(files)
    for article in articles:
        assert isinstance(article, ReadArticle)
        assert "met" in article.text
        assert article.original == files[Path(article.path).suffix.lower()]
        first = article.blocks[0]
        assert article.text[first.start : first.end] in {"The board", "The board met.", "# The board"}


def test_a_kind_that_is_not_read_is_told_which_are(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (failure,) = read_articles([tmp_path])
    assert isinstance(failure, FailedFile)
    assert failure.why.startswith(
        "old.doc is of a kind that is not read, so it was left out; save it as one of these: "
    )
    for ending in good_files():
        assert ending in failure.why


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text("Once.")
    (inner / "back").symlink_to(tmp_path, target_is_directory=True)
    (inner / "nowhere.txt").symlink_to(inner / "gone")
    (inner / "self.txt").symlink_to(inner / "self.txt")
    found = list(read_articles([tmp_path]))
    assert [item.path for item in found if isinstance(item, ReadArticle)] == [str(inner / "a.txt")]
    assert len(found) == 3


def test_a_file_deep_below_a_hundred_folders_is_reached(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["d"] * 100)
    folder.mkdir(parents=True)
    (folder / "deep.txt").write_text("Deep.")
    (article,) = read_articles([tmp_path])
    assert isinstance(article, ReadArticle)
    assert article.text == "Deep."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and devices among the files")
def test_what_is_no_ordinary_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s.txt"))
        found = list(read_articles([tmp_path, Path("/dev/zero")]))
    assert [type(item) for item in found] == [FailedFile] * 3


@pytest.fixture
def closed() -> Iterator[Path]:
    """Make a folder that nobody but an administrator may enter, within one that all may."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = Path(name, "closed")
        folder.mkdir()
        (folder / "a.txt").write_text("Secret.")
        folder.chmod(0)
        yield folder
        folder.chmod(0o700)


@pytest.fixture
def ordinary_account(closed: Path) -> Iterator[None]:
    """Let go of the rights of an administrator, who may read everything."""
    if sys.platform == "win32":
        pytest.skip("permissions are different there")
    account = os.geteuid()
    if account == 0:
        os.seteuid(65534)
    yield
    os.seteuid(account)


@pytest.mark.usefixtures("ordinary_account")
def test_what_the_analyst_may_not_read_is_one_line(closed: Path) -> None:
    folder, file = read_articles([closed, closed / "a.txt"])
    assert isinstance(folder, FailedFile)
    assert isinstance(file, FailedFile)
    assert folder.why.startswith(
        "The folder closed could not be opened (Permission denied), so nothing in it was read; "
    )
    assert file.why.startswith("a.txt could not be opened (Permission denied), so it was not read; ")


@pytest.mark.parametrize("name", ["spaces.txt", "spaces.html", "spaces.docx", "spaces.md"])
def test_two_gigabytes_of_nothing_are_refused_unread(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(2_000_000_000)
    (failure,) = read_articles([tmp_path])
    assert isinstance(failure, FailedFile)
    assert "larger than 50 MB" in failure.why


def test_a_name_that_is_no_unicode_can_still_be_stored(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Coffee.")
    (article,) = read_articles([tmp_path])
    assert isinstance(article, ReadArticle)
    assert article.file == "caf\ufffd.txt"
    assert article.path.encode("utf-8")


def test_progress_counts_to_the_end_and_cancelling_stops_the_reading(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Text {number}.")
    told: list[tuple[int, int]] = []
    list(read_articles([tmp_path], progress=lambda done, total: told.append((done, total))))
    assert told == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    read: list[object] = []
    for article in read_articles([tmp_path], cancelled=lambda: len(read) == 2):
        read.append(article)  # noqa: PERF402
    assert len(read) == 2


def test_the_real_articles_are_read_code_point_for_code_point() -> None:
    folder = os.environ.get("ANNOTATOR_REAL_ARTICLES", "")
    if not folder:
        pytest.skip("ANNOTATOR_REAL_ARTICLES names no folder")
    articles = list(read_articles([Path(folder)]))
    files = sorted(Path(folder).glob("*.txt"))
    assert len(articles) == len(files)
    for article, path in zip(articles, files, strict=True):
        assert isinstance(article, ReadArticle)
        assert article.text == path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        assert article.title == path.stem or article.title in article.text[:200]
    assert sum(article.title == path.stem for article, path in zip(articles, files, strict=True)) == 4  # type: ignore[union-attr]
