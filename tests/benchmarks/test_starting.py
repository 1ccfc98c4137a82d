"""How long from the start of the process to a window ready to code, beside a bare PySide6 window with the same text.

Both are child processes that print when they are ready, on one virtual screen: the bare one, and `annotator open` as it
is called. The processor's seconds are what counts, since others work on the machine too; of each the median is taken.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from benchmarks.test_painting import made_text, middle
from journeys.analyst import make_project

if TYPE_CHECKING:
    from collections.abc import Iterator

XVFB = shutil.which("Xvfb")
pytestmark = [
    pytest.mark.benchmark, pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.skipif(XVFB is None, reason="needs the virtual screen Xvfb"),
]  # fmt: skip
ROUNDS, ABOVE, MEMORY = 9, 0.4, 2.0
LENGTHS = {"a sample's length": 20_000, "100 KB": 100_000}
MEASURE = """
def measure():
    import os, re, resource
    with open("/proc/self/stat") as stat, open("/proc/uptime") as uptime:
        began = int(stat.read().rsplit(")", 1)[1].split()[19]) / os.sysconf("SC_CLK_TCK")
        wall = float(uptime.read().split()[0]) - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    with open("/proc/self/status") as status:
        memory = int(re.search(r"VmHWM:\\s+(\\d+)", status.read())[1]) / 1024
    print(wall, used.ru_utime + used.ru_stime, memory, flush=True)
    os._exit(0)
"""
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
measure()
"""
OURS = """
import sys
import annotator.cli.window
from annotator.cli.main import main
from annotator.ui import launching

def ready():
    from PySide6.QtWidgets import QApplication
    QApplication.processEvents()
    window = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "mainWindow")
    assert window.isVisible() and window.page.view.text
    measure()

def try_screen(begin=launching.try_screen):
    answer = begin()
    def then():
        from PySide6.QtWidgets import QApplication
        QApplication.exec = staticmethod(ready)  # instead of waiting for keys
        return answer()
    return then

launching.try_screen = try_screen
main(["open", sys.argv[1], "--coder", "Ann"])
"""


@pytest.fixture
def screen() -> Iterator[str]:
    """Start a virtual screen and name it."""
    reading, writing = os.pipe()
    command = [str(XVFB), "-displayfd", str(writing), "-screen", "0", "1600x1000x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait()


def ready(program: str, place: Path, screen: str, given: Path) -> tuple[float, float, float]:
    """Return seconds of the clock and of work until a program is ready, and its memory then in MB."""
    own = {"PYTHONPYCACHEPREFIX": str(place / "compiled"), "DISPLAY": screen, "ANNOTATOR_CONFIG_FOLDER": str(place)}
    env = {**os.environ, **own}  # as installed: compiled once, which is the warm-up
    for name in ("PYTHONDONTWRITEBYTECODE", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        env.pop(name, None)
    command, root = [sys.executable, "-c", MEASURE + program, str(given)], Path(__file__).parents[2]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root, env=env).stdout
    clock, work, memory = map(float, printed.split()[-3:])
    return clock, work, memory


@pytest.mark.parametrize("length", LENGTHS)
def test_the_window_is_ready_soon_after_a_bare_one(benchmark: Any, screen: str, tmp_path: Path, length: str) -> None:
    text = tmp_path / "text.txt"
    text.write_text(made_text(LENGTHS[length]), encoding="utf-8")
    project = make_project(tmp_path / "work.annotator", {"An article": text.read_text(encoding="utf-8")})
    ours: list[tuple[float, float, float]] = []
    bare: list[tuple[float, float, float]] = []

    def start_both() -> None:
        bare.append(ready(BARE, tmp_path, screen, text))
        ours.append(ready(OURS, tmp_path, screen, project))

    benchmark.pedantic(start_both, rounds=ROUNDS, warmup_rounds=1)
    found = {}
    for number, what in enumerate(("seconds", "seconds of work", "MB")):
        floor, reached = found[what] = tuple(middle([one[number] for one in times[1:]]) for times in (bare, ours))
        print(f"\n{length}: {what}: bare {floor:.3f}, ours {reached:.3f}, above {reached - floor:.3f}, "
              f"ratio {reached / floor:.2f}")  # fmt: skip
    benchmark.extra_info.update(found)
    assert found["seconds of work"][1] <= found["seconds of work"][0] + ABOVE
    assert found["MB"][1] <= MEMORY * found["MB"][0]
