"""Are the scheme and the articles of the sample whole, hard enough and our own?"""

import csv
import os
import re
from functools import cache
from pathlib import Path

import pytest

from annotator.shipped import shipped_folder

SEEDS = shipped_folder("seeds")
TEXT_ENDINGS = (".txt", ".csv", ".md")
FAMILIES = {
    "C": ("Commissioning model", 12, "#6bd4f9"),
    "G": ("Governance", 15, "#5635b6"),
    "F": ("Funding", 8, "#53a70b"),
    "W": ("Workforce", 7, "#fe838d"),
}
LABELS = [f"{family}{number}" for family, (_, count, _) in FAMILIES.items() for number in range(1, count + 1)]
KEYS = {"C11": "1", "C4": "2", "G3": "3", "G8": "4", "G1": "5", "G7": "6", "F1": "7", "F2": "8", "W2": "9"}
RUN = 8

Row = dict[str, str]


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@cache
def rows(name: str) -> list[Row]:
    return list(csv.DictReader(text_of(SEEDS / name).split("\n")))


@cache
def articles() -> dict[str, str]:
    return {path.name: text_of(path) for path in sorted((SEEDS / "articles").iterdir())}


def codes() -> list[Row]:
    return [row for row in rows("scheme.csv") if row["label"]]


def eight_word_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def shipped_texts() -> list[Path]:
    return [path for path in sorted(SEEDS.rglob("*")) if path.suffix in TEXT_ENDINGS]


# The scheme


def test_the_scheme_holds_the_42_labels_in_order_under_four_families() -> None:
    assert [row["label"] for row in codes()] == LABELS
    for letter, (family, count, _) in FAMILIES.items():
        inside = [row for row in codes() if row["path"].startswith(f"{family} > ")]
        assert [row["label"] for row in inside] == [f"{letter}{number}" for number in range(1, count + 1)]
    assert [row["path"] for row in rows("scheme.csv") if not row["label"]] == [name for name, _, _ in FAMILIES.values()]


def test_no_two_codes_share_a_name() -> None:
    for column in ("path", "short_name", "definition", "examples"):
        values = [row[column] for row in codes()]
        assert len(set(values)) == len(values), column


def test_each_family_stands_before_its_codes_and_lends_them_its_colour() -> None:
    seen: set[str] = set()
    for row in rows("scheme.csv"):
        family = row["path"].split(" > ")[0]
        assert row["path"] == family or family in seen
        seen.add(family)
        assert row["colour"] == {name: colour for name, _, colour in FAMILIES.values()}[family]


@pytest.mark.parametrize("row", rows("scheme.csv"), ids=lambda row: row["label"] or row["path"])
def test_a_code_says_what_it_takes_and_what_it_leaves(row: Row) -> None:
    for column in ("definition", "include", "exclude", "examples"):
        assert row[column].strip() == row[column] != ""
    assert row["definition"].endswith(".")
    assert row["examples"].endswith(".")
    assert row["codable"] == "true"
    assert set(re.findall(r"\b[CGFW]\d+\b", row["include"] + row["exclude"])) <= set(LABELS) - {row["label"]}


def test_short_names_fit_the_margin() -> None:
    assert [row["short_name"] for row in codes() if not 0 < len(row["short_name"]) <= 22] == []


def test_nine_codes_answer_to_the_digits() -> None:
    assert {row["label"]: row["key"] for row in rows("scheme.csv") if row["key"]} == KEYS


def test_no_example_is_taken_from_the_sample_articles() -> None:
    texts = set().union(*(eight_word_runs(text) for text in articles().values()))
    assert [row["label"] for row in codes() if eight_word_runs(row["examples"]) & texts] == []


# The articles


@pytest.mark.parametrize("path", shipped_texts(), ids=lambda path: path.name)
def test_every_text_is_plain_utf8_with_line_feeds(path: Path) -> None:
    text = text_of(path)
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("name", articles())
def test_an_article_has_the_length_of_a_briefing(name: str) -> None:
    assert 300 <= len(articles()[name].split()) <= 600


