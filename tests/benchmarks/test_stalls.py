"""How long the window stays away while twenty thousand codings change code, and while that is taken back.

`longest stall` is in seconds of the clock, `busiest stretch` in seconds that the window itself worked: on a machine
that others use too only the second one says something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from journeys.analyst import make_project
from journeys.watchdog import Watchdog
from PySide6.QtTest import QTest

from annotator.model import edits
from annotator.model.edits.codings import new_coding
from annotator.project.project import Project
from annotator.ui.application import application
from annotator.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from annotator.ui.workspace import Workspace

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support")]
ALL = 20_000
PARAGRAPH = "The boards met and nothing was settled there, so they meet again in spring. " * 5


def filled(path: Path, articles: int) -> Path:
    """Make a project whose codings all have one code, spread evenly over the articles."""
    text = "\n\n".join(f"{number} {PARAGRAPH}" for number in range(130))
    make_project(path, {f"Article {number}": f"Article {number}\n\n{text}" for number in range(articles)})
    with Project.open(path) as project:
        ann, _ = project.join("Ann")
        code = next(code for code in project.codes() if code.label == "C11")
        for article in project.articles():
            body, each = project.text(article.text_sha256), ALL // articles
            step = (len(body) - 100) / each
            starts = [20 + round(number * step) for number in range(each)]
            codings = [
                new_coding(article=article, text=body, start=start, end=start + 40, code=code, coder=ann)
                for start in starts
            ]
            project.do(edits.code_passages(codings=codings, label="Code much"), kind="setup")
    return path


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    font, palette = qapp.font(), qapp.palette()
    application("light")
    window = MainWindow(remembers=False)
    window.resize(1440, 900)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


def merged(workspace: Workspace) -> None:
    codes = workspace.session.project.codes()
    code, into = (next(code for code in codes if code.label == label) for label in ("C11", "C4"))
    assert workspace.session.make(
        lambda project: edits.merge_codes(code=code, into=into, codes=codes, codings=project.codings()), ALL, "Merge"
    )


@pytest.mark.parametrize("articles", [20, 2], ids=["1,000 an article", "10,000 an article"])
def test_merging_and_taking_back(benchmark: Any, window: MainWindow, tmp_path: Path, articles: int) -> None:
    assert window.open_project(filled(tmp_path / "much.annotator", articles), "Ann")
    assert window.workspace is not None
    workspace, watchdog = window.workspace, Watchdog()
    QTest.qWait(1500)
    watchdog.start()

    def back_and_forth() -> None:
        merged(workspace)
        workspace.going.undo()

    benchmark.pedantic(back_and_forth, rounds=2)
    QTest.qWait(1500)
    watchdog.stop()
    benchmark.extra_info["longest stall"] = watchdog.longest
    benchmark.extra_info["busiest stretch"] = watchdog.busiest
    print(f"\nlongest stall {watchdog.longest:.3f} s, busiest stretch {watchdog.busiest:.3f} s")
    assert watchdog.rounds > 100
