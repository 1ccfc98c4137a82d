"""A marked-up text is printed as it reads: the paper holds no sign of Markdown, and each list item has its bullet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from annotator.importing.formats.markdown_marks import markdown_blocks
from annotator.model.blocks import Block
from annotator.ui.article.marks import CodingMark
from annotator.ui.printing.output import pdf, usual_layout
from annotator.ui.printing.printout import Printout

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "# The plan\n\nThe **two** boards [meet](https://example.org/in/march).\n\n- An item"


@pytest.fixture(autouse=True)
def window(dress: Callable[[str], None]) -> None:
    """Fonts come with the window."""
    dress("light")


def printed(printout: Printout) -> str:
    """Return the letters of the first page as a reader of PDF files finds them."""
    data = pdf(printout, usual_layout(), lambda _done, _total: None, lambda: False)
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0].get_textpage()
        found = str(page.get_text_range())
        page.close()
        return " ".join(found.split())
    finally:
        document.close()


def test_no_sign_of_mark_up_is_on_the_paper() -> None:
    start = TEXT.index("two")
    mark = CodingMark("a", start, TEXT.index(" ["), "#53a70b", "F1", "Capitated budget")
    found = printed(
        Printout(title="The plan", facts="By A", text=TEXT, blocks=markdown_blocks(TEXT), marks=(mark,), coder="Ann")
    )

    assert "The two boards meet." in found
    assert "• An item" in found
    assert found.startswith("The plan By A"), "the heading is the headline"
    assert not set("#*[") & set(found.partition("An item")[0])


def test_an_item_without_a_sign_in_the_text_gets_its_bullet() -> None:
    blocks = (Block(start=0, end=7, kind="list item"),)
    assert "• An item" in printed(Printout(title="", facts="", text="An item", blocks=blocks, coder="Ann"))
