"""From five codings of a code on, the analyst is shown the sentences that are most like them, and why."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from annotator.jobs.sample import sample_in
from annotator.model.nothing_to_code import paragraph_key
from annotator.model.suggesting import Sentence, Suggestion, sentences_of, suggest
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from annotator.model.records import Coding

POOLING = [
    "The council and the group agreed to pool their budgets.",
    "A pooled budget pays for care at home.",
    "Budgets were pooled under one agreement between council and group.",
    "The pooling of health and care budgets needs trust.",
    "One budget, pooled by both, is easier to spend.",
]
TEXT = (
    "Ministers may yet change the law before the election. Café owners pooled a small budget for the street.\n"
    "Trusts recruit nurses from abroad every winter. Councils hesitate to pool any larger budgets with hospitals.\n"
    "“Pooling’s fine,” she said. Nobody knows."
)


CODED = " ".join(POOLING)
ELSEWHERE = " ".join(f"{street} Street floods whenever rain number {street} comes down." for street in "ABCDEFGHIJKLM")
PASSAGES = {"coded": [(CODED.index(one), CODED.index(one) + 9) for one in POOLING]}


def among(text: str = TEXT, article: str = "a") -> list[Sentence]:
    """The sentences of an article, of the one in which pooling was coded, and of one about something else."""
    return [*sentences_of(article, text), *sentences_of("coded", CODED), *sentences_of("else", ELSEWHERE)]


def sign(suggestion: Suggestion, text: str = TEXT) -> tuple[str, str]:
    return suggestion.article, paragraph_key(text[suggestion.start : suggestion.end])


def test_the_sentences_most_like_the_coded_ones_come_first_with_the_words_that_matched() -> None:
    best, second, *rest = suggest(among(), PASSAGES)

    assert {TEXT[one.start : one.end] for one in (best, second)} == {
        "Councils hesitate to pool any larger budgets with hospitals.",
        "Café owners pooled a small budget for the street.",
    }
    assert 1 >= best.score >= second.score > 0
    council = best if TEXT.startswith("Councils", best.start) else second
    assert [TEXT[start:end] for start, end in council.words] == ["Councils", "pool", "budgets"]
    assert not [one for one in rest if one.score > second.score]


def test_nothing_is_suggested_from_fewer_than_five_codings_or_none_alike() -> None:
    assert suggest(among(), {"coded": PASSAGES["coded"][:4]}) == []
    assert suggest([*sentences_of("a", "The moon is made of cheese and honey."), *among("")], PASSAGES) == []
    assert suggest([], PASSAGES) == []


def test_a_headline_is_not_suggested() -> None:
    text = "Council and group pool their budgets\nCouncil and group pool their larger budgets."

    assert [text[one.start : one.end] for one in suggest(among(text), PASSAGES)] == [text.splitlines()[1]]


def test_what_is_coded_otherwise_steps_back() -> None:
    text = "The group pooled the budget of its council in April. The council pooled its trust with the group."
    unmarked = {one.start: one.score for one in suggest(among(text), PASSAGES)}

    otherwise = {"other": [(0, 40)]}
    known = [*among(text), *sentences_of("other", "In April the budget of the group was cut.")]
    marked = {one.start: one.score for one in suggest(known, PASSAGES, otherwise=otherwise, within=["a"])}

    assert marked.get(0, 0.0) / marked[text.index("The council")] < unmarked[0] / unmarked[text.index("The council")]


def test_what_is_coded_already_is_not_shown_and_what_was_rejected_comes_along_marked() -> None:
    best, second, *_ = suggest(among(), PASSAGES)

    left = suggest(
        among(), {**PASSAGES, "a": [(second.start + 3, second.start + 8)], "b": [(0, 999)]}, rejected={sign(best)},
        limit=0,
    )  # fmt: skip

    assert [(one.start, one.rejected) for one in left] == [(best.start, True)]


def test_a_rejected_sentence_stays_rejected_where_the_text_before_it_was_corrected() -> None:
    best = suggest(among(), PASSAGES)[0]
    corrected = f"A missing line.\n{TEXT}"

    there = suggest(among(corrected), PASSAGES, rejected={sign(best)})

    assert [corrected[one.start : one.end] for one in there if one.rejected] == [TEXT[best.start : best.end]]


def test_a_sentence_rejected_in_one_article_is_shown_in_another() -> None:
    best = suggest(among(), PASSAGES)[0]

    there = suggest(among(article="b"), PASSAGES, rejected={sign(best)})

    assert (best.start, False) in [(one.start, one.rejected) for one in there]


def test_the_list_is_as_long_as_asked_and_the_same_every_time() -> None:
    chance = random.Random(1)
    words = ["budget", "council", "pool", "care", "trust", "law", "nurse", "winter", "plan", "board", "home"]
    many = [Sentence("a", 50 * n, 50 * n + 40, " ".join(chance.choices(words, k=9)) + ".") for n in range(2_000)]

    first = suggest([*many, *among("")], PASSAGES, limit=30)

    assert len(first) == 30
    assert first == suggest(iter([*many, *among("")]), PASSAGES, limit=30)
    assert [one.score for one in first] == sorted((one.score for one in first), reverse=True)


def test_words_are_marked_where_they_stand_whatever_their_accents() -> None:
    coded = "Le cafe\u0301 régional décide du budget partagé. " * 5
    spans = {"coded": [(number * len(coded) // 5, number * len(coded) // 5 + 5) for number in range(5)]}
    text = "Un CAFÉ re\u0301gional partage son budget. Rien d'autre ne change ici aujourd'hui."

    best = suggest([*sentences_of("a", text), *sentences_of("coded", coded)], spans)[0]

    assert [text[start:end] for start, end in best.words] == ["CAFÉ", "re\u0301gional", "partage", "budget"]


def by_article(codings: Iterable[Coding]) -> dict[str, list[tuple[int, int]]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for coding in codings:
        spans.setdefault(coding.article, []).append((coding.start, coding.end))
    return spans


def touched(sentences: Iterable[Sentence | Suggestion], spans: Sequence[tuple[int, int]]) -> int:
    return sum(any(start < one.end and end > one.start for start, end in spans) for one in sentences)


def test_on_the_sample_it_finds_more_than_twice_what_chance_would(tmp_path: Path) -> None:
    """Families stand for codes, since no code of the sample has enough codings; each article is found from the rest."""
    with Project.open(sample_in(tmp_path), read_only=True) as project:
        texts = {article.id: project.text(article.text_sha256) for article in project.articles()}
        family = {code.id: code.parent for code in project.codes()}
        sentences = [sentence for article, text in texts.items() for sentence in sentences_of(article, text)]
        shown = right = alike = there = 0
        for coder in project.coders():
            codings = project.codings(coders=[coder.id])
            for chosen in dict.fromkeys(family[coding.code] for coding in codings):
                for left_out in texts:
                    known = [coding for coding in codings if coding.article != left_out]
                    own = by_article(coding for coding in known if family[coding.code] == chosen)
                    others = by_article(coding for coding in known if family[coding.code] != chosen)
                    spans = [
                        (coding.start, coding.end) for coding in codings
                        if coding.article == left_out and family[coding.code] == chosen
                    ]  # fmt: skip
                    found = suggest(sentences, own, otherwise=others, within=[left_out], limit=10)
                    if spans and found:
                        here = [one for one in sentences if one.article == left_out]
                        shown, there = shown + len(found), there + len(here)
                        right, alike = right + touched(found, spans), alike + touched(here, spans)

    assert shown > 250
    assert right / shown > 2.3 * alike / there
