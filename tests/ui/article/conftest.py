"""What tests of the article share: a view on a screen of its own, an article in our own words, and codings of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.ui.article.article_view import ArticleView
from annotator.ui.article.marks import CodingMark

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

TITLE = "A mixed model for local care"
ARTICLE = (
    f"{TITLE}\n\n"
    "The plan will not have one way of buying care for at least five years, its author said. Local groups will go on "
    "buying most services, but councils and patients themselves will hold some of the money.\n\n"
    "She was asked about plans to move budgets and duties to councils. She would rather see several forms side by "
    "side, chosen by each area, than one form imposed on all.\n\n"
    "A group may pass on a responsibility, but the law will still make it answer for how the money is spent."
)


@pytest.fixture
def view(qtbot: QtBot, dress: Callable[[str], None]) -> ArticleView:
    dress("light")
    shown = ArticleView()
    qtbot.addWidget(shown)
    shown.resize(864, 600)
    shown.show_article(ARTICLE, title=TITLE, facts="By a staff writer")
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    return shown


@pytest.fixture
def mark() -> Callable[..., CodingMark]:
    """Make a coding of the first place where the words stand."""

    def make(identity: str, words: str, hue: str = "#6bd4f9", text: str = ARTICLE, **more: str | bool) -> CodingMark:
        start = text.index(words)
        return CodingMark(identity, start, start + len(words), hue, identity.upper(), f"Code {identity}", **more)  # type: ignore[arg-type]

    return make
