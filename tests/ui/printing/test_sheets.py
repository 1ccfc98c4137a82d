"""Pages are cut where a reader would cut them, and a name that has no room is counted, never lost."""

from __future__ import annotations

from annotator.ui.article.lines import Line
from annotator.ui.article.margin_plan import margin_plan
from annotator.ui.article.marks import CodingMark
from annotator.ui.printing.file_name import file_name
from annotator.ui.printing.notes import notes, numbers
from annotator.ui.printing.printout import Printout
from annotator.ui.printing.sheets import Row, cut, fitted, lanes_of, planned, unnamed

HEIGHT = 24 * 10


def rows_of(*paragraphs: int, keeps: tuple[int, ...] = ()) -> list[Row]:
    """Return rows of 24, each 80 characters, in paragraphs of so many lines."""
    rows: list[Row] = []
    for block, count in enumerate(paragraphs):
        for number in range(count):
            n = len(rows)
            line = Line(n * 80, n * 80 + 80, 0, 480, 12 + 24 * n, 1.0, block, number)
            rows.append(Row(line, 0, 0.0, block in keeps))
    return rows


def mark(name: str, start: int, end: int, **more: str) -> CodingMark:
    return CodingMark(name, start, end, "#6bd4f9", name, name, **more)  # type: ignore[arg-type]


def test_a_page_takes_what_it_can_hold_and_nothing_is_lost() -> None:
    rows = rows_of(*[4] * 10)
    pages = cut(rows, HEIGHT)
    assert [row for page in pages for row in page] == rows
    assert all(page[-1].line.bottom - page[0].line.top <= HEIGHT for page in pages)


def test_no_line_of_a_paragraph_stands_alone_at_a_foot_or_a_head() -> None:
    assert [len(page) for page in cut(rows_of(9, 4, 4), HEIGHT)] == [9, 8], "its first line goes with the others"
    assert [len(page) for page in cut(rows_of(5, 6, 4), HEIGHT)] == [9, 6], "its last line takes one along"


def test_a_heading_goes_with_what_follows() -> None:
    assert [len(page) for page in cut(rows_of(9, 1, 4, keeps=(1,)), HEIGHT)] == [9, 5]


def test_one_paragraph_longer_than_a_page_is_cut_all_the_same() -> None:
    assert [len(page) for page in cut(rows_of(31), HEIGHT)] == [10, 10, 9, 2]
    assert cut([], HEIGHT) == [[]]


def test_a_coding_over_two_pages_has_its_bar_on_both_and_says_that_it_goes_on() -> None:
    rows = rows_of(*[5] * 4)
    marks = [mark("A", 700, 1000), mark("B", 900, 950)]
    first, second = planned(cut(rows, HEIGHT), marks, lanes_of(rows, marks), 24)
    assert [bar.mark.id for bar in first.margin.bars] == ["A"]
    assert [bar.mark.id for bar in second.margin.bars] == ["A", "B"]
    assert second.margin.rows[0].note == "A A, continued"
    assert [row.bar.mark.id for row in second.margin.rows if row.bar] == ["B"]


def test_bars_that_touch_one_line_stand_side_by_side() -> None:
    marks = [mark("A", 0, 100), mark("B", 150, 170), mark("C", 161, 200)]
    assert lanes_of(rows_of(5), marks) == {"A": 0, "B": 1, "C": 0}


def test_names_below_the_foot_are_counted_and_listed_at_the_end() -> None:
    rows = rows_of(2)
    marks = [mark(f"m{n}", 80 + n, 150) for n in range(6)]
    plan = margin_plan([row.line for row in rows], marks, lanes_of(rows, marks))
    sheet = planned(cut(rows, HEIGHT), marks, lanes_of(rows, marks), 24)[0]
    named = [row.bar.mark.id for row in sheet.margin.rows if row.bar]
    assert named
    assert [*named, *(each.id for each in unnamed(sheet))] == [each.id for each in marks]
    assert fitted(plan, 1000) is plan
    printout = Printout(title="T", facts="", text="word " * 60, marks=tuple(marks))
    listed = [paragraph.text for paragraph in notes(printout, {"m5": 3}, unnamed(sheet))]
    assert listed[-1].startswith("m5 m5, page 3: “")


def test_memos_are_numbered_in_the_order_of_the_text_and_signs_are_explained() -> None:
    marks = (mark("A", 0, 4), mark("B", 5, 9, stance="opposes"), mark("C", 12, 15))
    printout = Printout(
        title="T", facts="", text="One two six ten", marks=marks, coder="Ann", remark="On all of it",
        memos={"C": "last", "A": "first\n\nand more"},
    )  # fmt: skip
    assert numbers(printout) == {"A": 1, "C": 2}
    assert printout.coded == "3 codings by Ann, 2 memos"
    told = [(paragraph.kind, paragraph.text) for paragraph in notes(printout, {"C": 2}, ())]
    assert told == [
        ("head", "Memos"), ("name", "On the article"), ("words", "On all of it"),
        ("name", "[1]  A A, page 1"), ("quote", "“One”"), ("words", "first"), ("words", "and more"),
        ("name", "[2]  C C, page 2"), ("quote", "“ten”"), ("words", "last"),
        ("signs", "Signs beside a name: \N{MINUS SIGN} opposes"),
    ]  # fmt: skip


def test_a_title_becomes_a_name_that_every_system_takes() -> None:
    assert file_name('Who "owns" it? A/B: the vote.') == "Who owns it A B the vote"
    assert file_name("\x00///") == "Article"
    assert len(file_name("long " * 50)) <= 80
