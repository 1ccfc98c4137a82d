"""How long comparing takes: five coders on a hundred articles with intervals, and a project of two as one opens it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from time import process_time
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from annotator.model.edits.agreed_work import Case, Standing
from annotator.model.edits.settling import adopt_matches, decide, reopen
from annotator.model.records import Code, Coder, Coding, Verdict
from annotator.model.settled import judgements
from annotator.reviewing.comparison import ArticleWork, compare
from annotator.reviewing.intervals import RUNS
from annotator.reviewing.plain_sentence import plain_sentence
from annotator.reviewing.several import SharedArticle, compare_several
from annotator.reviewing.worklist import worklist

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.reviewing.worklist import Worklist

pytestmark = pytest.mark.benchmark
WORDS = ("board", "decides", "who", "buys", "care", "area", "others", "join", "councils", "want", "one", "budget")
CODERS, CODES, CODINGS = [f"coder {at}" for at in range(5)], [f"code {at}" for at in range(30)], 60
SECONDS, SECONDS_OF_TWO, SECONDS_AFTER = 2.0, 0.3, 0.05
CHANCE = Random(20_260)


def text() -> str:
    """Forty paragraphs of four sentences, 17,000 characters."""

    def sentence() -> str:
        return " ".join(CHANCE.choice(WORDS) for _ in range(18)).capitalize() + "."

    return "\n".join(" ".join(sentence() for _ in range(4)) for _ in range(40))


def codings(article: str, words: str, coder: str) -> tuple[Coding, ...]:
    made = []
    for at in range(CODINGS):
        start = CHANCE.randrange(len(words) - 200)
        end = start + CHANCE.randrange(40, 200)
        made.append(Coding(id=f"{coder} {article} {at}", article=article, code=CHANCE.choice(CODES), coder=coder,
                           start=start, end=end, quote=words[start:end], created="", modified=""))  # fmt: skip
    return tuple(made)


def work(articles: int) -> list[SharedArticle]:
    texts = [text() for _ in range(articles)]
    return [SharedArticle(str(at), words, {coder: codings(str(at), words, coder) for coder in CODERS})
            for at, words in enumerate(texts)]  # fmt: skip


def spent(act: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds of this process that something takes, and what came of it."""
    began = process_time()
    found = act()
    return process_time() - began, found


def floor() -> float:
    """What the draws alone cost: so many runs weighting the sums of a hundred articles."""
    sums = np.ones((100, len(CODES), 10))
    drawn = np.random.default_rng(1).multinomial(100, np.full(100, 0.01), size=RUNS).astype(float)
    return spent(lambda: np.tensordot(drawn, sums, axes=1))[0]


@pytest.mark.parametrize("unit", ["sentence", "character"])
def test_a_hundred_articles_five_coders_thirty_codes(benchmark: Any, unit: Any) -> None:
    articles = work(100)

    seconds, found = benchmark.pedantic(spent, (lambda: compare_several(articles, CODERS, CODES, unit),), rounds=1)

    benchmark.extra_info.update({"CPU seconds": seconds, "draws alone": floor()})
    print(f"{unit}: {seconds:.2f} s of CPU, the draws alone {floor():.3f} s")
    assert len(found.pairs) == 10
    assert seconds <= SECONDS


def test_a_project_of_two_appears_and_follows_a_decision(benchmark: Any) -> None:
    articles = [ArticleWork(one.article, one.text, one.codings[CODERS[0]], one.codings[CODERS[1]]) for one in work(20)]
    scheme = [Code(id=code, name=code, position=at, colour="#112233", coder="", created="")
              for at, code in enumerate(CODES)]  # fmt: skip

    def appear() -> Worklist:
        compared = compare(articles, CODES)
        plain_sentence(compared, scheme)
        found = worklist(articles, dict(compared.compared), codes=scheme, verdicts=(), reviewer=CODERS[0],
                         coders=(CODERS[0], CODERS[1]))  # fmt: skip
        found.ordered()
        return found

    whole, listed = benchmark.pedantic(spent, (appear,), rounds=1)
    decided = decision(listed)
    after, followed = spent(lambda: listed.after(decided))

    print(f"{len(listed.listed)} differences: {whole:.3f} s of CPU, after a decision {after:.4f} s")
    assert followed.progress().decided == 1
    assert whole <= SECONDS_OF_TWO
    assert after <= SECONDS_AFTER


def test_a_thousand_matches_are_adopted_and_reopened_at_once(benchmark: Any) -> None:
    """In one article, where each verdict could bear on every other."""
    words, reviewer = "word " * 1_000, Coder(id="reviewer", name="R", created="")
    code = Code(id="code", name="Code", position=0, colour="#112233", coder="", created="")
    sides = [[replace(codings("0", words, coder)[0], id=f"{coder}{at}", code="code", start=at * 5, end=at * 5 + 4)
              for at in range(1_000)] for coder in CODERS[:2]]  # fmt: skip
    cases = [
        Case(article="0", text=words, kind="match", code=code, a=(a,), b=(b,), a_coder=CODERS[0], b_coder=CODERS[1])
        for a, b in zip(*sides, strict=True)
    ]

    adopting, gesture = benchmark.pedantic(
        spent, (lambda: adopt_matches(cases=cases, standing=Standing(), reviewer=reviewer),), rounds=1
    )

    made = [change.after for change in gesture.changes]
    verdicts = {one.a: one for one in made if isinstance(one, Verdict)}
    standing = Standing(
        agreed=tuple(one for one in made if isinstance(one, Coding)), agreed_coder=True,
        judgements=tuple(judgements(verdicts.values(), {one.id: one for side in sides for one in side})),
    )  # fmt: skip
    decided = [replace(case, verdict=verdicts[case.a[0].id]) for case in cases]
    reopening, _ = spent(lambda: reopen(cases=decided, standing=standing))
    print(f"adopted in {adopting:.2f} s of CPU, reopened in {reopening:.2f} s")
    assert adopting <= SECONDS
    assert reopening <= SECONDS


def decision(listed: Worklist) -> list[Verdict]:
    """What deciding on the first difference writes."""
    case = listed.case(listed.ordered()[0].key)
    reviewer = Coder(id=CODERS[0], name="A", created="")
    gesture = decide(case=case, standing=Standing(), decision="neither", reviewer=reviewer)
    return [change.after for change in gesture.changes if isinstance(change.after, Verdict)]
