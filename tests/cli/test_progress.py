"""How far each coder is with each article is listed, and that a coding was suggested is told with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model import edits
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed


def test_each_coder_of_each_article_has_a_row(coded: Path, annotator: Annotator, listed: Listed) -> None:
    assert annotator("finish", coded, "--article", "first", "--coder", "Ann").code == 0

    rows = listed(coded, "progress", "--coder", "Ann")

    assert list(rows[0]) == ["article", "title", "coder", "state", "codings", "words", "words_coded"]
    assert {row["coder"] for row in rows} == {"Ann"}
    first = next(row for row in rows if row["title"] == "first")
    assert first["state"] == "finished"
    assert 0 < first["words_coded"] < first["words"]
    assert len(listed(coded, "progress")) == len(rows) * len(listed(coded, "coders"))


def test_a_coding_tells_that_it_was_suggested(coded: Path, listed: Listed) -> None:
    with Project.open(coded) as project:
        ann, _ = project.join("Ann")
        article, code = project.articles()[0], project.codes()[-1]
        text = project.text(article.text_sha256)
        project.do(edits.accept_suggestion(article=article, text=text, start=2, end=11, code=code, coder=ann))

    assert {row["origin"] for row in listed(coded, "codings")} == {None, "suggested"}
