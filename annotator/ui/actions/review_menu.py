"""What can be done on the Review page: the next difference, and its settling by one key."""

from __future__ import annotations

from annotator.ui.actions.action import Action

SUBMENU = "Settle a difference"


def _with_keys() -> tuple[Action, ...]:
    return tuple(
        Action(
            id=f"agree_on_key_{key}", text=f"Agreed: key {key}", menu="Coding", submenu="Agreed code",
            keys=(str(key),), where="review", needs="difference", writes=True, argument=key,
            help="This key's code is the agreed one, on the selection or on the passage that was coded",
        )
        for key in range(1, 10)
    )  # fmt: skip


REVIEW_MENU: tuple[Action, ...] = (
    Action(
        id="next_difference", text="Next difference", menu="Coding", submenu=SUBMENU, keys=("N",), where="review",
        needs="differences", separator=True, help="The next one of the list, decided or not",
    ),
    Action(
        id="previous_difference", text="Previous difference", menu="Coding", submenu=SUBMENU, keys=("Shift+N",),
        where="review", needs="differences", help="The one before",
    ),
    Action(
        id="take_a", text="A's", menu="Coding", submenu=SUBMENU, keys=("A",), where="review", needs="decide A",
        writes=True, help="A's reading is agreed, and on to the next that is open",
    ),
    Action(
        id="take_b", text="B's", menu="Coding", submenu=SUBMENU, keys=("B",), where="review", needs="decide B",
        writes=True, help="B's reading is agreed",
    ),
    Action(
        id="take_union", text="Both, or the widest", menu="Coding", submenu=SUBMENU, keys=("U",), where="review",
        needs="decide union", writes=True, help="Both codes; where only the ends differ, from the first to the last",
    ),
    Action(
        id="take_shared", text="The shared part", menu="Coding", submenu=SUBMENU, keys=("I",), where="review",
        needs="decide shared", writes=True, help="Where only the ends differ, what both have coded",
    ),
    Action(
        id="take_neither", text="Neither, rightly uncoded", menu="Coding", submenu=SUBMENU,
        keys=("X", "Del", "Backspace"), where="review", needs="decide neither", writes=True,
        help="Nothing is agreed here; that is a decision too",
    ),
    Action(
        id="find_agreed_code", text="Another code…", menu="Coding", submenu=SUBMENU, keys=("Return", "Enter"),
        where="review", needs="difference", icon="search", writes=True,
        help="Find the agreed code; both coders' readings stand on top",
    ),
    *_with_keys(),
    Action(
        id="agree_on_selection", text="The selected passage", menu="Coding", submenu=SUBMENU, keys=("E",),
        where="review", needs="difference", writes=True, help="Other ends: the selection is agreed, with the same code",
    ),
    Action(
        id="settle_alike", text="Those like this too", menu="Coding", submenu=SUBMENU, keys=("L",), where="review",
        needs="alike", writes=True, help="The same decision for the open differences with the same words and codes",
    ),
    Action(
        id="open_again", text="Open again", menu="Coding", submenu=SUBMENU, where="review", needs="decided",
        keys=("0",), writes=True, help="Take the decision back; the reason stays",
    ),
    Action(
        id="discuss_difference", text="To discuss", menu="Coding", submenu=SUBMENU, keys=("D",), where="review",
        needs="difference", writes=True, help="Put this difference on the agenda, or take it off",
    ),
    Action(
        id="decide_by_both", text="Decided by both", menu="Coding", submenu=SUBMENU, keys=("T",), where="review",
        needs="difference", writes=True, help="Record that the two coders decided this together, or not",
    ),
    Action(
        id="write_reason", text="Reason", menu="Coding", submenu=SUBMENU, keys=("M",), where="review",
        needs="difference", help="Write why; {leave_reason} goes back to the text, and what was typed is kept",
    ),
    Action(
        id="keep_as_include_example", text="Include example", menu="Coding", submenu=SUBMENU, keys=("Y",),
        where="review", needs="difference", writes=True,
        help="Keep the passage with the code's definition as one that belongs to it",
    ),
    Action(
        id="keep_as_exclude_example", text="Exclude example", menu="Coding", submenu=SUBMENU, keys=("Shift+Y",),
        where="review", needs="difference", writes=True,
        help="Keep the passage with the code's definition as one that does not belong to it",
    ),
    Action(
        id="fold_agreement", text="Agreement table", menu="View", keys=("Ctrl+Shift+G",), needs="review",
        help="Fold the agreement table to its last row, or unfold it",
    ),
    Action(
        id="adopt_matches", text="Adopt full matches…", menu="Coding", submenu="Review", needs="review", writes=True,
        help="What both coded alike becomes agreed, by one act after a look",
    ),
    Action(
        id="settle_boundaries", text="Settle boundaries by a rule…", menu="Coding", submenu="Review", needs="review",
        writes=True, help="Where only the ends differ: A's, B's, the widest or the shared part, after a look",
    ),
    Action(
        id="write_report", text="Report of the comparison…", menu="Coding", submenu="Review", needs="review",
        help="Figures, how they are reckoned, every difference with its decision and reason: for print, or for Word",
    ),
    Action(
        id="write_agenda", text="Agenda of what to discuss…", menu="Coding", submenu="Review", needs="review",
        help="The differences that are to be discussed, on paper: for print, or for Word",
    ),
    Action(
        id="write_counts", text="Counts as CSV…", menu="Coding", submenu="Review", needs="review",
        help="The counts behind the figures, for each article, code and two coders, so that anyone can reckon again",
    ),
    Action(
        id="show_rounds", text="Rounds…", menu="Coding", submenu="Review", needs="project",
        help="Who codes what in each round, its agreement as it was when first opened and as it is now; open a new one",
    ),
    Action(
        id="show_coverage", text="Coverage and drift…", menu="Coding", submenu="Review", needs="project",
        help="How much each coder has done, and how often each code was used from week to week",
    ),
    Action(
        id="draw_sample", text="Draw articles for double coding…", menu="Coding", submenu="Review", needs="project",
        help="A share of somebody's finished articles, drawn by chance and fair to each publication, as a group",
    ),
    Action(
        id="leave_selection", text="Leave the selection", menu="Coding", submenu=SUBMENU, keys=("Esc",), where="review",
        needs="review", help="One step each: finder, selection",
    ),
    Action(
        id="leave_reason", text="Back to the difference", menu="Lists", keys=("Ctrl+Return", "Ctrl+Enter", "Esc"),
        where="reason", needs="pane", help="What was typed is kept as the reason",
    ),
)  # fmt: skip
