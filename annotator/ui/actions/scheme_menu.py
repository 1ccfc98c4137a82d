"""What can be done to the scheme, and the memos on project, article and code."""

from __future__ import annotations

from annotator.ui.actions.action import Action

SCHEME_MENU: tuple[Action, ...] = (
    Action(
        id="describe_code", text="Describe code…", menu="Coding", submenu="Scheme", needs="code", separator=True,
        help="Everything about the current code in one form, with its earlier definitions and the codings made then",
    ),
    Action(
        id="rename_code", text="Rename code…", menu="Coding", submenu="Scheme", keys=("F2",), needs="code",
        help="Label, name and short name of the current code",
    ),
    Action(
        id="recolour_code", text="Colour…", menu="Coding", submenu="Scheme", needs="code",
        help="Another colour for the current code, and for the sub-codes that share it",
    ),
    Action(
        id="choose_key", text="Key of the code…", menu="Coding", submenu="Scheme", needs="code",
        help="One of the keys 1 to 9, or none, for the current code",
    ),
    Action(
        id="new_code_below", text="New code below…", menu="Coding", submenu="Scheme", needs="code",
        help="A new code below the current one, in its hue",
    ),
    Action(
        id="new_code_beside", text="New code beside…", menu="Coding", submenu="Scheme", needs="scheme",
        help="A new code beside the current one; with none current a new family",
    ),
    Action(
        id="move_code_up", text="Move code up", menu="Coding", submenu="Scheme", keys=("Ctrl+Up",), where="tree",
        needs="code", writes=True, help="Above the code before it; or drag it",
    ),
    Action(
        id="move_code_down", text="Move code down", menu="Coding", submenu="Scheme", keys=("Ctrl+Down",), where="tree",
        needs="code", writes=True, help="Below the code after it",
    ),
    Action(
        id="move_code_in", text="Move code in", menu="Coding", submenu="Scheme", keys=("Ctrl+Right",), where="tree",
        needs="code", writes=True, help="Below the code before it, as its last sub-code",
    ),
    Action(
        id="move_code_out", text="Move code out", menu="Coding", submenu="Scheme", keys=("Ctrl+Left",), where="tree",
        needs="code", writes=True, help="Out of its family, right after that",
    ),
    Action(
        id="merge_code", text="Merge into…", menu="Coding", submenu="Scheme", needs="code", writes=True,
        help="Give everyone's codings of the current code to another one; asks once and says how many",
    ),
    Action(
        id="split_code", text="Split code…", menu="Coding", submenu="Scheme", needs="code", writes=True,
        help="A new code takes over those codings of the current one that you tick",
    ),
    Action(
        id="delete_code", text="Delete code…", menu="Coding", submenu="Scheme", keys=("Del",), where="tree",
        needs="code", writes=True, help="The current code, its sub-codes and everyone's codings of them; asks once",
    ),
    Action(
        id="lock_scheme", text="Lock the scheme", menu="Coding", submenu="Scheme", needs="project", checkable=True,
        help="On this computer nobody changes the scheme of this project until it is opened again",
    ),
    Action(
        id="memo_on_project", text="Memo on the project…", menu="Coding", submenu="Memos", keys=("Ctrl+Shift+M",),
        needs="project", help="Your memo on the whole project, with the others' below it",
    ),
    Action(
        id="memo_on_article", text="Memo on the article…", menu="Coding", submenu="Memos", keys=("Shift+M",),
        where="text", needs="article", help="Your memo on the open article",
    ),
    Action(
        id="memo_on_code", text="Memo on the code…", menu="Coding", submenu="Memos", needs="some_code",
        help="Your memo on the current code, with the others' below it",
    ),
    Action(
        id="link_in_memo", text="Link to the passage", menu="Coding", submenu="Memos", keys=("Ctrl+Shift+K",),
        needs="project",
        help="In a memo that is being written: a link to the selection or the current coding, else the one copied",
    ),
)  # fmt: skip
