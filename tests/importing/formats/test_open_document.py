"""An OpenDocument text reads as LibreOffice shows it with all changes accepted, and what is left out is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from importing.made_report import zipped

from annotator.importing.formats.open_document import read_open_document
from annotator.model.errors import CannotRead

if TYPE_CHECKING:
    from annotator.importing.read_records import ReadText

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta", "drawing")
)


def open_document(body: str, styles: str = "", parts: dict[str, str] | None = None) -> bytes:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"content.xml": content} | (parts or {}))


def read(body: str, styles: str = "", parts: dict[str, str] | None = None) -> ReadText:
    return read_open_document(open_document(body, styles, parts), "a.odt")


def test_spaces_tabs_and_breaks_are_as_they_are_meant() -> None:
    body = "<text:p>One\n  two<text:s text:c='3'/>three<text:tab/>four<text:line-break/>five \u00a0😀</text:p>"
    assert read(body).text == "One two   three\tfour\nfive \u00a0😀"


def test_insertions_are_kept_deletions_left_out_and_both_are_said() -> None:
    region = "<text:changed-region><text:{0}>{1}</text:{0}></text:changed-region>"
    changes = region.format("insertion", "") + region.format("deletion", "<text:p>never </text:p>")
    body = (
        f"<text:tracked-changes>{changes}</text:tracked-changes>"
        "<text:p>The board <text:change-start/>gladly <text:change-end/><text:change/>met.</text:p>"
    )
    answer = read(body)
    assert answer.text == "The board gladly met."
    assert answer.notes == ("Tracked changes: 1 insertion kept, 1 deletion left out.",)


def test_notes_stand_at_the_end_and_comments_are_left_out() -> None:
    note = "<text:note><text:note-citation>i</text:note-citation><text:note-body>{}</text:note-body></text:note>"
    body = (
        f"<text:p>One{note.format('<text:p>First.</text:p><text:p>More.</text:p>')} two{note.format('Second.')}"
        "<office:annotation><text:p>no</text:p></office:annotation> three</text:p><text:p>Last.</text:p>"
    )
    answer = read(body)
    assert answer.text == "One[1] two[2] three\nLast.\n[1] First. More.\n[2] Second."
    assert answer.notes == ("1 comment in the margin left out.", "2 footnotes at the end of the text.")
    assert [block.kind for block in answer.blocks] == ["paragraph", "paragraph", "footnote", "footnote"]


def test_hidden_text_is_left_out_and_said() -> None:
    styles = "<style:style style:name='H'><style:text-properties text:display='none'/></style:style>"
    body = (
        "<text:p>One<text:span text:style-name='H'> no</text:span> two</text:p>"
        "<text:section text:display='none'><text:p>no</text:p></text:section><text:p text:style-name='H'>no</text:p>"
    )
    answer = read(body, styles)
    assert answer.text == "One two"
    assert answer.notes == ("3 hidden pieces of text left out, as it is not shown.",)


def test_running_heads_and_feet_stand_last_once_and_apart() -> None:
    master = (
        f"<office:document-styles {NAMESPACES}><style:header><text:p>The <text:span>Report</text:span></text:p>"
        "</style:header><style:header-left><text:p>The Report</text:p></style:header-left>"
        "<style:footer><text:p>12</text:p><text:p>Not for release</text:p></style:footer></office:document-styles>"
    )
    answer = read("<text:p>The board met.</text:p>", parts={"styles.xml": master})
    assert answer.text == "The board met.\nThe Report\nNot for release"
    assert [block.kind for block in answer.blocks] == ["paragraph", "page head", "page foot"]


def test_lists_in_lists_tables_in_tables_and_boxes_are_lines() -> None:
    body = (
        "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item>"
        "</text:list></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>c</text:p>"
        "</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>d</text:p></table:table-cell>"
        "</table:table-row></table:table><text:p><drawing:text-box><text:p>e</text:p></drawing:text-box></text:p>"
    )
    answer = read(body)
    assert answer.text == "a\nb\nc\t\td\ne"
    assert [block.kind for block in answer.blocks] == ["list item"] * 2 + ["table cell"] * 2 + ["paragraph"]


def test_the_title_and_the_properties_are_told() -> None:
    styles = "<style:style style:name='P1' style:parent-style-name='Title'/>"
    meta = (
        f"<office:document-meta {NAMESPACES} xmlns:dc='http://purl.org/dc/elements/1.1/'><office:meta>"
        "<dc:title>From a template</dc:title><meta:initial-creator>A Writer</meta:initial-creator>"
        "<dc:date>2020-02-02T00:00:00</dc:date><meta:creation-date>2016-05-19T10:00:00</meta:creation-date>"
        "</office:meta></office:document-meta>"
    )
    answer = read("<text:p>x</text:p><text:p text:style-name='P1'>The report</text:p>", styles, {"meta.xml": meta})
    assert answer.title == "The report"
    told = {fact.name: fact.value for fact in reversed(answer.told)}
    assert told == {"title": "The report", "author": "A Writer"}
    assert answer.told[-1].where == "the OpenDocument file’s properties, “initial-creator”"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"plain text", "is no OpenDocument file in spite of its name"),
        (zipped({"other.xml": "<a/>"}), "is no OpenDocument text or is damaged"),
        (zipped({"content.xml": "<broken"}), "is no OpenDocument text or is damaged"),
        (
            open_document("", parts={"META-INF/manifest.xml": "<m><e:encryption-data xmlns:e='e'/></m>"}),
            "protected by a password",
        ),
    ],
)
def test_what_cannot_be_read_is_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(CannotRead, match=why):
        read_open_document(data, "a.odt")
