"""What a colleague has built on is not pulled from under her: the sentence says who, what, and what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.errors import Refused
from annotator.model.records import AGREED_ID
from annotator.project.checking import check_project
from annotator.reviewing.comparison import ArticleWork
from annotator.reviewing.differences import compare_codings
from annotator.reviewing.worklist import worklist

if TYPE_CHECKING:
    from making import Team

    from annotator.model.records import Code, Coder
    from annotator.model.review_records import Decision


def refused_undo(team: Team, *says: str) -> None:
    """Ann's undo is refused in a sentence with these words, and nothing moves."""
    team.as_ann()
    before, steps = making.everything(team.project), team.project.history()
    with pytest.raises(Refused) as refusal:
        team.project.undo()
    for words in says:
        assert words in refusal.value.sentence
    assert "Nothing was changed" in refusal.value.sentence
    assert (making.everything(team.project), team.project.history()) == (before, steps)
    team.project.close()
    assert check_project(team.path) == []


def present(team: Team, code: Code) -> Code:
    return next(one for one in team.project.codes() if one.id == code.id)


def test_a_code_that_a_colleague_has_used_stays_until_it_is_deleted_or_merged(team: Team) -> None:
    project = team.project
    law = making.add_code(project, "Law")
    making.code(team.as_ben().project, team.article, 0, 9, law)
    team.as_ann()

    with pytest.raises(Refused, match=r"The code Law cannot go.*Ben has since done “Code passage: Law”.*delete"):
        project.undo()
    assert present(team, law) == law
    project.do(edits.delete_code(code=law, codes=project.codes(), codings=project.codings()))

    assert law.id not in {code.id for code in project.codes()}
    assert project.codings() == []


def test_a_code_under_which_a_colleague_hung_another_stays(team: Team) -> None:
    law = making.add_code(team.project, "Law")
    making.add_code(team.as_ben().project, "Bills", law)

    refused_undo(team, "sub-codes", "Ben", "Add code: Bills")


def test_a_code_on_which_a_colleague_wrote_a_memo_stays(team: Team) -> None:
    law = making.add_code(team.project, "Law")
    team.as_ben().project.do(edits.write_note(about="code", subject=law.id, text="good", coder=team.ben))

    refused_undo(team, "memos", "Ben", "Write memo on the code")


def test_a_description_that_a_colleague_changed_since_is_not_overwritten(team: Team) -> None:
    team.project.do(edits.describe_code(code=team.decides, definition="Which body."))
    team.as_ben().project.do(edits.describe_code(code=present(team, team.decides), definition="Which board."))

    refused_undo(team, "“Describe code: Who decides” cannot be taken back", "Ben")


def test_an_article_that_a_colleague_has_coded_stays_until_it_is_removed(team: Team) -> None:
    project = team.project
    second = making.add_article(project, "Another text.", "Second")
    making.code(team.as_ben().project, second, 0, 7, team.decides)
    team.as_ann()

    with pytest.raises(Refused, match=r"The article “Second” cannot go.*Ben.*remove it with its codings"):
        project.undo()
    project.do(edits.remove_article(article=second, codings=project.codings(articles=[second.id]), readings=[]))

    assert [article.title for article in project.articles()] == ["A briefing"]


def test_a_coding_carried_by_a_colleagues_merge_is_not_taken_back_half(team: Team) -> None:
    project = team.project
    making.code(project, team.article, 0, 9, team.decides)
    team.as_ben().project.do(
        edits.merge_codes(code=team.decides, into=team.joins, codes=project.codes(), codings=project.codings())
    )

    refused_undo(team, "Code passage: Who decides", "Ben", "Merge Who decides into Joining")


def test_a_deleted_coding_does_not_come_back_onto_a_code_that_is_gone(team: Team) -> None:
    project = team.project
    coding = making.code(project, team.article, 0, 9, team.decides)
    project.do(edits.remove_coding(coding=coding, code=team.decides))
    team.as_ben().project.do(edits.delete_code(code=team.decides, codes=project.codes(), codings=[]))

    refused_undo(team, "Ben has since done “Delete code: Who decides”")


