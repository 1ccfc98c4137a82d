"""What is told of each action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Menu = Literal["Project", "Edit", "View", "Coding", "Help"]
Where = Literal["window", "text"]  # `text`: a key acts only while the article has the focus


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do. `id` names the method of Commands that does it, `needs` what must be there.

    `keys` are in Qt's portable form; `writes` keeps a held key from repeating. `argument` goes to the method.
    `submenu` is the title of a menu inside the menu.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    help: str
    where: Where = "window"
    needs: str = ""
    writes: bool = False
    argument: int | None = None
    icon: str = ""
    separator: bool = False
    checkable: bool = False
    submenu: str = ""

    @property
    def method(self) -> str:
        """The name of the method that does it."""
        return self.id if self.argument is None else self.id.rsplit("_", 1)[0]
