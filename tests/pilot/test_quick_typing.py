"""Somebody who types faster than the screens open loses no letter."""

from __future__ import annotations

from pilot.stage import Stage
from running import COMMAND, surroundings
from terminal import MemoryTerminal, Sitting

SAID = "Two clients waited an hour on Monday; nobody told them why."


def test_letters_typed_while_the_note_opens_are_in_the_note(stage: Stage) -> None:
    """The key that opens the note and the whole sentence come in one burst, as from a fast hand."""
    path = stage.keep(stage.rated())
    command = (*COMMAND, "--workspace", str(stage.workspace), "assess", str(path))
    environment = surroundings(stage.home, {"TERM": "xterm-256color"})
    with MemoryTerminal(command, environment, (80, 24), stage.home) as terminal:
        room = Sitting(terminal)
        room.read("v Vote")
        room.press(f"n{SAID}", then="told them why.")
        room.press("escape", then="v Vote")
        room.leave("ctrl+q")
    assert stage.read(path).rating("welcome").note == SAID
