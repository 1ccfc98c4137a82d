"""An analyst gathers articles in groups and gives them values of her own; what does not fit is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import making
import pytest

from annotator.model import edits
from annotator.model.errors import Refused
from annotator.model.field_values import misfit
from annotator.model.records import Field

if TYPE_CHECKING:
    from pathlib import Path

    from making import Team

    from annotator.model.records import Article, FieldKind


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A project with two articles."""
    made = making.team(tmp_path)
    making.add_article(made.project, "Another text.", "Another")
    return made


def field(kind: FieldKind, choices: str = "") -> Field:
    return Field(id="f", name="Region", kind=kind, choices=choices, position=0, coder="a", created="2016-05-19T00:00Z")


def add_region(team: Team, choices: str = "North\nSouth") -> Field:
    project = team.project
    project.do(edits.add_field(name="Region", kind="choice", choices=choices, fields=project.fields(), coder=team.ann))
    return project.fields()[-1]


def fill(team: Team, articles: list[Article], value: str) -> None:
    project = team.project
    one = project.fields()[0]
    project.do(edits.set_value(field=one, articles=articles, value=value, values=project.field_values()))


def test_an_article_is_in_two_groups_and_each_keeps_its_order(team: Team) -> None:
    project = team.project
    first, second = project.articles()
    project.do(edits.add_group(name=" Pilot  study ", groups=(), coder=team.ann, articles=[second]))
    project.do(edits.add_group(name="Year one", groups=project.groups(), coder=team.ann, articles=[first]))
    pilot, year = project.groups()
    assert (pilot.name, pilot.position, year.position) == ("Pilot study", 0, 1)
    for group, articles in ((pilot, [first, second]), (year, [second])):
        project.do(edits.put_in_group(group=group, articles=articles, memberships=project.memberships()))
    gathered = [(one.group, one.article) for one in project.memberships()]
    assert [article for group, article in gathered if group == pilot.id] == [second.id, first.id]
    assert [article for group, article in gathered if group == year.id] == [first.id, second.id]
    assert project.undo_label() == "Put 1 article into “Year one”"


def test_putting_in_what_is_in_changes_nothing(team: Team) -> None:
    project = team.project
    project.do(edits.add_group(name="Pilot", groups=(), coder=team.ann, articles=project.articles()))
    again = edits.put_in_group(
        group=project.groups()[0], articles=project.articles(), memberships=project.memberships()
    )
    assert not again


@pytest.mark.parametrize(
    ("name", "why"), [("  ", "needs a name"), ("pilot", "a group “pilot” already"), ("x" * 81, "80 characters")]
)
def test_a_group_without_a_name_of_its_own_is_refused(team: Team, name: str, why: str) -> None:
    project = team.project
    project.do(edits.add_group(name="Pilot", groups=(), coder=team.ann))
    with pytest.raises(Refused, match=why):
        edits.add_group(name=name, groups=project.groups(), coder=team.ann)


def test_deleting_a_group_leaves_its_articles_and_undo_fills_it_again(team: Team) -> None:
    project = team.project
    project.do(edits.add_group(name="Pilot", groups=(), coder=team.ann, articles=project.articles()))
    before = making.everything(project)
    project.do(edits.delete_group(group=project.groups()[0], memberships=project.memberships()))
    assert (project.groups(), project.memberships(), len(project.articles())) == ([], [], 2)
    project.undo()
    assert making.everything(project) == before


@pytest.mark.parametrize(
    ("one", "value", "why"),
    [
        (field("number"), "twelve", "“twelve” is no number"),
        (field("number"), "1,250", "no number"),
        (field("number"), "١٢", "no number"),
        (field("date"), "19 May 2016", "no date"),
        (field("date"), "2016-02-30", "no date"),
        (field("date"), "20160519", "no date"),
        (field("choice", "North\nSouth"), "East", "no choice of “Region”.*North, South"),
        (field("text"), "x" * 2001, "2,000 characters"),
    ],
)
def test_a_value_of_another_kind_is_refused_in_a_sentence(team: Team, one: Field, value: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        edits.set_value(field=one, articles=team.project.articles(), value=value, values=())


@pytest.mark.parametrize(
    ("one", "value"),
    [(field("number"), "-3.50"), (field("number"), "0"), (field("date"), "2016-02-29"), (field("text"), "any"),
     (field("choice", "North\nSouth"), "South"), (field("date"), "")],
)  # fmt: skip
def test_a_value_of_the_kind_fits(one: Field, value: str) -> None:
    assert misfit(one, value) == ""


def test_a_choice_is_kept_as_the_field_spells_it(team: Team) -> None:
    add_region(team)
    fill(team, team.project.articles(), " north ")
    assert [one.value for one in team.project.field_values()] == ["North", "North"]


def test_a_choice_with_another_name_takes_its_values_along(team: Team) -> None:
    project, region = team.project, add_region(team)
    fill(team, project.articles(), "North")
    change = edits.change_field(
        field=region, name="Part", kind="choice", choices="The north\nSouth", fields=project.fields(),
        values=project.field_values(),
    )  # fmt: skip
    project.do(change)
    assert [one.name for one in project.fields()] == ["Part"]
    assert {one.value for one in project.field_values()} == {"The north"}
    project.undo()
    assert {one.value for one in project.field_values()} == {"North"}


@pytest.mark.parametrize(("kind", "choices"), [("number", ""), ("choice", "South\nEast\nWest")])
def test_a_field_cannot_become_one_that_its_values_do_not_fit(team: Team, kind: FieldKind, choices: str) -> None:
    project, region = team.project, add_region(team)
    fill(team, project.articles(), "North")
    with pytest.raises(Refused, match="2 articles would hold “North”"):
        edits.change_field(
            field=region, name="Region", kind=kind, choices=choices, fields=project.fields(),
            values=project.field_values(),
        )  # fmt: skip


def test_one_choice_is_no_choice(team: Team) -> None:
    with pytest.raises(Refused, match="at least two"):
        add_region(team, "North\n north ")


def test_several_articles_are_described_in_one_step(team: Team) -> None:
    project = team.project
    add_region(team)
    project.do(edits.add_group(name="Pilot", groups=(), coder=team.ann, articles=project.articles()[:1]))
    before = making.everything(project)
    region, pilot = project.fields()[0], project.groups()[0]
    said = edits.Description(facts={"publication": "The Weekly"}, values={region.id: "south"}, into=(pilot.id,))
    change = edits.describe_articles(
        articles=project.articles(), said=said, groups=project.groups(), memberships=project.memberships(),
        fields=project.fields(), values=project.field_values(),
    )  # fmt: skip
    assert change.label == "Describe 2 articles"
    project.do(change)
    assert {article.publication for article in project.articles()} == {"The Weekly"}
    assert [one.value for one in project.field_values()] == ["South", "South"]
    assert len(project.memberships()) == 2
    project.undo()
    assert making.everything(project) == before
