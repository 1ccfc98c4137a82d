"""Articles come in: files and folders, known texts skipped, failures told, the JSON as specified."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import docx
from children import posix

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from cli.calling import Annotator, Listed

KEYS = [
    "id",
    "title",
    "publication",
    "author",
    "published",
    "characters",
    "text_sha256",
    "file",
    "codings",
    "link",
    "groups",
    "fields",
]


def test_every_kind_of_file_comes_in(annotator: Annotator, listed: Listed, project: Path, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("From a word file.")
    word.save(str(tmp_path / "w.docx"))
    (tmp_path / "m.md").write_text("# A heading\n\nText *here*.", encoding="utf-8")
    (tmp_path / "h.html").write_text("<title>A page</title><p>Words &amp; more</p>", encoding="utf-8")
    answer = annotator("import", project, *(tmp_path / name for name in ("w.docx", "m.md", "h.html")), "--json",
                       "--coder", "Ann")  # fmt: skip
    assert answer.code == 0, answer.err
    assert set(answer.document) == {"imported", "skipped", "failed"}
    articles = {article["id"]: article for article in listed(project, "articles", "--text")}
    for one in answer.document["imported"]:
        assert list(one) == ["id", "title", "file", "characters", "zones", "quotations"]
        assert one["zones"] == one["quotations"] == 0
        assert one["characters"] == len(articles[one["id"]]["text"])
        assert one["title"] == articles[one["id"]]["title"]
        assert one["file"].endswith(articles[one["id"]]["file"])
    assert [one["file"] for one in answer.document["imported"]] == [
        str(tmp_path / name) for name in ("w.docx", "m.md", "h.html")
    ]
    assert "Text *here*." in articles[answer.document["imported"][1]["id"]]["text"]


def test_a_list_gives_null_for_what_is_unknown_and_the_text_when_asked(listed: Listed, project: Path) -> None:
    first, second = listed(project, "articles")
    assert list(first) == KEYS
    assert (first["title"], first["file"], first["characters"], first["codings"]) == ("first", "first.txt", 61, 0)
    assert [first[name] for name in ("publication", "author", "published")] == [None, None, None]
    assert listed(project, "articles", "--text")[1] == {**second, "text": "Money follows the plan.\n"}


def test_the_same_again_is_skipped_and_said(annotator: Annotator, project: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_bytes(b"\xef\xbb\xbfMoney follows the plan.\r\n")
    answer = annotator("import", project, tmp_path / "first.txt", tmp_path / "copy.txt", "--json", "--coder", "Ann")
    assert answer.code == 0
    assert answer.document["imported"] == answer.document["failed"] == []
    assert [one["file"] for one in answer.document["skipped"]] == [
        str(tmp_path / "first.txt"), str(tmp_path / "copy.txt"),
    ]  # fmt: skip
    assert "“second”" in answer.document["skipped"][1]["why"]
    assert "Imported 0, skipped 2, failed 0." in answer.err


def test_a_bad_file_does_not_keep_the_others_out(
    annotator: Annotator, listed: Listed, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "third.txt").write_text("A third.", encoding="utf-8")
    (tmp_path / "sheet.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "blank.txt").write_text(" \n ", encoding="utf-8")
    names = ("third.txt", "sheet.xls", "blank.txt", "thrid.txt")
    answer = annotator("import", project, *(tmp_path / name for name in names), "--json", "--coder", "Ann")
    assert answer.code == 1
    assert len(answer.document["imported"]) == 1
    assert [one["file"] for one in answer.document["failed"]] == [str(tmp_path / name) for name in names[1:]]
    for one in answer.document["failed"]:
        assert one["why"] in answer.err
    assert "Nearest there: “third.txt”" in answer.document["failed"][2]["why"]
    assert len(listed(project, "articles")) == 3


def test_when_nothing_comes_in_the_answer_still_tells_why(annotator: Annotator, project: Path) -> None:
    answer = annotator("import", project, "gone.txt", "--json", "--coder", "Ann")
    assert answer.code == 2
    assert answer.document["imported"] == []
    assert [one["file"] for one in answer.document["failed"]] == ["gone.txt"]
    empty = annotator("import", project, "", "--coder", "Ann")
    assert empty.code == 2
    assert "empty name" in empty.err


def test_a_folder_is_read_by_name_with_what_lies_below(
    annotator: Annotator, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = tmp_path / "some articles" / "Ärzte"
    below.mkdir(parents=True)
    (tmp_path / "some articles" / "b.txt").write_text("b", encoding="utf-8")
    (tmp_path / "some articles" / "A.txt").write_text("a", encoding="utf-8")
    (below / "c.txt").write_text("c", encoding="utf-8")
    (below / ".hidden.txt").write_text("d", encoding="utf-8")
    (below / "picture.png").write_bytes(b"\x89PNG")
    monkeypatch.chdir(tmp_path)
    answer = annotator("import", project, "some articles", "--json", "--coder", "Ann")
    assert answer.code == 1
    assert [one["file"] for one in answer.document["imported"]] == [
        os.path.join("some articles", name) for name in ("A.txt", "b.txt", os.path.join("Ärzte", "c.txt"))
    ]
    assert [os.path.basename(one["file"]) for one in answer.document["failed"]] == ["picture.png"]
    (tmp_path / "nothing").mkdir()
    assert annotator("import", project, "nothing", "--coder", "Ann").code == 0


@posix
def test_links_in_a_circle_and_strange_names_end_well(
    annotator: Annotator, listed: Listed, project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "linked"
    folder.mkdir()
    (folder / "up").symlink_to("..", target_is_directory=True)
    (folder / "two\nlines.txt").write_text("two lines", encoding="utf-8")
    with open(os.fsencode(folder) + b"/bytes\xff.txt", "wb") as file:
        file.write(b"bytes")
    answer = annotator("import", project, folder, "--json", "--coder", "Ann")
    assert "Traceback" not in answer.err
    titles = {article["title"] for article in listed(project, "articles")}
    assert {"two\ufffdlines", "bytes\ufffd"} <= titles


def test_an_import_is_one_step(annotator: Annotator, listed: Listed, project: Path) -> None:
    answer = annotator("undo", project, "--coder", "Ann", "--json")
    assert answer.document == {"steps": ["Undo Import 2 articles"]}
    assert listed(project, "articles") == []
    assert annotator("redo", project, "--coder", "Ann").code == 0
    assert [article["title"] for article in listed(project, "articles")] == ["first", "second"]
