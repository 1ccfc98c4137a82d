"""An analyst sends extracts out without telling who coded them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.exporting.coder_names import CoderNames
from annotator.exporting.export import export_extracts
from annotator.exporting.options import ExportOptions
from annotator.model.records import Coder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exporting.conftest import Desk


def names(*joined: str, anonymous: bool = True) -> CoderNames:
    coders = [Coder(id=f"id-{name}", name=name, created=f"{number:03}") for number, name in enumerate(joined)]
    return CoderNames(coders, anonymous=anonymous)


@pytest.mark.parametrize(
    ("memo", "hidden"),
    [
        ("Ann and BEN disagree; ann's reading", "A and B disagree; A's reading"),
        ("Annual benefit, Benn, Hannah", "Annual benefit, Benn, Hannah"),
        ("Ann Lee, Ann\n lee and Ann", "C, C and A"),
        ("Zoë and Zoe\u0308 are one; ZOË too", "D and D are one; D too"),
        ("C++? said (R.) (R.)!", "C++? said E E!"),
        ("", ""),
    ],
)
def test_full_names_in_memos_become_letters(memo: str, hidden: str) -> None:
    assert names("Ann", "Ben", "Ann Lee", "Zoë", "(R.)").hidden(memo) == hidden


def test_letters_follow_the_order_of_joining_whoever_is_listed_first() -> None:
    later = Coder(id="1", name="Ann", created="2026-03-02")
    earlier = Coder(id="2", name="Zoe", created="2026-03-01")
    agreed = Coder(id="3", name="Agreed", kind="agreed", created="2026-01-01")
    for coders in ((later, earlier, agreed), (agreed, earlier, later)):
        given = CoderNames(coders, anonymous=True)
        assert [given.name(coder) for coder in (earlier, later, agreed)] == ["A", "B", "Agreed"]


def test_the_twenty_seventh_coder_is_aa() -> None:
    joined = [f"Coder {number}" for number in range(53)]
    assert names(*joined).hidden("Coder 25, Coder 26, Coder 52") == "Z, AA, BA"


def test_names_stay_where_nobody_asked_to_hide_them() -> None:
    assert names("Ann", anonymous=False).hidden("Ann was here") == "Ann was here"


@pytest.mark.parametrize("ending", ["csv", "jsonl", "html"])
def test_no_name_is_left_in_any_file(desk: Desk, tmp_path: Path, ending: str) -> None:
    desk.codes[1] = replace(desk.codes[1], definition="As Ben put it.")
    desk.article("Areas choose.")
    desk.code_words("choose", coder="coder-2", memo="Ann and ben differ")
    source = desk.source(project_name="Ben's project")
    filters = {"coder": ["coder-1", "Ben"], "search": "ann"}

    export_extracts(tmp_path / f"out.{ending}", source, ExportOptions(anonymous=True, filters=filters))

    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir()).casefold()
    assert not [name for name in ("ann ", '"ann"', "ben") if name in written]
    manifest = json.loads((tmp_path / f"out.{ending}.manifest.json").read_text(encoding="utf-8"))
    assert manifest["coders"] == [{"name": "B", "kind": "person"}]
    assert manifest["filters"] == {"coder": ["A", "B"], "search": "A"}
    assert manifest["project"]["name"] == "B's project"
