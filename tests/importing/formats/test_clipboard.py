"""What is pasted reads like a file: a piece of a page by its tags, plain text as it is."""

from __future__ import annotations

import pytest

from annotator.importing.formats.clipboard import read_clipboard_html, read_clipboard_text
from annotator.model.errors import CannotRead

FRAGMENT = "<html><body><p>no</p>{}<p>The <b>board</b> met.</p><script>no</script><ul><li>One{}</ul><p>no</body></html>"


@pytest.mark.parametrize(
    "marks", [("<!--StartFragment-->", "<!--EndFragment-->"), ("<!-- StartFragment -->", "<!-- EndFragment -->")]
)
def test_only_the_piece_that_was_copied_is_read(marks: tuple[str, str]) -> None:
    read = read_clipboard_html(FRAGMENT.format(*marks))
    assert read.text == "The board met.\nOne"
    assert [block.kind for block in read.blocks] == ["paragraph", "list item"]


def test_windows_tells_where_it_came_from() -> None:
    head = "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nSourceURL:https://example.org/a\r\n"
    read = read_clipboard_html(head + FRAGMENT.format("<!--StartFragment-->", "<!--EndFragment-->"))
    assert read.text == "The board met.\nOne"
    assert [(fact.name, fact.value, fact.where) for fact in read.told] == [
        ("link", "https://example.org/a", "the clipboard’s “SourceURL”")
    ]


def test_a_piece_without_marks_is_read_whole_and_too_deep_a_one_refused() -> None:
    assert read_clipboard_html("<h1>Title of it</h1><p>😀 e\u0301").text == "Title of it\n😀 e\u0301"
    assert read_clipboard_html("<h1>Title of it</h1><p>x").title == "Title of it"
    assert read_clipboard_html("").text == ""
    with pytest.raises(CannotRead, match="The clipboard is nested"):
        read_clipboard_html("<div>" * 5_000 + "x")


def test_plain_text_is_kept_as_it_is() -> None:
    read = read_clipboard_text("The board backs the plan\r\n\r\n  It met.\u2028 Twice.\ud800 " + "It met. " * 20)
    assert read.text.startswith("The board backs the plan\n\n  It met.\n Twice.\ufffd ")
    assert read.title == "The board backs the plan"
    assert [read.text[block.start : block.end] for block in read.blocks][:2] == ["The board backs the plan", "It met."]
