"""What stands between quotation marks, whatever the house style, is found from mark to mark."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing.real_articles import FOLDER, real_articles

from annotator.importing.speech.quotation_spans import quotation_spans


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotation_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “yes” and “no”.", ["“yes”", "“no”"]),
        ('She said "yes" and "no".', ['"yes"', '"no"']),
        ("A ‘mixed model’ for the trusts’ boards.", ["‘mixed model’"]),
        ("The '90s were 'good' years for GPs' boards.", ["'good'"]),
        ("'We don't know,' she said, 'what the boards' plan is.'", ["'We don't know,'", "'what the boards' plan is.'"]),
        ("“They said ‘never’ to us,” he said.", ["“They said ‘never’ to us,”", "‘never’"]),
        ("“We said “no” to that,” he said.", ["“We said “no” to that,”", "“no”"]),
        ("«\u00a0Oui\u00a0», a dit la ministre.", ["«\u00a0Oui\u00a0»"]),
        ("„Ja“, sagte sie. »Nein«, sagte er.", ["„Ja“", "»Nein«"]),
        ("It is 5\" long and 6' high; rock ’n’ roll; ’tis.", []),
        ("• “A key point”", ["“A key point”"]),
        ('“Half curly," she said.', ['“Half curly,"']),
        ("“” and \"\" hold nothing.", []),
        ("“Not closed", ["“Not closed"]),
    ],
)  # fmt: skip
def test_marks_of_every_style(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(("opens", "closes"), ["“”", '""', "‘’", "''"])
def test_a_running_quotation_closes_in_its_last_paragraph_only(opens: str, closes: str) -> None:
    text = f"He said: {opens}One.  \n\n{opens}Two.\nRelated\n{opens}Three.{closes} He left."

    assert quoted(text) == [f"{opens}One.", f"{opens}Two.", f"{opens}Three.{closes}"]
    assert [span.kind for span in quotation_spans(text)] == ["running", "running", "quotation"]


@given(st.text(alphabet="“”‘’\"'«»„ aB.,s\n5", max_size=200))
def test_whatever_stands_there_spans_hold_their_marks_and_do_not_cross(text: str) -> None:
    found = quotation_spans(text)

    assert found == sorted(found, key=lambda span: (span.start, -span.end))
    for span in found:
        assert text[span.start] in "“\"‘'«„»‹"
        assert "\n" not in text[span.start : span.end]
        assert text[span.start : span.end] == text[span.start : span.end].strip()
    for one, other in pairwise(found):
        assert other.start >= one.end or other.end <= one.end


@pytest.mark.skipif(not FOLDER, reason="needs ANNOTATOR_REAL_ARTICLES")
def test_every_span_of_the_real_articles_is_exact() -> None:
    articles = real_articles()

    assert sum(len(article.judged["quotations"]) for article in articles) == 100
    for article in articles:
        judged = [(one["start"], one["end"]) for one in article.judged["quotations"]]
        assert sorted((span.start, span.end) for span in quotation_spans(article.text)) == sorted(judged)
