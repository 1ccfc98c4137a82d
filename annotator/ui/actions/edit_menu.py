"""What can be taken back, copied, removed, and where one can go back to."""

from __future__ import annotations

from annotator.ui.actions.action import Action

EDIT_MENU: tuple[Action, ...] = (
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
        id="copy_with_citation", text="Copy with citation", menu="Edit", keys=("Ctrl+Shift+C",), needs="article",
        where="text",
        help="The selection, or the current coding, with author, title, publication, date, page or paragraph",
    ),
    Action(
        id="copy_link", text="Copy link to this passage", menu="Edit", keys=("L",), needs="article", where="text",
        help="The selection, the current coding or the outlined sentence, as a link to paste into a memo",
    ),
    Action(
        id="remove_coding", text="Remove coding", menu="Edit", keys=("Del", "Backspace", "X"), where="text",
        needs="coding", writes=True, help="Remove the current coding; undo brings it back",
    ),
    Action(
        id="find_in_article", text="Find in this article…", menu="Edit", keys=("Ctrl+F",), needs="article",
        separator=True,
        help="Words, a beginning (integrat*) or a phrase in quotation marks; Esc there goes back to the text",
    ),
    Action(
        id="next_hit", text="Next hit", menu="Edit", keys=("F3",), needs="article",
        help="Go to the next place found; in the text it becomes the selection",
    ),
    Action(
        id="previous_hit", text="Previous hit", menu="Edit", keys=("Shift+F3",), needs="article",
        help="Go to the place found before",
    ),
    Action(
        id="find_everywhere", text="Find everywhere…", menu="Edit", keys=("Ctrl+Shift+F",), needs="project",
        help="Words in all articles, each hit with what stands around it; tick hits and code them all at once",
    ),
    Action(
        id="suggest_passages", text="More passages like this code…", menu="Edit", needs="article",
        help="From five codings of the current code on: sentences like them, to be taken or turned down",
    ),
    Action(
        id="describe_article", text="Title and facts…", menu="Edit", needs="article", separator=True,
        help="Title, author, date, own fields, groups; {rename_code} in the list, also for several",
    ),
    Action(
        id="suggested_facts", text="Suggested facts…", menu="Edit", needs="project",
        help="Dates, authors, publications, titles, links that the texts print, taken for many articles at once",
    ),
    Action(
        id="group_articles", text="Groups of articles…", menu="Edit", needs="project",
        help="Named sets of articles; put some in by the menu of their rows, or by dragging them on a heading",
    ),
    Action(
        id="own_fields", text="Own fields of articles…", menu="Edit", needs="project",
        help="What you want to know of each article: text, number, date or choice",
    ),
    Action(
        id="correct_the_text", text="Correct the article's text…", menu="Edit", needs="article",
        help="A typo, a missing paragraph, a new version of the file: everyone's codings move along",
    ),
    Action(
        id="passages_to_look_at", text="Passages to look at…", menu="Edit", needs="project",
        help="Your codings whose place is doubtful or lost since a text was corrected",
    ),
    Action(
        id="remove_article", text="Remove article…", menu="Edit", needs="article",
        help="Take the article out of the project with all that belongs to it; undo brings everything back",
    ),
    Action(
        id="go_back", text="Where I was", menu="Edit", keys=("Alt+Left",), needs="code page", separator=True,
        help="Back to the article you were in before",
    ),
    Action(
        id="go_forward", text="And back again", menu="Edit", keys=("Alt+Right",), needs="code page",
        help="To the article you came back from",
    ),
)  # fmt: skip
