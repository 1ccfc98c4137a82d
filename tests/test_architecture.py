"""The layers hold: each room imports only what stands below it, Qt stays in ui, SQL in project."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "annotator"
ROOMS = ("model", "importing", "exporting", "reviewing", "project", "jobs", "ui", "cli")
MAY_IMPORT = {
    "model": set(),
    "importing": {"model"},
    "exporting": {"model"},
    "reviewing": {"model"},
    "project": {"model"},
    "jobs": {"model", "importing", "exporting", "reviewing", "project"},
    "ui": {"model", "importing", "exporting", "reviewing", "project", "jobs"},
    "cli": set(ROOMS),
}
SQL = re.compile(r"\b(SELECT .+ FROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA \w+)\b")
LONGEST_FILE, LONGEST_FUNCTION = 300, 40


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_imports_only_what_stands_below_it(room: str) -> None:
    above = [f"annotator.{other}*" for other in ROOMS if other != room and other not in MAY_IMPORT[room]]
    archrule(f"layer of {room}").match(f"annotator.{room}*").should_not_import(*above).check(
        "annotator", only_direct_imports=True
    )


def test_qt_is_only_in_ui() -> None:
    archrule("no Qt outside ui").match("annotator*").exclude("annotator.ui*").should_not_import("PySide6*").check(
        "annotator", only_direct_imports=True
    )


def test_sqlite_is_only_in_project() -> None:
    archrule("no SQL library outside project").match("annotator*").exclude("annotator.project*").should_not_import(
        "sqlite_utils*", "sqlite3*"
    ).check("annotator", only_direct_imports=True)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_is_small_says_what_it_answers_and_holds_no_foreign_sql(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert source.count("\n") <= LONGEST_FILE
    assert ast.get_docstring(tree), "the first line says which question the file answers"
    if "project" not in path.relative_to(PACKAGE).parts:
        assert not [node.value for node in ast.walk(tree) if _is_text(node) and SQL.search(str(node.value))]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


def test_no_text_is_read_back_from_the_article() -> None:
    """`toPlainText` turns a no-break space into a space, `selectedText` gives U+2029: the stored text is sliced."""
    for path in (PACKAGE / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Attribute) and node.attr in ("toPlainText", "selectedText")), path


def test_utf16_units_are_counted_in_one_place() -> None:
    """Offsets are code points everywhere else; only the encodings of files may name UTF-16 besides."""
    counting = re.compile(r"utf[-_]16|> ?0xffff|> ?.\\uffff.", re.IGNORECASE)
    for path in PACKAGE.rglob("*.py"):
        if path.name != "text_positions.py" and "importing" not in path.parts:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            texts = [str(node.value) for node in ast.walk(tree) if _is_text(node) and not _is_docstring(tree, node)]
            assert not [text for text in texts if counting.search(text)], path


def _is_docstring(tree: ast.Module, node: ast.AST) -> bool:
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [owner.body[0] for owner in ast.walk(tree) if isinstance(owner, owners) and owner.body]
    return any(isinstance(first, ast.Expr) and first.value is node for first in bodies)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
