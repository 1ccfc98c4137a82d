"""Whatever names a key names the one that is set: with other keys no sentence tells one that does nothing."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import annotator
from annotator.ui.actions import ACTIONS, BY_ID
from annotator.ui.keycap import key_in_words
from annotator.ui.shortcuts.keys import keys_of
from annotator.ui.shortcuts.naming import IN_BRACES, first_key, help_of, with_keys
from annotator.ui.shortcuts.presets import PRESETS

UI = Path(annotator.__file__).parent / "ui"
TABLES = ("actions", "presets.py", "keys.py", "keycap.py", "scheme_columns.py")
NAMED = re.compile(
    r"\b(Ctrl|Alt|Meta)\+\w|\bF(?:[2-9]|1\d)\b|\b[Pp]ress(?:es)? (?:[A-Z]|F1)\b"
    r"|(?:^|[;.,:] )[A-Z] (and|or|goes|puts|takes) "
)
FIXED = re.compile(r"^(Ctrl\+(Return|Enter)|Alt\+|Alt\+\?)$")  # of every sheet, whatever the keys; and how one is made


def _sentences() -> list[tuple[str, str]]:
    """Return where and what of every text in the window's code that is no docstring."""
    found = []
    for path in UI.rglob("*.py"):
        if not any(part in TABLES for part in path.parts):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            owners = (ast.Module, ast.ClassDef, ast.FunctionDef)
            docs = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, owners)}
            texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
            found += [(path.name, text) for text in texts if isinstance(text, str) and text not in docs]
    return found


def test_no_sentence_of_the_window_has_a_key_written_into_it() -> None:
    named = [(where, text) for where, text in _sentences() if NAMED.search(text) and not FIXED.match(text)]
    assert named == []


def test_what_stands_in_braces_is_an_action() -> None:
    told = [action.help for action in ACTIONS] + [text for _, text in _sentences()]
    ids = {name for text in told for name in IN_BRACES.findall(text)}
    assert {"find_code", "next_coding"} <= ids
    assert all(name in BY_ID for name in ids if "_" in name)


@pytest.mark.parametrize("preset", PRESETS)
def test_the_help_of_each_action_names_keys_that_are_set(preset: str) -> None:
    chosen = PRESETS[preset]
    for action in ACTIONS:
        told = help_of(action, chosen)
        assert "{" not in told
        for name in IN_BRACES.findall(action.help):
            assert key_in_words(keys_of(BY_ID[name], chosen)[0]) in told, action.id


def test_an_action_without_a_key_is_named() -> None:
    none = {"find_code": ""}
    assert first_key("find_code", none) == ""
    assert with_keys("{find_code} finds one by name.", none) == "“Find or make a code” finds one by name."
    assert with_keys("{x}: {find_code}", none) == "{x}: “Find or make a code”", "a code may be called {x}"
    assert with_keys("{find_code} finds one by name.", {"find_code": "Ctrl+Return"}).startswith("Ctrl+Enter finds")


def test_where_a_key_acts_is_told_before_what_it_does() -> None:
    assert help_of(BY_ID["delete_code"], {}).startswith("In the tree of codes: the current code")
    assert help_of(BY_ID["undo"], {}).startswith("Take back")
