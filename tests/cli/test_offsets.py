"""text[start:end] is what was coded, in every list and export, whatever stands before it."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest

if TYPE_CHECKING:
    from cli.calling import Annotator, Listed, Rows

TEXTS = {
    "emoji.txt": "\U0001f600\U0001f1ec\U0001f1e7 The board agreed \U0001f468\u200d\U0001f469 to it.",
    "space.txt": "In\u00a02015\u00a0the board\u00a0agreed \u2013 at \u00a35m.\u2028Again\u0085here\x0cthere.",
    "lines.txt": "One line.\r\nThe second\rline.\r\n\r\nThe third.",
    "hebrew.txt": "\u05d4\u05de\u05d5\u05e2\u05e6\u05d4  (CCG) \u05d4\u05d7\u05dc\u05d9\u05d8\u05d4, 2015.",
    "signs.html": "<p>A &lt;b&gt; &amp; \u201cquote\u201d</p><p>then \U0001f3e5 more</p>",
}
CANONICAL = {"lines.txt": "One line.\nThe second\nline.\n\nThe third."}


def words(text: str) -> list[tuple[int, int]]:
    """Return where the words stand, found by hand: neither white space nor the middle of a joined emoji."""
    found, start = [], None
    for at, character in enumerate(text + " "):
        if character.isspace():
            if start is not None:
                found.append((start, at))
            start = None
        elif start is None:
            start = at
    return found


def code_words(annotator: Annotator, listed: Listed, project: Path, rows: Rows) -> dict[str, str]:
    """Code every word of every article and return the texts by article."""
    codes = [code["path"] for code in listed(project, "codes")]
    texts = {article["id"]: article["text"] for article in listed(project, "articles", "--text")}
    file = rows(
        *(
            {"article": article, "code": codes[at % len(codes)], "start": start, "end": end}
            for article, text in texts.items()
            for at, (start, end) in enumerate(words(text))
        )
    )
    answer = annotator("code", project, file, "--json", "--coder", "Ann")
    assert (answer.code, answer.document["moved"], answer.document["failed"]) == (0, [], [])
    return texts


def assert_all_agree(annotator: Annotator, listed: Listed, project: Path, texts: dict[str, str], folder: Path) -> None:
    """Hold list, csv, jsonl and html against the texts."""
    codings = listed(project, "codings")
    spans = {one["id"]: (one["article"], one["start"], one["end"]) for one in codings}
    wanted = {coding: texts[article][start:end] for coding, (article, start, end) in spans.items()}
    assert {one["id"]: one["text"] for one in codings} == wanted
    for name in ("all.csv", "all.jsonl", "all.html"):
        answer = annotator("export", project, folder / name, "--context", "1")
        assert answer.code == 0, answer.err
    with (folder / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["id"]: row["text"] for row in rows} == wanted
    assert {row["id"]: (row["article_id"], int(row["start"]), int(row["end"])) for row in rows} == spans
    records = [json.loads(line) for line in (folder / "all.jsonl").read_bytes().split(b"\n") if line]
    assert {one["id"]: selected(one, "TextQuoteSelector")["exact"] for one in records} == wanted
    positions = {one["id"]: selected(one, "TextPositionSelector") for one in records}
    assert {one: (spans[one][0], at["start"], at["end"]) for one, at in positions.items()} == spans
    page = lxml.html.fromstring((folder / "all.html").read_text(encoding="utf-8"))
    shown = "".join(page.itertext())
    assert all(text in shown for text in wanted.values())


def selected(record: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(one for one in record["target"]["selector"] if one["type"] == kind)


def test_behind_emoji_no_break_spaces_line_ends_and_from_right_to_left(
    annotator: Annotator, listed: Listed, project: Path, rows: Rows, tmp_path: Path
) -> None:
    folder = tmp_path / "hard"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    assert annotator("import", project, folder, "--coder", "Ann").code == 0
    stored = {article["file"]: article["text"] for article in listed(project, "articles", "--text")}
    assert stored["emoji.txt"] == TEXTS["emoji.txt"]
    assert stored["hebrew.txt"] == TEXTS["hebrew.txt"]
    assert stored["lines.txt"] == CANONICAL["lines.txt"]
    assert stored["space.txt"] == TEXTS["space.txt"].replace("\u2028", "\n")
    texts = code_words(annotator, listed, project, rows)
    assert_all_agree(annotator, listed, project, texts, tmp_path)
    assert annotator("check", project, "--json").document["ok"]


def test_on_the_real_articles(annotator: Annotator, listed: Listed, project: Path, rows: Rows, tmp_path: Path) -> None:
    real = os.environ.get("ANNOTATOR_REAL_ARTICLES")
    if not real:
        pytest.skip("ANNOTATOR_REAL_ARTICLES names no folder")
    files = sorted(Path(real).glob("*.txt"))
    answer = annotator("import", project, *files, "--json", "--coder", "Ann")
    assert (answer.code, len(answer.document["imported"])) == (0, len(files))
    stored = {article["file"]: article["text"] for article in listed(project, "articles", "--text")}
    for file in files:
        assert stored[file.name] == file.read_bytes().decode("utf-8").replace("\r\n", "\n")
    texts = code_words(annotator, listed, project, rows)
    assert_all_agree(annotator, listed, project, texts, tmp_path)
    assert annotator("undo", project, "--coder", "Ann").code == 0
    assert listed(project, "codings") == []
