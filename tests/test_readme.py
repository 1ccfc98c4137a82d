"""The README tells the truth: its folder map is the tree, its keys are the actions, its lines are what CI runs."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from annotator.cli.main import commands
from annotator.ui.actions import ACTIONS
from annotator.ui.keycap import keycap_texts

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """Return what stands between a heading and the next one of its level."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", README, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


def test_the_folder_map_is_the_tree() -> None:
    told = set(re.findall(r"^\s*([\w./-]+/)\s", section("Folder map"), re.MULTILINE))
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    files = [Path(line) for line in tracked.splitlines()]
    if not files:
        pytest.skip("not in a git checkout")
    folders = {f"{file.parts[0]}/" for file in files if len(file.parts) > 1}
    folders |= {f"annotator/{file.parts[1]}/" for file in files if file.parts[0] == "annotator" and len(file.parts) > 2}
    folders |= {
        f"annotator/ui/{file.parts[2]}/"
        for file in files
        if file.parts[:2] == ("annotator", "ui") and len(file.parts) > 3
    }
    assert told == folders


def test_every_action_stands_in_the_table_of_keys() -> None:
    rows = {
        row[0]: row[1] for row in re.findall(r"^\| ([^|]+?) \| ([^|]*?) \| [^|]+ \|$", section("Keys"), re.MULTILINE)
    }
    for action in ACTIONS:
        assert rows.get(action.text) == ", ".join(keycap_texts(action.keys)), action.id


def test_every_command_stands_in_the_readme() -> None:
    told = section("Commands")
    for name in commands.commands:
        assert f"annotator {name}" in told, name


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = section("Dependencies")
    for requirement in (*project["dependencies"], *project["optional-dependencies"]["test"]):
        name = re.split(r"[<>=\[ ]", requirement)[0]
        assert f"`{name}`" in told, name


@pytest.mark.parametrize("heading", ["Run", "Test"])
def test_run_and_test_are_one_line_for_each_shell(heading: str) -> None:
    blocks = re.findall(r"^```(sh|powershell)\n(.*?)^```$", section(heading), re.DOTALL | re.MULTILINE)
    assert [shell for shell, _ in blocks] == ["sh", "powershell", "sh"]
    assert all(lines.count("\n") == 1 for _, lines in blocks)
    assert all(".venv" in lines for _, lines in blocks)


def test_ci_runs_the_test_line() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in script
    assert script.rstrip().endswith('eval "$line"')
    assert "pip install" not in script
    assert "pytest" not in script


def test_the_picture_is_there() -> None:
    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / picture).is_file()


def test_python_version_is_told() -> None:
    assert f"{sys.version_info.major}.11" in README
