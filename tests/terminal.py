"""A real terminal to try the program in: keys in, what a person would see out.

Two kinds with one way to use them: one in memory, which every machine has, and tmux where it is
installed.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol, Self

import pyte
import pytest

SECONDS: Final = 60.0
"""Longer than any machine needs; only a defect waits so long."""

KEYS: Final = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "f2": "\x1bOQ",
    "f5": "\x1b[15~",
    "ctrl+q": "\x11",
    "ctrl+z": "\x1a",
}
_TMUX: Final = shutil.which("tmux") or ""
_TMUX_NAMES: Final = {
    "enter": "Enter",
    "escape": "Escape",
    "tab": "Tab",
    "backspace": "BSpace",
    "up": "Up",
    "down": "Down",
    "right": "Right",
    "left": "Left",
    "f2": "F2",
    "f5": "F5",
    "ctrl+q": "C-q",
    "ctrl+z": "C-z",
}


class Terminal(Protocol):
    """What a test needs of a terminal."""

    def press(self, *keys: str) -> None:
        """Press keys one after the other: a name out of `KEYS`, or the characters of a text."""

    def rows(self) -> list[str]:
        """What is on the screen now, a text a row."""

    def ended(self) -> bool:
        """Whether the program has ended."""


class MemoryTerminal:
    """A pseudo-terminal whose screen is kept in memory."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int], folder: Path
    ) -> None:
        columns, lines = size
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], list(command), dict(environment))  # noqa: S606
        self.resize(columns, lines)
        self._status: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.ended():
            self.kill()
        if self._handle >= 0:
            os.close(self._handle)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            os.write(self._handle, KEYS.get(key, key).encode())
            self._drain(0.02)

    def rows(self) -> list[str]:
        """What is on the screen now."""
        self._drain(0.02)
        return [row.rstrip() for row in self._screen.display]

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def kill(self) -> None:
        """End the program as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)
        self._status = os.waitpid(self.pid, 0)[1]

    def hang_up(self) -> None:
        """Take the terminal away, as when its window is closed."""
        os.close(self._handle)
        self._handle = -1

    def ended(self) -> bool:
        """Whether the program has ended."""
        if self._status is None:
            self._drain(0.0)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = status if pid else None
        return self._status is not None

    def _drain(self, seconds: float) -> None:
        """Take in what the program draws until nothing comes for so long."""
        while self._handle >= 0 and select.select([self._handle], [], [], seconds)[0]:
            try:
                drawn = os.read(self._handle, 65536)
            except OSError:  # the program has closed its side
                return
            if not drawn:
                return
            self._stream.feed(drawn)


class TmuxTerminal:
    """A window of a tmux server of its own."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int], folder: Path
    ) -> None:
        self._server = f"culture-{os.getpid()}-{time.monotonic_ns()}"
        columns, lines = size
        set_to = [part for name, value in environment.items() for part in ("-e", f"{name}={value}")]
        self._tmux(
            *(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                f"{columns}",
                "-y",
                f"{lines}",
                "-c",
                f"{folder}",
            ),
            *set_to,
            *command,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        subprocess.run([_TMUX, "-L", self._server, "kill-server"], check=False, capture_output=True)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            if key in _TMUX_NAMES:
                self._tmux("send-keys", _TMUX_NAMES[key])
            else:
                self._tmux("send-keys", "-l", key)

    def rows(self) -> list[str]:
        """What is on the screen now."""
        return [row.rstrip() for row in self._tmux("capture-pane", "-p").split("\n")]

    def ended(self) -> bool:
        """Whether the program has ended, and the window with it."""
        done = subprocess.run([_TMUX, "-L", self._server, "has-session"], check=False, capture_output=True)
        return done.returncode != 0

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            [_TMUX, "-L", self._server, *arguments], check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout


TERMINALS: Final[Mapping[str, type[MemoryTerminal | TmuxTerminal]]] = {
    "memory": MemoryTerminal,
    **({"tmux": TmuxTerminal} if _TMUX else {}),
}
"""The kinds that this machine has."""


class Sitting:
    """A person at a terminal, who reads before the next key, and a transcript of what was seen."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.transcript: list[str] = []

    def press(self, *keys: str, then: str) -> str:
        """Press keys and wait until this can be read; the whole screen as one text."""
        self.terminal.press(*keys)
        return self.read(then)

    def read(self, text: str) -> str:
        """Wait until this can be read; the whole screen as one text."""
        end = time.monotonic() + SECONDS
        while text not in (seen := _as_read(self.terminal.rows())):
            if time.monotonic() > end:
                pytest.fail("\n".join([f"never read: {text}", *self.terminal.rows()]))
            time.sleep(0.02)
        self.transcript.append("\n".join(self.terminal.rows()))
        return seen

    def leave(self, *keys: str) -> None:
        """Press keys and wait until the program has ended."""
        self.terminal.press(*keys)
        self.wait_for_the_end()

    def wait_for_the_end(self) -> None:
        """Wait until the program has ended."""
        end = time.monotonic() + SECONDS
        while not self.terminal.ended():
            assert time.monotonic() < end, "\n".join(self.terminal.rows())
            time.sleep(0.02)


def _as_read(rows: Sequence[str]) -> str:
    """A screen as one text: frames and line ends are blanks, a run of blanks is one."""
    return " ".join(" ".join(rows).translate(_FRAMES).split())


_FRAMES: Final = str.maketrans(dict.fromkeys("│╭╮╰╯─▌▔▁▎▊", " "))


@contextmanager
def sitting(
    kind: str, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int], folder: Path
) -> Iterator[Sitting]:
    """The command in a terminal of this kind and size, started in a folder."""
    with TERMINALS[kind](command, environment, size, folder) as terminal:
        yield Sitting(terminal)
