"""How long receiving takes: 100,000 codings against a bare `executemany` of the same rows."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from time import perf_counter
from typing import TYPE_CHECKING, Any

import making
import pytest

from annotator.jobs.receiving import plan_receiving, write_received
from annotator.jobs.sending import send_work
from annotator.model import edits
from annotator.model.edits.codings import new_coding
from annotator.model.records import Coding
from annotator.project.project import Project
from annotator.project.rows import COLUMNS, column_list, marks, to_row

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.benchmark
CODINGS = 100_000
TIMES_BARE = 5


def bens_package(team: making.Team, folder: Path) -> tuple[Path, list[Coding]]:
    """What Ben sends: very many codings, made in a copy."""
    copy = folder / "ben.annotator"
    team.project.settle()
    shutil.copy(team.path, copy)
    with Project.open(copy) as project:
        project.act_as(team.ben)
        made = [
            new_coding(article=team.article, text=making.TEXT, start=at % 40, end=at % 40 + 8, code=team.decides,
                       coder=team.ben)
            for at in range(CODINGS)
        ]  # fmt: skip
        project.do(edits.code_passages(codings=made, label="Code many"))
        send_work(project, team.ben, folder / "package.annotator")
    return folder / "package.annotator", made


def bare(path: Path, codings: list[Coding]) -> float:
    """Return the seconds that SQLite alone takes to write the rows into a file like ours."""
    sql = f"INSERT INTO coding ({column_list(Coding)}) VALUES ({marks(COLUMNS[Coding])})"
    rows = [to_row(one) for one in codings]
    with closing(sqlite3.connect(path)) as connection:
        began = perf_counter()
        with connection:
            connection.executemany(sql, rows)
        return perf_counter() - began


def test_receiving_a_hundred_thousand_codings(benchmark: Any, tmp_path: Path) -> None:
    team = making.team(tmp_path)
    package, codings = bens_package(team, tmp_path)
    shutil.copy(team.path, tmp_path / "bare.annotator")
    floor = bare(tmp_path / "bare.annotator", codings)

    benchmark.pedantic(lambda: write_received(team.project, plan_receiving(team.project, package)), rounds=1)
    assert len(team.project.codings()) == CODINGS
    team.project.close()

    benchmark.extra_info["bare executemany"] = floor
    print(f"bare {floor:.2f} s, received {benchmark.stats.stats.max:.2f} s")
    assert benchmark.stats.stats.max <= TIMES_BARE * floor
