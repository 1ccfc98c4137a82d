"""How the window can look."""

from __future__ import annotations

from annotator.ui.actions.action import Action

VIEW_MENU: tuple[Action, ...] = (
    Action(
        id="show_page_1", text="Code page", menu="View", keys=("Ctrl+1",), needs="project", argument=1,
        help="Articles, text and codes",
    ),
    Action(
        id="show_page_2", text="Review page", menu="View", keys=("Ctrl+2",), needs="project", argument=2,
        help="Two coders compared: how far they agree, and each difference settled by one key",
    ),
    Action(
        id="show_page_3", text="Extracts page", menu="View", keys=("Ctrl+3",), needs="project", argument=3,
        help="The coded passages as a table; not there yet",
    ),
    Action(
        id="larger_text", text="Larger text", menu="View", keys=("Ctrl++", "Ctrl+="), separator=True,
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
        id="turn_high_contrast", text="High contrast", menu="View", checkable=True,
        help="Black and white, lines in place of tints; on of itself where the system asks for it",
    ),
    Action(
        id="show_only_code", text="Only this code", menu="View", keys=("Ctrl+Shift+O",), needs="code page",
        separator=True, help="Fade all codings but those of the current code and below it; again shows all",
    ),
    Action(
        id="show_only_coder", text="Only this coder", menu="View", keys=("Ctrl+Shift+B",), needs="colleagues",
        help="Fade all codings but those of the current coding's coder; again shows everybody's",
    ),
    Action(
        id="choose_coders", text="Coders in full…", menu="View", needs="colleagues",
        help="Choose whose codings are in full and whose are faded",
    ),
    Action(
        id="show_all_codes", text="All codes and coders", menu="View", needs="filter",
        help="Show all codings in full again",
    ),
    Action(
        id="show_colleagues", text="Show colleagues' codings", menu="View", keys=("Ctrl+Shift+A",), needs="article",
        checkable=True,
        help="With hollow bars beside yours; asks first where you have not finished, since you are not blind then",
    ),
    Action(
        id="show_set_aside", text="Show what was set aside…", menu="View", needs="article",
        help="The lines of this article that are not read as text, each with the reason",
    ),
    Action(
        id="show_words", text="Words of a speaker…", menu="View", needs="project",
        help="Everything one speaker says, in all articles, with its codes; begins with who speaks at the caret",
    ),
    Action(
        id="arrange_articles", text="Arrange the articles…", menu="View", needs="code page", separator=True,
        help="Order and headings: by publication, year, month, group, state or a choice of your own",
    ),
    Action(
        id="filter_articles", text="Filter the articles…", menu="View", needs="code page",
        help="Only those of a publication, year, group, state or choice",
    ),
    Action(
        id="fold_articles", text="Articles panel", menu="View", keys=("Ctrl+Shift+L",), needs="code page",
        separator=True, help="Fold or unfold the list of articles", icon="panel-left",
    ),
    Action(
        id="fold_codes", text="Codes panel", menu="View", keys=("Ctrl+Shift+R",), needs="code page", icon="panel-right",
        help="Fold or unfold the codes",
    ),
    Action(
        id="list_codings", text="List of codings", menu="View", keys=("Ctrl+L",), needs="code page",
        help="Every coding of this article in the order of the text, in place of the codes; again goes back to them",
    ),
    Action(
        id="next_pane", text="Next pane", menu="View", keys=("F6",), needs="project",
        help="Articles, text, codes, memo, in turn",
    ),
    Action(
        id="previous_pane", text="Previous pane", menu="View", keys=("Shift+F6",), needs="project",
        help="The other way",
    ),
    Action(
        id="open_menus", text="Menus", menu="View", keys=("F10",), needs="project",
        help="Open the first menu; the arrows lead on",
    ),
    Action(id="full_screen", text="Full screen", menu="View", keys=("F11",), help="The whole screen, and back"),
)  # fmt: skip
