"""Everything that can be done in the window: the one table that menus, tools, shortcut help and tests read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Menu = Literal["Project", "Edit", "View", "Coding", "Help"]
Where = Literal["window", "text"]  # `text`: a key acts only while the article has the focus


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do. `id` names the method of Commands that does it, `needs` what must be there.

    `keys` are in Qt's portable form; `writes` keeps a held key from repeating. `argument` goes to the method.
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

    @property
    def method(self) -> str:
        """The name of the method that does it."""
        return self.id if self.argument is None else self.id.rsplit("_", 1)[0]


def _with_keys() -> tuple[Action, ...]:
    return tuple(
        Action(
            id=f"code_with_key_{key}", text=f"Code with key {key}", menu="Coding", keys=(str(key),), where="text",
            needs="article", writes=True, argument=key, separator=key == 1,
            help="Code the selection, or the outlined sentence, with this key's code; a second digit adds another",
        )
        for key in range(1, 10)
    )  # fmt: skip


ACTIONS: tuple[Action, ...] = (
    Action(
        id="show_start_page", text="Start page", menu="Project",
        help="Close the project; recent ones, the sample, a new one",
    ),
    Action(id="new_project", text="New project…", menu="Project", keys=("Ctrl+N",), help="Make a new project file"),
    Action(id="open_project", text="Open…", menu="Project", keys=("Ctrl+O",), help="Open a project file"),
    Action(
        id="import_articles", text="Import articles…", menu="Project", keys=("Ctrl+I",), needs="project",
        separator=True, help="Bring in text, Markdown, HTML, Word; or drop them in the window", icon="plus",
    ),
    Action(
        id="import_scheme", text="Import scheme…", menu="Project", needs="project", help="Merge a scheme (CSV) by path",
    ),
    Action(
        id="export_extracts", text="Export extracts…", menu="Project", keys=("Ctrl+E",), needs="project",
        help="Write coded extracts as CSV, JSONL or HTML",
    ),
    Action(
        id="export_scheme", text="Export scheme…", menu="Project", needs="project", help="Write the scheme as CSV",
    ),
    Action(
        id="say_saved", text="Saved?", menu="Project", keys=("Ctrl+S",), needs="project", separator=True,
        help="Says since when all is saved: every gesture is, at once",
    ),
    Action(id="quit", text="Quit", menu="Project", keys=("Ctrl+Q",), help="Close the window; everything is saved"),
    Action(
        id="undo", text="Undo", menu="Edit", keys=("Ctrl+Z",), needs="undo", icon="undo",
        help="Take back your last gesture, also from before closing, and go to the place",
    ),
    Action(
        id="redo", text="Redo", menu="Edit", keys=("Ctrl+Shift+Z", "Ctrl+Y"), needs="redo", icon="redo",
        help="Do again what the last undo took back",
    ),
    Action(
        id="copy_passage", text="Copy", menu="Edit", keys=("Ctrl+C",), needs="article", where="text", separator=True,
        help="Copy the selection exactly as it stands in the article",
    ),
    Action(
        id="remove_coding", text="Remove coding", menu="Edit", keys=("Del", "Backspace", "X"), where="text",
        needs="coding", writes=True, help="Remove the current coding; undo brings it back",
    ),
    Action(
        id="go_back", text="Where I was", menu="Edit", keys=("Alt+Left",), needs="project", separator=True,
        help="Back to the article you were in before",
    ),
    Action(
        id="go_forward", text="And back again", menu="Edit", keys=("Alt+Right",), needs="project",
        help="To the article you came back from",
    ),
    Action(
        id="larger_text", text="Larger text", menu="View", keys=("Ctrl++", "Ctrl+="),
        help="Larger reading text, to 28 pt",
    ),
    Action(id="smaller_text", text="Smaller text", menu="View", keys=("Ctrl+-",), help="Smaller text, to 11 pt"),
    Action(id="usual_text", text="Usual text size", menu="View", keys=("Ctrl+0",), help="Back to 12 pt"),
    Action(
        id="follow_system_theme", text="Light or dark as the system", menu="View", separator=True, checkable=True,
        help="Take the system's choice of light or dark",
    ),
    Action(id="use_light_theme", text="Light", menu="View", help="Dark ink on light paper", checkable=True),
    Action(id="use_dark_theme", text="Dark", menu="View", help="Light ink on dark paper", checkable=True),
    Action(
        id="fold_articles", text="Articles panel", menu="View", keys=("Ctrl+Shift+L",), needs="project", separator=True,
        help="Fold or unfold the list of articles", icon="panel-left",
    ),
    Action(
        id="fold_codes", text="Codes panel", menu="View", keys=("Ctrl+Shift+R",), needs="project", icon="panel-right",
        help="Fold or unfold the codes",
    ),
    Action(
        id="next_pane", text="Next pane", menu="View", keys=("F6",), needs="project",
        help="Articles, text, codes, memo, in turn",
    ),
    Action(
        id="previous_pane", text="Previous pane", menu="View", keys=("Shift+F6",), needs="project",
        help="The other way",
    ),
    Action(id="full_screen", text="Full screen", menu="View", keys=("F11",), help="The whole screen, and back"),
    Action(
        id="next_sentence", text="Next sentence", menu="Coding", keys=("J",), where="text", needs="article",
        help="Outline the next sentence: what a key would code",
    ),
    Action(
        id="previous_sentence", text="Previous sentence", menu="Coding", keys=("K",), where="text", needs="article",
        help="Outline the sentence before",
    ),
    Action(
        id="extend_sentence", text="Add a sentence", menu="Coding", keys=("Shift+J",), where="text", needs="article",
        help="Take the next sentence into the selection",
    ),
    Action(
        id="take_back_sentence", text="Take back a sentence", menu="Coding", keys=("Shift+K",), where="text",
        needs="article", help="Leave the last sentence out again",
    ),
    Action(
        id="next_article", text="Next article", menu="Coding", keys=("Ctrl+J", "Ctrl+PgDown"), needs="project",
        help="Open the next article of the list",
    ),
    Action(
        id="previous_article", text="Previous article", menu="Coding", keys=("Ctrl+K", "Ctrl+PgUp"), needs="project",
        help="Open the article before",
    ),
    Action(
        id="find_code", text="Find or make a code…", menu="Coding", keys=("Return", "Enter"), where="text",
        needs="article", separator=True, icon="search",
        help="Name, path or label; Enter codes the passage, Shift+Enter stays for another",
    ),
    Action(
        id="repeat_code", text="Last code again", menu="Coding", keys=("R", "."), where="text", needs="last_code",
        writes=True, help="Give the selection, or the outlined sentence, the last code again",
    ),
    Action(
        id="highlighter", text="Highlighter", menu="Coding", keys=("H",), where="text", needs="last_code",
        checkable=True, help="While on, every mouse selection is coded at once with the last code",
    ),
    *_with_keys(),
    Action(
        id="next_coding", text="Next coding", menu="Coding", keys=("N",), where="text", needs="article", separator=True,
        help="Make the next coding current",
    ),
    Action(
        id="previous_coding", text="Previous coding", menu="Coding", keys=("Shift+N",), where="text", needs="article",
        help="Make the coding before current",
    ),
    Action(
        id="coding_beneath", text="Next coding at this place", menu="Coding", keys=("O",), where="text",
        needs="article", help="Go round the codings that lie over one another here",
    ),
    Action(
        id="write_memo", text="Memo", menu="Coding", keys=("M",), where="text", needs="coding",
        help="Write the memo of the current coding; Ctrl+Enter or Esc goes back to the text",
    ),
    Action(
        id="toggle_unsure", text="Unsure, to discuss", menu="Coding", keys=("D",), where="text", needs="coding",
        writes=True, help="Mark the current coding as one to discuss, or no longer",
    ),
    Action(
        id="finish_article", text="Finish article", menu="Coding", keys=("Ctrl+Shift+Return",), needs="article",
        writes=True, separator=True, help="This article is finished, on to the next; a finished one is taken up again",
    ),
    Action(
        id="step_out", text="Leave selection or coding", menu="Coding", keys=("Esc",), where="text", needs="article",
        help="One step each: finder, highlighter, selection, current coding",
    ),
    Action(id="show_keys", text="Keys", menu="Help", keys=("F1", "?"), help="Every key on one sheet"),
    Action(id="show_log_place", text="Where the log lies", menu="Help", help="The file with unexpected errors"),
)  # fmt: skip

BY_ID = {action.id: action for action in ACTIONS}
