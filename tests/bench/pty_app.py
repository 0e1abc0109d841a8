"""A program in a pseudo-terminal: write keys to it, and time what it paints."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self


class PtyApp:
    """Starts a command at 80 by 24 and reads what it draws."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self._pid, self._handle = pty.fork()
        if self._pid == 0:
            os.execvpe(command[0], list(command), dict(environment))  # noqa: S606
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._handle)

    def wait_for(self, text: bytes, seconds: float = 20.0) -> float:
        """Read until a text was drawn; the time at which it was."""
        drawn = b""
        end = time.perf_counter() + seconds
        while text not in drawn:
            drawn = drawn[-4096:] + self._read(end)
        return time.perf_counter()

    def rest(self, seconds: float) -> None:
        """Read until nothing was drawn for so long."""
        while select.select([self._handle], [], [], seconds)[0]:
            os.read(self._handle, 65536)

    def press(self, key: bytes) -> float:
        """Press a key; seconds until the first byte that it draws."""
        before = time.perf_counter()
        os.write(self._handle, key)
        self._read(before + 5.0)
        return time.perf_counter() - before

    def _read(self, end: float) -> bytes:
        if not select.select([self._handle], [], [], max(0.0, end - time.perf_counter()))[0]:
            raise TimeoutError
        return os.read(self._handle, 65536)