def test_metadata_names_each_article_by_its_headline() -> None:
    assert {row["file"]: row["title"] for row in rows("metadata.csv")} == {
        name: text.split("\n")[0] for name, text in articles().items()
    }
    assert {row["publication"] for row in rows("metadata.csv")} == {"Sample briefings"}
    assert all(re.search(r"By \[?a staff writer\b", text) for text in articles().values())


def test_a_date_is_given_only_where_the_article_prints_one() -> None:
    for row in rows("metadata.csv"):
        printed = re.search(r"^(\d{1,2}) (March|May|July),? (\d{4})", articles()[row["file"]], re.MULTILINE)
        months = {"March": "03", "May": "05", "July": "07"}
        date = f"{printed[3]}-{months[printed[2]]}-{int(printed[1]):02}" if printed else ""
        assert row["published"] == date
    assert "" in {row["published"] for row in rows("metadata.csv")}


@pytest.mark.parametrize(
    ("difficulty", "pattern"),
    {
        "headline in quotation marks": r"\A“",
        "by-line as a link": r"By \[[^\]]+\]\(#\)",
        "key points with bullets": r"(?m)^• .+\n• ",
        "indented key points": r"(?m)^  • ",
        "key points with hyphens": r"(?m)^- \D.+\n- ",
        "interview turn": r"(?m)^The chief executive: “",
        "interview question": r"(?m)^[^“\n]+\?$",
        "running quotation": r"(?m)^“[^”\n]+\n\n“[^”\n]+”$",
        "running quotation with single line ends": r"(?m)“[^”\n]+\n“[^”\n]+$",
        "running quotation broken by a link": r"(?m)^“[^”\n]+\nMore from the interview\n“[^”\n]+”$",
        "fragment in quotation marks": r"[a-z] “[^”.\n]+”[, ]",
        "term in single marks": r"‘[^’\n]+’",
        "words put in": r"“[^”\n]*\[[^\]]+\]",
        "ellipsis": "…",
        "straight marks": r'"[^"\n]+"',
        "straight single marks": r"'[^'\n]+'",
        "picture caption": r"(?m)^The chief executive\n\n[^.\n]+$",
        "related link": r"(?m)^Related: ",
        "closing link": r"(?m)^Exclusive: ",
        "sub-heading": r"(?m)^On management$",
        "page numbers": r"(?m)^- 1\n- 2\n",
        "what is being read": r"(?m)^Currently reading\n",
        "number of comments": r"(?m)^\d+ Readers' comments$",
        "emphasis": r"\*[^*\n]+\*",
        "no-break space in a sentence": r"\w\u00a0£",
        "no-break space at the end of a line": r"(?m)\u00a0$",
        "en dash as a dash": r" – \w",
        "en dash in a range of years": r"\d{4}–\d{2}\b",
        "pound sign": r"£\d",
        "paragraphs on single lines": r"\A[^\n]+\n[^\n]+\n[^\n]+\n",
    }.items(),
)
def test_the_articles_carry_what_makes_real_ones_hard(difficulty: str, pattern: str) -> None:
    assert any(re.search(pattern, text) for text in articles().values()), difficulty


# Our own words


@pytest.mark.skipif("ANNOTATOR_REAL_ARTICLES" not in os.environ, reason="the real articles are not at hand")
@pytest.mark.parametrize("path", shipped_texts(), ids=lambda path: path.name)
def test_no_run_of_eight_words_comes_from_the_real_articles(path: Path) -> None:
    real = sorted(Path(os.environ["ANNOTATOR_REAL_ARTICLES"]).glob("*.txt"))
    assert real
    foreign = set().union(*(eight_word_runs(text_of(article)) for article in real))
    assert eight_word_runs(text_of(path)) & foreign == set()