def test_a_memo_does_not_come_back_on_an_article_that_is_gone(team: Team) -> None:
    project = team.project
    project.do(edits.write_note(about="article", subject=team.article.id, text="dull", coder=team.ann))
    (memo,) = project.memos()
    project.do(edits.write_note(about="article", subject=team.article.id, text="", coder=team.ann, existing=memo))
    team.as_ben().project.do(edits.remove_article(article=team.article, codings=[], readings=[]))

    refused_undo(team, "Ben has since done “Remove article”")


def test_two_coders_moves_cannot_hang_codes_in_a_ring(team: Team) -> None:
    project = team.project
    law = making.add_code(project, "Law", team.decides)
    project.do(edits.move_code(code=law, parent=None, position=0, codes=project.codes()))
    team.as_ben().project.do(
        edits.move_code(code=present(team, team.decides), parent=law.id, position=0, codes=project.codes())
    )

    refused_undo(team, "Law would hang below itself")


def test_what_was_taken_back_is_not_done_again_over_a_colleagues_change(team: Team) -> None:
    project = team.project
    project.do(edits.describe_code(code=team.decides, definition="Which body."))
    project.undo()
    team.as_ben().project.do(edits.describe_code(code=team.decides, definition="Which board."))
    before = making.everything(team.as_ann().project)

    with pytest.raises(Refused, match="“Describe code: Who decides” cannot be taken up again: Ben has since done"):
        project.redo()
    assert making.everything(project) == before


def test_undo_goes_on_where_nobody_built(team: Team) -> None:
    project = team.project
    making.code(project, team.article, 0, 9, team.decides)
    making.code(team.as_ben().project, team.article, 0, 9, team.decides)
    team.as_ann()

    project.undo()

    assert [coding.coder for coding in project.codings()] == [team.ben.id]


def decided(team: Team, reviewer: Coder, decision: Decision | None) -> None:
    """Decide on the one difference between Ann and Ben, or open it again."""
    project = team.project
    project.act_as(reviewer)
    text, codings = project.text(team.article.text_sha256), project.codings()
    a, b = (tuple(one for one in codings if one.coder == coder.id) for coder in (team.ann, team.ben))
    found = worklist(
        [ArticleWork(team.article.id, text, a, b)], {team.article.id: compare_codings(a, b)}, codes=project.codes(),
        verdicts=project.verdicts(), coders=(team.ann.id, team.ben.id), reviewer=reviewer.id,
    )  # fmt: skip
    (each,) = found.listed
    case, coders = found.case(each.key), [one.id for one in project.coders()]
    standing = found.standing([team.article.id], codings, coders)
    project.do(
        edits.reopen(cases=[case], standing=standing) if decision is None
        else edits.decide(case=case, standing=standing, decision=decision, reviewer=reviewer)
    )  # fmt: skip


def test_a_decision_does_not_come_back_beside_what_a_colleague_has_decided_since(team: Team) -> None:
    making.code(team.project, team.article, 0, 9, team.decides)
    making.code(team.as_ben().project, team.article, 0, 9, team.joins)
    decided(team, team.ann, "A")
    decided(team, team.ann, None)
    decided(team, team.ben, "B")
    assert [one.code for one in team.project.codings(coders=[AGREED_ID])] == [team.joins.id]

    refused_undo(team, "Ben has since done “Settle: ")


def test_a_decision_comes_back_where_a_colleague_has_decided_before(team: Team) -> None:
    making.code(team.project, team.article, 0, 9, team.decides)
    making.code(team.as_ben().project, team.article, 0, 9, team.joins)
    decided(team, team.ben, "B")
    decided(team, team.ann, "A")
    decided(team, team.ann, None)

    team.project.undo()

    assert [one.code for one in team.project.codings(coders=[AGREED_ID])] == [team.decides.id]
