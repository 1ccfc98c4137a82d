"""What chance makes of files: random bytes, pieces of each format in any order, good files cut, flipped and mixed."""

from __future__ import annotations

import functools
import io
import zipfile
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from importing import made_report as made

if TYPE_CHECKING:
    from collections.abc import Callable

ANY = st.binary(max_size=400)
PAGE = """
<p> </p> <br> <table> <tr> <td> </td> </table> <pre> </pre> <b~hidden> </b> <script> </script> <!-- --> <nav>
</nav> <![CDATA[ ]]> <!DOCTYPE &nbsp; &#0; &#xD800; &#xFEFF; &#13; &#x2028; &amp <svg> <math> <frameset>
<plaintext> <template> <select> <title> </title> <meta~charset=utf-16> <h1> \x00 \ufeff 😀 a
<time~datetime=2016-99-99> <meta~name=author~content=
<script~type=application/ld+json>{"@type":["Article"],"headline":[1,"x"],"author":{"name":null}}</script> <li>
<header> <footer~role=doc-footnote~class=share-buttons> <link~rel=canonical~href=http://[ <a~href=javascript:1>
"""
RICH = r"""
{\rtf1 { } \par \u-10179? \u56832 \u99999999999 \uc \uc2 \'9 \'e9 \'zz \bin5 \bin-1 \bin99999 \pict \v \v0
{\footnote {\header \cell \row \outlinelevel0 \outlinelevel9 {\listtext \ansicpg0 \ansicpg437
{\fonttbl{\f0\fcharset2~S;}} \f0 {\info{\title~x}} {\creatim\yr2016\mo99\dy9} \* \~ \\ \{ a 😀
{\field{\*\fldinst{HYPERLINK~"x"}}{\fldrslt~y}} \ufdd2 \u-558 \deleted {\object \
"""
MAIL = """
From: Date: Subject: Content-Type: text/plain text/html multipart/mixed; boundary=b --b --b-- ; charset=utf-16
charset=zlib charset="x"~format=flowed delsp=yes =?utf-8?q?=ff?= =?x?b?!!!?= =?utf-8?b?4pi?
Content-Transfer-Encoding: base64 uuencode quoted-printable 8bit begin~644~x =3D =FF <p> a@b
Thu,~19~May~2016~10:00:00~+9999 message/rfc822 filename*=x''%ff \xe9 \x00 Content-Disposition:~attachment
start=<x> Content-ID:~<x> Content-Location:
"""
MARKS = r"# ## * ** *** _ __ ` ``` ~~~ [ ](x) ![ ]( ] [x] - + 1. > --- === \ \* a~b \x00 😀 https://x | <p> title:~x"
WORD = """
<w:p> </w:p> <w:r> </w:r> <w:t>a</w:t> <w:tab/> <w:cr/> <w:br/> <w:ins~w:id="1"> </w:ins> <w:del> </w:del>
<w:vanish/> <w:rPr><w:vanish/></w:rPr> <w:footnoteReference~w:id="9"/> <w:tbl> </w:tbl> <w:tr> <w:tc> </w:tc>
</w:tr> <w:x/>
"""
OPEN = """
<text:p> </text:p> <text:h~text:outline-level="99"> </text:h> <text:s~text:c="-9"/> <text:s~text:c="99999999"/>
<text:tab/> <text:note> </text:note> <text:note-body> </text:note-body> <table:table> </table:table>
<table:table-row> <text:a> </text:a> <text:section~text:display="none"> </text:section> <text:list> </text:list>
<text:tracked-changes> </text:tracked-changes>
"""
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f'xmlns:text="{OASIS}:text:1.0" xmlns:table="{OASIS}:table:1.0"'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SMALL = [made.Paragraph("The board", "title"), made.Paragraph("It met 😀."), made.Paragraph("One", "item"),
         made.Paragraph("a\tb", "row", ("a", "b"))]  # fmt: skip


def pieces(source: str, join: str = " ") -> st.SearchStrategy[bytes]:
    """Make files of the pieces in any order; ~ stands for a space in a piece."""
    words = [word.replace("~", " ") for word in source.split()]
    return st.lists(st.sampled_from([*words, "\n"]), max_size=60).map(lambda some: join.join(some).encode())


@functools.cache
def good_files() -> dict[str, bytes]:
    """Return a small good file of each kind."""
    page = made.as_page(SMALL)
    return {
        ".txt": b"The board met.\nIt agreed.",
        ".md": b"# The board\n\n- met *again*",
        ".html": page.encode(),
        ".mhtml": made.as_web_archive(page),
        ".docx": _least_word(),
        ".odt": made.as_open_document(SMALL),
        ".rtf": made.as_rich_text(SMALL),
        ".epub": made.as_e_book(SMALL, 2),
        ".eml": made.as_mail("The board met.\n"),
    }


def _least_word() -> bytes:
    """Return a Word file of the three parts without which there is none, so that thousands are soon tried."""
    with zipfile.ZipFile(io.BytesIO(made.as_word(SMALL))) as whole:
        names = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
        return made.zipped({name: whole.read(name).decode() for name in names})


def harmed(data: bytes) -> st.SearchStrategy[bytes]:
    """Make the file cut, with bytes flipped, with a stretch of another file, or with a piece of it twice."""
    places = st.integers(0, len(data) - 1)
    flips = st.lists(st.tuples(places, st.integers(0, 255)), min_size=1, max_size=8)
    return st.one_of(
        places.map(lambda end: data[:end]),
        flips.map(lambda some: _flipped(data, some)),
        st.tuples(places, st.sampled_from(sorted(good_files()))).map(lambda way: _mixed(data, *way)),
        st.tuples(places, places).map(lambda way: data[: way[0]] + data[way[1] :]),
        st.tuples(places, ANY).map(lambda way: data[: way[0]] + way[1] + data[way[0] :]),
    )


def _mixed(data: bytes, place: int, other: str) -> bytes:
    return data[:place] + good_files()[other][place:]


def _flipped(data: bytes, flips: list[tuple[int, int]]) -> bytes:
    flipped = bytearray(data)
    for place, value in flips:
        flipped[place] = value
    return bytes(flipped)


def _within(parts: Callable[[str], bytes]) -> Callable[[bytes], bytes]:
    return lambda middle: parts(middle.decode("utf-8", "replace"))


def _open_document(middle: str) -> bytes:
    return made.zipped({"content.xml": f"<office {OFFICE}>{middle}</office>"})


def _e_book(middle: str) -> bytes:
    return made.e_book({"a.xhtml": f"<html><body>{middle}</body></html>", "b c.xhtml": middle})


def _word(middle: str) -> bytes:
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return made.zipped({
        "[Content_Types].xml": types,
        "word/document.xml": f"<w:document {W}><w:body>{middle}</w:body></w:document>",
    })  # fmt: skip


def hostile(ending: str) -> st.SearchStrategy[bytes]:
    """Make whatever may come with this ending."""
    made_of = {
        ".html": pieces(PAGE),
        ".mhtml": pieces(MAIL + PAGE),
        ".eml": pieces(MAIL),
        ".rtf": pieces(RICH, "").map(lambda some: b"{\\rtf1" + some),
        ".md": pieces(MARKS, ""),
        ".odt": pieces(OPEN).map(_within(_open_document)),
        ".docx": pieces(WORD).map(_within(_word)),
        ".epub": pieces(PAGE).map(_within(_e_book)),
    }
    return st.one_of(ANY, made_of.get(ending, ANY), harmed(good_files()[ending]))
