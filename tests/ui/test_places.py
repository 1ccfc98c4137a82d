"""Where somebody was is found again: back and forward through the articles, the share read, the caret."""

from __future__ import annotations

from annotator.preferences import Place
from annotator.ui.places import Places


def _places(*articles: str) -> Places:
    places = Places("project", Place())
    for article in articles:
        places.enter(article)
    return places


def test_back_goes_step_by_step_and_forward_again() -> None:
    places = _places("a", "b", "c")
    back = [places.step(forward=False) for _ in range(3)]
    assert back == ["b", "a", ""]
    forward = [places.step(forward=True) for _ in range(3)]
    assert forward == ["b", "c", ""]
    assert places.article == "c"


def test_going_on_from_the_middle_forgets_what_was_forward() -> None:
    places = _places("a", "b", "c")
    places.step(forward=False)
    places.enter("d")
    assert places.step(forward=True) == ""
    assert places.step(forward=False) == "b"


def test_opening_the_same_article_again_is_no_step() -> None:
    places = _places("a", "a", "b", "b")
    assert places.step(forward=False) == "a"
    assert places.step(forward=False) == ""


def test_the_share_read_only_grows() -> None:
    places = Places("project", Place(read={"a": 0.5}))
    assert not places.see("a", 0.4)
    assert places.see("a", 0.6)
    assert places.read == {"a": 0.6}
    assert places.caret("a") == 0
