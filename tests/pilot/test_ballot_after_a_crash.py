"""A laptop that dies in the middle of a vote: nobody presses a key twice."""

from __future__ import annotations

import json
import signal
import time
from pathlib import Path

from pilot.stage import Stage
from running import COMMAND, Conversation, surroundings
from terminal import SECONDS, MemoryTerminal, Sitting


def wait_for_votes(home: Path, votes: int) -> Path:
    """Wait until so many votes are on disk; the file that they are in."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        for file in (home / "state").rglob("ballots/*.json"):
            if sum(json.loads(file.read_text())["ballots"][0]["counts"]) == votes:
                return file
        time.sleep(0.02)
    raise AssertionError(votes)


def test_votes_outlive_the_program_and_the_assessment_tells_none(stage: Stage) -> None:
    """Killed on the screen, then line by line: each start goes on with all votes, the reveal clears up."""
    path = stage.keep(stage.rated())
    before = path.read_bytes()
    command = (*COMMAND, "--workspace", str(stage.workspace), "assess", str(path))
    environment = surroundings(stage.home, {"TERM": "xterm-256color"})
    with MemoryTerminal(command, environment, (80, 24), stage.home) as terminal:
        room = Sitting(terminal)
        room.read("v Vote")
        room.press("v", then="0 of 9 voted")
        room.press("3", then="1 of 9 voted")
        room.press("escape", then="Round 1 under way")
        room.press("v", then="1 of 9 voted")
        room.press("5", then="2 of 9 voted")
        file = wait_for_votes(stage.home, 2)
        terminal.kill()
    assert path.read_bytes() == before
    assert "last" not in file.read_text()
    by_line = Conversation(stage.home, str(path))
    by_line.wait_for("Round 1 under way: 2 of 9 voted; ballot goes on with it.")
    by_line.answer("ballot", then="Vote: ")
    by_line.answer("5", then="3 of 9 voted.")
    by_line.end(signal.SIGKILL)
    with MemoryTerminal(command, environment, (80, 24), stage.home) as terminal:
        room = Sitting(terminal)
        room.read("Round 1 under way: 3 of 9 voted; v goes on")
        room.press("v", then="3 of 9 voted")
        room.press("r", then="r again reveals")
        time.sleep(0.8)  # a key that is held down does not answer its own question
        room.press("r", then="Round 1 revealed")
        room.leave("ctrl+q")
    assert stage.read(path).rating("welcome").rounds == ((0, 0, 1, 0, 2),)
    assert not file.exists()
