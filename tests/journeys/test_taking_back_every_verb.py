"""What a command or script did to the project is taken back and done again in the window, verb by verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from journeys.analyst import SENTENCE
from making import everything

from annotator.model import edits
from annotator.model.edits.agreed_work import Case, Standing
from annotator.model.edits.articles import NewArticle
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.analyst import Analyst

    from annotator.model.changes import ChangeSet
    from annotator.model.records import Code, Coder, Coding


def _code(project: Project, label: str) -> Code:
    return next(code for code in project.codes() if label in (code.label, code.name))


def _coding(project: Project) -> Coding:
    return project.codings()[0]


def _who(project: Project) -> Coder:
    assert project.coder is not None
    return project.coder


def _code_passage(project: Project) -> ChangeSet:
    article = project.articles()[1]
    return edits.code_passage(
        article=article, text=project.text(article.text_sha256), start=0, end=5, code=_code(project, "G3"),
        coder=_who(project),
    )  # fmt: skip


def _turn_down(project: Project) -> ChangeSet:
    return edits.decline_suggestion(
        article=project.articles()[0], sentence=SENTENCE, code=_code(project, "G3"), coder=_who(project)
    )


def _group(project: Project) -> ChangeSet:
    return edits.add_group(name="Pilot", groups=project.groups(), coder=_who(project), articles=project.articles())


def _describe(project: Project) -> ChangeSet:
    """Say of both articles in one gesture what they are."""
    project.do(edits.add_field(name="Beds", kind="number", fields=(), coder=_who(project)), kind="setup")
    said = edits.Description(facts={"publication": "Notes"}, values={project.fields()[0].id: "12"})
    return edits.describe_articles(
        articles=project.articles(), said=said, groups=(), memberships=(), fields=project.fields(), values=()
    )


def _case(project: Project) -> Case:
    """Ann's coding, which Ben has not."""
    who = _who(project)
    ben, _ = project.join("Ben")
    project.act_as(who)
    coding, article = _coding(project), project.articles()[0]
    return Case(
        article=article.id, text=project.text(article.text_sha256), kind="missing in B", code=_code(project, "C11"),
        a=(coding,), b=(), a_coder=who.id, b_coder=ben.id,
    )  # fmt: skip


def _settle(project: Project) -> ChangeSet:
    return edits.decide(case=_case(project), standing=Standing(), decision="A", reviewer=_who(project))


def _open_round(project: Project) -> ChangeSet:
    _case(project)
    return edits.open_round(name="Pilot", coders=project.coders(), rounds=[], coder=_who(project))


