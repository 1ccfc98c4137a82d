"""From five codings of a code on, the analyst is shown the sentences that are most like them, and why."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from annotator.jobs.sample import sample_in
from annotator.model.suggesting import Sentence, Suggestion, sentences_of, suggest
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

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


def shown(suggestions: list[Suggestion], text: str = TEXT) -> list[str]:
    return [text[one.start : one.end] for one in suggestions]


def test_the_sentences_most_like_the_coded_ones_come_first_with_the_words_that_matched() -> None:
    best, second, *rest = suggest(POOLING, sentences_of("a", TEXT))

    assert {TEXT[one.start : one.end] for one in (best, second)} == {
        "Councils hesitate to pool any larger budgets with hospitals.",
        "Café owners pooled a small budget for the street.",
    }
    assert 1 >= best.score >= second.score > 0
    council = best if TEXT.startswith("Councils", best.start) else second
    assert [TEXT[start:end] for start, end in council.words] == ["Councils", "pool", "budgets"]
    assert not [one for one in rest if one.score > second.score]


def test_nothing_is_suggested_from_fewer_than_five_codings_or_none_alike() -> None:
    assert suggest(POOLING[:4], sentences_of("a", TEXT)) == []
    assert suggest(["Geology of the moon, in short."] * 5, sentences_of("a", TEXT)) == []
    assert suggest(["...", "the", "£5", "", "2017"], sentences_of("a", TEXT)) == []
    assert suggest(POOLING, []) == []


def test_what_was_rejected_or_is_coded_already_is_not_shown_again() -> None:
    best, second, *_ = suggest(POOLING, sentences_of("a", TEXT))

    left = suggest(
        POOLING, sentences_of("a", TEXT), rejected={("a", best.start, best.end)},
        coded={"a": [(second.start + 3, second.start + 8)], "b": [(0, 999)]},
    )  # fmt: skip

    assert best.start not in [one.start for one in left]
    assert second.start not in [one.start for one in left]


def test_a_place_rejected_in_one_article_is_shown_in_another() -> None:
    best = suggest(POOLING, sentences_of("a", TEXT))[0]

    there = suggest(POOLING, sentences_of("b", TEXT), rejected={("a", best.start, best.end)})

    assert (best.start, best.end) in [(one.start, one.end) for one in there]


def test_the_list_is_as_long_as_asked_and_the_same_every_time() -> None:
    chance = random.Random(1)
    words = ["budget", "council", "pool", "care", "trust", "law", "nurse", "winter", "plan", "board", "home"]
    many = [Sentence("a", 50 * n, 50 * n + 40, " ".join(chance.choices(words, k=9))) for n in range(2_000)]

    first = suggest(POOLING, many, limit=30)

    assert len(first) == 30
    assert first == suggest(list(POOLING), iter(many), limit=30)
    assert [one.score for one in first] == sorted((one.score for one in first), reverse=True)


def test_words_are_marked_where_they_stand_whatever_their_accents() -> None:
    passages = ["Le cafe\u0301 régional décide du budget partagé."] * 5
    text = "Un CAFÉ re\u0301gional partage son budget. Rien d'autre ne change ici aujourd'hui."

    best = suggest(passages, sentences_of("a", text))[0]

    assert [text[start:end] for start, end in best.words] == ["CAFÉ", "re\u0301gional", "partage", "budget"]


def test_on_the_sample_it_finds_twice_what_chance_would(tmp_path: Path) -> None:
    """Families stand for codes, since no code of the sample has enough codings; each article is found from the rest."""
    with Project.open(sample_in(tmp_path), read_only=True) as project:
        texts = {article.id: project.text(article.text_sha256) for article in project.articles()}
        family = {code.id: code.parent for code in project.codes()}
        sentences = [sentence for article, text in texts.items() for sentence in sentences_of(article, text)]
        shown = right = alike = there = 0
        for coder in project.coders():
            codings = project.codings(coders=[coder.id])
            for chosen in dict.fromkeys(family[coding.code] for coding in codings):
                own = [coding for coding in codings if family[coding.code] == chosen]
                for left_out in texts:
                    known = [coding.quote for coding in own if coding.article != left_out]
                    spans = [(coding.start, coding.end) for coding in own if coding.article == left_out]
                    elsewhere = {article: [(0, len(text))] for article, text in texts.items() if article != left_out}
                    found = suggest(known, sentences, coded=elsewhere, limit=10)
                    if spans and found:
                        here = [one for one in sentences if one.article == left_out]
                        shown, there = shown + len(found), there + len(here)
                        right += sum(any(s < one.end and e > one.start for s, e in spans) for one in found)
                        alike += sum(any(s < one.end and e > one.start for s, e in spans) for one in here)

    assert shown > 300
    assert right / shown > 1.9 * alike / there
