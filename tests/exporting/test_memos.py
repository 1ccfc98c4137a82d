"""An analyst's memos go out with the extracts, and their links tell which passage is meant."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from annotator.exporting.export import export_extracts
from annotator.exporting.options import ExportOptions
from annotator.model.memo_links import CodingLink, in_markdown, passage_link
from annotator.model.records import Memo, MemoAbout

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exporting.conftest import Desk

TEXT = "Confidential talks.\n\nAreas choose freely. Nobody is forced."
DAY = "2016-05-19T14:31:00.000Z"


def memo(number: int, about: MemoAbout, text: str, subject: str | None = None, coder: str = "coder-1") -> Memo:
    return Memo(
        id=f"m{number}", about=about, subject=subject, coder=coder, text=text, created=DAY, modified=DAY
    )  # fmt: skip


def export(desk: Desk, out: Path, *memos: Memo, **options: Any) -> Path:
    by_id = {coding.id: coding for coding in desk.codings}
    export_extracts(out, desk.source(memos=memos, coding=by_id.get), ExportOptions(**options))
    return out


@pytest.fixture
def linked(desk: Desk) -> list[Memo]:
    """Memos on project, article and code; the last links to a passage, a coding, and one that is gone."""
    desk.article(TEXT, "Whose choice?")
    coding = desk.code_words("Areas choose freely", memo="Ann: *see* the end")
    start = TEXT.index("Nobody")
    passage = in_markdown(passage_link("article-1", TEXT, start, start + 16), "Nobody is forced")
    words = f"Compare {in_markdown(CodingLink(coding.id), 'Areas choose')}\nwith {passage}; [x](annotator:coding/gone)."
    return [
        memo(1, "code", words, "code-2"), memo(2, "article", "=1+1, says Ben", "article-1", "coder-2"),
        memo(3, "project", "Rules & <b>ends</b>"),
    ]  # fmt: skip


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_table_has_the_memos_beside_it(desk: Desk, linked: list[Memo], tmp_path: Path) -> None:
    export(desk, tmp_path / "out.csv", *linked)
    rows = rows_of(tmp_path / "out.memos.csv")
    assert [(row["about"], row["title"], row["coder"]) for row in rows] == [
        ("project", "Commissioning", "Ann"), ("article", "Whose choice?", "Ben"),
        ("code", "Governance > Local choice", "Ann"),
    ]  # fmt: skip
    assert rows[2]["text"] == linked[0].text
    assert rows[2]["links"].split("\n") == [
        "“Areas choose freely” (Whose choice?, paragraph 2)", "“Nobody is forced” (Whose choice?, paragraph 2)",
        "“x” (no longer in the project)",
    ]  # fmt: skip
    manifest = json.loads((tmp_path / "out.csv.manifest.json").read_text(encoding="utf-8"))
    assert manifest["counts"]["memos"] == 3
    assert list(manifest["beside"]) == ["out.memos.csv"]
    assert "memos" not in " ".join(manifest["lost"])


def test_cells_of_memos_can_be_made_safe(desk: Desk, linked: list[Memo], tmp_path: Path) -> None:
    export(desk, tmp_path / "out.csv", *linked, safe_cells=True)
    assert rows_of(tmp_path / "out.memos.csv")[1]["text"] == "'=1+1, says Ben"


def test_json_lines_have_memos_with_the_places_of_their_links(desk: Desk, linked: list[Memo], tmp_path: Path) -> None:
    export(desk, tmp_path / "out.jsonl", *linked)
    lines = [json.loads(line) for line in (tmp_path / "out.memos.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["m3", "m2", "m1"]
    coding, passage, gone = lines[2]["links"]
    assert (coding["coding"], coding["quote"], coding["paragraph"]) == ("coding-1", "Areas choose freely", 2)
    assert TEXT[passage["start"] : passage["end"]] == passage["quote"] == "Nobody is forced"
    assert (gone["coding"], gone["article"], gone["start"]) == ("gone", None, None)


def test_without_memos_no_file_stands_beside(desk: Desk, linked: list[Memo], tmp_path: Path) -> None:
    assert linked
    export(desk, tmp_path / "out.csv")
    assert not (tmp_path / "out.memos.csv").exists()


def test_the_page_has_a_section_of_memos_whose_links_lead_to_the_extracts(
    desk: Desk, linked: list[Memo], tmp_path: Path
) -> None:
    page = html.parse(export(desk, tmp_path / "out.html", *linked), html.HTMLParser(encoding="utf-8")).getroot()
    notes = page.xpath("//section[contains(@class, 'memos')]//article")
    assert [note.get("id") for note in notes] == ["memo-m3", "memo-m2", "memo-m1"]
    assert "Rules & <b>ends</b>" in notes[0].text_content()
    words = notes[2].xpath(".//p[@class='memo']")[0].text_content()
    assert words == (
        "Compare Areas choose (“Areas choose freely”, Whose choice?, ¶\u00a02)\n"
        "with Nobody is forced (Whose choice?, ¶\u00a02); x (no longer in the project)."
    )
    assert [link.get("href") for link in notes[2].xpath(".//a")] == ["#extract-coding-1"]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "html"])
def test_without_texts_the_links_leave_out_the_quotes(
    desk: Desk, linked: list[Memo], tmp_path: Path, ending: str
) -> None:
    desk.change(desk.codings[0], memo=linked[0].text)
    export(desk, tmp_path / f"out.{ending}", *linked, without_texts=True)
    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    assert not [words for words in ("choose freely", "Nobody", "forced", "quote=") if words in written]
    assert "passage" in written


@pytest.mark.parametrize("ending", ["csv", "jsonl", "html"])
def test_coders_are_letters_in_memos_too(desk: Desk, linked: list[Memo], tmp_path: Path, ending: str) -> None:
    export(desk, tmp_path / f"out.{ending}", *linked, anonymous=True)
    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    assert not [name for name in ("Ann:", "Ann,", "Ben", ">Ann<", '"Ann"') if name in written]
    assert "says B" in written


def test_a_letter_that_is_also_a_name_is_not_changed_twice(desk: Desk, tmp_path: Path) -> None:
    desk.coder("A")
    desk.article(TEXT)
    desk.code_words("Areas choose", memo="Ann and A agree")
    page = export(desk, tmp_path / "out.html", anonymous=True).read_text(encoding="utf-8")
    assert "A and C agree" in page


def test_links_follow_a_corrected_text(desk: Desk, tmp_path: Path) -> None:
    link = passage_link("article-1", TEXT, TEXT.index("Nobody"), TEXT.index(" is forced"))
    desk.article(f"A new headline\n\n{TEXT}")
    desk.code_words("Areas choose")
    export(desk, tmp_path / "out.csv", memo(1, "project", in_markdown(link, "Nobody")))
    assert rows_of(tmp_path / "out.memos.csv")[0]["links"] == "“Nobody” (Briefing, paragraph 3)"


def test_a_coding_that_lost_its_place_is_told_with_its_old_words(desk: Desk, tmp_path: Path) -> None:
    desk.article(TEXT)
    coding = desk.code_words("Areas choose", place="lost", quote="Areas may choose")
    export(desk, tmp_path / "out.csv", memo(1, "project", in_markdown(CodingLink(coding.id), "Areas")))
    assert rows_of(tmp_path / "out.memos.csv")[0]["links"] == "“Areas may choose” (Briefing, no longer in the text)"
