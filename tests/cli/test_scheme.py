"""The scheme in and out: what would change, what did, keys, names of codes."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from annotator.preferences import Preferences, save_preferences
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from cli.calling import Annotator, Listed

KEYS = ["id", "label", "path", "name", "parent", "colour", "definition", "include", "exclude", "examples", "key",
        "codings", "codable"]  # fmt: skip
CHANGED = "label,path,definition\nG1,governance > who ANSWERS,In other words.\nW1,Workforce > Pay,\n"


def test_codes_are_listed_with_their_path_and_null_for_what_is_unknown(listed: Listed, coded: Path) -> None:
    codes = {code["path"]: code for code in listed(coded, "codes")}
    family, answers = codes["Governance"], codes["Governance > Who answers"]
    assert list(family)[: len(KEYS)] == KEYS
    assert [family[name] for name in ("label", "parent", "include", "exclude", "examples", "key")] == [None] * 6
    assert (answers["label"], answers["name"], answers["parent"]) == ("G1", "Who answers", family["id"])
    assert (answers["codings"], codes["Funding"]["codings"], answers["key"]) == (1, 1, 1)
    assert all(code["codable"] for code in codes.values())
    assert {code["path"]: code["codings"] for code in listed(coded, "codes", "--coder", "Ben")} == {
        **dict.fromkeys(codes, 0),
        "Governance > Delegation": 1,
    }


def test_a_dry_run_tells_the_same_as_the_import_and_changes_nothing(
    annotator: Annotator, listed: Listed, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "changed.csv").write_text(CHANGED, encoding="utf-8")
    before, bytes_before = listed(project, "codes"), project.read_bytes()
    dry = annotator("scheme", "import", project, tmp_path / "changed.csv", "--dry-run", "--json", "--coder", "Ann")
    assert dry.code == 0
    assert "Nothing was changed yet." in dry.err
    assert project.read_bytes() == bytes_before
    assert listed(project, "codes") == before
    done = annotator("scheme", "import", project, tmp_path / "changed.csv", "--json", "--coder", "Ann")
    assert done.document == dry.document
    assert set(done.document) == {"new", "changed", "same", "failed"}
    assert done.document["failed"] == []
    assert len(done.document["new"]) == 2
    assert len(done.document["changed"]) == 1
    codes = {code["path"]: code for code in listed(project, "codes")}
    assert codes["Governance > Who answers"]["definition"] == "In other words."
    assert codes["Governance"] in before, "a family that is only named as a parent stays as it is"
    assert set(codes) - {code["path"] for code in before} == {"Workforce", "Workforce > Pay"}
    again = annotator("scheme", "import", project, tmp_path / "changed.csv", "--json", "--coder", "Ann")
    assert (again.code, again.document["new"], again.document["changed"]) == (0, [], [])
    assert again.document["same"] == ["governance > who ANSWERS", "Workforce > Pay"]


def test_keys_of_the_file_go_before_the_first_nine(annotator: Annotator, listed: Listed, tmp_path: Path) -> None:
    (tmp_path / "plain.csv").write_text(
        "path\n" + "".join(f"Family > Code {number}\n" for number in range(1, 12)), encoding="utf-8"
    )
    (tmp_path / "keyed.csv").write_text("path,key\nFamily > One,\nFamily > Two,7\n", encoding="utf-8")
    for name, expected in (("plain", [None, *range(1, 10), None, None]), ("keyed", [None, None, 7])):
        path = tmp_path / f"{name}.annotator"
        assert annotator("new", path, "--scheme", tmp_path / f"{name}.csv", "--coder", "Ann").code == 0
        assert [code["key"] for code in listed(path, "codes")] == expected


def test_the_scheme_goes_out_and_comes_back_the_same(
    annotator: Annotator, listed: Listed, project: Path, tmp_path: Path
) -> None:
    answer = annotator("scheme", "export", project, tmp_path / "out.csv", "--json")
    assert answer.document == {"file": str(tmp_path / "out.csv"), "codes": 5}
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["path"] for row in csv.DictReader(file)] == [code["path"] for code in listed(project, "codes")]
    assert annotator("new", tmp_path / "two", "--scheme", tmp_path / "out.csv", "--coder", "Ann").code == 0
    told = [
        [{**code, "id": "", "parent": ""} for code in listed(path, "codes")] for path in (project, tmp_path / "two")
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.csv", None, "There is no file at"),
        ("scheme.xyz", "path\nA\n", "Save it as .csv"),
        ("no-names.csv", "definition\nx\n", "no column path, name or code"),
        ("empty.csv", "", "no scheme was read"),
        ("circle.csv", "name,parent\nA,B\nB,A\n", "circle"),
        ("pack.csv", "PK\x03\x04", "nothing was read"),
    ],
)
def test_what_is_no_scheme_changes_nothing(
    annotator: Annotator, project: Path, tmp_path: Path, name: str, content: str | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    before = project.read_bytes()
    answer = annotator("scheme", "import", project, tmp_path / name, "--json", "--coder", "Ann")
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert project.read_bytes() == before


def test_a_scheme_is_not_written_where_it_cannot_be(annotator: Annotator, project: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.annotator"
    annotator("new", bare, "--coder", "Ann")
    assert "has no codes yet" in annotator("scheme", "export", bare, tmp_path / "none.csv").err
    for path, out in ((project, "codes.qqq"), (project, "no/codes.csv"), (bare, "none.csv"), (project, project.name)):
        before = project.read_bytes()
        assert annotator("scheme", "export", path, tmp_path / out).code == 2
        assert project.read_bytes() == before
    assert not (tmp_path / "none.csv").exists()


def test_a_scheme_that_is_locked_on_this_computer_stays_as_it_is(
    annotator: Annotator, listed: Listed, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "changed.csv").write_text(CHANGED, encoding="utf-8")
    before = listed(project, "codes")
    with Project.open(project, read_only=True) as opened:
        save_preferences(Preferences(locked_schemes=[opened.id]))
    refused = annotator("scheme", "import", project, tmp_path / "changed.csv", "--coder", "Ann")
    assert refused.code == 2
    assert "The scheme is locked on this computer, so it was not changed." in refused.err
    assert listed(project, "codes") == before
    save_preferences(Preferences())
    assert annotator("scheme", "import", project, tmp_path / "changed.csv", "--coder", "Ann").code == 0
