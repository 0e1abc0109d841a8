"""Calling the command: in a process of its own where that is the point, else in this one."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from culture_tui import language
from culture_tui.commands.running import run

COMMAND: Final = (sys.executable, "-m", "culture_tui")
SECONDS: Final = 60

_OF_THE_CALLER: Final = ("CULTURE", "LC_", "LANG", "XDG_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIO")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def facts(self) -> dict[str, object]:
        """Standard output, read as the JSON object that it is."""
        read = json.loads(self.out)
        assert isinstance(read, dict)
        return read

    @property
    def last_said(self) -> str:
        """The last line of talk."""
        return self.err.splitlines()[-1]

    def has_no_traceback(self) -> bool:
        """Whether nothing was shown that only a programmer could read."""
        return not any(word in self.out + self.err for word in ("Traceback", "Error:\n", "pydantic"))


def surroundings(home: Path, changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """An environment with a home of its own and nothing of the caller's taste."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_OF_THE_CALLER)}
    places = {
        "HOME": home,
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
        "XDG_CONFIG_HOME": home / "config",
    }
    own = {name: str(place) for name, place in places.items()}
    return {**kept, **own, "LANG": "C.UTF-8", **(changes or {})}


def in_a_process(
    home: Path,
    *arguments: str | os.PathLike[str],
    answers: str = "",
    environment: Mapping[str, str] | None = None,
    program: tuple[str, ...] = COMMAND,
) -> Ran:
    """Run the command as a shell would, in `home`, without a terminal.

    Bytes that are no UTF-8 are half characters in `answers` and in what comes back.
    """
    done = subprocess.run(
        [*program, *arguments],
        input=answers,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        cwd=home,
        env=surroundings(home, environment),
        timeout=SECONDS,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


class Culture:
    """The command called in this process: fast, with the same exit status and the same words."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
    ) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.home = home
        for name in list(os.environ):
            if name.startswith(_OF_THE_CALLER):
                monkeypatch.delenv(name)
        for name, value in surroundings(home, {"LANGUAGE": "en"}).items():
            monkeypatch.setenv(name, value)

    def __call__(self, *arguments: str | os.PathLike[str], answers: str | Iterator[str] = "") -> Ran:
        """Run one command line with these lines of input; as told, or made while they are read."""
        source = io.StringIO(answers) if isinstance(answers, str) else Lines(answers)
        self._monkeypatch.setattr("sys.stdin", source)
        self._capsys.readouterr()
        try:
            with chdir(self.home):
                status = run([os.fspath(argument) for argument in arguments])
        finally:
            language.use("en")
        captured = self._capsys.readouterr()
        return Ran(status, captured.out, captured.err)


class Lines:
    """An input whose lines are made when they are asked for, so that much can happen between two."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines

    def isatty(self) -> bool:
        """It is no terminal."""
        return False

    def readline(self) -> str:
        """The next line; an empty text at the end of input."""
        return next(self._lines, "")


class Conversation:
    """A workshop line by line in a process of its own, answered as its questions appear."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, "assess", "--plain", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=home,
            env=surroundings(home),
            bufsize=0,
        )
        self.heard = b""

    def answer(self, line: str, *, then: str) -> None:
        """Type a line and wait until this has been said."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.wait_for(then)

    def wait_for(self, text: str) -> None:
        """Listen until this has been said, or fail where the talk ends."""
        assert self.process.stderr is not None
        before = len(self.heard)
        while text.encode() not in self.heard[before:]:
            said = self.process.stderr.read(4096)
            assert said, self.heard.decode()
            self.heard += said

    def end(self, how: signal.Signals) -> Ran:
        """End it from outside, and give what had been said by then."""
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=SECONDS)
        return Ran(self.process.returncode, out.decode(), (self.heard + err).decode())
