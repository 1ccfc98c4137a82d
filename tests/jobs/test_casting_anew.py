"""A form of a name that an analyst types settles who speaks where the rules could not know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.importing.found_in_text import find_in_text
from annotator.jobs.casting_anew import with_speakers_anew
from annotator.model import edits
from annotator.model.edits.articles import NewArticle
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.model.changes import ChangeSet

TEXT = """The boards of two towns met on Tuesday.

“We will share one budget,” said Ida Moor. “It is time.”

“The money is not the point,” the leader of the northern group said. “Patients are.” She added that “nobody loses”.

“I doubt that,” said Ben Rowe.
"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "cast.annotator") as made:
        coder, _ = made.join("Ann")
        made.act_as(coder)
        found = find_in_text(TEXT, ())
        new = NewArticle(title="Boards", file="boards.txt", text=TEXT, zones=found.zones, quotations=found.quotations)
        made.do(edits.import_articles(articles=[new], coder=coder, position=0))
        yield made


def speakers(project: Project) -> dict[str, str]:
    said = sorted(project.quotations(), key=lambda one: one.start)
    return {TEXT[one.start : one.end][1:9]: one.speaker for one in said if one.kind != "reported"}


def anew(project: Project, gesture: ChangeSet) -> None:
    project.do(with_speakers_anew(
        gesture, text=TEXT, people=project.people(), quotations=project.quotations(), zones=project.zones()
    ))  # fmt: skip


def add_form(project: Project, name: str, form: str) -> None:
    article, coder = project.articles()[0], project.coder
    assert coder is not None
    anew(project, edits.add_form(
        article=article, name=name, form=form, people=project.people(), quotations=project.quotations(), coder=coder
    ))  # fmt: skip


LEADER = "the leader of the northern group"


def test_a_form_settles_all_that_stands_for_it_and_undo_takes_it_back(project: Project) -> None:
    before = speakers(project)
    assert before == dict.fromkeys(("We will ", "It is ti", "The mone", "Patients", "nobody l"), "Ida Moor") | {
        "I doubt ": "Ben Rowe"
    }, "the rules take the leader for whoever spoke before"
    add_form(project, "Cy Poole", LEADER)
    assert speakers(project) == before | dict.fromkeys(("The mone", "Patients", "nobody l"), "Cy Poole")
    project.undo()
    assert (speakers(project), project.people()) == (before, [])


def test_without_its_form_the_rules_say_who_it_is_as_before(project: Project) -> None:
    before = speakers(project)
    add_form(project, "Cy Poole", LEADER)
    anew(project, edits.remove_form(person=project.people()[0], form=LEADER))
    assert speakers(project) == before


def test_what_was_confirmed_or_named_by_hand_stays(project: Project) -> None:
    coder, said = project.coder, sorted(project.quotations(), key=lambda one: one.start)
    assert coder is not None
    money = next(one for one in said if TEXT[one.start :].startswith("“The money"))
    project.do(edits.name_speaker(quotation=money, speaker="A councillor", coder=coder))
    add_form(project, "Cy Poole", LEADER)
    assert speakers(project)["The mone"] == "A councillor"
    assert speakers(project)["Patients"] == "Cy Poole"


def test_a_name_that_is_another_ones_carries_pronouns_and_later_quotations(project: Project) -> None:
    add_form(project, "Ida Moor-Penn", "Ida Moor")
    assert set(speakers(project).values()) == {"Ida Moor-Penn", "Ben Rowe"}
    add_form(project, "Cy Poole", LEADER)
    assert [name for name in speakers(project).values() if "Moor" in name] == ["Ida Moor-Penn"] * 2
