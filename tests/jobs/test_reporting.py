"""A comparison is printed with all that is needed to reckon it again, and with what was decided and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from lxml import html

from annotator.exporting.agreement_report import write_report
from annotator.jobs.comparing import compare_coders
from annotator.jobs.reporting import report_of
from annotator.jobs.sample import sample_in
from annotator.model import edits
from annotator.model.errors import Refused
from annotator.project.project import Project
from annotator.reviewing.worklist import worklist

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.exporting.agreement_report import AgreementReport


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The sample, in which A has settled one difference and put one on the agenda."""
    with Project.open(sample_in(tmp_path)) as opened:
        a, b = opened.coders()
        opened.act_as(a)
        work = compare_coders(opened, a, b, overlap=0.9)
        listed = worklist(
            work.work, dict(work.comparison.compared), codes=opened.codes(), verdicts=(), coders=(a.id, b.id),
            reviewer=a.id,
        )  # fmt: skip
        first, second = listed.ordered()[:2]
        standing = listed.standing([first.article], opened.codings(articles=[first.article]), [a.id, b.id])
        opened.do(
            edits.decide(
                case=listed.case(first.key), standing=standing, decision="neither", reviewer=a,
                reason="=1+1 reads <b>alone</b>",
            )
        )  # fmt: skip
        opened.do(edits.discuss(case=listed.case(second.key), reviewer=a))
        yield opened


def report(project: Project, *, agenda: bool = False) -> AgreementReport:
    a, b = project.coders()[:2]
    work = compare_coders(project, a, b, overlap=0.9)
    return report_of(project, work, a, b, reviewer=a.id, name=project.name, agenda=agenda)


def test_everything_is_told_that_is_needed_to_reckon_it_again(project: Project) -> None:
    told = dict(report(project).facts)
    asked = {"Coders", "Articles", "Unit", "Coefficient", "Trimmed", "Matching", "Interval", "Program", "Date"}
    assert asked <= set(told)
    assert "5 compared, 0 left out" in told["Articles"]
    assert "seed" in told["Interval"]
    assert told["Decided"].startswith("1 of 31 differences")


def test_the_figures_are_those_of_the_comparison_worst_first(project: Project) -> None:
    found = report(project)
    known = [row.alpha for row in found.rows if row.alpha is not None]
    assert known == sorted(known)
    a, b = project.coders()[:2]
    assert found.pooled.alpha == compare_coders(project, a, b, overlap=0.9).comparison.pooled.alpha


def test_the_page_holds_figures_decisions_and_reasons_and_nothing_that_runs(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    write_report(report(project), out)
    page = out.read_text(encoding="utf-8")
    tree = html.fromstring(page)
    figures, differences = tree.findall(".//table")
    assert len(figures.findall(".//tbody/tr")) == len(report(project).rows) + 1
    assert len(differences.findall(".//tbody/tr")) == 37
    assert "neither" in page
    assert "reads &lt;b&gt;alone&lt;/b&gt;" in page
    assert not tree.findall(".//script")
    assert "http://" not in page


def test_the_word_file_says_the_same(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "report.docx"
    found = report(project)
    write_report(found, out)
    document = docx.Document(str(out))
    figures, differences = document.tables
    assert [tuple(cell.text for cell in row.cells) for row in figures.rows[1:]] == [
        row.cells for row in (*found.rows, found.pooled)
    ]
    assert [tuple(cell.text for cell in row.cells) for row in differences.rows[1:]] == [
        one.cells for one in found.differences
    ]
    assert any(found.sentence == paragraph.text for paragraph in document.paragraphs)


def test_an_agenda_holds_only_what_is_to_be_discussed(project: Project) -> None:
    agenda = report(project, agenda=True)
    assert [one.decision for one in agenda.differences] == ["to discuss"]
    assert agenda.title.startswith("To discuss")


def test_another_ending_is_refused_and_nothing_written(project: Project, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"html or \.docx"):
        write_report(report(project), tmp_path / "report.pdf")
    assert not (tmp_path / "report.pdf").exists()
