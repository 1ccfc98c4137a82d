"""What the keys do in the lists and in the memo, beside what stands in the menus."""

from __future__ import annotations

from annotator.ui.actions.action import Action

LISTS: tuple[Action, ...] = (
    Action(
        id="code_with_row", text="Code with this code", menu="Lists", keys=("Return", "Enter", "Space"), where="tree",
        needs="pane", writes=True, help="The selection gets the current code; a family folds or unfolds",
    ),
    Action(
        id="menu_of_row", text="Menu of this code", menu="Lists", keys=("Shift+F10",), where="tree", needs="pane",
        help="What can be done with the current code",
    ),
    Action(
        id="open_row", text="Open this article", menu="Lists", keys=("Return", "Enter", "Space"), where="articles",
        needs="pane",
        help="The arrows only look; left and right fold and unfold a section, with Shift several are selected",
    ),
    Action(
        id="remove_row", text="Remove this article…", menu="Lists", keys=("Del",), where="articles", needs="pane",
        writes=True, help="Asks first, and says what goes with it",
    ),
    Action(
        id="leave_memo", text="Back to the text", menu="Lists", keys=("Ctrl+Return", "Ctrl+Enter", "Esc"), where="memo",
        needs="pane", help="What was typed is kept",
    ),
    Action(
        id="open_hit", text="Go to this hit", menu="Lists", keys=("Return", "Enter"), where="hits", needs="pane",
        help="Open its article there",
    ),
    Action(
        id="tick_hit", text="Tick this hit", menu="Lists", keys=("Space",), where="hits", needs="pane",
        help="Ticked hits are coded all at once",
    ),
    Action(
        id="accept_passage", text="Code this passage", menu="Lists", keys=("Return", "Enter"), where="suggestions",
        needs="pane", writes=True, help="It gets the code, recorded as suggested",
    ),
    Action(
        id="turn_down_passage", text="Not this passage", menu="Lists", keys=("X", "Del"), where="suggestions",
        needs="pane", writes=True, help="It is not suggested again, until you bring it back",
    ),
    Action(
        id="next_suggestion", text="Next passage", menu="Lists", keys=("J",), where="suggestions", needs="pane",
        help="As the arrow down",
    ),
    Action(
        id="previous_suggestion", text="Previous passage", menu="Lists", keys=("K",), where="suggestions",
        needs="pane", help="As the arrow up",
    ),
    Action(
        id="turned_down_passages", text="Those turned down", menu="Lists", keys=("T",), where="suggestions",
        needs="pane",
        help="What you turned down for this code; there {accept_passage} brings one back. Again: the suggestions",
    ),
    Action(
        id="show_passage", text="Show this passage", menu="Lists", keys=("Space",), where="suggestions", needs="pane",
        help="See it in its article; the focus stays in the list",
    ),
)  # fmt: skip
