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
        id="widen", text="Widen", menu="Coding", keys=("W",), where="text", needs="article",
        help="Select the next larger unit: word, fragment, sentence, whole quotation, paragraph",
    ),
    Action(
        id="narrow", text="Narrow", menu="Coding", keys=("Shift+W",), where="text", needs="article",
        help="Select the next smaller unit again",
    ),
    Action(
        id="paragraph", text="Paragraph", menu="Coding", keys=("P",), where="text", needs="article",
        help="Select the whole paragraph",
    ),
    Action(
        id="next_article", text="Next article", menu="Coding", keys=("Ctrl+J", "Ctrl+PgDown"), needs="code page",
        help="Open the next article of the list",
    ),
    Action(
        id="previous_article", text="Previous article", menu="Coding", keys=("Ctrl+K", "Ctrl+PgUp"), needs="code page",
        help="Open the article before",
    ),
    Action(
        id="find_code", text="Find or make a code…", menu="Coding", keys=("Return", "Enter"), where="text",
        needs="article", separator=True, icon="search",
        help="Name, path or label; Enter there codes the passage, Shift+Enter stays for another",
    ),
    Action(
        id="repeat_code", text="Last code again", menu="Coding", keys=("R", "."), where="text", needs="article",
        writes=True, help="Give the selection, or the outlined sentence, the last code again",
    ),
    Action(
        id="highlighter", text="Highlighter", menu="Coding", keys=("H",), where="text", needs="article",
        checkable=True, help="While on, every mouse selection is coded at once with the last code",
    ),
    *_with_keys(),
    Action(
        id="next_coding", text="Next coding", menu="Coding", keys=("N",), where="text", needs="article", separator=True,
        help="Make your next coding current; where coders are chosen, theirs",
    ),
    Action(
        id="previous_coding", text="Previous coding", menu="Coding", keys=("Shift+N",), where="text", needs="article",
        help="Make your coding before current; where coders are chosen, theirs",
    ),
    Action(
        id="coding_beneath", text="Next coding at this place", menu="Coding", keys=("O",), where="text",
        needs="article", help="Go round the codings over one another here, colleagues' too where shown",
    ),
    Action(
        id="change_code", text="Change code…", menu="Coding", keys=("C",), where="text", needs="coding", writes=True,
        help="Give the current coding another code; memo and stance stay",
    ),
    Action(
        id="change_ends", text="Change ends", menu="Coding", submenu="Ends", keys=("E",), where="text", needs="coding",
        writes=True,
        help="The current coding becomes the selection, changed by any key; {find_code} keeps it, {step_out} leaves",
    ),
    Action(
        id="start_outward", text="Start out", menu="Coding", submenu="Ends", keys=("[",), where="text", needs="coding",
        writes=True, help="The current coding begins one word earlier",
    ),
    Action(
        id="start_inward", text="Start in", menu="Coding", submenu="Ends", keys=("Shift+[",), where="text",
        needs="coding", writes=True, help="The current coding begins one word later",
    ),
    Action(
        id="end_outward", text="End out", menu="Coding", submenu="Ends", keys=("]",), where="text", needs="coding",
        writes=True, help="The current coding ends one word later",
    ),
    Action(
        id="end_inward", text="End in", menu="Coding", submenu="Ends", keys=("Shift+]",), where="text",
        needs="coding", writes=True, help="The current coding ends one word earlier",
    ),
    Action(
        id="split_coding", text="Split at the caret", menu="Coding", submenu="Ends", keys=("Ctrl+Shift+D",),
        where="text", needs="coding", writes=True, help="Two codings from the current one; the first keeps the memo",
    ),
    Action(
        id="join_codings", text="Join with the one beside it", menu="Coding", submenu="Ends", keys=("Ctrl+Shift+J",),
        where="text", needs="coding", writes=True,
        help="One coding from two of one code that touch; both memos are kept",
    ),
    Action(
        id="choose_stance", text="Stance…", menu="Coding", submenu="Stance", keys=("S",), where="text",
        needs="coding", writes=True,
        help="Then {stance_supports} supports, {stance_opposes} opposes, {stance_mixed} mixed, {stance_none} none",
    ),
    Action(
        id="stance_supports", text="Supports", menu="Coding", submenu="Stance", keys=("S",), where="stance",
        needs="coding", writes=True, help="The speaker supports what the code names",
    ),
    Action(
        id="stance_opposes", text="Opposes", menu="Coding", submenu="Stance", keys=("O",), where="stance",
        needs="coding", writes=True, help="The speaker opposes it",
    ),
    Action(
        id="stance_mixed", text="Mixed", menu="Coding", submenu="Stance", keys=("M",), where="stance",
        needs="coding", writes=True, help="The speaker does both",
    ),
    Action(
        id="stance_none", text="No stance", menu="Coding", submenu="Stance", keys=("N",), where="stance",
        needs="coding", writes=True, help="Nothing is said of the speaker's stance",
    ),
    Action(
        id="write_memo", text="Memo", menu="Coding", keys=("M",), where="text", needs="coding",
        help="Write the memo of the current coding; {leave_memo} goes back to the text",
    ),
    Action(
        id="toggle_unsure", text="Unsure, to discuss", menu="Coding", keys=("D",), where="text", needs="coding",
        writes=True, help="Mark the current coding as one to discuss, or no longer",
    ),
    Action(
        id="name_speaker", text="Who speaks…", menu="Coding", keys=("Q",), where="text", needs="article", writes=True,
        help="Name the speaker of the quotation here, or of the selection or sentence",
    ),
    Action(
        id="show_cast", text="Who speaks here…", menu="Coding", keys=("Shift+Q",), where="text", needs="article",
        help="The cast of this article: rename, join, confirm; go to each quotation",
    ),
    Action(
        id="flip_zone", text="Set aside, or bring back", menu="Coding", keys=("Z",), where="text", needs="article",
        writes=True, help="The passage set aside here, else the selection or the paragraph: never deleted, not counted",
    ),
    Action(
        id="nothing_to_code", text="Read, nothing to code", menu="Coding", keys=("V",), where="text", needs="article",
        writes=True, help="Mark this paragraph as read with nothing to code, or no longer",
    ),
    Action(
        id="finish_article", text="Finish article", menu="Coding", keys=("Ctrl+Shift+Return",), needs="article",
        writes=True, separator=True, help="This article is finished, on to the next; a finished one is taken up again",
    ),
    Action(
        id="menu_here", text="Menu at this place", menu="Coding", keys=("Shift+F10",), where="text", needs="article",
        help="What can be done with the selection, or with the coding at the caret",
    ),
    Action(
        id="step_out", text="Leave selection or coding", menu="Coding", keys=("Esc",), where="text", needs="article",
        help="One step each: finder, ends, highlighter, selection, current coding",
    ),
)  # fmt: skip