VERBS: dict[str, Callable[[Project], ChangeSet]] = {
    "code": _code_passage,
    "recode": lambda p: edits.recode(coding=_coding(p), code=_code(p, "G3")),
    "remove": lambda p: edits.remove_coding(coding=_coding(p), code=_code(p, "C11")),
    "memo": lambda p: edits.write_memo(coding=_coding(p), memo="by script"),
    "unsure": lambda p: edits.mark_unsure(coding=_coding(p), unsure=True),
    "stance": lambda p: edits.set_stance(coding=_coding(p), stance="opposes"),
    "add a code": lambda p: edits.add_code(name="Joint accounts", codes=p.codes(), coder=_who(p)),
    "rename a code": lambda p: edits.rename_code(code=_code(p, "C11"), name="Mixed forms", codes=p.codes()),
    "move a code": lambda p: edits.move_code(
        code=_code(p, "C11"), parent=_code(p, "Governance").id, position=0, codes=p.codes()
    ),
    "merge a code with codings": lambda p: edits.merge_codes(
        code=_code(p, "C11"), into=_code(p, "C4"), codes=p.codes(), codings=p.codings()
    ),
    "delete a code with codings": lambda p: edits.delete_code(
        code=_code(p, "C11"), codes=p.codes(), codings=p.codings()
    ),
    "import": lambda p: edits.import_articles(
        articles=[NewArticle(title="New", file="new.txt", text="New.")], coder=_who(p), position=2
    ),
    "remove an article": lambda p: edits.remove_article(
        article=p.articles()[0], codings=p.codings(articles=[p.articles()[0].id]), readings=[]
    ),
    "title an article": lambda p: edits.set_metadata(article=p.articles()[0], title="One budget for two"),
    "set aside": lambda p: edits.set_aside(
        article=p.articles()[0], text=p.text(p.articles()[0].text_sha256), start=0, end=6, coder=_who(p)
    ),
    "say who speaks": lambda p: edits.mark_quotation(
        article=p.articles()[0], text=p.text(p.articles()[0].text_sha256), start=0, end=6, speaker="A", coder=_who(p)
    ),
    "turn down a suggestion": _turn_down,
    "bring back a suggestion": lambda p: edits.bring_back_suggestion(declined=p.declined()[0], code=_code(p, "G3")),
    "an interview": lambda p: edits.set_interview(
        article=p.articles()[0], text="Who pays?", speaker="A", coder=_who(p), quotations=[], zones=[]
    ),
    "a form of a name": lambda p: edits.add_form(
        article=p.articles()[0], name="Ida Moor", form="the chair", people=[], quotations=[], coder=_who(p)
    ),
    "take suggested facts": lambda p: edits.take_facts(
        articles=p.articles(), facts={one.id: {"published": "2016-05-19"} for one in p.articles()}
    ),
    "gather in a group": _group,
    "add a field": lambda p: edits.add_field(name="Beds", kind="number", fields=(), coder=_who(p)),
    "describe several": _describe,
    "settle": _settle,
    "discuss": lambda p: edits.discuss(case=_case(p), reviewer=_who(p)),
    "open a round": _open_round,
    "freeze a round": lambda p: edits.freeze_round(coding_round=p.rounds()[0], figures="{}"),
    "answer": lambda p: edits.answer_verdict(verdict=p.verdicts()[0], text="Quite so.", coder=_who(p)),
    "look": lambda p: edits.look_at_others(article=p.articles()[0], readings=[], coder=_who(p)),
    "finish": lambda p: edits.finish_reading(articles=p.articles(), readings=[], coder=_who(p)),
}
BEFORE = {"bring back a suggestion": _turn_down, "freeze a round": _open_round, "answer": _settle}
SET_UP = ("field", "coder")


@pytest.mark.parametrize("name", VERBS)
def test_the_window_takes_it_back_and_does_it_again(ann: Analyst, name: str) -> None:
    ann.press("J", "J", "1")
    if name in BEFORE:
        ann.project.do(BEFORE[name](ann.project))
    before = everything(ann.project)
    with Project.open(ann.project.path) as script:
        script.join("Ann")
        verb = VERBS[name](script)
        before |= {one: everything(script)[one] for one in SET_UP}  # what a gesture needs may have been set up for it
        script.do(verb)
    ann.workspace.session.follow()
    after = everything(ann.project)
    assert after != before
    _shows_what_is_there(ann)
    ann.press("Ctrl+Z")
    assert everything(ann.project) == before, ann.notice()
    assert [coding.quote for coding in ann.project.codings(coders=[_who(ann.project).id])] == [SENTENCE]
    _shows_what_is_there(ann)
    ann.press("Ctrl+Shift+Z")
    assert everything(ann.project) == after, ann.notice()
    _shows_what_is_there(ann)


def _shows_what_is_there(ann: Analyst) -> None:
    """Compare everything in memory and in the widgets with the file."""
    desk, project = ann.workspace.desk, ann.project
    assert desk.articles == {article.id: article for article in project.articles()}
    assert desk.codes == {code.id: code for code in project.codes()}
    assert desk.article is not None
    assert desk.article.id in desk.articles
    me = [_who(project).id]
    own = {coding.id: coding for coding in project.codings(articles=[desk.article.id], coders=me)}
    assert desk.codings == own
    assert set(ann.window.page.view.codings.marks) == set(own)
    assert {code: number for code, number in desk.everywhere.items() if number} == project.counts_by_code(coders=me)
    assert {article: number for article, number in desk.by_article.items() if number} == project.counts_by_article(
        coders=me
    )
    kept = desk.library
    assert (kept.groups, kept.memberships) == (project.groups(), project.memberships())
    assert (kept.fields, kept.values) == (project.fields(), project.field_values())
    families = {code.parent for code in project.codes()}
    assert ann.window.page.codes.model.all_number() == sum(code.id not in families for code in project.codes())
    assert ann.window.page.articles.shown_articles() == [article.id for article in project.articles()]
