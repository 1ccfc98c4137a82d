"""What can be done with a project as a whole."""

from __future__ import annotations

from annotator.ui.actions.action import Action

PROJECT_MENU: tuple[Action, ...] = (
    Action(
        id="show_start_page", text="Start page", menu="Project",
        help="Close the project; recent ones, the sample, a new one",
    ),
    Action(id="new_project", text="New project…", menu="Project", keys=("Ctrl+N",), help="Make a new project file"),
    Action(id="open_project", text="Open…", menu="Project", keys=("Ctrl+O",), help="Open a project file"),
    Action(
        id="import_articles", text="Import articles…", menu="Project", keys=("Ctrl+I",), needs="project",
        separator=True, help="Choose files and look at what comes in; or drop them in the window", icon="plus",
    ),
    Action(
        id="import_folder", text="Import a folder…", menu="Project", needs="project",
        help="Everything in a folder that can be read, looked at before it comes in",
    ),
    Action(
        id="paste_as_article", text="Paste as article…", menu="Project", keys=("Ctrl+V",), needs="project",
        help="The text on the clipboard, looked at before it comes in; files that were copied come in as dropped ones",
    ),
    Action(
        id="import_scheme", text="Import scheme…", menu="Project", needs="scheme", help="Merge a scheme (CSV) by path",
    ),
    Action(
        id="export_extracts", text="Export extracts…", menu="Project", keys=("Ctrl+E",), needs="project",
        help="Write coded extracts as CSV, JSONL or HTML",
    ),
    Action(
        id="export_scheme", text="Export scheme…", menu="Project", needs="project", help="Write the scheme as CSV",
    ),
    Action(
        id="send_work", text="Send my work…", menu="Project", needs="project", separator=True,
        help="Write your codings, notes and readings to a small file for a colleague",
    ),
    Action(
        id="receive_work", text="Receive…", menu="Project", needs="project",
        help="Look at what a colleague's file or copy brings, decide, and put it in; or drop it in the window",
    ),
    Action(
        id="print_article", text="Print…", menu="Project", keys=("Ctrl+P",), needs="article", separator=True,
        help="The open article with your codings in the margin, and the memos as notes at the end",
    ),
    Action(
        id="save_as_pdf", text="Save as PDF…", menu="Project", needs="article",
        help="The same pages as a PDF file, its text to be searched and copied",
    ),
    Action(
        id="show_progress", text="Progress…", menu="Project", needs="project", separator=True,
        help="How far each coder is with each article: read, finished, codings, words coded",
    ),
    Action(
        id="say_saved", text="Saved?", menu="Project", keys=("Ctrl+S",), needs="project",
        help="Says since when all is saved: every gesture is, at once",
    ),
    Action(id="quit", text="Quit", menu="Project", keys=("Ctrl+Q",), help="Close the window; everything is saved"),
)  # fmt: skip
