"""Whose words an extract holds goes out with it: quoted, reported, narrative; a guess never as a fact."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest
from making import add_article, add_code, code, join, project_file

from annotator.exporting.errors import NothingToExport
from annotator.exporting.export import export_extracts
from annotator.exporting.options import ExportOptions
from annotator.jobs.taking_out import export_source
from annotator.model import edits
from annotator.model.changes import Change, ChangeSet
from annotator.model.extracts import ExtractFilter
from annotator.model.records import Quotation, Zone, new_id, now
from annotator.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.exporting.manifest import Manifest

TEXT = """“We have argued for long enough,” Ida Moor said. “It is time.”

Read more: How others decided

“Then let us begin,” answered Olaf Penn. He said that the money was there.

The vote is in March."""
IDA, ALSO, OLAF = "“We have argued for long enough,”", "“It is time.”", "“Then let us begin,”"
ASIDE = "Read more: How others decided"
REPORTED = "He said that the money was there."


class Work:
    """A project with one article, in which rules have found who speaks and what is no running text."""

    def __init__(self, folder: Path) -> None:
        self.out = folder / "extracts.csv"
        self.project = Project.create(project_file(folder))
        self.ann = join(self.project, "Ann")
        self.project.act_as(self.ann)
        self.article = add_article(self.project, TEXT)
        self.code = add_code(self.project, "Money")

    def found(self, words: str, speaker: str, grade: str, kind: str = "quotation") -> Quotation:
        """Have a rule find who speaks."""
        at = TEXT.index(words)
        made = Quotation(
            id=new_id(), article=self.article.id, start=at, end=at + len(words), kind=kind, speaker=speaker,
            grade=grade, created=now(),  # type: ignore[arg-type]
        )  # fmt: skip
        self.project.do(ChangeSet("Find", (Change(None, made),)))
        return made

    def set_aside(self, words: str) -> None:
        at = TEXT.index(words)
        zone = Zone(
            id=new_id(), article=self.article.id, start=at, end=at + len(words), kind="related link", created=now()
        )
        self.project.do(ChangeSet("Find", (Change(None, zone),)))

    def coded(self, first: str, last: str = "") -> None:
        code(self.project, self.article, TEXT.index(first), TEXT.index(last or first) + len(last or first), self.code)

    def export(self, **chosen: Any) -> list[dict[str, str]]:
        self.manifest: Manifest = export_extracts(
            self.out, export_source(self.project, ExtractFilter(**chosen)), ExportOptions()
        )
        with self.out.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream, strict=True))

    def told(self, **chosen: Any) -> list[tuple[str, str, str]]:
        return [(row["voice"], row["speaker"], row["speaker_known_by"]) for row in self.export(**chosen)]


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    made = Work(tmp_path)
    made.found(IDA, "Ida Moor", "sure")
    made.found(OLAF, "Olaf Penn", "likely")
    made.set_aside(ASIDE)
    yield made
    made.project.close()


def test_a_passage_inside_a_quotation_has_its_speaker_one_outside_is_narrative(work: Work) -> None:
    work.coded("argued for long")
    work.coded("The vote is in March.")
    assert work.told() == [("quoted", "Ida Moor", "rule"), ("narrative", "", "none")]


def test_across_two_speakers_and_a_line_that_is_set_aside_both_are_named_and_the_line_is_cut_from_the_reading(
    work: Work,
) -> None:
    work.coded(IDA, OLAF)
    (row,) = work.export()
    assert row["text"] == TEXT[: TEXT.index(OLAF) + len(OLAF)]
    assert row["text_reading"] == row["text"].replace(ASIDE, "[...]")
    assert (row["voice"], row["speaker"], row["speaker_known_by"]) == ("mixed", "Ida Moor; Olaf Penn", "rule")


def test_a_guess_is_left_empty_and_told_in_the_manifest_until_somebody_confirms_it(work: Work) -> None:
    guess = work.found(ALSO, "Ida Moor", "guess")
    work.coded("It is time.")
    assert work.told() == [("quoted", "", "none")]
    assert "1 extract has a guessed speaker, left empty." in " ".join(work.manifest.notes)
    with pytest.raises(NothingToExport):
        work.told(speakers=("Ida Moor",))
    work.project.do(edits.name_speaker(quotation=guess, speaker="Ida Moor", coder=work.ann))
    assert work.told(speakers=("ida moor",)) == [("quoted", "Ida Moor", "confirmed")]
    assert not [note for note in work.manifest.notes if "guessed" in note]


def test_reported_speech_says_so_and_gets_no_quotation_marks(work: Work) -> None:
    work.found(REPORTED, "Olaf Penn", "likely", "reported")
    work.coded("the money was there")
    work.out = work.out.with_suffix(".html")
    export_extracts(work.out, export_source(work.project, ExtractFilter()), ExportOptions())
    page = work.out.read_text(encoding="utf-8")
    assert '<span class="quote">the money was there</span>' in page
    assert 'reported words of <bdi class="speaker">Olaf Penn</bdi>' in page


def test_filters_by_voice_and_speaker_take_one_of_several_each(work: Work) -> None:
    work.coded("argued for long")
    work.coded("let us begin")
    work.coded("The vote is in March.")
    assert work.told(voices=("narrative", "question")) == [("narrative", "", "none")]
    assert [row[1] for row in work.told(speakers=("Ida Moor", "Olaf Penn"))] == ["Ida Moor", "Olaf Penn"]
    assert [row[1] for row in work.told(speakers=("Olaf Penn",), voices=("quoted",))] == ["Olaf Penn"]


def test_what_lies_wholly_in_a_line_set_aside_goes_out_only_when_asked_for(work: Work) -> None:
    work.coded("How others decided")
    with pytest.raises(NothingToExport, match="all lie in what is set aside"):
        work.export()
    (row,) = work.export(set_aside=True)
    assert (row["zone"], row["text_reading"]) == ("related link", "How others decided")
    work.coded("The vote")
    assert [row["text"] for row in work.export()] == ["The vote"]
    assert "1 coding lies wholly in what is set aside, such as a caption, and was left out." in work.manifest.notes


def test_json_lines_hold_the_same(work: Work) -> None:
    work.coded("argued for long")
    out = work.out.with_suffix(".jsonl")
    export_extracts(out, export_source(work.project, ExtractFilter()), ExportOptions())
    line = json.loads(out.read_text(encoding="utf-8"))
    assert (line["voice"], line["speaker"], line["speaker_known_by"]) == ("quoted", "Ida Moor", "rule")
    assert (line["via"], line["zone"], line["repeat_of"]) == (None, None, None)
    assert line["text_reading"] == "argued for long"


def test_without_texts_the_voice_goes_out_and_no_words(work: Work) -> None:
    work.coded("argued for long")
    export_extracts(work.out, export_source(work.project, ExtractFilter()), ExportOptions(without_texts=True))
    with work.out.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["voice"], row["text"], row["text_reading"]) == ("quoted", "", "")
