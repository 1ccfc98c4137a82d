"""`import` takes PDFs and the rows of a table of articles; other tables are sent to their own command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from importing.formats.pdf_making import paragraphs, set_in_columns

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed


def test_rows_and_pdfs_come_in_with_what_they_tell(
    annotator: Annotator, listed: Listed, project: Path, tmp_path: Path
) -> None:
    before = len(listed(project, "articles"))
    table = tmp_path / "archive.csv"
    table.write_text(
        "Headline;Date;Source;Body\nThe lists;2019-05-13;Gazette;The board met.\nSecond;;;\n", encoding="utf-8"
    )
    (tmp_path / "report.pdf").write_bytes(set_in_columns(paragraphs(6), gap=6, heads=True).data())
    done = annotator("import", project, table, tmp_path / "report.pdf", "--coder", "Ann")
    assert done.code == 1
    assert "archive.csv: row 3 has no text in the column “Body”, so it was left out" in done.err
    row, report = listed(project, "articles")[before:]
    assert (row["title"], row["published"], row["publication"]) == ("The lists", "2019-05-13", "Gazette")
    assert report["file"] == "report.pdf"


def test_a_date_that_could_be_two_days_is_before_and_after_no_day(
    annotator: Annotator, project: Path, tmp_path: Path
) -> None:
    table, codings, scheme = tmp_path / "rows.csv", tmp_path / "codings.csv", tmp_path / "scheme.csv"
    table.write_text("Headline,Date,Body\nUnsure day,06/07/2020,The board met.\nSure day,2018-07-06,It met again.\n")
    codings.write_text("article,code,start,end\nUnsure day,Beds,0,9\nSure day,Beds,0,5\n")
    scheme.write_text("path,definition\nBeds,why\n")
    for words in (("import", project, table), ("scheme", "import", project, scheme), ("code", project, codings)):
        assert annotator(*words, "--coder", "Ann").code == 0
    out = tmp_path / "before.csv"
    assert annotator("export", project, out, "--code", "Beds", "--until", "2019-12-31").code == 0
    assert "Sure day" in out.read_text("utf-8-sig")
    assert "Unsure day" not in out.read_text("utf-8-sig")


def test_a_table_of_codings_or_a_scheme_is_sent_to_its_own_command(
    annotator: Annotator, project: Path, tmp_path: Path
) -> None:
    codings, scheme = tmp_path / "codings.csv", tmp_path / "scheme.csv"
    codings.write_text("article,code,start,end\na,b,0,5\n")
    scheme.write_text("path,definition\nA > B,why\n")
    done = annotator("import", project, codings, scheme, "--coder", "Ann")
    assert done.code == 2
    assert "annotator code PROJECT codings.csv" in done.err
    assert "annotator scheme import PROJECT scheme.csv" in done.err
