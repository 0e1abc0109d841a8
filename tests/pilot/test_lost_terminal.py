"""A window that is closed takes nothing with it, and leaves no program behind."""

from __future__ import annotations

import sys

from pilot.stage import Stage
from running import COMMAND, surroundings
from terminal import MemoryTerminal, Sitting

DEAF = (
    sys.executable,
    "-c",
    (
        "import os, signal, sys; signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGHUP]); "
        "os.execv(sys.argv[1], sys.argv[1:])"
    ),
)
"""Starts a command that the system cannot tell that its terminal is gone."""


def test_a_lost_terminal_ends_the_program_and_keeps_the_words(stage: Stage) -> None:
    """Even where no signal comes: what was typed is saved, and nothing spins or waits for ever."""
    path = stage.keep(stage.rated())
    command = (*DEAF, *COMMAND, "--workspace", str(stage.workspace), "assess", str(path))
    environment = surroundings(stage.home, {"TERM": "xterm-256color"})
    with MemoryTerminal(command, environment, (80, 24), stage.home) as terminal:
        room = Sitting(terminal)
        room.read("v Vote")
        room.press("nThe window closes", then="The window closes")
        terminal.hang_up()
        room.wait_for_the_end()
    assert stage.read(path).rating("welcome").note == "The window closes"
