"""Two windows, or a window and the command line, work on one file at once: everything of both is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import children
import making

from annotator.project.checking import check_project
from annotator.project.project import Project

if TYPE_CHECKING:
    from pathlib import Path

CODING = """
    import random, sys
    from pathlib import Path
    import making
    from annotator.model import edits
    from annotator.project.project import Project

    path, name, times, reopening = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "reopening"
    chance = random.Random(name)
    project = Project.open(path)
    project.join(name)
    article, code = project.articles()[0], project.codes()[0]
    text, standing = project.text(article.text_sha256), 0
    for turn in range(times):
        if reopening and turn % 5 == 0:
            project = making.reopened(project)
        start = chance.randrange(60)
        project.do(edits.code_passage(article=article, text=text, start=start, end=start + 8, code=code,
                                      coder=project.coder))
        if turn % 7 == 0:
            project.undo()
        else:
            standing += 1
        if turn % 11 == 0:
            project.follow()
            project.settle()
    project.close()
    print(standing)
"""


def both_code(path: Path, times: int, how: str) -> None:
    pair = [children.start(CODING, path, name, times, how) for name in ("Ann", "Ben")]
    said = [int(children.finish(child)) for child in pair]

    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert check_project(path) == []
    with Project.open(path, read_only=True) as project:
        counts = project.counts_by_coder()
        assert [counts[coder.id] for coder in project.coders()] == said
        seqs = [step.seq for step in project.history()]
        assert seqs == sorted(set(seqs))


def test_two_windows_coding_at_once_lose_nothing(tmp_path: Path, long_run: bool) -> None:
    made = making.team(tmp_path)
    made.project.close()

    both_code(made.path, 2_000 if long_run else 300, "staying")


def test_commands_that_come_and_go_beside_each_other_lose_nothing(tmp_path: Path, long_run: bool) -> None:
    made = making.team(tmp_path)
    made.project.close()

    both_code(made.path, 2_000 if long_run else 100, "reopening")
