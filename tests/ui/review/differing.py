"""Two coders' readings of a small article of our own, as the Review page's widgets are fed with them."""

from __future__ import annotations

from annotator.ui.article.marks import CodingMark
from annotator.ui.review.compared_place import ComparedPlace
from annotator.ui.review.lane_plan import LaneCoding
from annotator.ui.review.settling_shown import ShownDecision, ShownMeaning, ShownSettling, ShownSide
from annotator.ui.review.shown import ShownDifference

VIOLET, BLUE = "#5635b6", "#6bd4f9"
TITLE = "A mixed model for local care"
DUTY = "A group may pass on a responsibility, but the law will still make it answer for how the money is spent."
SHARED = "A group may pass on a responsibility"
ASKED = "She was asked about plans to move budgets and duties to councils."
ARTICLE = f"{TITLE}\n\nThe plan will not have one way of buying care. {ASKED}\n\n{DUTY}\n\n" + "\n\n".join(
    f"Paragraph {number} goes on about the same, so that the article is longer than the window." for number in range(12)
)

BOUNDARY = ShownDifference(
    key="boundary", kind="boundary", code="g3", code_label="G3", code_name="Delegation", hue=VIOLET, article="a2",
    article_number=2, article_title="Second", paragraph=6, start=40, end=90, overlap=0.36, a_words=DUTY, b_words=SHARED,
)  # fmt: skip
MISSING = ShownDifference(
    key="missing", kind="missing in B", code="g3", code_label="G3", code_name="Delegation", hue=VIOLET, article="a1",
    article_number=1, article_title="First", paragraph=3, start=80, end=120, a_words="the purse", state="decided",
    decision="neither",
)  # fmt: skip
OTHER_CODE = ShownDifference(
    key="code", kind="code", code="g1", code_label="G1", code_name="Who answers", hue=VIOLET, other_label="G2",
    article="a1", article_number=1, article_title="First", paragraph=5, start=10, end=30, overlap=1.0,
    a_words="the law", b_words="the law", like=6,
)  # fmt: skip
STANCE = ShownDifference(
    key="stance", kind="stance", code="g1", code_label="G1", code_name="Who answers", hue=VIOLET, article="a1",
    article_number=1, article_title="First", paragraph=5, start=1, end=5, a_words="five", b_words="five",
)  # fmt: skip
DIFFERENCES = (OTHER_CODE, STANCE, BOUNDARY, MISSING)  # in the order of their codes


def span(words: str) -> tuple[int, int]:
    """Return where words stand in the article."""
    start = ARTICLE.index(words)
    return start, start + len(words)


def lane_coding(identity: str, words: str, hue: str = VIOLET, **more: str) -> LaneCoding:
    """Make a coding of the place where the words stand; its label is the id in capitals."""
    start, end = span(words)
    mark = CodingMark(identity, start, end, hue, identity.upper(), f"Code {identity}", coder="Ann")
    return LaneCoding(mark, **more)  # type: ignore[arg-type]


PLACE = ComparedPlace((span(DUTY),), (span(SHARED),), VIOLET, VIOLET)
A_LANE = (lane_coding("g3", DUTY, difference="boundary"), lane_coding("c1", ASKED, BLUE), lane_coding("g1", "the law"))
B_LANE = (lane_coding("b3", SHARED, difference="boundary"), lane_coding("c2", ASKED, BLUE))
AGREED_LANE = (lane_coding("o3", DUTY, difference="boundary", waiting="open"), lane_coding("c3", ASKED, BLUE))


def settling(**other: object) -> ShownSettling:
    """Return the boundary difference as the dock shows it, with other values where they are given."""
    words = (
        ("A", "Ann’s", "", "A"), ("B", "Ben’s", "", "B"), ("widest", "widest", "", "U"),
        ("neither", "neither", "rightly uncoded", "X"),
    )  # fmt: skip
    values: dict[str, object] = {
        "key": "boundary", "title": "Boundary", "place": "¶ 6, overlap 36 %", "rank": "difference 38 of 112",
        "a": ShownSide(name="Ann", keycap="A", words=DUTY, shared=((0, len(SHARED)),), hue=VIOLET, memo="Passing on."),
        "b": ShownSide(name="Ben", keycap="B", words=SHARED, shared=((0, len(SHARED)),), hue=VIOLET, unsure=True),
        "decisions": tuple(ShownDecision(id=a, text=b, detail=c, key=d) for a, b, c, d in words),
        "meaning": ShownMeaning(label="G3", name="Delegation", hue=VIOLET, definition="Passing on, the law stays."),
        "recent": ("attribution left out", "reads alone"),
    }  # fmt: skip
    return ShownSettling(**(values | other))  # type: ignore[arg-type]
