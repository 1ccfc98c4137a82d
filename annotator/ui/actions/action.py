"""What is told of each action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Menu = Literal["Project", "Edit", "View", "Coding", "Lists", "Help"]
NO_MENU: Menu = "Lists"  # what is done by keys in a list stands in no menu of the bar
Where = Literal["window", "text", "stance", "memo", "tree", "articles", "hits", "suggestions", "review", "reason"]
PLACES: Mapping[Where, str] = {
    "window": "",
    "text": "",
    "stance": "After the key for the stance",
    "memo": "In the memo",
    "tree": "In the tree of codes",
    "articles": "In the list of articles",
    "hits": "In the list of hits",
    "suggestions": "Among the suggested passages",
    "review": "On the Review page",
    "reason": "In the reason",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do. `id` names the method of Commands that does it, `needs` what must be there.

    `keys` are in Qt's portable form and act only while the pane named by `where` has the focus; `writes` keeps a held
    key from repeating. `argument` goes to the method. `submenu` is the title of a menu inside the menu. In `help`
    another action's id in braces stands for its key: `with_keys` puts it in.
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
    def place(self) -> str:
        """Where its keys act, when that is neither everywhere nor the article."""
        return PLACES[self.where]

    @property
    def method(self) -> str:
        """The name of the method that does it."""
        return self.id if self.argument is None else self.id.rsplit("_", 1)[0]
