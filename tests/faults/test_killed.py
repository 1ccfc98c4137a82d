"""The program is killed while coding: every coding that was acknowledged is there, and file and history agree."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import children
import making

from annotator.model import edits
from annotator.model.edits.codings import new_coding
from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

CODING = """
    import itertools, sys
    from pathlib import Path
    import making
    from annotator.project.project import Project

    project = Project.open(Path(sys.argv[1]))
    project.join("Ann")
    article, code = project.articles()[0], project.codes()[0]
    for turn in itertools.count():
        for start in range(0, 60, 3):
            coding = making.code(project, article, start, start + 10, code)
            print(coding.id, flush=True)
        project.settle()
        for _ in range(20):
            project.undo()
            print("-", flush=True)
"""


def expected(lines: list[str]) -> list[str]:
    """The ids that stand after these acknowledgements: `-` took the last one back."""
    standing: list[str] = []
    for line in lines:
        if line == "-":
            standing.pop()
        else:
            standing.append(line)
    return standing


def killed_after(path: Path, seconds: float, script: str = CODING) -> list[str]:
    child = children.start(script, path)
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(seconds)
    child.kill()
    rest = child.stdout.read()  # not `communicate`: it would pass over what came together with the first line
    child.communicate()
    lines = (first + rest).split("\n")
    return lines[:-1]  # what follows the last line feed was not said to the end


@children.posix
def test_every_acknowledged_coding_survives_being_killed(tmp_path: Path, long_run: bool) -> None:
    chance = random.Random(11)
    made = making.team(tmp_path)
    made.project.close()
    for _ in range(5_000 if long_run else 20):
        standing = expected(killed_after(made.path, chance.random() * 0.1))

        assert check_project(made.path) == []
        with Project.open(made.path) as project:
            project.act_as(made.ann)
            there = {coding.id for coding in project.codings()}
            # one gesture more may be on the disk than was said: a coding, or a taking back
            assert there in (set(standing), set(standing[:-1])) or there > set(standing)
            assert len(there) <= len(standing) + 1
            while project.codings():
                project.undo()
        assert [found.name for found in tmp_path.iterdir()] == [made.path.name]


MERGING = """
    import sys
    from pathlib import Path
    from annotator.model import edits
    from annotator.project.pace import Pace
    from annotator.project.project import Project

    project = Project.open(Path(sys.argv[1]))
    project.join("Ann")
    _, code, into = project.codes()
    merge = edits.merge_codes(code=code, into=into, codes=project.codes(), codings=project.codings())
    project.do(merge, pace=Pace(lambda through, total: print(through, flush=True)))
    print("done", flush=True)
"""


@children.posix
def test_a_big_change_that_is_killed_is_there_whole_or_not_at_all(tmp_path: Path, long_run: bool) -> None:
    chance = random.Random(12)
    made = making.team(tmp_path)
    text = "A long report. " * 1_500
    article = making.add_article(made.project, text, "Long", "long.txt")
    codings = [
        new_coding(article=article, text=text, start=15 * n, end=15 * n + 13, code=made.decides, coder=made.ann)
        for n in range(1_500)
    ]
    made.project.do(edits.code_passages(codings=codings, label="Code much"))
    made.project.close()
    for _ in range(200 if long_run else 5):
        path = tmp_path / "copy.annotator"
        path.write_bytes(made.path.read_bytes())
        told = killed_after(path, chance.random() * 0.2, MERGING)

        assert check_project(path) == []
        with Project.open(path) as project:
            codes = {coding.code for coding in project.codings()}
            assert codes in ({made.decides.id}, {made.joins.id})
            assert codes == {made.joins.id} or "done" not in told
            assert len(project.codings()) == 1_500
