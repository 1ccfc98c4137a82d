"""The project file: one door in, records out, and the only SQL.

sqlite-utils loads numpy and pandas where they are installed, to know their kinds of numbers, and dateutil, to read the
dates of CSV files at its command line. None of those is ever used here, and numpy alone would take a third of the time
until the window stands, so they are hidden from it.
"""

import sys
from importlib import import_module
from types import SimpleNamespace

_HIDDEN = {
    name: instead
    for name, instead in (("numpy", None), ("pandas", None), ("dateutil", SimpleNamespace(parser=None)))
    if name not in sys.modules
}
sys.modules.update(_HIDDEN)  # type: ignore[arg-type]  # where there is None, an import fails
import_module("sqlite_utils")
for _name in _HIDDEN:
    del sys.modules[_name]
