"""The analyst corrects the text of an article: everyone's codings move with it, and none goes without a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.model.canonical import text_sha256
from annotator.model.changes import Change
from annotator.model.edits.correcting import Correction, confirm_place, correct_text
from annotator.model.errors import Refused
from annotator.model.records import Verdict, new_id, now

if TYPE_CHECKING:
    from annotator.model.records import Article, Coding
    from tests.model.edits.conftest import Records

LONG = (
    "The council and the group agreed in the spring to hold one budget for care at home. "
    "A joint board was to meet each month and to publish what it had spent.\n"
    "Nobody outside the two bodies was asked. The unions said that they learnt of it from a newspaper."
)


@pytest.fixture
def desk(desk: Records) -> Records:
    desk.text = LONG
    desk.article = replace(desk.article, text_sha256=text_sha256(LONG))
    desk.code("Pooling")
    return desk


def corrected(desk: Records, new_text: str, codings: list[Coding] | None = None) -> Correction:
    chosen = desk.codings if codings is None else codings
    correction = correct_text(
        article=desk.article, old_text=desk.text, new_text=new_text, codings=chosen, original=b"bytes"
    )
    listed = [coding.id for coding in correction.unchanged]
    for some in (correction.moved, correction.doubtful, correction.lost):
        listed += [one.after.id for one in some]
    assert sorted(listed) == sorted(coding.id for coding in chosen)
    return correction


def code(desk: Records, words: str) -> Coding:
    return desk.coding(words, desk.codes[0])


def test_a_typo_before_them_moves_the_codings_and_changes_no_word(desk: Records) -> None:
    before, after = code(desk, "The council"), code(desk, "A joint board")

    correction = corrected(desk, LONG.replace("in the spring", "in the late spring"))

    assert [coding.id for coding in correction.unchanged] == [before.id]
    (moved,) = correction.moved
    assert (moved.before, moved.after.quote, moved.after.start) == (after, after.quote, after.start + 5)
    assert not correction.doubtful
    assert not correction.lost


def test_a_typo_inside_changes_the_quotation_and_what_stands_around_it(desk: Records) -> None:
    sentence = code(desk, "A joint board was to meet each month and to publish what it had spent.")
    new = LONG.replace("publish", "make public")

    (one,) = corrected(desk, new).doubtful or corrected(desk, new).moved

    assert one.before == sentence
    assert one.after.quote == "A joint board was to meet each month and to make public what it had spent."
    assert new[one.after.start : one.after.end] == one.after.quote
    assert (one.after.before, one.after.after) == (
        new[one.after.start - 32 : one.after.start], new[one.after.end : one.after.end + 32],
    )  # fmt: skip


def test_a_missing_paragraph_put_in_moves_everyones_codings(desk: Records) -> None:
    ours = code(desk, "Nobody outside the two bodies was asked.")
    theirs = desk.coding("they learnt of it from a newspaper", desk.codes[0], desk.ben)
    new = LONG.replace("\n", "\nA paragraph that the scan had left out.\n")

    correction = corrected(desk, new)

    assert [one.before for one in correction.moved] == [ours, theirs]
    assert all(new[one.after.start : one.after.end] == one.before.quote for one in correction.moved)
    assert correction.change_set.carries_others


def test_a_lost_coding_keeps_its_words_and_is_neither_deleted_nor_guessed(desk: Records) -> None:
    coding = replace(code(desk, "The unions said that they learnt of it from a newspaper."), memo="ask them")
    new = LONG.replace(" The unions said that they learnt of it from a newspaper.", "")

    (one,) = corrected(desk, new, [coding]).lost

    assert one.after.place == "lost"
    assert 0 <= one.after.start < one.after.end <= len(new)
    kept = replace(one.after, start=coding.start, end=coding.end, place="sure", modified=coding.modified)
    assert kept == coding


def test_a_passage_rewritten_past_recognition_is_doubtful_or_lost(desk: Records) -> None:
    code(desk, "A joint board was to meet each month and to publish what it had spent.")
    new = LONG.replace(
        "A joint board was to meet each month and to publish what it had spent.", "Its chair reports yearly, he added."
    )

    correction = corrected(desk, new)

    assert len(correction.doubtful) + len(correction.lost) == 1


def test_what_was_lost_is_found_again_when_its_words_come_back(desk: Records) -> None:
    coding = code(desk, "Nobody outside the two bodies was asked.")
    without = LONG.replace("Nobody outside the two bodies was asked. ", "")
    first = corrected(desk, without)
    lost = first.lost[0].after
    article = first.change_set.changes[0].after
    desk.article, desk.text = article, without  # type: ignore[assignment]

    (found,) = corrected(desk, LONG, [lost]).moved

    assert replace(found.after, modified=coding.modified) == coding


def test_what_was_doubtful_stays_so_until_somebody_confirms_it(desk: Records) -> None:
    doubtful = replace(code(desk, "The council"), place="doubtful")
    new = LONG + " End."

    (one,) = corrected(desk, new, [doubtful]).doubtful
    assert one.after == doubtful

    (change,) = confirm_place(coding=doubtful, text=new).changes
    assert change.after == replace(doubtful, place="sure", modified=change.after.modified)  # type: ignore[union-attr]
    assert not confirm_place(coding=replace(doubtful, place="sure"), text=new)
    with pytest.raises(Refused, match="nothing to confirm"):
        confirm_place(coding=replace(doubtful, place="lost"), text=new)


def test_two_codings_that_become_one_are_both_kept_and_one_is_listed(desk: Records) -> None:
    long, short = (
        code(desk, "Nobody outside the two bodies was asked."),
        code(desk, "Nobody outside the two bodies was asked"),
    )

    correction = corrected(desk, LONG.replace("asked.", "asked"), [short, long])

    after = {one.before.id: one.after for one in (*correction.moved, *correction.doubtful)}
    after.update((coding.id, coding) for coding in correction.unchanged)
    assert after[long.id].quote == short.quote
    assert (after[short.id].start, after[short.id].end) == (after[long.id].start, after[long.id].end)
    assert [one.before.id for one in correction.doubtful] == [long.id]


def test_the_article_takes_the_new_text_in_the_same_gesture(desk: Records) -> None:
    new = LONG.replace("spring", "autumn")

    change_set = corrected(desk, f"\ufeff{new}".replace("\n", "\r\n")).change_set

    assert change_set.changes[0] == Change(desk.article, replace(desk.article, text_sha256=text_sha256(new)))
    (text,) = change_set.texts
    assert (text.sha256, text.body, text.original) == (text_sha256(new), new, b"bytes")


def test_codings_of_other_articles_are_left_out(desk: Records) -> None:
    elsewhere = replace(code(desk, "The council"), article="another")

    change_set = correct_text(
        article=desk.article, old_text=LONG, new_text="Something else.", codings=[elsewhere]
    ).change_set

    assert len(change_set.changes) == 1


def test_the_same_text_an_empty_one_and_a_stale_one_correct_nothing(desk: Records) -> None:
    coding = code(desk, "The council")

    assert not corrected(desk, LONG).change_set
    assert corrected(desk, LONG).unchanged == (coding,)
    for nothing in ("", "\ufeff \n\u00a0"):
        with pytest.raises(Refused, match="empty"):
            corrected(desk, nothing)
    stale: Article = replace(desk.article, text_sha256=text_sha256("corrected by Ben"))
    with pytest.raises(Refused, match="corrected meanwhile"):
        correct_text(article=stale, old_text=LONG, new_text="x", codings=[coding])


def test_a_verdict_moves_with_the_words_it_was_passed_on(desk: Records) -> None:
    coding = code(desk, "A joint board")
    verdict = Verdict(
        id=new_id(), article=desk.article.id, kind="missing in B", code=coding.code, start=coding.start,
        end=coding.end, a_coder=coding.coder, a=coding.id, judged="sign", decision="A", coder=coding.coder,
        created=now(), modified=now(),
    )  # fmt: skip
    for new_text, words in ((f"Late news. {LONG}", "A joint board"), ("Nothing of it is left.", None)):
        made = correct_text(
            article=desk.article, old_text=LONG, new_text=new_text, codings=[coding], verdicts=[verdict]
        )  # fmt: skip
        (moved,) = [one.after for one in made.change_set.changes if isinstance(one.after, Verdict)]
        assert words in (None, new_text[moved.start : moved.end])
        assert 0 <= moved.start < moved.end <= len(new_text)
        assert replace(moved, start=verdict.start, end=verdict.end) == verdict, "the decision stays"
