"""Codings made elsewhere come in row by row: a bad row is one sentence, the others are kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from annotator.importing.codings_file import CodingRow, FailedRow, read_codings
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FULL = CodingRow(
    row=1,
    article="a.txt",
    code="Funding > Pooled budget",
    start=3,
    end=12,
    coder="A",
    quote="“pooled,\nbudgets”",
    memo="a; b",
    stance="opposes",
    unsure=True,
)
HEADER = "article,code,start,end,coder,quote,memo,stance,unsure\r\n"
LINE = 'a.txt,Funding > Pooled budget,3,12,A,"“pooled,\r\nbudgets”",a; b,opposes,true\r\n'


@pytest.mark.parametrize(
    "data",
    [
        (HEADER + LINE).encode(),
        (HEADER + LINE).encode("utf-8-sig"),
        (HEADER + LINE).encode("cp1252"),
        (HEADER + LINE).encode("utf-16"),
        ("\r\n" + HEADER.upper() + "\r\n,,,\r\n" + LINE).encode(),
        ("sep=;\r\n" + HEADER + LINE)
        .replace(",", ";")
        .replace("pooled;", "pooled,")
        .replace("a; b", '"a; b"')
        .encode(),
        (HEADER + LINE).replace(",", "\t").replace("pooled\t", "pooled,").encode(),
    ],
)
def test_a_table_is_read_whatever_program_wrote_it(written: Callable[..., Path], data: bytes) -> None:
    assert list(read_codings(written("codings.csv", data))) == [FULL]


def test_json_lines_say_the_same(written: Callable[..., Path]) -> None:
    values = {
        "article": "a.txt", "code": "Funding > Pooled budget", "start": 3, "end": 12.0, "coder": "A",
        "quote": "“pooled,\r\nbudgets”", "memo": "a; b", "stance": "opposes", "unsure": True, "more": [1],
    }  # fmt: skip
    path = written("codings.jsonl", "\ufeff" + json.dumps(values) + "\r\n\r\n" + json.dumps({**values, "coder": None}))
    assert list(read_codings(path)) == [
        FULL,
        CodingRow(**{**{name: getattr(FULL, name) for name in FULL.__slots__}, "row": 2, "coder": ""}),
    ]


def test_only_four_columns_are_needed_and_their_order_is_free(written: Callable[..., Path]) -> None:
    path = written("codings.csv", "end,start,Note,code,article\n9, 4 ,x,C1,a.txt\n5.0,0,x,C2,b.txt")
    assert list(read_codings(path)) == [
        CodingRow(row=1, article="a.txt", code="C1", start=4, end=9),
        CodingRow(row=2, article="b.txt", code="C2", start=0, end=5),
    ]


def test_a_table_without_the_needed_columns_is_refused_and_they_are_named(written: Callable[..., Path]) -> None:
    with pytest.raises(CannotRead, match=r"codings\.csv has no column code, start and end, so nothing was read"):
        read_codings(written("codings.csv", "article,colour\na.txt,red\n"))
    with pytest.raises(CannotRead, match="has no column"):
        read_codings(written("empty.csv", ""))
    with pytest.raises(CannotRead, match="a PNG picture"):
        read_codings(written("picture.csv", b"\x89PNG\r\n\x1a\n"))
    with pytest.raises(CannotRead, match="is not there"):
        read_codings(written("picture.csv", b"").with_name("none.csv"))
    assert list(read_codings(written("header.csv", HEADER))) == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (",C1,0,5,,", "Row 1: article is empty."),
        ("a.txt,  ,0,5,,", "Row 1: code is empty."),
        ("a.txt,C1,,5,,", "Row 1: start must be a whole number from 0, not empty."),
        ("a.txt,C1,-1,5,,", "Row 1: start must be a whole number from 0, not “-1”."),
        ("a.txt,C1,1.5,5,,", "Row 1: start must be a whole number from 0, not “1.5”."),
        ("a.txt,C1,٣,5,,", "Row 1: start must be a whole number from 0, not “٣”."),
        ("a.txt,C1,5,5,,", "Row 1: end (5) must be greater than start (5)."),
        ("a.txt,C1,0,5,for,", "Row 1: stance must be supports, opposes, mixed or empty, not “for”."),
        ("a.txt,C1,0,5,,perhaps", "Row 1: unsure must be true, false or empty, not “perhaps”."),
        ("a.txt,C1", "Row 1: start must be a whole number from 0, not empty."),
    ],
)
def test_a_bad_row_says_why_and_the_next_is_kept(written: Callable[..., Path], line: str, why: str) -> None:
    path = written("codings.csv", f"article,code,start,end,stance,unsure\n{line}\na.txt,C1,0,5,mixed,no\n")
    assert list(read_codings(path)) == [
        FailedRow(row=1, why=why),
        CodingRow(row=2, article="a.txt", code="C1", start=0, end=5, stance="mixed"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[1, 2]",
        "null",
        "[" * 100_000,
        '{"article": "a", "code": "C1", "start": NaN, "end": 5}',
        '{"article": "a", "code": "C1", "start": Infinity, "end": 5}',
        '{"article": "a", "code": "C1", "start": true, "end": 5}',
        '{"article": "a", "code": "C1", "start": 0, "end": 1e300}',
        '{"article": "a", "code": "C1", "start": 0, "end": ' + "9" * 4_000 + "}",
        '{"article": "a", "code": "C1", "start": 0, "end": ' + "9" * 9_000 + "}",
        '{"article": ["a"], "code": "C1", "start": 0, "end": 5}',
        '{"article": "a", "code": {"x": 1}, "start": 0, "end": 5}',
        '{"article": "a", "code": "C1", "start": 0, "end": 5, "memo": 7}',
        '{"article": "a", "code": "C1", "start": 0, "end": 5, "unsure": 0.5}',
    ],
)
def test_odd_json_is_a_sentence_on_one_short_line(written: Callable[..., Path], line: str) -> None:
    (failed,) = read_codings(written("codings.jsonl", line))
    assert isinstance(failed, FailedRow)
    assert failed.why.startswith("Row 1: ")
    assert len(failed.why) < 200
    assert "\n" not in failed.why


def test_a_cell_may_be_long_and_a_lone_surrogate_is_replaced(written: Callable[..., Path]) -> None:
    memo = "x" * 1_000_000
    (row,) = read_codings(written("codings.csv", f"article,code,start,end,memo\na,C1,0,5,{memo}"))
    assert isinstance(row, CodingRow)
    assert row.memo == memo
    (row,) = read_codings(written("c.jsonl", r'{"article": "a", "code": "C", "start": 0, "end": 5, "memo": "\ud800"}'))
    assert isinstance(row, CodingRow)
    assert row.memo == "\ufffd"
