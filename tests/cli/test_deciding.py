"""What is to be decided of a colleague's work is decided by options: codes, words, who is who."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from annotator.model import edits
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed


def delete(project: Path, label: str) -> None:
    """Take a code out of the scheme, as Ann does in her window."""
    with Project.open(project) as opened:
        opened.join("Ann")
        code = next(one for one in opened.codes() if one.label == label)
        opened.do(edits.delete_code(code=code, codes=opened.codes(), codings=[], memos=[], declined=[]))


def test_a_code_deleted_here_is_brought_back_mapped_or_left_out_as_said(
    annotator: Annotator, project: Path, package: Path, listed: Listed, tmp_path: Path
) -> None:
    delete(project, "F1")
    answers = {}
    for option, value in (("--bring-back", "F1"), ("--map", "F1=G1"), ("--leave-out", "F1")):
        copy = tmp_path / f"as {option[2:]}.annotator"
        shutil.copy(project, copy)
        look = annotator("receive", copy, package, "--coder", "Ann", "--dry-run", option, value)
        answer = annotator("receive", copy, package, "--coder", "Ann", option, value, "--json")
        again = annotator("receive", copy, package, "--coder", "Ann", option, value, "--json")
        assert (look.code, answer.code, again.code) == (0, 0, 0)
        assert sum(again.document["new"].values()) == 0
        assert [(one["what"], one["name"], one["codings"]) for one in answer.document["to_decide"]] == [
            ("code gone", path_of("F1", listed, package), 1)
        ]
        answers[option] = [one["code"].split(" > ")[-1] for one in listed(copy, "codings")], answer.document["refused"]

    assert len(answers["--bring-back"][0]) == 2
    assert len(set(answers["--map"][0])) == 1
    assert len(answers["--leave-out"][0]) == 1
    assert [one["kind"] for one in answers["--leave-out"][1]] == ["codings"]


def path_of(label: str, listed: Listed, package: Path) -> str:
    """Return the path of the code with a label."""
    return next(str(one["path"]) for one in listed(package, "codes") if one["label"] == label)


def test_whose_words_count_is_said_in_bulk(
    annotator: Annotator, project: Path, bens: Path, listed: Listed, tmp_path: Path
) -> None:
    for path, name in ((project, "Ann"), (bens, "Ben")):
        with Project.open(path) as opened:
            opened.join(name)
            code = next(one for one in opened.codes() if one.label == "F1")
            opened.do(edits.describe_code(code=code, definition=f"By {name}"))
    for option, expected in (("--ours", "By Ann"), ("--theirs", "By Ben")):
        copy = tmp_path / f"{option[2:]}.annotator"
        shutil.copy(project, copy)
        assert annotator("receive", copy, bens, "--coder", "Ann", option).code == 0
        assert [one["definition"] for one in listed(copy, "codes") if one["label"] == "F1"] == [expected]


def test_two_coders_who_are_one_person(annotator: Annotator, project: Path, bens: Path, listed: Listed) -> None:
    answer = annotator("receive", project, bens, "--coder", "Ann", "--same-person", "Ben=Ann")

    assert answer.code == 0, answer.err
    assert {one["coder"] for one in listed(project, "codings")} == {"Ann"}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--bring-back", "Nowhere"), "There is no code “Nowhere”"),
        (("--map", "F1=Nowhere"), "There is no code “Nowhere”"),
        (("--map", "F1"), "names no two"),
        (("--leave-out", "F1"), "was not deleted here"),
        (("--same-person", "Nobody=Ann"), "There is no coder “Nobody”"),
    ],
)
def test_a_choice_that_cannot_be_is_answered_with_a_sentence(
    annotator: Annotator, project: Path, package: Path, options: tuple[str, str], told: str
) -> None:
    before = project.read_bytes()

    answer = annotator("receive", project, package, "--coder", "Ann", *options)

    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert project.read_bytes() == before
