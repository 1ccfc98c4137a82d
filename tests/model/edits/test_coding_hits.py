"""The analyst looks through what a search found and codes all of it at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import making
import pytest

from annotator.model.edits.coding_hits import code_hits
from annotator.model.errors import Refused
from annotator.model.keyword_in_context import ArticleHits, hits_in

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Coding
    from tests.model.edits.conftest import Records


def codings(change_set: ChangeSet) -> list[Coding]:
    return [cast("Coding", change.after) for change in change_set.changes]


def look_for(desk: Records, words: str) -> list[ArticleHits]:
    return [ArticleHits(desk.article, desk.text, tuple(hits_in(desk.text, words)))]


def test_every_hit_becomes_a_coding_in_one_gesture(desk: Records) -> None:
    code = replace(desk.code("Buying"), label="C3")

    coded = code_hits(found=look_for(desk, "it"), code=code, coder=desk.ann)

    assert [coding.quote for coding in codings(coded.change_set)] == ["It", "it", "it"]
    assert all(desk.text[one.start : one.end] == one.quote for one in codings(coded.change_set))
    assert (coded.change_set.label, coded.skipped) == ("Code 3 passages: C3 Buying", 0)


def test_a_sentence_with_several_hits_is_coded_once(desk: Records) -> None:
    coded = code_hits(found=look_for(desk, "it"), code=desk.code("Buying"), coder=desk.ann, as_sentences=True)

    assert [coding.quote for coding in codings(coded.change_set)] == [
        "It buys care for its area.", "Others may join it later, he said.",
    ]  # fmt: skip
    assert coded.change_set.label == "Code 2 passages: Buying"


def test_a_hit_across_two_sentences_takes_both(desk: Records) -> None:
    coded = code_hits(
        found=look_for(desk, '"decides. It"'), code=desk.code("Buying"), coder=desk.ann, as_sentences=True
    )

    assert [coding.quote for coding in codings(coded.change_set)] == ["The board decides. It buys care for its area."]
    assert coded.change_set.label == "Code 1 passage: Buying"


def test_what_is_coded_so_already_is_skipped_and_counted(desk: Records) -> None:
    code, other = desk.code("Buying"), desk.code("Area")
    around = desk.coding("It buys care", code)
    exact = desk.coding("it later", code)
    theirs, otherwise = desk.coding("its area", code, desk.ben), desk.coding("its area", other)

    coded = code_hits(
        found=look_for(desk, "it"), code=code, coder=desk.ann, existing=[around, exact, theirs, otherwise]
    )

    assert [coding.start for coding in codings(coded.change_set)] == [desk.text.index("its area")]
    assert coded.skipped == 2


def test_a_passage_across_the_end_of_a_coding_is_not_coded_so_yet(desk: Records) -> None:
    code = desk.code("Buying")
    existing = [desk.coding(words, code) for words in ("buys care for", "It buys", "care", "its area.")]

    def left(words: str) -> list[str]:
        coded = code_hits(found=look_for(desk, words), code=code, coder=desk.ann, existing=existing)
        return [coding.quote for coding in codings(coded.change_set)]

    assert left('"It buys care"') == ["It buys care"]
    assert left('"for its"') == ["for its"]
    assert left("area") == left("care") == left('"care for"') == []
    assert left("board") == ["board"]


def test_coding_the_same_search_twice_adds_nothing(desk: Records) -> None:
    code, found = desk.code("Buying"), look_for(desk, "it")
    first = code_hits(found=found, code=code, coder=desk.ann, as_sentences=True)

    again = code_hits(found=found, code=code, coder=desk.ann, as_sentences=True, existing=codings(first.change_set))

    assert not again.change_set
    assert again.skipped == 2


def test_a_code_that_only_groups_takes_no_hits(desk: Records) -> None:
    groups = replace(desk.code("Governance"), codable=False)

    with pytest.raises(Refused, match="only groups"):
        code_hits(found=look_for(desk, "it"), code=groups, coder=desk.ann)


def test_in_the_project_all_hits_come_and_go_as_one_step(tmp_path: Path) -> None:
    team = making.team(tmp_path)
    with team.project as project:
        making.add_article(project, "It decides.\nIt may join.", title="Another")
        before = making.everything(project)

        project.do(code_hits(found=project.find("it"), code=team.joins, coder=team.ann).change_set)
        assert project.counts_by_article() == {article.id: 2 for article in project.articles()}

        project.undo()
        assert making.everything(project) == before
