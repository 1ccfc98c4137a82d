"""An analyst reads a quote with the sentences around it and finds it again by its paragraph."""

import pytest

from annotator.exporting.article_text import ArticleText

TEXT = "Headline\n\nOne is here. Two 😀 is here. Three is here.\nFour is here. Five is here.\n"


def around(words: str, count: int) -> tuple[str, str]:
    start = TEXT.index(words)
    article = ArticleText(TEXT)
    return article.before(start, count), article.after(start + len(words), count)


def test_without_context_nothing_stands_around() -> None:
    assert around("Three is here.", 0) == ("", "")


def test_a_whole_sentence_has_its_neighbours_around_it() -> None:
    assert around("Three is here.", 1) == ("Two 😀 is here. ", "\nFour is here.")


def test_the_rest_of_the_own_sentence_belongs_to_the_context() -> None:
    assert around("is here. Three", 1) == ("One is here. Two 😀 ", " is here.\nFour is here.")


def test_context_stops_only_at_the_ends_of_the_article() -> None:
    assert around("Four", 9) == (TEXT[: TEXT.index("Four")], " is here. Five is here.")
    assert around("Headline", 1) == ("", "\n\nOne is here.")


@pytest.mark.parametrize("count", range(5))
@pytest.mark.parametrize("words", ["Headline", "here. Two", "😀", "Five is here.", "\n\n"])
def test_context_and_passage_together_are_one_stretch_of_the_article(words: str, count: int) -> None:
    before, after = around(words, count)
    assert f"{before}{words}{after}" in TEXT


def test_paragraphs_are_the_lines_with_something_in_them() -> None:
    article = ArticleText("Headline\n\n  \nFirst.\nSecond.\n")
    places = [article.body.index(words) for words in ("Headline", "First", "Second", "nd.")]
    assert [article.paragraph(place) for place in places] == [1, 2, 3, 3]


def test_a_text_of_nothing_but_space_has_no_context() -> None:
    assert (ArticleText(" \n").before(1, 3), ArticleText(" \n").after(1, 3), ArticleText("").paragraph(0)) == (
        "",
        "",
        1,
    )
