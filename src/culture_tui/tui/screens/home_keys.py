"""The keys of home: each is declared here, and read by footer, help and palette."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from culture_tui.language import marked


def _key(keys: str, action: str, name: str, said: tuple[str, str]) -> Binding:
    description, tooltip = said
    return Binding(keys, action, description, id=f"home.{name}", tooltip=tooltip, show=False)


def _shown(keys: str, action: str, name: str, said: tuple[str, str], display: str | None = None) -> Binding:
    description, tooltip = said
    return Binding(keys, action, description, id=f"home.{name}", tooltip=tooltip, key_display=display)


HOME_KEYS: Final[list[BindingType]] = [
    _shown(
        "n",
        "start_workshop",
        "new",
        (marked("New workshop"), marked("Start a workshop with the model that ships.")),
    ),
    _shown(
        "l",
        "open",
        "open",
        (
            marked("Open"),
            marked("Go on with the assessment that the cursor is on, or start with the model."),
        ),
        "enter",
    ),
    _shown(
        "slash",
        "search",
        "search",
        (
            marked("Search"),
            marked("Look for words, or for fields such as status:final, tag:pilot or from:2026-05."),
        ),
    ),
    _shown(
        "q", "app.quit", "quit", (marked("Quit"), marked("Leave the program; everything is saved already."))
    ),
    _key(
        "t",
        "sample",
        "sample",
        (
            marked("Try a sample"),
            marked("Open a sample workshop of a fictional bank that has already begun."),
        ),
    ),
    _key(
        "o",
        "open_place",
        "folder",
        (marked("Open a folder"), marked("Work in another folder, or open the file of an assessment.")),
    ),
    _key(
        "f",
        "filter",
        "filter",
        (marked("Filter"), marked("Show only some: by status, organisation, unit, tag or month.")),
    ),
    _key(
        "m,space",
        "mark",
        "mark",
        (marked("Mark"), marked("Mark the assessment to compare it, or take the mark away.")),
    ),
    _key(
        "c",
        "compare",
        "compare",
        (marked("Compare"), marked("Compare the two marked assessments; three or more stand side by side.")),
    ),
    _key(
        "d",
        "next_round",
        "next-round",
        (
            marked("Next round"),
            marked("Begin the next round of the assessment: same people, targets carried over, no answers."),
        ),
    ),
    _key(
        "F",
        "finalise",
        "finalise",
        (marked("Finalise or reopen"), marked("Make the assessment final, or reopen it with a reason.")),
    ),
    _key(
        "delete,backspace",
        "delete",
        "delete",
        (marked("Delete"), marked("Move the assessment to the trash; u brings it back.")),
    ),
    _key(
        "u",
        "undo",
        "undo",
        (
            marked("Undo"),
            marked("Take back the last deleting, finalising or reopening; again for the one before."),
        ),
    ),
    _key("T", "trash", "trash", (marked("Trash"), marked("Show what was deleted, to bring it back."))),
    _key(
        "s",
        "sort",
        "sort",
        (marked("Sort"), marked("Sort by the next column; a click on its name does too.")),
    ),
    _key(
        "x",
        "export",
        "export",
        (
            marked("Export"),
            marked("Write the profile of the assessment that the cursor is on to a Markdown file."),
        ),
    ),
    _key("r", "read_again", "read", (marked("Read again"), marked("Look again at what is in the folder."))),
]
