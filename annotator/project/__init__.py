"""The project file: one door in, records out, and the only SQL.

sqlite-utils loads numpy and pandas where they are installed, to know their kinds of numbers. None of those is ever
stored here, and numpy alone would take a third of the time until the window stands, so both are hidden from it.
"""

import sys
from importlib import import_module

_HIDDEN = [name for name in ("numpy", "pandas") if name not in sys.modules]
for _name in _HIDDEN:
    sys.modules[_name] = None  # type: ignore[assignment]  # an import fails then
import_module("sqlite_utils")
for _name in _HIDDEN:
    del sys.modules[_name]
