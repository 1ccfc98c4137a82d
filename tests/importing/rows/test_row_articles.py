"""Each row of a table becomes an article with what its columns say; what is no table of articles is one line."""

from __future__ import annotations

import io
import os
import re
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.importing.articles import read_articles
from annotator.importing.formats.sheet import read_sheet
from annotator.importing.read_records import FailedFile, ReadArticle, ReadText
from annotator.importing.rows.column_names import ColumnMapping, guess_columns, sure_columns
from annotator.importing.rows.row_articles import articles_of
from annotator.importing.rows.row_dates import day_of
from annotator.importing.rows.row_table import MOST_COLUMNS, RowTable, table_in
from annotator.model.canonical import canonical
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Written = Callable[[str, str | bytes], Path]

MANY = settings(
    max_examples=int(os.environ.get("ANNOTATOR_HOSTILE_EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
LONG = (
    "The board met and said that the lists had grown since the winter, and nobody in the room disagreed with it. " * 2
)
CELLS = [
    "text",
    "title",
    "date",
    "code",
    "start",
    "\x00",
    '"',
    "=1+1",
    "\u202e",
    "\ufeff",
    "a",
    "\n",
    ",",
    ";",
    "\t",
    "|",
]


def workbook(*rows: list[Any], sheets: tuple[str, ...] = ("Articles",)) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title in sheets:
        book.create_sheet(title)
    for row in rows:
        book.worksheets[0].append(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def articles_in(path: Path) -> list[ReadArticle]:
    found = list(read_articles([path]))
    assert not [item for item in found if isinstance(item, FailedFile)]
    return [item for item in found if isinstance(item, ReadArticle)]


def why_not(path: Path) -> str:
    (only,) = read_articles([path])
    assert isinstance(only, FailedFile)
    assert "\n" not in only.why
    return only.why


def facts(article: ReadArticle) -> dict[str, str]:
    return {one.name: one.value for one in article.told}


def test_a_newspaper_archives_table_comes_in_with_its_facts(written: Written) -> None:
    table = (
        "Export of 2 articles;;;;;;\n"
        "Überschrift;Datum;Quelle;Autor;Volltext;Link;Seite\n"
        '"Die Lage";13.05.2019;Tagblatt;A. Feder;"Der Vorstand tagte.\nEr sagte: „Ja“.";https://a.example/1;7\n'
        ";2019-05-14;Tagblatt;;Ein zweiter Text.;;8\n"
    )
    first, second = articles_in(written("archiv.csv", table.encode("cp1252")))
    assert first.text == "Der Vorstand tagte.\nEr sagte: „Ja“."
    assert first.encoding == "Windows-1252"
    assert (first.title, first.file) == ("Die Lage", "archiv.csv, row 3")
    assert facts(first) == {
        "title": "Die Lage", "published": "2019-05-13", "publication": "Tagblatt", "author": "A. Feder",
        "link": "https://a.example/1",
    }  # fmt: skip
    assert first.told[1].where == "row 3, column “Datum”"
    assert second.title == "archiv, row 4"
    assert facts(second)["published"] == "2019-05-14"
    assert "Seite" in first.original.decode()
    assert "\r\n" in first.original.decode()


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_parts_the_columns_and_the_encoding_are_found_out(written: Written, sign: str, encoding: str) -> None:
    table = f"title{sign}text\nLéa{sign}Она, a; b.\n" if encoding != "cp1252" else f"title{sign}text\nLéa{sign}One.\n"
    table = table.replace("Она, a; b.", '"Она, a; b."')
    (article,) = articles_in(written("a.csv", table.encode(encoding)))
    assert article.title == "Léa"
    assert article.text == ("One." if encoding == "cp1252" else "Она, a; b.")


def test_a_spreadsheet_gives_values_days_and_its_first_sheet(tmp_path: Path) -> None:
    rows = [
        ["Headline", "Date", "Body", "Year"],
        ["The lists", date(2019, 4, 3), "The board met.", 2019.0],
        [None, datetime(2019, 4, 3, 10, 30), "=1+1", None],
        ["Third", "3/4/2019", "It met again.", None],
    ]
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(*rows, sheets=("Articles", "Notes")))
    first, third, empty = read_articles([path])
    assert isinstance(first, ReadArticle)
    assert isinstance(third, ReadArticle)
    assert facts(first) == {"title": "The lists", "published": "2019-04-03"}
    assert first.notes == (
        "Of 2 sheets only “Articles” was read; save the others as files of their own to import them.",
    )
    assert first.original.decode().endswith("The lists,2019-04-03,The board met.,2019\r\n")
    assert facts(third)["published"] == "3/4/2019"
    assert third.notes == ("The date “3/4/2019” does not say beyond doubt which day is meant; it stays as it is.",)
    assert isinstance(empty, FailedFile)
    assert empty.why == (
        "a.xlsx: row 3 has no text in the column “Body”, so it was left out; fill it in and import again."
    )


@pytest.mark.parametrize(
    ("written_day", "day"),
    [
        ("2019-04-03", "2019-04-03"), ("2019/4/3", "2019-04-03"), ("20190403", "2019-04-03"),
        ("2019-04-03T10:30:00Z", "2019-04-03"), ("13/04/2019", "2019-04-13"), ("04/13/2019", "2019-04-13"),
        ("04.04.2019", "2019-04-04"), ("3 April 2019", "2019-04-03"), ("Wednesday, April 3, 2019", "2019-04-03"),
        ("April 3, 2019 10:30", "2019-04-03"), ("03/04/2019", ""), ("3.4.2019", ""), ("April 2019", ""), ("2019", ""),
        ("03/04/19", ""), ("2019-13-13", ""), ("31/02/2019", ""), ("3 April 2019 or 4 May 2020", ""), ("soon", ""),
    ],
)  # fmt: skip
def test_a_day_is_taken_only_where_one_can_be_meant(written_day: str, day: str) -> None:
    assert day_of(written_day) == day


def test_columns_without_known_names_are_guessed_for_the_window_but_never_sure() -> None:
    rows = "".join(f'n{number},"{LONG}{number}",https://a.example/{number}\n' for number in range(30))
    table = table_in(f"x,y,z\n{rows}".encode(), "a.csv")
    assert guess_columns(table) == ColumnMapping(text=1, link=2, sure=False)
    assert len(table.head) == 20
    with pytest.raises(CannotRead, match=r"a\.csv has no column named as the text"):
        sure_columns(table)
    assert len(list(articles_of(table, ColumnMapping(text=1, title=0)))) == 30


def test_of_two_columns_named_as_the_text_the_longer_one_is_taken() -> None:
    table = table_in(f'Article,Text,Title\nA-17,"{LONG}",One\n'.encode(), "a.csv")
    assert guess_columns(table) == ColumnMapping(text=1, title=2, sure=True)


@pytest.mark.parametrize(
    ("table", "command"),
    [
        ("article,code,start,end\na,b,0,5\n", "annotator code PROJECT a.csv"),
        ("id,code,coder,start,end,text\n1,b,c,0,5,x\n", "import the articles that they were taken from"),
        ("path,definition\nA > B,x\n", "annotator scheme import PROJECT a.csv"),
        ("level 1,level 2\nA,B\n", "annotator scheme import PROJECT a.csv"),
        ("a,b\n1,2\n", "call it in the first row: text, full text, body"),
        ("", "holds no rows"),
        ("text\n", "no rows with a text"),
        ("\x00\x01\x02\x03" * 100, "is no text"),
        ("%PDF-1.4", "is a PDF"),
    ],
)
def test_what_holds_no_articles_is_refused_with_the_right_way(written: Written, table: str, command: str) -> None:
    why = why_not(written("a.csv", table))
    assert why.startswith("a.csv")
    assert command in why


def test_rows_without_a_text_are_told_in_one_line() -> None:
    table = table_in(b"title,text\n" + b"x,\n" * 12 + b"y,There.\n", "a.csv")
    article, line = articles_of(table, sure_columns(table))
    assert isinstance(article, ReadArticle)
    assert article.file == "a.csv, row 14"
    assert isinstance(line, FailedFile)
    assert line.why.startswith("a.csv: 12 rows (2, 3, 4, 5, 6, 7, 8, 9 ...) have no text in the column “text”, so they")


def test_very_wide_and_very_long_cells_are_read_within_bounds() -> None:
    wide = table_in(("text," + "," * 20_000 + "\n" + "a," * 20_000 + "\n").encode(), "a.csv")
    assert len(wide.header) == MOST_COLUMNS
    (article,) = articles_of(wide, sure_columns(wide))
    assert isinstance(article, ReadArticle)
    long = table_in(("text\n" + "word " * 400_000).encode(), "a.csv")
    (article,) = articles_of(long, sure_columns(long))
    assert isinstance(article, ReadArticle)
    assert len(article.text) == 2_000_000


def test_hostile_cells_stay_text_and_titles_stay_one_line() -> None:
    table = table_in('title,text\n"=cmd|x\n\u202eb","=HYPERLINK(1)\r\n@x"\n'.encode(), "a.csv")
    (article,) = articles_of(table, sure_columns(table))
    assert isinstance(article, ReadArticle)
    assert (article.title, article.text) == ("=cmd|x b", "=HYPERLINK(1)\n@x")


def test_a_spreadsheet_made_to_do_harm_is_one_line(written: Written) -> None:
    good = workbook(["text"], ["The board met."])
    assert "no spreadsheet" in why_not(written("a.xlsx", b"text,title\n"))
    assert "damaged" in why_not(written("a.xlsx", good[: len(good) // 2]))
    bomb = io.BytesIO(good)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/x.bin", bytes(30_000_000))
    assert "200 times its size" in why_not(written("a.xlsx", bomb.getvalue()))
    claims = _with_sheet(good, b'<dimension ref="A1:A2"/>', b'<dimension ref="A1:XFD1048576"/>')
    assert [article.text for article in articles_in(written("a.xlsx", claims))] == ["The board met."]


def _with_sheet(data: bytes, old: bytes, new: bytes) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(changed, "w") as copy:
        for name in book.namelist():
            content = book.read(name)
            assert "sheet1.xml" not in name or old in content
            copy.writestr(name, content.replace(old, new))
    return changed.getvalue()


def sentence_or(read: Callable[[], object]) -> object:
    try:
        return read()
    except CannotRead as error:
        return error.sentence


def assert_sound(table: RowTable) -> None:
    for article in articles_of(table, guess_columns(table)):
        if isinstance(article, ReadArticle):
            assert article.text == canonical(article.text)
            assert article.text.strip()
            assert "\n" not in article.title
        else:
            assert re.fullmatch("a.csv.+", article.why)


@MANY
@given(st.binary(max_size=300) | st.lists(st.sampled_from(CELLS)).map(lambda cells: "".join(cells).encode()))
def test_any_bytes_are_rows_or_a_sentence(data: bytes) -> None:
    table = sentence_or(lambda: table_in(data, "a.csv"))
    if isinstance(table, RowTable):
        assert_sound(table)
    else:
        assert re.fullmatch("a.csv .+", str(table))


SMALL = workbook(["title", "text"], ["One", "The board met."])


@MANY
@given(
    st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), max_size=20), st.integers(0, len(SMALL))
)
def test_a_mutated_spreadsheet_is_rows_or_a_sentence(flips: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(SMALL)
    for place, value in flips:
        data[place] = value
    for changed in (bytes(data), bytes(data[:cut])):
        rows = sentence_or(lambda changed=changed: read_sheet(changed, "a"))  # type: ignore[misc]
        assert isinstance(rows, ReadText) or re.fullmatch("a .+", str(rows))
