"""What can be done to passages, codings and articles."""

from __future__ import annotations

from annotator.ui.actions.action import Action


def _with_keys() -> tuple[Action, ...]:
    return tuple(
        Action(
            id=f"code_with_key_{key}", text=f"Code with key {key}", menu="Coding", submenu="Code with key",
            keys=(str(key),), where="text", needs="article", writes=True, argument=key,
            help="Code the selection, or the outlined sentence, with this key's code; a second digit adds another",
        )
        for key in range(1, 10)
    )  # fmt: skip


CODING_MENU: tuple[Action, ...] = (
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
)  # fmt: skip
