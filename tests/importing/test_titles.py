"""A title is taken from a text only where it is beyond doubt: a wrong one is worse than the file's name."""

from __future__ import annotations

import pytest

from annotator.importing.titles import one_line, printed_headline

BODY = "The council and the group agreed to pool their budgets. " * 4


@pytest.mark.parametrize(
    "start",
    [
        "Exclusive: Board backs pooled budgets\n\n",
        "\n\nBoard backs pooled budgets for the county\n\n",
        "Board backs ‘pooled’ budgets for care\n",
        "Why did the board back pooled budgets?\n\n",
    ],
)
def test_a_headline_that_stands_apart_is_the_title(start: str) -> None:
    assert printed_headline(start + BODY) == start.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\nToo far down to be one\n\n" + BODY,
        BODY,
        "The board met on Monday.\n\n" + BODY,
        "“We will pool our budgets for care\n\n" + BODY,
        "• The first of the key points\n\n" + BODY,
        "- the first of the key points\n\n" + BODY,
        "19 May 2016 at the town hall\n\n" + BODY,
        "By a staff writer in London\n\n" + BODY,
        "Subject: the pooled budgets of care\n\n" + BODY,
        "Chief executive\n\n" + BODY,
        "A line that was wrapped by the program\nwith which it was written, as mail programs do\n" + BODY[:50],
        "Interviewer: what did you do then\n\n" + BODY + "\n\nInterviewer: and after that\n\n" + BODY,
        "A short text with nothing after it",
        "The whole of a note in one line\n\nand its end",
    ],
)
def test_where_there_is_doubt_there_is_no_title(text: str) -> None:
    assert printed_headline(text) == ""


def test_a_title_is_one_line_and_no_paragraph() -> None:
    assert one_line("  A\n title\u00a0here ") == "A title here"
    assert one_line("x" * 301) == ""
