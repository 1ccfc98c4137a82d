"""How long from the start of the process to a window ready to code, beside a bare PySide6 window with the same text.

Both are child processes of their own that print when they are ready; nothing but what a run needs is imported.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from benchmarks.test_painting import made_text, middle
from journeys.analyst import make_project

from annotator.ui.application import application

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

pytestmark = [pytest.mark.benchmark, pytest.mark.qt_log_ignore("This plugin does not support")]
ROUNDS, LENGTH, ABOVE = 7, 20_000, 0.4
MEASURE = """
import resource, time
with open("/proc/self/stat") as stat, open("/proc/uptime") as uptime:
    began = int(stat.read().rsplit(")", 1)[1].split()[19]) / {ticks}
    wall = float(uptime.read().split()[0]) - began
used = resource.getrusage(resource.RUSAGE_SELF)
print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, flush=True)
""".format(ticks=os.sysconf("SC_CLK_TCK"))
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
app = QApplication([])
window, text = QMainWindow(), QTextEdit()
text.setPlainText(open(sys.argv[1], encoding="utf-8").read())
window.setCentralWidget(text)
window.resize(1440, 900)
window.show()
app.processEvents()
"""
OURS = """
import sys
from pathlib import Path
from annotator.ui.application import application, show_first
app = application("light")
from annotator.ui.main_window import MainWindow
window = MainWindow(remembers=False)
window.resize(1440, 900)
show_first(window, Path(sys.argv[2]), "Ann", sample=False)
window.show()
app.processEvents()
assert window.workspace is not None and window.page.view.text
"""


def ready(program: str, compiled: Path, *given: Path) -> tuple[float, float, float]:
    """Return seconds of the clock and of work until a program is ready, and its memory then in MB."""
    command = [sys.executable, "-c", program + MEASURE, *map(str, given)]
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}  # as installed: compiled once, which is the warm-up
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    root = Path(__file__).parents[2]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root, env=env).stdout
    clock, work, memory = map(float, printed.split()[-3:])
    return clock, work, memory


def test_the_window_is_ready_soon_after_a_bare_one(benchmark: Any, qapp: QApplication, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(made_text(LENGTH), encoding="utf-8")
    font, palette = qapp.font(), qapp.palette()
    application("light")
    project = make_project(tmp_path / "work.annotator", {"An article": text.read_text(encoding="utf-8")})
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)
    ours: list[tuple[float, float, float]] = []
    bare: list[tuple[float, float, float]] = []

    def start_both() -> None:
        bare.append(ready(BARE, tmp_path / "compiled", text))
        ours.append(ready(OURS, tmp_path / "compiled", text, project))

    benchmark.pedantic(start_both, rounds=ROUNDS, warmup_rounds=1)
    for number, what in enumerate(("seconds", "seconds of work", "MB")):
        floor, reached = (middle([one[number] for one in times[1:]]) for times in (bare, ours))
        benchmark.extra_info[what] = {"bare": floor, "ours": reached}
        print(
            f"\n{what}: bare {floor:.3f}, ours {reached:.3f}, above {reached - floor:.3f}, ratio {reached / floor:.2f}"
        )
    assert benchmark.extra_info["seconds of work"]["ours"] <= benchmark.extra_info["seconds of work"]["bare"] + ABOVE
