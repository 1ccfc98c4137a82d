"""What can be done with a review beside settling: learn from it, and say something to a colleague's coding."""

from __future__ import annotations

from annotator.ui.actions.action import Action

SUBMENU = "Review"

LEARNING_MENU: tuple[Action, ...] = (
    Action(
        id="show_reviewed", text="My reviewed codings…", menu="Coding", submenu=SUBMENU, keys=("Ctrl+Shift+Y",),
        needs="project", help="What was kept, moved, recoded, dropped, with the reasons; answer there",
    ),
    Action(
        id="agree_with_coding", text="Agree with it", menu="Coding", submenu=SUBMENU, keys=("Y",), where="text",
        needs="theirs", writes=True, help="Say that you agree with a colleague's current coding; again takes it back",
    ),
    Action(
        id="disagree_with_coding", text="Disagree with it", menu="Coding", submenu=SUBMENU, keys=("Shift+Y",),
        where="text", needs="theirs", writes=True, help="Say that you disagree with it; again takes it back",
    ),
    Action(
        id="comment_on_coding", text="Comment on it…", menu="Coding", submenu=SUBMENU, where="text", needs="theirs",
        help="Write to the colleague about it, whether you agree or not; {write_memo} does the same there",
    ),
    Action(
        id="answer_coder", text="Answers…", menu="Coding", submenu=SUBMENU, keys=("Shift+A",), where="review",
        needs="difference", help="What the coders answered to the decision; answer back there",
    ),
    Action(
        id="hide_coder_names", text="Hide coders' names", menu="View", keys=("Ctrl+Shift+H",), needs="review",
        checkable=True, help="Coder 1, Coder 2 on the Review page and in its reports, numbered by chance; again shows",
    ),
    Action(
        id="show_review_counts", text="Review in figures…", menu="Coding", submenu=SUBMENU, needs="project",
        help="How much was kept, changed, added, removed, agreed with, by coder and code: counts, no coefficient",
    ),
)  # fmt: skip
