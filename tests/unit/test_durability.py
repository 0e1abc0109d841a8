"""A program that is killed at any moment leaves a whole file with everything that it said was saved."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from culture_tui.storage.assessment_files import StoredAssessment, assessments_in
from running import surroundings
from saving import content_of, number_in

RATE_FOR_EVER: Final = """
import os, signal, sys
from itertools import count
from pathlib import Path
from culture_tui.storage.assessment_files import load_assessment
from culture_tui.storage.saver import Saved, Saver

path, name, when, which = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
calls = []

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def watch(really):
    def call(*arguments):
        calls.append(number)
        last = calls.count(2) == which
        if last and when == "before":
            die()
        result = really(*arguments)
        if last and when == "after":
            die()
        return result
    return call

def tell(state):
    try:
        os.write(1, b"%d\\n" % number if isinstance(state, Saved) else b"not saved\\n")
    except BrokenPipeError:
        os._exit(1)

stored = load_assessment(path)
if name:
    setattr(os, name, watch(getattr(os, name)))
saver = Saver(path, stored.digest, tell)
rated = stored.assessment
for number in range(1, 4) if name else count(1):
    rated = rated.with_level("mission", number % 5 + 1, rated.updated)
    rated = rated.with_note("mission", str(number), rated.updated)
    saver.save(rated)
    saver.settle(60)
"""
"""Prints the number of each change that it is told is saved; where it is to die, it dies in the second."""


class Rating:
    """A process that rates for ever in `a.toml`, or until before or after such a call to the system."""

    def __init__(self, home: Path, name: str = "", when: str = "", which: int = 0) -> None:
        self.folder = home / "assessments"
        self.folder.mkdir()
        self.path = self.folder / "a.toml"
        self.path.write_bytes(content_of(0))
        self._heard: list[bytes] = []
        self._process = subprocess.Popen(
            [sys.executable, "-c", RATE_FOR_EVER, self.path, name, when, str(which)],
            stdout=subprocess.PIPE,
            env=surroundings(home),
        )

    def hear(self, count: int) -> None:
        """Wait until so many changes more were said to be saved."""
        assert self._process.stdout is not None
        self._heard += [self._process.stdout.readline() for _ in range(count)]

    def watch_for_a_temporary_file(self) -> None:
        """Wait until it is in the middle of writing."""
        while not self.temporary() and self._process.poll() is None:
            pass

    def kill(self) -> None:
        """End it as a power switch does."""
        self._process.kill()

    def said(self) -> list[int]:
        """The numbers of the changes that were said to be saved, when it is dead."""
        assert self._process.stdout is not None
        self._heard += self._process.stdout.readlines()
        self._process.stdout.close()
        assert self._process.wait() == -signal.SIGKILL
        return [int(line) for line in self._heard]

    def temporary(self) -> list[str]:
        """The files that were not finished."""
        return [path.name for path in self.folder.iterdir() if path != self.path]


@pytest.mark.parametrize("writing", [False, True], ids=["at any time", "while it writes"])
@pytest.mark.parametrize("changes", range(1, 11))
def test_what_was_said_to_be_saved_survives_a_kill(changes: int, writing: object, tmp_path: Path) -> None:
    """A laptop whose battery dies loses at most the key that was still down, and never the file."""
    rating = Rating(tmp_path)
    rating.hear(changes)
    if writing:
        rating.watch_for_a_temporary_file()
    rating.kill()
    said = rating.said()
    assert said == list(range(1, len(said) + 1))
    assert number_in(rating.path) in {said[-1], said[-1] + 1}
    assert len(rating.temporary()) <= 1


@pytest.mark.parametrize(
    ("name", "when", "which", "there", "temporary"),
    [
        ("open", "before", 1, 1, 0),
        ("open", "after", 1, 1, 1),
        ("fchmod", "after", 1, 1, 1),
        ("fsync", "before", 1, 1, 1),
        ("fsync", "after", 1, 1, 1),
        ("replace", "before", 1, 1, 1),
        ("replace", "after", 1, 2, 0),
        ("fsync", "after", 2, 2, 0),
    ],
)
def test_a_kill_between_two_steps_leaves_the_old_file_or_the_new_one(
    name: str, when: str, which: int, there: int, temporary: int, tmp_path: Path
) -> None:
    """There is no step of saving in which the workshop is not whole on disk."""
    rating = Rating(tmp_path, name, when, which)
    assert rating.said() == [1]
    assert number_in(rating.path) == there
    assert len(rating.temporary()) == temporary


def test_half_a_file_is_not_listed(tmp_path: Path) -> None:
    """After a crash the home screen shows the workshop, and nothing that looks broken."""
    rating = Rating(tmp_path, "replace", "before", 1)
    assert rating.said() == [1]
    assert len(rating.temporary()) == 1
    (found,) = assessments_in(rating.folder)
    assert isinstance(found, StoredAssessment)
    assert found.path == rating.path
