"""What a correction does to zones and quotations: they move, those whose text is gone go, no speaker goes silently."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.canonical import text_sha256
from annotator.model.edits.correcting import Correction, correct_text
from annotator.model.edits.correcting_found import LOOK_AGAIN
from annotator.model.records import Article, Quotation, Zone

OLD = (
    "Boards may share one budget\n\nPicture: a board at work\n\nThe two boards will buy care together from April.\n\n"
    "“We have argued about this for long enough,” the chair said. “Patients see one service.”\n\nIt goes to a vote. 👩‍⚕️"
)
CAPTION, QUOTE, SHORT = (
    "Picture: a board at work",
    "“We have argued about this for long enough,”",
    "“Patients see one service.”",
)
ARTICLE = Article(id="a", position=0, title="T", file="t.txt", text_sha256=text_sha256(OLD), coder="ann", created="")


def _zone(words: str) -> Zone:
    at = OLD.index(words)
    return Zone(id="z", article="a", start=at, end=at + len(words), kind="caption", created="")


def _quotation(words: str, **more: object) -> Quotation:
    at = OLD.index(words)
    quotation = Quotation(id=words[:9], article="a", start=at, end=at + len(words), kind="double", created="")
    return replace(quotation, **more)  # type: ignore[arg-type]


def _corrected(new: str, *found: Zone | Quotation) -> Correction:
    return correct_text(article=ARTICLE, old_text=OLD, new_text=new, codings=[], found_in_text=found)


def test_zones_and_quotations_move_along_with_a_missing_paragraph() -> None:
    zone, quotation = _zone(CAPTION), _quotation(QUOTE, speaker="the chair", confirmed=True, grade="sure")
    new = f"By a staff writer 👩‍⚕️\n\n{OLD}"
    correction = _corrected(new, zone, quotation)
    after = {type(change.record): change.after for change in correction.change_set.changes}
    moved_zone, moved = after[Zone], after[Quotation]
    assert isinstance(moved_zone, Zone)
    assert isinstance(moved, Quotation)
    assert new[moved_zone.start : moved_zone.end] == CAPTION
    assert new[moved.start : moved.end] == QUOTE
    assert (moved.speaker, moved.confirmed, moved.grade) == ("the chair", True, "sure")
    assert (correction.found.zones_moved, correction.found.quotations_moved) == (1, 1)
    assert not correction.found.speakers


def test_what_stands_before_the_corrected_words_does_not_change() -> None:
    correction = _corrected(OLD.replace("It goes to a vote.", "It goes to a vote in March."), _zone(CAPTION))
    assert [type(change.record) for change in correction.change_set.changes] == [Article]


def test_a_zone_whose_text_is_gone_goes_with_it_and_undo_brings_it_back() -> None:
    zone = _zone(CAPTION)
    correction = _corrected(OLD.replace(f"{CAPTION}\n\n", ""), zone)
    (change,) = [change for change in correction.change_set.changes if isinstance(change.record, Zone)]
    assert (change.before, change.after) == (zone, None)
    assert correction.found.zones_gone == 1
    assert correction.change_set.inverse().changes[0].after == zone


def test_a_confirmed_speaker_of_words_that_changed_is_a_guess_from_now_on_and_told() -> None:
    quotation = _quotation(SHORT, speaker="the chair", confirmed=True, grade="sure", reason="named by hand")
    correction = _corrected(OLD.replace(SHORT, "“Patients see one good service!”"), quotation)
    (after,) = [c.after for c in correction.change_set.changes if isinstance(c.record, Quotation)]
    assert isinstance(after, Quotation)
    assert (after.speaker, after.confirmed, after.grade, after.reason) == ("the chair", False, "guess", LOOK_AGAIN)
    (told,) = correction.found.speakers
    assert (told.speaker, told.before) == ("the chair", SHORT)
    assert "good service" in told.after


def test_a_confirmed_speaker_whose_words_are_gone_is_told_too() -> None:
    quotation = _quotation(SHORT, speaker="the chair", confirmed=True)
    correction = _corrected(OLD.replace(f" {SHORT}", ""), quotation, _quotation(QUOTE))
    assert correction.found.quotations_gone == 1
    assert [(one.speaker, one.after) for one in correction.found.speakers] == [("the chair", "")]


def test_what_belongs_to_another_article_is_left_alone() -> None:
    correction = _corrected(f"New.\n\n{OLD}", replace(_zone(CAPTION), article="b"))
    assert [type(change.record) for change in correction.change_set.changes] == [Article]


@given(cut=st.tuples(st.integers(0, 200), st.integers(0, 60)), put=st.text(max_size=30), spans=st.lists(
    st.tuples(st.integers(0, len(OLD) - 1), st.integers(1, 60)), max_size=6
))  # fmt: skip
def test_whatever_is_corrected_what_is_left_stands_in_the_text_and_undo_gives_back_the_rest(
    cut: tuple[int, int], put: str, spans: list[tuple[int, int]]
) -> None:
    new = OLD[: cut[0]] + put + OLD[sum(cut) :]
    found = [
        Zone(id=str(number), article="a", start=start, end=min(len(OLD), start + length), kind="box", created="")
        for number, (start, length) in enumerate(spans)
    ]
    article = replace(ARTICLE, text_sha256=text_sha256(OLD))
    change_set = correct_text(article=article, old_text=OLD, new_text=new, codings=[], found_in_text=found).change_set
    stored = next((text.body for text in change_set.texts), OLD)
    zones = {zone.id: zone for zone in found}
    for change in change_set.changes:
        if isinstance(change.record, Zone):
            assert change.before == zones.pop(change.record.id)
            if isinstance(change.after, Zone):
                zones[change.after.id] = change.after
    blank_before = {zone.id for zone in found if not OLD[zone.start : zone.end].strip()}
    for zone in zones.values():
        assert 0 <= zone.start < zone.end <= len(stored)
        assert zone.id in blank_before or stored[zone.start : zone.end].strip()
