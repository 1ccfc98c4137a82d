"""What each coder has done with an article is told, but not so that it shows how a colleague codes what is unread."""

from __future__ import annotations

import pytest

from annotator.model.records import Coder, Coding, Reading, ReadingState
from annotator.model.work_done import WorkDone, in_all, work_on

TIME = "2026-03-01T09:00:00.000Z"
TEXT = "Two boards buy care together. Nobody knows why."
ANN, BEN = (Coder(id=name, name=name.title(), created=TIME) for name in ("ann", "ben"))


def coding(coder: Coder, words: str) -> Coding:
    start = TEXT.index(words)
    return Coding(id=f"{coder.id} {words}", article="a", code="law", coder=coder.id, start=start,
                  end=start + len(words), quote=words, created=TIME, modified=TIME)  # fmt: skip


def reading(coder: Coder, state: ReadingState, *, seen: bool = False) -> Reading:
    return Reading(id=coder.id, article="a", coder=coder.id, state=state, seen=seen, modified=TIME)


def work(*readings: Reading) -> list[WorkDone]:
    known = {(one.article, one.coder): one for one in readings}
    codings = [coding(ANN, "boards buy"), coding(ANN, "buy care"), coding(BEN, "Nobody")]
    return work_on("a", TEXT, [ANN, BEN], codings, known, "ann")


def test_ones_own_figures_are_always_there() -> None:
    ann = work()[0]

    assert (ann.codings, ann.coded, ann.words, ann.hidden) == (2, 3, 8, False)
    assert ann.per_thousand == pytest.approx(250)


@pytest.mark.parametrize(
    ("mine", "hidden"),
    [
        (reading(ANN, "new"), True),
        (reading(ANN, "in progress"), True),
        (reading(ANN, "in progress", seen=True), False),
        (reading(ANN, "finished"), False),
    ],
)
def test_a_colleagues_figures_wait_until_one_has_finished_or_looked(mine: Reading, hidden: bool) -> None:
    ben = work(mine, reading(BEN, "finished"))[1]

    assert ben.finished, "whether a colleague has finished is no secret"
    assert (ben.hidden, ben.codings, ben.coded) == (hidden, 0 if hidden else 1, 0 if hidden else 1)


def test_a_sum_is_hidden_where_one_of_its_parts_is() -> None:
    open_, hidden = WorkDone("a", "ben", True, 10, 3, 4), WorkDone("b", "ben", False, 10, hidden=True)

    assert in_all([open_, hidden], "ben") == WorkDone("", "ben", False, 20, hidden=True)
    assert in_all([open_, open_], "ben") == WorkDone("", "ben", True, 20, 6, 8)


def test_a_text_without_words_has_no_rate() -> None:
    assert WorkDone("a", "ann", False, 0, 2).per_thousand == 0


def test_what_lies_in_something_set_aside_afterwards_is_not_counted() -> None:
    ann = work_on("a", TEXT, [ANN], [coding(ANN, "Nobody"), coding(ANN, "together. Nobody")], {}, "ann", [(30, 47)])[0]

    assert (ann.words, ann.codings, ann.coded) == (5, 1, 1)
