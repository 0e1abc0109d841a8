"""The keys that hold on every screen."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from culture_tui.language import marked

APP_KEYS: Final[list[BindingType]] = [
    Binding(
        "question_mark,f1",
        "help",
        marked("Help"),
        id="app.help",
        tooltip=marked("Show what every key does here."),
    ),
    Binding(
        "colon,ctrl+p",
        "command_palette",
        marked("Commands"),
        id="app.commands",
        tooltip=marked("Find a command by its name."),
    ),
    Binding(
        "ctrl+q",
        "quit",
        marked("Quit"),
        id="app.quit",
        show=False,
        priority=True,
        tooltip=marked("Leave the program; everything is saved already."),
    ),
    Binding(
        "ctrl+z",
        "suspend_process",
        marked("Suspend"),
        id="app.suspend",
        show=False,
        tooltip=marked("Leave for the shell; fg comes back."),
    ),
]
