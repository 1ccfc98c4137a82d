"""Figures of a comparison as the agreement table is given them, for tests."""

from __future__ import annotations

from dataclasses import replace

from annotator.ui.review.agreement_rows import Agreement, AgreementRow, ArticleColumn

GOVERNANCE, FUNDING = "#5635b6", "#53a70b"

DELEGATION = AgreementRow(
    "g3", "G3", "Delegation", GOVERNANCE, (6, 4, 9), 0.91, 0.31, 0.02, 0.55, 0.31, 0.35, 9, cells=(3, 1, 0)
)
BUDGET = AgreementRow(
    "g1", "G1", "Who answers for the budget", GOVERNANCE, (5, 3, 6), 0.93, 0.42, 0.10, 0.66, 0.42, 0.46, 5,
    cells=(1, 2, None),
)  # fmt: skip
PRESSURE = AgreementRow(
    "f8", "F8", "Social care funding pressure", FUNDING, (3, 0, 0), 0.97, -0.01, None, None, 0.0, 0.0, 3,
    "only Ann used this code", (1, None, 2),
)  # fmt: skip
NEVER_VARIED = AgreementRow(
    "f9", "F9", "Everything is about money", FUNDING, (0, 12, 0), 1.0, None, None, None, None, 1.0, 0,
    "undefined: no variation", (0, 0, 0),
)  # fmt: skip
POOLED = AgreementRow("", "", "", "", (14, 19, 15), 0.96, 0.66, 0.58, 0.73, 0.66, 0.68, 17)
ARTICLES = (
    ArticleColumn("first", "A mixed model"),
    ArticleColumn("second", "A duty passed on"),
    ArticleColumn("third", "The budget per head"),
)
AGREEMENT = Agreement((NEVER_VARIED, BUDGET, DELEGATION, PRESSURE), POOLED, ARTICLES, ("Ann", "Ben"))


def of_many_articles(number: int) -> Agreement:
    """Return figures of one code in this many articles; the later an article, the more is open in it."""
    row = replace(DELEGATION, cells=tuple(range(number)))
    articles = tuple(ArticleColumn(f"article {place}", f"Article {place}") for place in range(number))
    return replace(AGREEMENT, rows=(row,), articles=articles)


def of_three_coders() -> Agreement:
    """Return figures of three coders: what some coded, and what all coded."""
    row = replace(DELEGATION, counts=(8, 3))
    return Agreement((row,), replace(POOLED, counts=(20, 9)), ARTICLES, ("Ann", "Ben", "Cleo"))
