"""What the export window says will go is what goes, whatever is ticked."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from annotator.jobs.counting_out import outgoing_counts
from annotator.jobs.sample import sample_in
from annotator.model import edits
from annotator.model.extracts import ExtractFilter
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Project]:
    """The sample with two of its articles in a group."""
    with Project.open(sample_in(tmp_path)) as project:
        coder = project.coders()[0]
        project.act_as(coder)
        project.do(edits.add_group(name="Pilot", groups=(), coder=coder, articles=project.articles()[:2]))
        yield project


def told_by_the_project(project: Project, chosen: ExtractFilter) -> tuple[int, int, int]:
    there = list(project.extracts(chosen))
    return len(there), len({one.coder.id for one in there}), len({one.article.id for one in there})


def test_every_choice_is_counted_as_the_project_would_give_it(sample: Project) -> None:
    counts = outgoing_counts(sample, ExtractFilter())
    coders, codes = (tuple(one.id for one in some) for some in (sample.coders(), sample.codes()))
    articles, groups = (tuple(one.id for one in some) for some in (sample.articles(), sample.groups()))
    choices = product(
        ((), coders[:1]), ((), codes[:20]), ((), articles[1:3]), ((), groups), ((), ("quoted", "mixed")),
        ((), tuple(sample.speakers()[:2])), (False, True),
    )  # fmt: skip
    names = ("coders", "codes", "articles", "groups", "voices", "speakers", "set_aside")
    counted = 0
    for choice in choices:
        chosen = ExtractFilter(**dict(zip(names, choice, strict=True)))  # type: ignore[arg-type]
        assert counts.count(chosen) == told_by_the_project(sample, chosen), chosen
        counted += counts.count(chosen)[0] > 0
    assert counted > 40


def test_what_somebody_passes_on_is_counted(sample: Project) -> None:
    said, coder = sample.quotations(), sample.coder
    assert coder is not None
    for one in said:
        if one.speaker == sample.speakers()[0]:
            sample.do(edits.set_via(quotation=one, via="The Councillor", coder=coder))
    chosen = ExtractFilter(vias=("the councillor",))
    counts = outgoing_counts(sample, ExtractFilter()).count(chosen)
    assert counts == told_by_the_project(sample, chosen)
    assert counts[0] > 0


def test_what_is_searched_for_is_counted_within(sample: Project) -> None:
    chosen = ExtractFilter(search="commission")
    assert outgoing_counts(sample, chosen).count(chosen) == told_by_the_project(sample, chosen)
